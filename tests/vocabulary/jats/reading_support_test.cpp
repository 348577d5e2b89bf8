// Support for the tests of the JATS reader; a test file only so that the build finds it.
#include "vocabulary/jats/reading_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "vocabulary/jats/jats.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;

SourceFiles& sources() {
  static SourceFiles files;
  return files;
}

JatsResult readDocument(const dom::Document& document, const std::filesystem::path& path, const InputFolder& folder) {
  JatsResult result;
  result.article = vocabulary::readJats({document, path, folder, "chapter-1", "a1-", result.diagnostics});
  return result;
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool isFlowOnly(std::string_view name) {
  return isOneOf(name, {"p", "div", "section", "aside", "article", "header", "footer", "figure", "figcaption", "table",
                        "ul", "ol", "dl", "li", "dt", "dd", "pre", "hr", "blockquote", "h1", "h2", "h3", "h4", "h5",
                        "h6", "details", "caption", "tr", "td", "th", "tbody", "thead", "tfoot"});
}
bool isPhrasingOnly(std::string_view name) {
  return isOneOf(name, {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "i", "b", "em", "strong", "u", "s", "sub",
                        "sup", "code", "pre", "cite", "abbr", "ruby", "rt", "time"});
}

struct Checker {
  std::vector<std::string> faults;
  std::map<std::string, int> ids;
  std::vector<std::string> targets;

  void fault(const Element& element, std::string_view what) {
    const Element* parent = element.parent();
    faults.push_back(std::string(what) + ": <" + element.name + "> in <" + (parent ? parent->name : "") + "> line " +
                     std::to_string(element.position().line));
  }

  void children(const Element& element, std::initializer_list<std::string_view> allowed) {
    for (const auto& child : element.children()) {
      const Element* below = dom::asElement(*child);
      if (!below) {
        fault(element, "text not allowed");
      } else if (!isOneOf(below->name, allowed)) {
        fault(*below, "child not allowed");
      }
    }
  }

  void definitions(const Element& list) {
    std::string_view last = "dd";
    for (const auto& child : list.children()) {
      const Element* below = dom::asElement(*child);
      if (!below) continue;
      last = below->name;
    }
    if (last != "dd" || list.children().empty()) fault(list, "dl does not end with dd");
  }

  void figure(const Element& element) {
    const auto& all = element.children();
    int captions = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Element* below = dom::asElement(*all[i]);
      if (!below || below->name != "figcaption") continue;
      ++captions;
      if (i != 0 && i + 1 != all.size()) fault(*below, "figcaption neither first nor last");
    }
    if (captions > 1) fault(element, "two figcaptions");
  }

  void check(const Element& element, bool inLink) {
    if (element.namespaceName != dom::Namespace::Xhtml) {
      if (const std::string* id = element.attribute("id")) ++ids[*id];
      for (const auto& child : element.children()) {
        if (const Element* below = dom::asElement(*child)) check(*below, inLink);
      }
      return;
    }
    if (const std::string* id = element.attribute("id")) ++ids[*id];
    if (const std::string* href = element.attribute("href"); href && href->starts_with("#")) {
      targets.push_back(href->substr(1));
    }
    if (element.name == "a" && inLink) fault(element, "link in link");
    if (isPhrasingOnly(element.name)) {
      for (const auto& child : element.children()) {
        const Element* below = dom::asElement(*child);
        if (below && isFlowOnly(below->name)) fault(*below, "block in running text");
      }
    }
    if (isOneOf(element.name, {"ul", "ol"})) children(element, {"li"});
    if (element.name == "dl") children(element, {"dt", "dd"}), definitions(element);
    if (element.name == "table") children(element, {"caption", "colgroup", "thead", "tbody", "tfoot"});
    if (isOneOf(element.name, {"thead", "tbody", "tfoot"})) children(element, {"tr"});
    if (element.name == "tr") children(element, {"td", "th"});
    if (element.name == "figure") figure(element);
    if (element.name == "li" && !isOneOf(element.parent()->name, {"ul", "ol"})) fault(element, "li outside a list");
    if (isOneOf(element.name, {"header"}) && inLink) fault(element, "header in link");
    for (const auto& attribute : element.attributes) {
      if (attribute.name == "class" && attribute.value.find_first_not_of(
              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789- ") != std::string::npos) {
        fault(element, "odd class " + attribute.value);
      }
    }
    for (const auto& child : element.children()) {
      if (const Element* below = dom::asElement(*child)) check(*below, inLink || element.name == "a");
    }
  }
};

const Element* findBelow(const Element& element, std::string_view name, std::string_view className) {
  if (element.name == name && (className.empty() || element.hasWord("class", className))) return &element;
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    const Element* found = below ? findBelow(*below, name, className) : nullptr;
    if (found) return found;
  }
  return nullptr;
}

int countBelow(const Element& element, std::string_view name, std::string_view className) {
  int count = element.name == name && (className.empty() || element.hasWord("class", className)) ? 1 : 0;
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) count += countBelow(*below, name, className);
  }
  return count;
}

}  // namespace

JatsResult readJatsFile(const std::filesystem::path& path) {
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::read(path, folder, sources(), diagnostics);
  JatsResult result = readDocument(document, path, folder);
  return result;
}

JatsResult readJatsText(std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(OCTAVO_SOURCE_DIR) / "tests/vocabulary/jats/made.xml";
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::readBytes(text, path, folder, sources(), diagnostics);
  return readDocument(document, path, folder);
}

JatsResult readJatsBody(std::string_view body) {
  return readJatsText("<article xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                      "xmlns:mml=\"http://www.w3.org/1998/Math/MathML\" xml:lang=\"en\"><front><article-meta>"
                      "<title-group><article-title>T</article-title></title-group></article-meta></front><body>" +
                      std::string(body) + "</body></article>");
}

const Element& findIn(const JatsResult& result, std::string_view name, std::string_view className) {
  static const Element none(dom::Namespace::None, "not-found", {});
  const Element* found = findBelow(*result.article.chapters.at(0).root, name, className);
  EXPECT_TRUE(found) << "no <" << name << " class=\"" << className << "\">";
  return found ? *found : none;
}

int countIn(const JatsResult& result, std::string_view name, std::string_view className) {
  return countBelow(*result.article.chapters.at(0).root, name, className);
}

int countOfCode(const JatsResult& result, std::string_view code) {
  int count = 0;
  for (const auto& entry : result.diagnostics.entries()) count += entry.diagnostic.code == code ? 1 : 0;
  return count;
}

std::vector<std::string> faultsOf(const vocabulary::Article& article) {
  Checker checker;
  for (const auto& chapter : article.chapters) checker.check(*chapter.root, false);
  for (const auto& [id, count] : checker.ids) {
    if (count > 1) checker.faults.push_back("id twice: " + id);
  }
  for (const std::string& target : checker.targets) {
    if (!checker.ids.contains(target)) checker.faults.push_back("dead link: #" + target);
  }
  return checker.faults;
}

}  // namespace octavo::test
