// vocabulary: answers and the questions they belong to, for a key that gathers them.
#include "vocabulary/answers.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "vocabulary/conversion.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

/// The width of words in em, roughly: letters of East Asia are one em wide, others half of one.
std::size_t widthInEm(std::string_view words) {
  std::size_t halves = 0;
  for (const char32_t character : toUtf32(words)) halves += character >= 0x2E80 ? 2 : 1;
  return (halves + 1) / 2;
}

std::size_t placeOf(const Element& element) {
  const auto& siblings = element.parent()->children();
  return static_cast<std::size_t>(std::ranges::find(siblings, &element, [](const auto& node) {
                                    return static_cast<const Element*>(dom::asElement(*node));
                                  }) - siblings.begin());
}

int intOr(const Element& element, std::string_view attribute, int fallback) {
  const std::string_view text = element.attributeOr(attribute);
  int value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The number that the list prints before an item; empty where the question is no item of a numbered list.
std::string numberInList(const Element& question) {
  const Element* list = question.parent();
  if (!list || question.name != "li" || list->name != "ol") return {};
  const auto items = childrenOf(*list, "li");
  const bool isReversed = list->attribute("reversed") != nullptr;
  int number = intOr(*list, "start", isReversed ? static_cast<int>(items.size()) : 1);
  for (const Element* item : items) {
    number = intOr(*item, "value", number);
    if (item == &question) return std::to_string(number);
    number += isReversed ? -1 : 1;
  }
  return {};
}

}  // namespace

bool isAnswerInSentence(const Element& answer) { return answer.parent() && isPhrasing(answer); }

std::unique_ptr<Element> takeAnswerOutOfSentence(Element& answer) {
  constexpr std::size_t kLeast = 2, kMost = 20;
  auto gap = std::make_unique<Element>(Namespace::Xhtml, "span", answer.position());
  gap->setAttribute("class", "answer-gap");
  std::string blank;
  // Em spaces: no reader joins them, and lines of justified text leave them as wide as they are.
  for (std::size_t em = std::clamp(widthInEm(plainText(answer)), kLeast, kMost); em > 0; --em) blank += "\u2003";
  gap->appendText(std::move(blank), answer.position());

  auto line = std::make_unique<Element>(Namespace::Xhtml, "p", answer.position());
  line->setAttribute("class", "answer");
  for (const char* language : {"lang", "xml:lang"}) {
    if (const std::string* tag = answer.attribute(language)) line->setAttribute(language, *tag);
  }
  while (!answer.children().empty()) line->append(answer.remove(0));
  Element& parent = *answer.parent();
  const std::size_t place = placeOf(answer);
  parent.remove(place);
  parent.insert(place, std::move(gap));
  return line;
}

Element* questionOf(const Element& answer) {
  for (Element* around = answer.parent(); around; around = around->parent()) {
    if (around->hasWord("class", "question")) return around;
  }
  if (!answer.parent()) return nullptr;
  Element* last = nullptr;
  for (const auto& sibling : answer.parent()->children()) {
    if (sibling.get() == &answer) break;
    Element* element = dom::asElement(*sibling);
    if (element && element->hasWord("class", "question")) last = element;
  }
  return last;
}

std::string nameOfQuestion(const Element& question) {
  constexpr std::size_t kMost = 72;  // bytes
  if (std::string number = numberInList(question); !number.empty()) return number;
  const Element* line = dom::firstChild(question, "p");
  const Element* label = line ? dom::firstChild(*line, "span") : nullptr;
  std::string number = label && label->hasWord("class", "label") ? headingText(*label) : std::string();
  if (number.find_first_of("0123456789") != std::string::npos) return number;
  std::string words = headingText(line ? *line : question);
  if (!number.empty() && words.starts_with(number)) words = dom::collapseWhiteSpace(words.substr(number.size()));
  if (words.size() <= kMost) return words;
  std::size_t end = words.rfind(' ', kMost);
  if (end == std::string::npos || end < kMost / 2) end = kMost;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return words.substr(0, end) + "…";
}

}  // namespace octavo::vocabulary
