// vocabulary/xhtml: which attributes stay.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "vocabulary/conversion_content.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

/// DPUB-ARIA 1.0, section 4 and EPUB SSV: what a section may be called in both.
struct Semantics {
  std::string_view epubType;
  std::string_view role;
};
constexpr std::array kSectionSemantics{
    Semantics{"abstract", "doc-abstract"},
    Semantics{"acknowledgments", "doc-acknowledgments"},
    Semantics{"afterword", "doc-afterword"},
    Semantics{"appendix", "doc-appendix"},
    Semantics{"bibliography", "doc-bibliography"},
    Semantics{"chapter", "doc-chapter"},
    Semantics{"colophon", "doc-colophon"},
    Semantics{"conclusion", "doc-conclusion"},
    Semantics{"credits", "doc-credits"},
    Semantics{"dedication", "doc-dedication"},
    Semantics{"epilogue", "doc-epilogue"},
    Semantics{"errata", "doc-errata"},
    Semantics{"foreword", "doc-foreword"},
    Semantics{"glossary", "doc-glossary"},
    Semantics{"index", "doc-index"},
    Semantics{"introduction", "doc-introduction"},
    Semantics{"part", "doc-part"},
    Semantics{"preface", "doc-preface"},
    Semantics{"prologue", "doc-prologue"},
    Semantics{"qna", "doc-qna"},
};

/// Attributes that some elements have to themselves.
struct OwnAttribute {
  std::string_view element;
  std::string_view attribute;
};
constexpr std::array kOwn{
    OwnAttribute{"ol", "start"},   OwnAttribute{"ol", "reversed"},   OwnAttribute{"ol", "type"},
    OwnAttribute{"li", "value"},   OwnAttribute{"td", "colspan"},    OwnAttribute{"td", "rowspan"},
    OwnAttribute{"th", "colspan"}, OwnAttribute{"th", "rowspan"},    OwnAttribute{"th", "scope"},
    OwnAttribute{"th", "abbr"},    OwnAttribute{"time", "datetime"}, OwnAttribute{"details", "open"},
    OwnAttribute{"data", "value"}, OwnAttribute{"ins", "datetime"},  OwnAttribute{"del", "datetime"},
    OwnAttribute{"rt", "rbspan"},  // until finish() settles the ruby
};

/// DPUB-ARIA 1.0 beyond sections: the role, EPUB's word for it, and the elements that may have it (ARIA in HTML,
/// section 4). Roles of notes and page breaks are given anew.
struct PartRole {
  std::string_view role;
  std::string_view epubType;  // empty: EPUB has none
  std::initializer_list<std::string_view> elements;
};
const std::array kPartRoles{
    PartRole{"doc-biblioref", "biblioref", {"a"}},
    PartRole{"doc-credit", "credit", {"section", "div", "p", "span"}},
    PartRole{"doc-epigraph", "epigraph", {"blockquote", "div", "p"}},
    PartRole{"doc-example", "", {"section", "aside", "div"}},
    PartRole{"doc-glossref", "glossref", {"a"}},
    PartRole{"doc-notice", "notice", {"section", "div", "p"}},
    PartRole{"doc-pullquote", "pullquote", {"section", "aside", "div", "blockquote", "p"}},
    PartRole{"doc-subtitle", "subtitle", {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div"}},
    PartRole{"doc-tip", "tip", {"aside", "section", "div", "p"}},
    PartRole{"note", "", {"aside", "section", "div", "p"}},
};

bool isNumber(std::string_view value) {
  const std::string_view digits = value.starts_with('-') ? value.substr(1) : value;
  return !digits.empty() && digits.size() <= 9 &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

/// HTML, section 2.3.5, cut to years, months and days with an optional time.
bool isDate(std::string_view value) {
  constexpr std::string_view kPattern = "dddd-dd-dd";
  const std::string_view day = value.substr(0, value.find_first_of("T "));
  const bool hasForm = std::ranges::equal(day, kPattern.substr(0, day.size()), [](char c, char wanted) {
    return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
  });
  return hasForm && (day.size() == 4 || day.size() == 7 || day.size() == 10);
}

bool isGoodValue(std::string_view attribute, std::string_view value) {
  if (attribute == "start" || attribute == "value" || attribute == "rbspan") return isNumber(value);
  if (attribute == "colspan" || attribute == "rowspan") return true;  // read by the table's own rules
  if (attribute == "type")
    return value == "1" || value == "a" || value == "A" || value == "i" || value == "I";
  if (attribute == "scope")
    return value == "row" || value == "col" || value == "rowgroup" || value == "colgroup";
  if (attribute == "datetime") return isDate(value);
  return true;
}

/// But for our own, by which a page could hide words from one output.
bool isData(std::string_view name) {
  if (!name.starts_with("data-") || name.size() == 5 || name.starts_with("data-octavo-")) return false;
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

/// Old ways to say how a text stands, as classes that a stylesheet may take up.
void keepAlignment(const Element& source, Element& made) {
  for (const std::string_view name : {"align", "valign"}) {
    const std::string_view value = source.attributeOr(name);
    constexpr std::array<std::string_view, 8> kValues{"left", "right",  "center", "justify",
                                                      "top",  "middle", "bottom", "baseline"};
    if (std::ranges::find(kValues, value) != kValues.end())
      addClass(made, std::string(name) + "-" + std::string(value));
  }
  // The same in today's words. Left is what a book's sheet does by itself, or had better decide.
  const std::string align = lastValue(source, "text-align");
  if (align == "right" || align == "center") addClass(made, "align-" + align);
}

/// Old ways to say how large a text is and how a list is marked, likewise.
void keepLook(const Element& source, Element& made) {
  if (source.name == "font") {
    // HTML, section 15.3.4: one to seven, three the size around; a sign counts from there.
    const std::string_view written = source.attributeOr("size");
    const bool isSigned = written.starts_with('+') || written.starts_with('-');
    int size = 0;
    const char* const begin = written.data() + (written.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, written.data() + written.size(), size);
    if (error == std::errc()) addClass(made, fmt::format("font-size-{}", std::clamp(isSigned ? 3 + size : size, 1, 7)));
    if (const std::string* color = source.attribute("color")) made.setAttribute("data-color", *color);
  }
  const std::string_view type = source.attributeOr("type");
  const bool isList = made.name == "ul" || made.name == "li";
  if (isList && (type == "disc" || type == "circle" || type == "square")) addClass(made, "list-" + std::string(type));
  if ((made.name == "td" || made.name == "th") && source.attribute("nowrap")) addClass(made, "nobr");
}

void keepPartRole(const Element& source, Element& made) {
  for (const PartRole& known : kPartRoles) {
    const bool isIt = source.hasWord("role", known.role) ||
                      (!known.epubType.empty() && source.hasWord("epub:type", known.epubType));
    const bool mayHave = std::ranges::find(known.elements, made.name) != known.elements.end();
    if (!isIt || !mayHave || made.attribute("role")) continue;
    made.setAttribute("role", std::string(known.role));
    if (!known.epubType.empty()) made.setAttribute("epub:type", std::string(known.epubType));
    const std::string label = dom::collapseWhiteSpace(source.attributeOr("aria-label"));
    if (!label.empty()) made.setAttribute("aria-label", label);
  }
}

void keepSemantics(const Element& source, Element& made, Reading& reading) {
  const std::string types(source.attributeOr("epub:type"));
  if (source.hasWord("epub:type", "pagebreak") || source.hasWord("role", "doc-pagebreak")) {
    const std::string label(
        source.attributeOr("title", source.attributeOr("aria-label", dom::textContent(source))));
    made.setAttribute("role", "doc-pagebreak");
    made.setAttribute("epub:type", "pagebreak");
    if (!dom::collapseWhiteSpace(label).empty())
      made.setAttribute("aria-label", dom::collapseWhiteSpace(label));
    reading.conversion.ensureId(made, "page");
    return;
  }
  if (made.name == "section") {
    for (const Semantics& semantics : kSectionSemantics) {
      if (!source.hasWord("epub:type", semantics.epubType) && !source.hasWord("role", semantics.role))
        continue;
      made.setAttribute("role", std::string(semantics.role));
      // EPUB Indexes 1.0 gives an index parts that a page's index need not have: it says so by its role alone.
      if (semantics.epubType != "index") made.setAttribute("epub:type", std::string(semantics.epubType));
      return;
    }
  }
  // "z3998:author" → class author.
  std::string_view rest = types;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view one = rest.substr(0, end);
    addClass(made, one.substr(one.find(':') + 1));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  keepPartRole(source, made);
}

void noteDropped(const Element& source, const dom::Attribute& attribute, Reading& reading) {
  if (attribute.name.starts_with("on")) {
    reading.conversion.warn("active-content", source.position(), "event handlers are left out", "on…");
  } else if (attribute.name == "style") {
    reading.conversion.diagnostics().report({Severity::Note,
                                             "style-dropped",
                                             source.position(),
                                             "style attributes are left out but for what is centred or at the right; classes stay for a stylesheet",
                                             {},
                                             "style"});
  }
}

}  // namespace

void addClass(Element& element, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n"), words.size());
    const std::string one(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    if (one.empty() || element.hasWord("class", one)) continue;
    const std::string before(element.attributeOr("class"));
    element.setAttribute("class", before.empty() ? one : before + " " + one);
  }
}

Element& appendKept(std::string_view name, const Element& source, Element& into, Reading& reading) {
  Element& made = reading.conversion.append(into, name, source);
  for (const dom::Attribute& attribute : source.attributes) {
    const bool isOwn = std::ranges::any_of(kOwn, [&](const OwnAttribute& own) {
      return own.element == name && own.attribute == attribute.name &&
             isGoodValue(attribute.name, attribute.value);
    });
    if (attribute.name == "class") {
      addPageClasses(made, source, attribute.value);
    } else if (isOwn || attribute.name == "title" || isData(attribute.name)) {
      made.setAttribute(attribute.name, attribute.value);
    } else if (attribute.name == "dir") {
      const bool isGood = attribute.value == "ltr" || attribute.value == "rtl" || attribute.value == "auto";
      if (isGood) made.setAttribute("dir", attribute.value);
    } else {
      noteDropped(source, attribute, reading);
    }
  }
  if (name == "details" && made.attribute("open")) made.setAttribute("open", "open");
  if (name == "ol" && made.attribute("reversed")) made.setAttribute("reversed", "reversed");
  if (name == "bdo" && !made.attribute("dir")) made.setAttribute("dir", "ltr");
  if (name == "data" && !made.attribute("value")) made.name = "span";
  if (name == "time" && !made.attribute("datetime") &&
      !isDate(dom::collapseWhiteSpace(dom::textContent(source)))) {
    made.name = "span";
    addClass(made, "time");
  }
  keepAlignment(source, made);
  keepLook(source, made);
  keepSemantics(source, made, reading);
  return made;
}

}  // namespace octavo::vocabulary::xhtml
