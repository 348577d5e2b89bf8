// vocabulary/xhtml: which classes of a page are the program's own words, and which only sound like them.
#include <algorithm>
#include <array>

#include "css/program_words.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

/// The element where a word means what the program means by it; nobody has it there by chance.
struct Place {
  std::string_view word;
  std::initializer_list<std::string_view> elements;
};
const std::array kPlaces{
    Place{"question", {"div", "li", "section", "ol", "ul", "dl", "table", "aside", "dt", "td"}},
    Place{"answer", {"div", "li", "section", "ol", "ul", "dl", "table", "aside", "dd", "td", "details"}},
    Place{"options", {"ol", "ul"}},
    Place{"labelled", {"ol", "ul", "dl"}},
    Place{"simple", {"ol", "ul", "dl"}},
    Place{"unmarked", {"ol", "ul", "li"}},
    Place{"simplelist", {"ol", "ul", "table"}},
    Place{"callouts", {"ol", "ul"}},
    Place{"references", {"ol", "ul"}},
    Place{"reference", {"li"}},
    Place{"sidebar", {"aside"}},
    Place{"annotation", {"aside"}},
    Place{"admonition", {"aside", "div"}},
    Place{"warning", {"aside"}},
    Place{"caution", {"aside"}},
    Place{"danger", {"aside"}},
    Place{"notes", {"aside"}},
    Place{"epigraph", {"blockquote"}},
    Place{"verse", {"blockquote"}},
    Place{"example", {"figure"}},
    Place{"monospaced", {"pre"}},
    Place{"address", {"pre", "address"}},
};

bool hasInside(const Element& element, std::initializer_list<std::string_view> classes, std::string_view name = {}) {
  return std::ranges::any_of(element.children(), [&](const auto& child) {
    const Element* below = dom::asElement(*child);
    if (!below) return false;
    const auto isIt = [&](std::string_view one) { return below->hasWord("class", one); };
    return below->name == name || std::ranges::any_of(classes, isIt) || hasInside(*below, classes, name);
  });
}

bool isInside(const Element& element, std::initializer_list<std::string_view> classes, std::string_view name = {}) {
  for (const Element* at = element.parent(); at; at = at->parent()) {
    if (at->name == name) return true;
    if (std::ranges::any_of(classes, [&](std::string_view one) { return at->hasWord("class", one); })) return true;
  }
  return false;
}

/// Verse has lines, a speech its speaker, an abstract its heading: what the parts bear out.
bool hasItsParts(const Element& source, std::string_view word) {
  if (word == "verse") return source.name == "div" && hasInside(source, {"verse-line", "stanza"}, "br");
  if (word == "stanza") return isInside(source, {"verse"});
  if (word == "speech") return source.name == "div" && hasInside(source, {"speaker"});
  if (word == "speaker" || word == "stage") return isInside(source, {"speech", "verse"});
  const bool isBlock = isOneOf(source.name, {"div", "section", "aside"});
  if (word == "abstract") {
    const Element* first = childrenOf(source).empty() ? nullptr : childrenOf(source).front();
    return isBlock && (isInside(source, {}, "header") || (first && (first->name.starts_with("h") || first->hasWord("class", "abstract-title"))));
  }
  if (word == "keywords" || word == "subjects" || word == "affiliations" || word == "affiliation") {
    return isInside(source, {"abstract"}, "header");
  }
  return false;
}

bool isProgramsOwn(const Element& source, std::string_view word, bool isRoot) {
  if (!css::isProgramWord(word)) return true;
  if (isRoot) return false;
  if (isPhrasing(source)) return source.name != "p" && headingLevel(source) == 0;
  const auto* place = std::ranges::find(kPlaces, word, &Place::word);
  if (place != kPlaces.end() && isOneOf(source.name, place->elements)) return true;
  return hasItsParts(source, word);
}

}  // namespace

void addPageClasses(Element& made, const Element& source, std::string_view words) {
  const bool isRoot = !made.parent();
  while (!words.empty()) {
    const std::size_t begin = std::min(words.find_first_not_of(" \t\r\n"), words.size());
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    const std::string_view one = words.substr(begin, end - begin);
    words.remove_prefix(end);
    if (!one.empty()) addClass(made, isProgramsOwn(source, one, isRoot) ? std::string(one) : css::pageClass(one));
  }
}

}  // namespace octavo::vocabulary::xhtml
