// Who includes whom: the table of ARCHITECTURE.md, as a test.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace octavo {
namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

/// What each room may include besides itself.
const std::map<std::string, Names> kRooms{
    {"base", {}},
    {"dom", {"base"}},
    {"text", {"base"}},
    {"xml", {"base", "dom", "text"}},
    {"words", {"base"}},
    {"publication", {"base", "dom"}},
    {"image", {"base"}},
    {"vocabulary", {"base", "dom", "xml", "text", "words", "image", "publication", "css"}},  // css: styles inside drawings
    {"css", {"base", "dom"}},
    {"font", {"base"}},
    {"box", {"base", "dom", "text", "css"}},
    {"fragment", {"base", "dom", "font"}},
    {"layout", {"base", "dom", "css", "box", "text", "font", "image", "fragment"}},
    {"quality", {"base", "dom", "text", "font", "fragment"}},
    {"epub", {"base", "dom", "xml", "css", "text", "words", "font", "image", "publication"}},
    {"pdf", {"base", "dom", "words", "font", "image", "publication", "fragment"}},
    {"app", {"base", "dom", "xml", "publication", "vocabulary", "epub", "css", "text", "font", "image", "box", "fragment",
             "layout", "quality", "pdf"}},
};

/// Headers of outside libraries, by how their names begin, and the room that owns them.
const std::vector<std::pair<std::string, std::string>> kLibraries{
    {"pugixml", "xml"},      {"gumbo.h", "xml"},         {"libxml/", "xml"},         {"unicode/", "text"},   {"hyphen.h", "text"}, {"cld2/", "text"},   {"hb", "font"},
    {"ft2build.h", "font"},  {"freetype/", "font"},  {"fontconfig/", "font"}, {"png.h", "image"},
    {"jpeglib.h", "image"},  {"zip.h", "epub"},      {"podofo/", "pdf"},     {"libdeflate.h", "pdf"},
    {"xxhash.h", "base"},    {"CLI/", "app"},        {"nlohmann/", "app"},
};

struct Include {
  std::string room;    // of the including file
  std::string file;    // relative to builder/
  std::string target;  // as written
  bool isQuoted = false;
};

/// What the line includes, when it does: the name between the quotes or angle brackets.
std::optional<Include> parseInclude(const std::string& line, const fs::path& relative) {
  if (!line.starts_with("#include ")) return std::nullopt;
  const std::size_t begin = line.find_first_of("<\"");
  const std::size_t end = line.find_last_of(">\"");
  if (begin == std::string::npos || end <= begin) return std::nullopt;
  return Include{relative.begin()->string(), relative.string(), line.substr(begin + 1, end - begin - 1), line[begin] == '"'};
}

std::vector<Include> allIncludes() {
  const fs::path root = fs::path(OCTAVO_SOURCE_DIR) / "builder";
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      if (auto include = parseInclude(line, entry.path().lexically_relative(root))) found.push_back(std::move(*include));
    }
  }
  return found;
}

TEST(Architecture, ARoomIncludesOnlyWhatItsRowAllows) {
  for (const Include& include : allIncludes()) {
    if (!include.isQuoted) continue;
    const std::string target = include.target.substr(0, include.target.find('/'));
    ASSERT_TRUE(kRooms.contains(include.room)) << include.file << ": no row for the room " << include.room;
    const bool isAllowed = target == include.room || kRooms.at(include.room).contains(target);
    EXPECT_TRUE(isAllowed) << include.file << " includes " << include.target;
  }
}

TEST(Architecture, AnOutsideLibraryIsSeenByItsOwnRoomOnly) {
  for (const Include& include : allIncludes()) {
    if (include.isQuoted) continue;
    for (const auto& [header, room] : kLibraries) {
      if (!include.target.starts_with(header)) continue;
      EXPECT_EQ(include.room, room) << include.file << " includes <" << include.target << ">";
      const bool isHidden = include.file.ends_with(".cpp") || include.file.ends_with("_private.h");
      EXPECT_TRUE(isHidden) << include.file << " shows <" << include.target << "> to other rooms";
    }
  }
}

TEST(Architecture, LayoutAsksNoElementForItsName) {
  // What a name means for how a box is set, the styles and the box room say.
  const fs::path root = fs::path(OCTAVO_SOURCE_DIR) / "builder";
  for (const auto& entry : fs::recursive_directory_iterator(root / "layout")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      for (const char* asked : {"element->name", "source->name", "namespaceName", "hasWord(", "attributeOr("}) {
        EXPECT_EQ(line.find(asked), std::string::npos) << entry.path().lexically_relative(root) << ": " << line;
      }
    }
  }
}

TEST(Architecture, TheRoomsDependInOneDirection) {
  // A room may be torn down only after all that use it: repeatedly remove rooms that nothing left needs.
  auto left = kRooms;
  for (bool isProgress = true; isProgress && !left.empty();) {
    isProgress = false;
    for (auto room = left.begin(); room != left.end(); ++room) {
      const bool isNeeded = std::ranges::any_of(
          left, [&](const auto& other) { return other.second.contains(room->first); });
      if (isNeeded) continue;
      left.erase(room);
      isProgress = true;
      break;
    }
  }
  EXPECT_TRUE(left.empty()) << "rooms that need one another in a circle, such as " << left.begin()->first;
}

TEST(Architecture, EveryFileOpensByTellingWhatItIsForOrIncludesItsHeader) {
  const fs::path root = fs::path(OCTAVO_SOURCE_DIR) / "builder";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream stream(entry.path());
    std::string line;
    std::getline(stream, line);
    EXPECT_TRUE(line.starts_with("// ")) << entry.path().lexically_relative(root);
  }
}

}  // namespace
}  // namespace octavo
