#include "vocabulary/jats/article_facts.h"

#include <algorithm>
#include <cctype>

#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// Nothing but white space, no picture, and nothing to point to.
bool isEmpty(const Element& output) {
  if (output.attribute("id") || isOneOf(output.name, {"img", "math", "svg"})) return false;
  return std::ranges::all_of(output.children(), [](const auto& child) {
    const dom::Text* text = dom::asText(*child);
    return text ? isBlank(text->value) : isEmpty(*dom::asElement(*child));
  });
}

/// Whether the words can stand in a line: paragraphs and groups of them, and what stands in lines.
bool isLineable(const Element& output) {
  if (isOneOf(output.name, {"ul", "ol", "dl", "table", "figure", "pre", "blockquote", "section", "aside"})) return false;
  return std::ranges::all_of(output.children(), [](const auto& child) {
    const Element* below = dom::asElement(*child);
    return !below || isLineable(*below);
  });
}

/// Bytes of what hardly fills half of a line.
constexpr std::size_t kShort = 48;

/// What parts two paragraphs in one line: a full stop where the first has none, "© 2012 Ro et al. This article is free."
std::string between(const dom::Node& before, std::string_view language) {
  const Element* element = dom::asElement(before);
  const std::string words = dom::collapseWhiteSpace(element ? dom::textContent(*element) : dom::asText(before)->value);
  const auto last = static_cast<unsigned char>(words.empty() ? ' ' : words.back());
  const bool isAddress = words.substr(words.find_last_of(' ') + 1).find("://") != std::string::npos;
  const bool isOpen = !isAddress && (std::isalnum(last) || last == ')' || last >= 0x80) && !words.ends_with("。");
  if (!isOpen) return " ";
  return isCjkLanguage(language) ? "。" : ". ";
}

/// Paragraphs and groups become words of the line that holds them.
void makeLine(Element& output, std::string_view language) {
  for (std::size_t i = 0; i < output.children().size(); ++i) {
    Element* below = dom::asElement(*output.children()[i]);
    if (!below) continue;
    makeLine(*below, language);
    if (!isOneOf(below->name, {"p", "div"})) continue;
    below->name = "span";
    if (i == 0) continue;
    output.insert(i, std::make_unique<dom::Text>(between(*output.children()[i - 1], language), below->position()));
    ++i;
  }
}

}  // namespace

void dropEmptyRows(dom::Element& list) {
  for (std::size_t i = list.children().size(); i-- > 0;) {
    const Element& row = *dom::asElement(*list.children()[i]);
    const bool isLast = i + 1 == list.children().size() || dom::asElement(*list.children()[i + 1])->name == "dt";
    if (row.name == "dt" ? isLast : isEmpty(row)) list.remove(i);
  }
}

void moveFacts(const dom::Element& article, dom::Element& list, dom::Element& facts, Reading& reading) {
  const std::string_view language = languageAt(article);
  std::vector<std::vector<std::string>> lines{{"DOI"}, {term("correspondence", language)}, {term("permissions", language)}};
  for (const auto* date : {"received", "rev-recd", "accepted", "published", "epub", "ppub", "history"}) {
    lines.front().push_back(term(date, language));
  }
  for (const auto& labels : lines) {
    Element* line = nullptr;
    bool isTaken = false;
    std::string label;
    for (std::size_t i = 0; i < list.children().size();) {
      Element& row = *dom::asElement(*list.children()[i]);
      if (row.name == "dt") {
        label = plainText(row);
        isTaken = std::ranges::find(labels, label) != labels.end();
        ++i;
        continue;
      }
      if (!isTaken || !isLineable(row)) {
        ++i;
        continue;
      }
      if (line) line->appendText(" · ", row.position());
      if (!line) line = &appendMade(facts, "span", row, reading, "fact-line");
      auto taken = list.remove(i);
      Element& fact = *dom::asElement(*taken);
      makeLine(fact, language);
      fact.name = "span";
      // A date goes on no other line than its label: one that is turned over leaves a year or a day alone.
      const std::string words = label + std::string(colon(language));
      if (&labels == &lines.front() && words.size() + dom::textContent(fact).size() <= kShort) {
        addClass(fact, "nobr");
        fact.insert(0, std::make_unique<dom::Text>(words, fact.position()));
      } else {
        line->appendText(words, fact.position());
      }
      line->append(std::move(taken));
    }
  }
}

}  // namespace octavo::vocabulary::jats
