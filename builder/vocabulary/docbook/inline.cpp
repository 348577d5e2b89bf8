// vocabulary/docbook: words in the line: emphasis, quotations, names of things, code.
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// What an element is in XHTML; its own name stays as a class where that says more.
struct Form {
  std::string_view name, element;
};
constexpr std::array kForms{
    Form{"abbrev", "abbr"},          Form{"acronym", "abbr"},        Form{"citetitle", "cite"},
    Form{"firstterm", "dfn"},        Form{"foreignphrase", "i"},     Form{"wordasword", "i"},
    Form{"lineannotation", "i"},     Form{"superscript", "sup"},     Form{"subscript", "sub"},
    Form{"literal", "code"},         Form{"code", "code"},           Form{"constant", "code"},
    Form{"varname", "code"},         Form{"function", "code"},       Form{"methodname", "code"},
    Form{"classname", "code"},       Form{"interfacename", "code"},  Form{"exceptionname", "code"},
    Form{"enumname", "code"},        Form{"enumvalue", "code"},      Form{"enumidentifier", "code"},
    Form{"structname", "code"},      Form{"structfield", "code"},    Form{"symbol", "code"},
    Form{"type", "code"},            Form{"command", "code"},        Form{"option", "code"},
    Form{"filename", "code"},        Form{"envar", "code"},          Form{"property", "code"},
    Form{"returnvalue", "code"},     Form{"errorcode", "code"},      Form{"errorname", "code"},
    Form{"errortext", "code"},       Form{"errortype", "code"},      Form{"token", "code"},
    Form{"markup", "code"},          Form{"initializer", "code"},    Form{"modifier", "code"},
    Form{"package", "code"},         Form{"systemitem", "code"},     Form{"parameter", "code"},
    Form{"macrodef", "code"},        Form{"templatename", "code"},   Form{"typedefname", "code"},
    Form{"unionname", "code"},       Form{"macroname", "code"},      Form{"namespacename", "code"},
    Form{"template", "code"},        Form{"specializedtemplate", "code"}, Form{"medialabel", "cite"},
    Form{"computeroutput", "samp"},  Form{"prompt", "samp"},         Form{"userinput", "kbd"},
    Form{"replaceable", "var"},      Form{"phrase", "span"},         Form{"application", "span"},
    Form{"hardware", "span"},        Form{"productname", "span"},    Form{"database", "span"},
    Form{"orgname", "span"},         Form{"orgdiv", "span"},         Form{"date", "span"},
    Form{"interface", "span"},       Form{"interfacedefinition", "span"}, Form{"action", "span"},
    Form{"refentrytitle", "span"},   Form{"manvolnum", "span"},      Form{"keycode", "code"},
    Form{"keysym", "code"},          Form{"comment", "span"},        Form{"remark", "span"},
    Form{"attvalue", "code"},        Form{"att", "code"},            Form{"stagedirection", "i"},
    Form{"citebiblioid", "span"},    
};

bool saysNoMore(std::string_view name) {
  return isOneOf(name, {"superscript", "subscript", "code", "phrase", "firstterm", "acronym", "abbrev"});
}

/// The place for an inline element's content: inside a link where the element is one (XLink, linkend).
Element& openInline(const Element& source, Element& into, std::string_view name, Reading& reading,
                    std::string_view className) {
  Element& made = appendAs(into, name, source, reading, className);
  const bool isLink = source.attribute("linkend") || (source.attribute("xlink:href") && source.attributeOr("xlink:type", "simple") == "simple");
  if (!isLink || isInLink(into)) return made;
  Element& link = appendMade(made, "a", source, reading);
  aimLink(link, source, reading);
  return link;
}

void convertForm(const Element& source, Element& into, Reading& reading) {
  const auto* form = kForms.begin();
  while (form->name != source.name) ++form;
  Element& made = openInline(source, into, form->element, reading, saysNoMore(source.name) ? std::string_view() : source.name);
  if (isOneOf(source.name, {"filename", "systemitem", "productname"})) addSourceClass(made, "class", source.attributeOr("class"));
  convertInline(source, made, reading);
}

struct Emphasis {
  std::string_view role, element;
};
constexpr std::array kEmphases{Emphasis{"bold", "strong"},   Emphasis{"strong", "strong"},
                               Emphasis{"underline", "u"},   Emphasis{"strikethrough", "s"},
                               Emphasis{"strike", "s"},      Emphasis{"italic", "i"},
                               Emphasis{"roman", "span"},    Emphasis{"smallcaps", "span"}};

void convertEmphasis(const Element& source, Element& into, Reading& reading) {
  std::string_view name = "em";
  for (const Emphasis& one : kEmphases) {
    if (source.attributeOr("role") == one.role) name = one.element;
  }
  Element& made = openInline(source, into, name, reading, {});
  if (source.attributeOr("role") == "smallcaps") addClass(made, "small-caps");
  convertInline(source, made, reading);
}

/// The marks are the style's, by language and depth.
void convertQuote(const Element& source, Element& into, Reading& reading) {
  convertInline(source, openInline(source, into, "q", reading, {}), reading);
}

struct Frame {
  std::string_view name, before, after;
};
constexpr std::array kTagFrames{
    Frame{"starttag", "<", ">"},         Frame{"endtag", "</", ">"},       Frame{"emptytag", "<", "/>"},
    Frame{"genentity", "&", ";"},        Frame{"paramentity", "%", ";"},   Frame{"numcharref", "&#", ";"},
    Frame{"pi", "<?", ">"},              Frame{"xmlpi", "<?", "?>"},       Frame{"comment", "<!--", "-->"},
    Frame{"sgmlcomment", "<!--", "-->"}, Frame{"prefix", "", ":"},         Frame{"attvalue", "\"", "\""},
};

void convertTag(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, "code", reading, "tag");
  const Frame* frame = nullptr;
  for (const Frame& one : kTagFrames) {
    if (one.name == source.attributeOr("class")) frame = &one;
  }
  if (frame) made.appendText(std::string(frame->before), source.position());
  convertInline(source, made, reading);
  if (frame) made.appendText(std::string(frame->after), source.position());
}

void convertTrademark(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, "span", reading, "trademark");
  convertInline(source, made, reading);
  const std::string_view kind = source.attributeOr("class", "trade");
  made.appendText(kind == "registered" ? "®" : kind == "copyright" ? "©" : kind == "service" ? "℠" : "™", source.position());
}

void convertOptional(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, "span", reading, "optional");
  made.appendText("[", source.position());
  convertInline(source, made, reading);
  made.appendText("]", source.position());
}

void convertCitation(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, "span", reading, "citation");
  const Element* entry = entryWithMark(plainText(source), reading.document);
  const std::string_view id = entry ? entry->attributeOr("xml:id", entry->attributeOr("id")) : std::string_view();
  const bool isLink = !id.empty() && !isInLink(made);
  Element& words = isLink ? appendMade(made, "a", source, reading, "xref") : made;
  words.appendText("[", source.position());
  convertInline(source, words, reading);
  words.appendText("]", source.position());
  if (isLink) reading.conversion.linkTo(words, id);
}

/// ls(1)
void convertManualReference(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, "span", reading, "citerefentry");
  for (const Element* part : childrenOf(source)) {
    if (part->name != "manvolnum") {
      convert(*part, made, reading);
      continue;
    }
    made.appendText("(", part->position());
    convertInline(*part, made, reading);
    made.appendText(")", part->position());
  }
  if (childrenOf(source).empty()) convertInline(source, made, reading);
}

/// A term is linked to its entry in the glossary, by id or by its words.
void convertGlossTerm(const Element& source, Element& into, Reading& reading) {
  Element& made = openInline(source, into, source.name == "firstterm" ? "dfn" : "span", reading, "glossterm");
  if (made.name == "a" || isInLink(into) || hasAncestor(source, "glossentry")) return convertInline(source, made, reading);
  const std::string base(source.attributeOr("baseform"));
  const auto entry = reading.glossaryEntries.find(base.empty() ? plainText(source) : base);
  const std::string_view id = entry == reading.glossaryEntries.end()
                                  ? std::string_view()
                                  : entry->second->attributeOr("xml:id", entry->second->attributeOr("id"));
  if (id.empty()) return convertInline(source, made, reading);
  Element& link = appendMade(made, "a", source, reading);
  convertInline(source, link, reading);
  reading.conversion.linkTo(link, id);
}

void convertAddress(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  Element& link = appendAs(into, isInLink(into) ? "span" : "a", source, reading, source.name);
  convertInline(source, link, reading);
  if (link.name != "a") return;
  if (source.attribute("linkend") || source.attribute("xlink:href")) return aimLink(link, source, reading);
  if (source.name == "email" && words.find('@') != std::string::npos && words.find(' ') == std::string::npos) {
    return reading.conversion.linkToWeb(link, "mailto:" + words, source.position());
  }
  if (source.name == "uri" && words.find("://") != std::string::npos && words.find(' ') == std::string::npos) {
    return reading.conversion.linkToWeb(link, words, source.position());
  }
  link.name = "span";
}

void convertPlain(const Element& source, Element& into, Reading& reading) { convertInline(source, into, reading); }

constexpr std::array kSpecial{
    Rule{"emphasis", convertEmphasis},
    Rule{"quote", convertQuote},
    Rule{"tag", convertTag},
    Rule{"sgmltag", convertTag},
    Rule{"trademark", convertTrademark},
    Rule{"optional", convertOptional},
    Rule{"citation", convertCitation},
    Rule{"citerefentry", convertManualReference},
    Rule{"firstterm", convertGlossTerm},
    Rule{"glossterm", convertGlossTerm},
    Rule{"email", convertAddress},
    Rule{"uri", convertAddress},
    Rule{"ooclass", convertPlain},
    Rule{"oointerface", convertPlain},
    Rule{"ooexception", convertPlain},
};

}  // namespace

std::span<const Rule> inlineRules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all(kSpecial.begin(), kSpecial.end());
    for (const Form& form : kForms) all.push_back({form.name, convertForm});
    return all;
  }();
  return rules;
}

}  // namespace octavo::vocabulary::docbook
