// pdf: what is said of pictures and links to those who do not see them.
#include "pdf/alternatives.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "pdf/structure_builder.h"

namespace octavo::pdf {
namespace {

using dom::Element;

struct Words {
  std::string_view language, picture, formula, back;  // "back" stands before the note's number
};

/// Chinese by script, all others by their primary subtag.
constexpr std::array kWords{
    Words{"en", "Picture without description", "Formula without description", "Back to the call of note "},
    Words{"de", "Bild ohne Beschreibung", "Formel ohne Beschreibung", "Zurück zum Verweis auf Anmerkung "},
    Words{"fr", "Image sans description", "Formule sans description", "Retour à l’appel de la note "},
    Words{"es", "Imagen sin descripción", "Fórmula sin descripción", "Volver a la llamada de la nota "},
    Words{"pt", "Imagem sem descrição", "Fórmula sem descrição", "Voltar à chamada da nota "},
    Words{"ru", "Изображение без описания", "Формула без описания", "Назад к знаку сноски "},
    Words{"ar", "صورة بلا وصف", "صيغة بلا وصف", "عودة إلى موضع الحاشية "},
    Words{"zh-Hans", "没有说明的图片", "没有说明的公式", "返回注释处 "},
    Words{"zh-Hant", "沒有說明的圖片", "沒有說明的公式", "返回註釋處 "},
    Words{"ja", "説明のない図", "説明のない数式", "注の参照箇所へ戻る "},
    Words{"ko", "설명이 없는 그림", "설명이 없는 수식", "각주 표시로 돌아가기 "},
};

const Words& wordsIn(std::string_view language) {
  const bool isTraditional = language.starts_with("zh") && (language.find("Hant") != std::string_view::npos ||
                                                            language.find("TW") != std::string_view::npos ||
                                                            language.find("HK") != std::string_view::npos);
  const std::string_view primary = language.substr(0, language.find('-'));
  const std::string_view key = primary == "zh" ? (isTraditional ? "zh-Hant" : "zh-Hans") : primary;
  const auto found = std::ranges::find(kWords, key, &Words::language);
  return found == kWords.end() ? kWords.front() : *found;
}

/// ASCII letters in lower case and all that is not ASCII: what tells two texts apart.
std::string lettersOf(std::string_view words) {
  std::string letters;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte)) letters.push_back(static_cast<char>(std::tolower(byte)));
  }
  return letters;
}

bool isLabelOnly(std::string_view words) {
  const bool isBracketed = words.size() > 2 && words.front() == '(' && words.back() == ')' && words.size() < 10;
  return isBracketed || std::ranges::none_of(words, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte >= 0x80 || std::isalpha(byte);
         });
}

bool isFormula(const Element& picture) {
  for (const Element* at = &picture; at; at = at->parent()) {
    if (at->hasWord("class", "disp-formula") || at->hasWord("class", "inline-formula") || at->hasWord("class", "formula")) return true;
  }
  return false;
}

/// Text and alternative texts in the order of the document.
void addWords(const dom::Node& node, std::string& to) {
  if (const dom::Text* text = dom::asText(node)) {
    to += text->value;
    return;
  }
  const Element& element = *dom::asElement(node);
  if (element.name == "rt" || element.name == "rp") return;
  if (element.name == "img") to.append(" ").append(element.attributeOr("alt")).append(" ");
  for (const auto& child : element.children()) addWords(*child, to);
}

}  // namespace

bool describes(std::string_view words, const Element& picture) {
  if (words.empty() || isLabelOnly(words)) return false;
  const Element* figure = figureAround(&picture);
  const Element* caption = figure ? dom::firstChild(*figure, "figcaption") : nullptr;
  if (!caption) return true;
  const std::string said = lettersOf(words), again = lettersOf(dom::textContent(*caption, true));
  if (again.empty() || said.empty()) return !said.empty();
  // A caption's label may be missing in what repeats it: most of the caption is the caption.
  return said.find(again) == std::string::npos && (again.find(said) == std::string::npos || 2 * said.size() < again.size());
}

std::string neutralAlternative(const Element& picture, std::string_view language) {
  const Words& words = wordsIn(language);
  return std::string(isFormula(picture) ? words.formula : words.picture);
}

std::string linkWords(const Element& link) {
  std::string text;
  addWords(link, text);
  text = dom::collapseWhiteSpace(text);
  if (link.hasWord("role", "doc-backlink")) return std::string(wordsIn(dom::languageOf(link)).back) + text;
  return text.empty() ? std::string(link.attributeOr("title")) : text;
}

}  // namespace octavo::pdf
