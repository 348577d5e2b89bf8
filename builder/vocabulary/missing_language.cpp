// vocabulary: the language of a document that does not say it, or not exactly.
#include "vocabulary/missing_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "text/language.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

constexpr std::size_t kEnough = 32768;  // bytes

std::string saidLanguage(const dom::Element& element) {
  return dom::collapseWhiteSpace(element.attributeOr("xml:lang", element.attributeOr("lang")));
}

/// Words about the document, and what is in no language.
bool isBeside(const dom::Element& element) {
  constexpr std::array<std::string_view, 6> kBeside{"head", "teiHeader", "script", "style", "tex-math", "code"};
  return element.namespaceName == dom::Namespace::MathMl ||
         std::ranges::find(kBeside, element.name) != kBeside.end();
}

struct Words {
  std::string unsaid;                                  // text without a language, its beginning
  std::map<std::string, std::size_t, std::less<>> said;  // how much text has a language, in bytes
  std::size_t all = 0;
};

void collect(const dom::Element& element, std::string_view around, Words& into) {
  const std::string own = saidLanguage(element);
  const std::string_view language = own.empty() ? around : own;
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      into.all += text->value.size();
      if (!language.empty()) into.said[std::string(language)] += text->value.size();
      if (language.empty() && into.unsaid.size() < kEnough) into.unsaid += text->value + "\n";
    } else if (!isBeside(*dom::asElement(*child))) {
      collect(*dom::asElement(*child), language, into);
    }
  }
}

/// The language that most of the text says, where one does.
std::string_view saidByMost(const Words& words) {
  for (const auto& [language, size] : words.said) {
    if (size > words.all / 2) return language;
  }
  return {};
}

/// The only language that a TEI header lists.
dom::Element* languageList(dom::Element& element) {
  dom::Element* at = &element;
  for (const auto* name : {"teiHeader", "profileDesc", "langUsage"}) {
    at = const_cast<dom::Element*>(dom::firstChild(*at, name));
    if (!at) return nullptr;
  }
  return at;
}

// --- Chinese

bool isBareChinese(std::string_view tag) {
  return isOneOf(lowered(tag), {"zh", "zho", "chi", "cmn"});
}

bool isExactChinese(std::string_view tag) {
  return isOneOf(primaryLanguage(tag), {"zh", "zho", "chi", "cmn"}) && !isBareChinese(tag);
}

/// By script, or by a region where that is the usual one.
bool isTraditional(std::string_view tag) {
  if (!isExactChinese(tag)) return false;
  const std::string low = lowered(tag);
  return std::ranges::any_of(std::array{"-hant", "-tw", "-hk", "-mo"},
                             [&](const char* mark) { return low.find(mark) != std::string::npos; });
}

/// The scripts and regions that the document itself says somewhere that counts.
std::string exactChinese(const dom::Element& element) {
  const std::string own = saidLanguage(element);
  const bool counts = isOneOf(element.name, {"title", "text", "body", "main", "article", "h1", "article-title", "book-title"});
  if (counts && isExactChinese(own)) return own;
  for (const auto& child : element.children()) {
    const dom::Element* below = dom::asElement(*child);
    if (std::string found = below ? exactChinese(*below) : std::string(); !found.empty()) return found;
  }
  return {};
}

/// Text of which only is said that it is Chinese, its beginning.
void collectBareChinese(const dom::Element& element, bool isBareAround, std::string& into) {
  const std::string own = saidLanguage(element);
  const bool isBare = own.empty() ? isBareAround : isBareChinese(own);
  for (const auto& child : element.children()) {
    const dom::Text* text = dom::asText(*child);
    if (text && isBare && into.size() < kEnough) into += text->value;
    if (!text && !isOneOf(dom::asElement(*child)->name, {"script", "style", "code"})) {
      collectBareChinese(*dom::asElement(*child), isBare, into);
    }
  }
}

void replaceBareChinese(dom::Element& element, const std::string& tag) {
  for (const auto* name : {"xml:lang", "lang"}) {
    const std::string* said = element.attribute(name);
    if (said && isBareChinese(dom::collapseWhiteSpace(*said))) element.setAttribute(name, tag);
  }
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) replaceBareChinese(*below, tag);
  }
}

void settleChinese(dom::Document& document, Diagnostics& diagnostics, const OutsideLanguages& outside) {
  dom::Element& root = *document.root;
  dom::Element* list = saidLanguage(root).empty() ? languageList(root) : nullptr;
  const auto listed = list ? childrenOf(*list, "language") : std::vector<const dom::Element*>{};
  const bool isListed = listed.size() == 1 && isBareChinese(listed.front()->attributeOr("ident"));
  std::string words;
  collectBareChinese(root, isListed, words);
  if (words.empty()) return;
  std::string tag = exactChinese(root);
  bool isGuess = false;
  if (tag.empty() && isExactChinese(outside.asked)) tag = outside.asked;
  if (tag.empty() && text::chineseScript(words) == "Hant") {
    isGuess = !isTraditional(outside.around);
    tag = isGuess ? "zh-Hant" : outside.around;
  }
  if (tag.empty()) return;
  replaceBareChinese(root, tag);
  if (isListed) root.setAttribute("xml:lang", tag);
  if (!isGuess) return;
  diagnostics.report({Severity::Warning, "lang-guessed", root.position(),
                      "the document says that it is Chinese, not in which script; by its characters it is zh-Hant, which is used",
                      "write zh-Hant, zh-TW or zh-HK, or use --lang", {}});
}

// --- Documents that say nothing

/// A booklet's word is doubted only for good reason: letters of another script, or many words.
bool isWorthTelling(const std::string& guessed, std::string_view words, std::string_view around) {
  constexpr std::size_t kManyBytes = 400;
  if (around.empty()) return true;
  if (primaryLanguage(guessed) == primaryLanguage(around)) {
    return guessed == "zh-Hant" ? !isTraditional(around) : guessed == "zh-Hans" && isTraditional(around);
  }
  const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto others = static_cast<std::size_t>(std::ranges::count_if(words, [&](char c) { return !isAscii(c); }));
  return others * 2 > words.size() || words.size() >= kManyBytes;
}

/// Short texts betray their language by their script alone: Han with kana is Japanese, hangul Korean, Han alone Chinese.
std::optional<std::string> languageByScript(std::string_view words) {
  std::size_t han = 0, kana = 0, hangul = 0, others = 0;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = decodeUtf8(words, at);
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) ++han;
    else if (c >= 0x3041 && c <= 0x30FA) ++kana;
    else if (c >= 0xAC00 && c <= 0xD7A3) ++hangul;
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ++others;
    else if (c >= 0xC0 && c < 0x2000) ++others;
  }
  // A word of letters says about as much as one or two of these.
  if ((han + kana + hangul) * 4 <= others) return std::nullopt;
  if (hangul > han + kana) return "ko";
  if (kana * 10 > han) return "ja";
  if (han == 0) return std::nullopt;
  return text::chineseScript(words) == "Hant" ? "zh-Hant" : "zh-Hans";
}

void guessLanguage(dom::Document& document, Diagnostics& diagnostics, std::string_view around) {
  dom::Element& root = *document.root;
  Words words;
  collect(root, {}, words);
  if (const std::string_view said = saidByMost(words); !said.empty()) {
    root.setAttribute("xml:lang", std::string(said));
    return;
  }
  auto language = text::likelyLanguage(words.unsaid);
  if (!language) language = languageByScript(words.unsaid);
  // Of several that a header lists, the one that the words are in.
  if (const dom::Element* list = language ? languageList(root) : nullptr) {
    for (const dom::Element* listed : childrenOf(*list, "language")) {
      const std::string_view tag = listed->attributeOr("ident");
      if (primaryLanguage(tag) != primaryLanguage(*language) || isBareChinese(tag)) continue;
      root.setAttribute("xml:lang", std::string(tag));
      return;
    }
  }
  if (!language || !isWorthTelling(*language, words.unsaid, around)) return;
  root.setAttribute("xml:lang", *language);
  diagnostics.report({Severity::Warning,
                      "lang-guessed",
                      root.position(),
                      fmt::format("the document does not say its language; by its words it is {}, which is used", *language),
                      fmt::format("add xml:lang=\"{}\" to its root element, or use --lang", *language),
                      {}});
}

}  // namespace

void guessMissingLanguage(dom::Document& document, Diagnostics& diagnostics, const OutsideLanguages& outside) {
  dom::Element& root = *document.root;
  const dom::Element* list = languageList(root);
  const bool isListed = list && childrenOf(*list, "language").size() == 1;
  if (outside.asked.empty() && saidLanguage(root).empty() && !isListed) {
    guessLanguage(document, diagnostics, outside.around);
  }
  settleChinese(document, diagnostics, outside);
}

}  // namespace octavo::vocabulary
