// vocabulary/jats: questions, options, answers and explanations.
#include "vocabulary/jats/reading.h"

#include <array>

#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

Element& appendPart(const Element& source, Element& into, Reading& reading, std::string_view name,
                    std::string_view className) {
  Element& part = appendAs(into, name, source, reading, className);
  if (const std::string* audience = source.attribute("audience")) part.setAttribute("data-audience", *audience);
  return part;
}

void convertQuestionGroup(const Element& source, Element& into, Reading& reading) {
  const bool titled = firstSaying(source, "title") || firstSaying(source, "label");
  Element& group = appendPart(source, into, reading, titled ? "section" : "div", source.name);
  appendHeading(source, group, reading);
  convertBlocks(source, group, reading, {"label", "title", "subtitle"});
}

void convertPreamble(const Element& source, Element& into, Reading& reading) {
  Element& preamble = appendPart(source, into, reading, "div", "question-preamble");
  appendTitleParagraph(source, preamble, reading, "preamble-title");
  convertBlocks(source, preamble, reading, {"label", "title"});
}

/// The kind of answer wanted and the answer's being right are told by attributes, so that a style may draw lines to
/// write on, boxes to tick, or the key.
void convertOption(const Element& source, Element& into, Reading& reading) {
  Element& option = appendPart(source, into, reading, into.name == "ul" ? "li" : "div", "option");
  if (const std::string* correct = source.attribute("correct")) option.setAttribute("data-correct", *correct);
  convertLabelledBlocks(source, option, reading);
}

void convertQuestion(const Element& source, Element& into, Reading& reading) {
  Element& question = appendPart(source, into, reading, "div", "question");
  if (const std::string* type = source.attribute("question-response-type")) {
    question.setAttribute("data-response", *type);
  }
  const Element* title = firstSaying(source, "title");
  if (title) appendTitleParagraph(source, question, reading, "question-title");
  Element* options = nullptr;
  const Element* label = title ? nullptr : firstSaying(source, "label");
  for (const Element* child : childrenOf(source)) {
    if (isOneOf(child->name, {"label", "title", "subtitle"})) continue;
    if (child->name == "option") {
      if (!options) options = &appendMade(question, "ul", *child, reading, "options");
      if (firstSaying(*child, "label")) addClass(*options, "labelled");
      convert(*child, *options, reading);
      continue;
    }
    options = nullptr;
    if (label && child->name == "p") {
      Element& line = appendAs(question, "p", *child, reading);
      appendLabel(*label, line, reading);
      convertInline(*child, line, reading);
      label = nullptr;
      continue;
    }
    convert(*child, question, reading);
  }
  if (!label) return;
  appendLabel(*label, appendMade(question, "p", *label, reading), reading);
  question.insert(0, question.remove(question.children().size() - 1));
}

/// Answers and explanations name what they belong to, for they may be printed far from it.
void convertAnswer(const Element& source, Element& into, Reading& reading) {
  Element& answer = appendPart(source, into, reading, "div", source.name);
  if (firstSaying(source, "title") || firstSaying(source, "label")) {
    appendTitleParagraph(source, answer, reading, "answer-title");
  } else {
    Element& line = appendMade(answer, "p", source, reading, "answer-title");
    const std::string_view pointer =
        source.attributeOr(source.name == "answer" ? "pointer-to-question" : "pointer-to-explained");
    const auto found = reading.byId.find(pointer.substr(0, pointer.find(' ')));
    std::string words = term(source.name, languageAt(source));
    const Element* of = found == reading.byId.end() ? nullptr : dom::firstChild(*found->second, "label");
    if (of) words += " " + headingText(*of);
    if (found != reading.byId.end()) {
      Element& link = appendMade(line, "a", source, reading, "xref");
      link.appendText(words, source.position());
      reading.conversion.linkTo(link, found->first);
    } else {
      line.appendText(words, source.position());
    }
  }
  convertBlocks(source, answer, reading, {"label", "title", "subtitle"});
}

constexpr std::array kRules{
    Rule{"question-wrap-group", convertQuestionGroup},
    Rule{"question-wrap", convertQuestionGroup},
    Rule{"question-preamble", convertPreamble},
    Rule{"question", convertQuestion},
    Rule{"option", convertOption},
    Rule{"answer-set", convertQuestionGroup},
    Rule{"answer", convertAnswer},
    Rule{"explanation", convertAnswer},
};

}  // namespace

std::span<const Rule> studyRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
