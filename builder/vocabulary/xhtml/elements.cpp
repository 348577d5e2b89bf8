// vocabulary/xhtml: what becomes of each element.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "vocabulary/conversion_content.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;
using Converter = void (*)(const Element&, Element&, Reading&);

struct Kept {
  std::string_view name;
  std::string_view output;  // empty: the same
  std::string_view className = {};
};

/// Elements that stay, under their name or that of today's HTML; sorted.
constexpr std::array kKept{
    Kept{"abbr", ""},
    Kept{"acronym", "abbr"},
    Kept{"address", ""},
    Kept{"article", "section", "article"},
    Kept{"aside", ""},
    Kept{"b", ""},
    Kept{"bdi", ""},
    Kept{"bdo", ""},
    Kept{"big", "span", "big"},
    Kept{"blink", "span", "blink"},
    Kept{"blockquote", ""},
    Kept{"br", ""},
    Kept{"center", "div", "center"},
    Kept{"cite", ""},
    Kept{"code", ""},
    Kept{"data", ""},
    Kept{"dd", ""},
    Kept{"del", ""},
    Kept{"details", ""},
    Kept{"dfn", ""},
    Kept{"dialog", "div", "dialog"},
    Kept{"dir", "ul"},
    Kept{"div", ""},
    Kept{"dl", ""},
    Kept{"dt", ""},
    Kept{"em", ""},
    Kept{"fieldset", "div", "fieldset"},
    Kept{"figcaption", ""},
    Kept{"figure", ""},
    Kept{"font", "span"},
    Kept{"footer", ""},
    Kept{"h1", ""},
    Kept{"h2", ""},
    Kept{"h3", ""},
    Kept{"h4", ""},
    Kept{"h5", ""},
    Kept{"h6", ""},
    Kept{"header", ""},
    Kept{"hgroup", "div", "hgroup"},
    Kept{"hr", ""},
    Kept{"i", ""},
    Kept{"ins", ""},
    Kept{"kbd", ""},
    Kept{"label", "span"},
    Kept{"legend", "p", "legend"},
    Kept{"li", ""},
    Kept{"listing", "pre"},
    Kept{"main", "div", "main"},
    Kept{"mark", ""},
    Kept{"marquee", "div", "marquee"},
    Kept{"menu", "ul"},
    Kept{"menuitem", "li"},
    Kept{"meter", "span"},
    Kept{"nav", ""},
    Kept{"nobr", "span", "nobr"},
    Kept{"ol", ""},
    Kept{"p", ""},
    Kept{"pre", ""},
    Kept{"progress", "span"},
    Kept{"q", ""},
    Kept{"rb", ""},
    Kept{"rbc", ""},
    Kept{"rp", ""},
    Kept{"rt", ""},
    Kept{"rtc", ""},
    Kept{"ruby", ""},
    Kept{"s", ""},
    Kept{"samp", ""},
    Kept{"search", "div"},
    Kept{"section", ""},
    Kept{"slot", "span"},
    Kept{"small", ""},
    Kept{"span", ""},
    Kept{"strike", "s"},
    Kept{"strong", ""},
    Kept{"sub", ""},
    Kept{"summary", ""},
    Kept{"time", ""},
    Kept{"tt", "code"},
    Kept{"u", ""},
    Kept{"ul", ""},
    Kept{"var", ""},
    Kept{"wbr", ""},
    Kept{"xmp", "pre"},
};
static_assert(std::ranges::is_sorted(kKept, {}, &Kept::name));

/// Program and form: no page of paper can run it.
void dropActive(const Element& element, Element&, Reading& reading) {
  reading.conversion.warn("active-content", element.position(),
                          fmt::format("<{}> is left out: books are read, not run", element.name),
                          element.name);
}

/// What a reader would choose from or press keeps its words.
void keepWords(const Element& element, Element& into, Reading& reading) {
  dropActive(element, into, reading);
  if (!dom::collapseWhiteSpace(dom::textContent(element)).empty()) {
    convertChildren(element, appendKept("span", element, into, reading), reading);
  }
}

void convertForm(const Element& element, Element& into, Reading& reading) {
  dropActive(element, into, reading);
  convertChildren(element, appendKept("div", element, into, reading), reading);
}

void convertInside(const Element& element, Element& into, Reading& reading) {
  convertChildren(element, into, reading);
}

/// A note call is raised by the stylesheet: a `sup` that holds nothing else would raise it twice.
void convertRaised(const Element& element, Element& into, Reading& reading) {
  const Element* only = nullptr;
  bool isAlone = true;
  for (const auto& child : element.children()) {
    if (isBlank(*child)) continue;
    isAlone = isAlone && !only && dom::asElement(*child);
    only = dom::asElement(*child);
  }
  const bool isCall = isAlone && only && calledNote(*only, reading) && !isBackLink(*only, reading);
  if (!isCall) {
    convertChildren(element, appendKept("sup", element, into, reading), reading);
    return;
  }
  convert(*only, into, reading);
  Element& call = *dom::asElement(*into.children().back());
  if (!call.attribute("id")) reading.conversion.takeIdentity(call, element);
}

void dropInSilence(const Element&, Element&, Reading&) {}

/// A part of a picture that leads somewhere: on paper, its words as a link.
void convertArea(const Element& element, Element& into, Reading& reading) {
  const std::string words = dom::collapseWhiteSpace(element.attributeOr("alt"));
  if (words.empty()) return;
  const std::size_t index = into.children().size();
  convertLink(element, into, reading);
  if (into.children().size() == index) return;
  Element& link = *dom::asElement(*into.children().back());
  if (link.children().empty()) link.appendText(words, element.position());
  into.appendText(" ", element.position());
}

struct Rule {
  std::string_view name;
  Converter convert;
};

constexpr std::array kRules{
    Rule{"a", convertLink},           Rule{"applet", dropActive},       Rule{"area", convertArea},
    Rule{"audio", convertMedia},      Rule{"base", dropInSilence},      Rule{"basefont", dropInSilence},
    Rule{"bgsound", dropInSilence},   Rule{"button", keepWords},        Rule{"canvas", convertObject},
    Rule{"datalist", dropActive},     Rule{"embed", convertMedia},      Rule{"form", convertForm},
    Rule{"frame", dropActive},        Rule{"frameset", convertInside},  Rule{"iframe", dropActive},
    Rule{"img", convertPicture},      Rule{"input", dropActive},        Rule{"isindex", dropActive},
    Rule{"keygen", dropActive},       Rule{"link", dropInSilence},      Rule{"map", convertInside},
    Rule{"meta", dropInSilence},      Rule{"noembed", convertInside},   Rule{"noframes", convertInside},
    Rule{"noscript", convertNoscript},  Rule{"object", convertObject},    Rule{"optgroup", keepWords},
    Rule{"option", keepWords},        Rule{"output", keepWords},        Rule{"param", dropInSilence},
    Rule{"picture", convertInside},   Rule{"script", dropActive},       Rule{"select", keepWords},
    Rule{"source", dropInSilence},    Rule{"spacer", dropInSilence},    Rule{"style", dropInSilence},
    Rule{"sup", convertRaised},       Rule{"table", convertTable},
    Rule{"textarea", keepWords},      Rule{"title", dropInSilence},     Rule{"track", dropInSilence},
    Rule{"video", convertMedia},
};
static_assert(std::ranges::is_sorted(kRules, {}, &Rule::name));

template <std::size_t N, class T>
const T* find(const std::array<T, N>& table, std::string_view name) {
  const auto found = std::ranges::lower_bound(table, name, {}, &T::name);
  return found != table.end() && found->name == name ? &*found : nullptr;
}

/// Parts of tables that no table holds.
bool isTablePart(std::string_view name) {
  constexpr std::array<std::string_view, 9> kParts{"caption", "col", "colgroup", "tbody", "td",
                                                   "tfoot",   "th",  "thead",    "tr"};
  return std::ranges::find(kParts, name) != kParts.end();
}

void convertHtml(const Element& element, Element& into, Reading& reading) {
  if (const Rule* rule = find(kRules, element.name)) {
    rule->convert(element, into, reading);
    return;
  }
  const Kept* kept = find(kKept, element.name);
  if (!kept && !isTablePart(element.name)) {
    reading.conversion.reportUnknown(element);
    // A custom element may hold anything: the repair pass makes a div of it where it holds blocks.
    convertChildren(element, appendKept("span", element, into, reading), reading);
    return;
  }
  const std::string_view name = !kept ? "div" : kept->output.empty() ? kept->name : kept->output;
  Element& made = appendKept(name, element, into, reading);
  addClass(made, kept ? kept->className : element.name);
  convertChildren(element, made, reading);
}

void convertForeign(const Element& element, Element& into, Reading& reading) {
  switch (element.namespaceName) {
    case dom::Namespace::MathMl:
      convertMath(element, into, reading);
      return;
    case dom::Namespace::Svg:
      convertSvg(element, into, reading);
      return;
    case dom::Namespace::Other:
      if (element.name == "epub:switch") {
        convertSwitch(element, into, reading);
        return;
      }
      if (element.name == "epub:trigger") {
        dropActive(element, into, reading);
        return;
      }
      break;
    case dom::Namespace::None:
    case dom::Namespace::Xhtml:
    case dom::Namespace::XInclude:
    case dom::Namespace::DocBook:
    case dom::Namespace::Tei:
    case dom::Namespace::OasisTable:
    case dom::Namespace::Ali:
      break;
  }
  reading.conversion.reportUnknown(element);
  convertChildren(element, appendKept("span", element, into, reading), reading);
}

}  // namespace

bool isHtml(const Element& element) {
  return element.namespaceName == dom::Namespace::Xhtml || element.namespaceName == dom::Namespace::None;
}

void convert(const dom::Node& node, Element& into, Reading& reading) {
  if (const dom::Text* text = dom::asText(node)) {
    into.appendText(text->value, text->position());
    return;
  }
  const Element& element = *dom::asElement(node);
  if (reading.noteBodies.contains(&element)) {
    convertNoteBody(element, reading);
  } else if (reading.noteLists.contains(&element)) {
    for (const auto& child : element.children()) {
      // Its heading and rules go with it: the notes' section has none.
      const Element* below = dom::asElement(*child);
      if (below && (reading.noteBodies.contains(below) || reading.noteLists.contains(below))) {
        convert(*child, into, reading);
      } else if (below && headingLevel(*below) > 0) {
        reading.conversion.reportNoteHeading(dom::collapseWhiteSpace(dom::textContent(*below)), below->position());
      }
    }
  } else if (leaveOutHidden(element, reading)) {
    return;
  } else if (isHtml(element)) {
    convertHtml(element, into, reading);
  } else {
    convertForeign(element, into, reading);
  }
}

void convertChildren(const Element& element, Element& into, Reading& reading) {
  for (const auto& child : element.children()) convert(*child, into, reading);
}

}  // namespace octavo::vocabulary::xhtml
