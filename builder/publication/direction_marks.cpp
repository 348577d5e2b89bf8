#include "publication/direction_marks.h"

#include <array>
#include <vector>

#include "base/utf8.h"

namespace octavo::publication {
namespace {

constexpr bool isEmbedding(char32_t c) { return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E; }
constexpr bool isIsolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }
constexpr char32_t kEndOfEmbedding = 0x202C, kEndOfIsolate = 0x2069;

/// The marks lead with E2 80 or E2 81: a quick look spares most texts the work.
bool mayHaveMarks(std::string_view text) {
  return text.find("\xE2\x80") != std::string_view::npos || text.find("\xE2\x81") != std::string_view::npos;
}

class Closing {
 public:
  explicit Closing(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void close(std::string& text, SourcePosition where) {
    std::string closed = closedDirections(text);
    if (closed == text) return;
    diagnostics_.report({Severity::Warning, "direction-open", where,
                         "a mark of direction that nothing ends is left out of \"" + closed + "\"",
                         "end it (U+202C, U+2069), or use markup: dir, bdo", closed});
    text = std::move(closed);
  }
  void close(LocalizedText& text) { close(text.text, {}); }

  void close(std::vector<NavigationEntry>& entries) {
    for (NavigationEntry& entry : entries) {
      close(entry.label, {});
      close(entry.children);
    }
  }

  void close(dom::Element& element) {
    constexpr std::array<std::string_view, 7> kWords{"alt",   "alttext",          "aria-label",    "title",
                                                     "data-short-title", "data-head-book", "data-head-authors"};
    for (const std::string_view name : kWords) {
      const std::string* words = element.attribute(name);
      if (!words || !mayHaveMarks(*words)) continue;
      std::string closed = *words;
      close(closed, element.position());
      if (closed != *words) element.setAttribute(name, std::move(closed));
    }
    for (const auto& child : element.children()) {
      if (dom::Element* below = dom::asElement(*child)) close(*below);
    }
  }

 private:
  Diagnostics& diagnostics_;
};

}  // namespace

std::string closedDirections(std::string_view text) {
  if (!mayHaveMarks(text)) return std::string(text);
  const std::u32string characters = toUtf32(text);
  std::vector<bool> isKept(characters.size(), true);
  std::vector<std::size_t> open;  // embeddings and isolates in force
  const auto leaveOut = [&](std::size_t at) { isKept[at] = false; };
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    if (isEmbedding(c) || isIsolate(c)) open.push_back(i);
    if (c == kEndOfEmbedding) {
      const bool isMatched = !open.empty() && isEmbedding(characters[open.back()]);
      isMatched ? open.pop_back() : leaveOut(i);
    }
    if (c != kEndOfIsolate) continue;
    std::size_t depth = open.size();
    while (depth > 0 && !isIsolate(characters[open[depth - 1]])) --depth;
    if (depth == 0) {
      leaveOut(i);
      continue;
    }
    // The end of an isolate ends the embeddings inside it as well; outside the text they must have their own.
    for (std::size_t inner = depth; inner < open.size(); ++inner) leaveOut(open[inner]);
    open.resize(depth - 1);
  }
  for (const std::size_t at : open) leaveOut(at);
  std::string closed;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (isKept[i]) appendUtf8(closed, characters[i]);
  }
  return closed;
}

void closeDirections(Publication& publication, Diagnostics& diagnostics) {
  Closing closing(diagnostics);
  Metadata& metadata = publication.metadata;
  closing.close(metadata.title);
  closing.close(metadata.subtitle);
  closing.close(metadata.description);
  for (LocalizedText& title : metadata.translatedTitles) closing.close(title);
  for (LocalizedText& subject : metadata.subjects) closing.close(subject);
  for (std::string* text : {&metadata.publisher, &metadata.source, &metadata.rights}) closing.close(*text, {});
  for (Contributor& person : metadata.contributors) {
    closing.close(person.name, {});
    closing.close(person.fileAs, {});
    for (LocalizedText& other : person.alternates) closing.close(other);
    for (std::string& affiliation : person.affiliations) closing.close(affiliation, {});
  }
  closing.close(publication.navigation);
  for (Chapter& chapter : publication.chapters) {
    closing.close(chapter.title, chapter.root->position());
    closing.close(*chapter.root);
  }
}

}  // namespace octavo::publication
