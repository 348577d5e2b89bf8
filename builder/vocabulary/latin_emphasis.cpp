// vocabulary: Western words inside East Asian emphasis.
#include "vocabulary/latin_emphasis.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

constexpr std::string_view kLatinWords = "latin-words";

bool isEmphasis(const dom::Element& element) {
  constexpr std::array<std::string_view, 5> kEmphasis{"em", "i", "cite", "dfn", "var"};
  return std::ranges::find(kEmphasis, element.name) != kEmphasis.end();
}

bool isWestern(char32_t character) { return character > U' ' && character < 0x2000 && !(character >= 0x1100 && character < 0x1200); }
bool isLetter(char32_t character) {
  return (character >= U'A' && character <= U'Z') || (character >= U'a' && character <= U'z') || (character >= 0xC0 && character < 0x590);
}

/// The text in stretches, each with whether it is Western words; blanks belong to them between two such words.
std::vector<std::pair<std::string, bool>> stretchesOf(std::string_view text) {
  std::vector<std::pair<std::string, bool>> stretches;
  std::string blanks;
  bool hasLetter = false;
  const auto close = [&] {
    if (!stretches.empty() && stretches.back().second && !hasLetter) stretches.back().second = false;
    hasLetter = false;
  };
  const auto add = [&](std::string_view part, bool isLatin) {
    if (stretches.empty() || stretches.back().second != isLatin) {
      close();
      stretches.emplace_back(std::string(), isLatin);
    }
    stretches.back().first += part;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = decodeUtf8(text, at);
    const std::string_view part = text.substr(begin, at - begin);
    if (character <= U' ') {
      blanks += part;
      continue;
    }
    const bool isLatin = isWestern(character);
    const bool goesOn = isLatin && !stretches.empty() && stretches.back().second;
    if (!blanks.empty()) add(blanks, goesOn);
    blanks.clear();
    add(part, isLatin);
    hasLetter = hasLetter || (isLatin && isLetter(character));
  }
  if (!blanks.empty()) add(blanks, false);
  close();
  return stretches;
}

void appendStretches(dom::Element& to, const dom::Text& text) {
  for (auto& [part, isLatin] : stretchesOf(text.value)) {
    if (!isLatin) {
      to.appendText(part, text.position());
      continue;
    }
    dom::Element& words = to.appendElement(dom::Namespace::Xhtml, "span", text.position());
    words.setAttribute("class", std::string(kLatinWords));
    words.appendText(part, text.position());
  }
}

void mark(dom::Element& element, bool isEastAsian, bool isInEmphasis) {
  if (element.namespaceName != dom::Namespace::Xhtml) return;
  if (const std::string* language = element.attribute("lang")) isEastAsian = isCjkLanguage(*language) || primaryLanguage(*language) == "ko";
  isInEmphasis = isInEmphasis || isEmphasis(element);
  const bool isCode = element.name == "code" || element.name == "pre" || element.name == "kbd" || element.name == "samp";
  if (isCode) return;
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) mark(*below, isEastAsian, isInEmphasis);
  }
  const auto hasWestern = [](const std::unique_ptr<dom::Node>& child) {
    const dom::Text* text = dom::asText(*child);
    return text && std::ranges::any_of(text->value, [](char c) { return isLetter(static_cast<unsigned char>(c) & 0x7F); });
  };
  if (!isEastAsian || !isInEmphasis || std::ranges::none_of(element.children(), hasWestern)) return;
  for (std::unique_ptr<dom::Node>& child : element.takeChildren()) {
    const dom::Text* text = dom::asText(*child);
    if (text) {
      appendStretches(element, *text);
    } else {
      element.append(std::move(child));
    }
  }
}

}  // namespace

void markLatinEmphasis(publication::Publication& publication) {
  for (publication::Chapter& chapter : publication.chapters) mark(*chapter.root, false, false);
}

}  // namespace octavo::vocabulary
