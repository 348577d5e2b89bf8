// css: numbers as text. CSS Counter Styles Level 3.
#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>

#include "base/utf8.h"
#include "css/cascade.h"

namespace octavo::css {
namespace {

std::string decimal(int value) {
  char buffer[16];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

/// Section 3.1.4: a, b, … z, aa, ab.
std::string alphabetic(int value, std::u32string_view symbols) {
  std::u32string digits;
  const auto base = static_cast<int>(symbols.size());
  for (; value > 0; value = (value - 1) / base)
    digits += symbols[static_cast<std::size_t>((value - 1) % base)];
  std::string text;
  for (auto at = digits.rbegin(); at != digits.rend(); ++at) appendUtf8(text, *at);
  return text;
}

/// Section 3.1.5: decimal with other digits.
std::string numeric(int value, std::u32string_view symbols) {
  std::string text;
  for (const char c : decimal(value)) {
    if (c == '-') {
      text += c;
    } else {
      appendUtf8(text, symbols[static_cast<std::size_t>(c - '0')]);
    }
  }
  return text;
}

struct AdditiveSymbol {
  int weight;
  std::string_view symbol;
};

/// Section 3.1.6, for values from 1 up and a list that ends with weight 1.
std::string additive(int value, std::span<const AdditiveSymbol> symbols) {
  std::string text;
  for (const auto& [weight, symbol] : symbols) {
    for (; value >= weight; value -= weight) text += symbol;
  }
  return text;
}

constexpr std::array kRoman{AdditiveSymbol{1000, "m"}, AdditiveSymbol{900, "cm"}, AdditiveSymbol{500, "d"},
                            AdditiveSymbol{400, "cd"}, AdditiveSymbol{100, "c"},  AdditiveSymbol{90, "xc"},
                            AdditiveSymbol{50, "l"},   AdditiveSymbol{40, "xl"},  AdditiveSymbol{10, "x"},
                            AdditiveSymbol{9, "ix"},   AdditiveSymbol{5, "v"},    AdditiveSymbol{4, "iv"},
                            AdditiveSymbol{1, "i"}};

std::string upperCase(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

/// Chinese, Japanese and Korean number words: sections 7.1 and 7.2. 0 to 9999 of either sign.
struct LonghandStyle {
  std::string_view name;
  std::array<std::string_view, 10> digits;
  std::array<std::string_view, 4> markers;  // for ones, tens, hundreds, thousands
  std::string_view negative;
  bool isInformalChinese = false;  // 10 to 19 begin with the ten itself; one zero for a run of them
  bool writesZeros = false;        // Chinese: a zero where digits are missing in between
  bool dropsOne = false;           // Japanese and Korean informal: no one before ten, hundred, thousand
  bool hasSuffixPause = true;      // a list marker ends in 、 (or ", ")
};
constexpr std::array kLonghands{
    LonghandStyle{"simp-chinese-informal",
                  {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                  {"", "十", "百", "千"},
                  "负",
                  true,
                  true,
                  false},
    LonghandStyle{"trad-chinese-informal",
                  {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                  {"", "十", "百", "千"},
                  "負",
                  true,
                  true,
                  false},
    LonghandStyle{"simp-chinese-formal",
                  {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                  {"", "拾", "佰", "仟"},
                  "负",
                  false,
                  true,
                  false},
    LonghandStyle{"trad-chinese-formal",
                  {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
                  {"", "拾", "佰", "仟"},
                  "負",
                  false,
                  true,
                  false},
    LonghandStyle{"japanese-informal",
                  {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                  {"", "十", "百", "千"},
                  "マイナス",
                  false,
                  false,
                  true},
    LonghandStyle{"japanese-formal",
                  {"零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"},
                  {"", "拾", "百", "阡"},
                  "マイナス",
                  false,
                  false,
                  false},
    LonghandStyle{"korean-hangul-formal",
                  {"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"},
                  {"", "십", "백", "천"},
                  "마이너스 ",
                  false,
                  false,
                  false,
                  false},
    LonghandStyle{"korean-hanja-informal",
                  {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                  {"", "十", "百", "千"},
                  "마이너스 ",
                  false,
                  false,
                  true,
                  false},
    LonghandStyle{"korean-hanja-formal",
                  {"零", "壹", "貳", "參", "四", "五", "六", "七", "八", "九"},
                  {"", "拾", "百", "仟"},
                  "마이너스 ",
                  false,
                  false,
                  false,
                  false},
};

std::string longhand(int value, const LonghandStyle& style) {
  if (value == 0) return std::string(style.digits[0]);
  std::string text(value < 0 ? style.negative : "");
  const int magnitude = value < 0 ? -value : value;
  const std::array places{magnitude % 10, magnitude / 10 % 10, magnitude / 100 % 10, magnitude / 1000};
  bool hasBegun = false, owesZero = false;
  for (std::size_t place = 4; place-- > 0;) {
    const int digit = places[place];
    if (digit == 0) {
      owesZero = hasBegun;
      continue;
    }
    if (owesZero && style.writesZeros) text += style.digits[0];
    owesZero = false;
    const bool isLeadingTen = style.isInformalChinese && place == 1 && digit == 1 && magnitude < 20;
    const bool isDroppedOne = style.dropsOne && place > 0 && digit == 1;
    if (!isLeadingTen && !isDroppedOne) text += style.digits[static_cast<std::size_t>(digit)];
    text += style.markers[place];
    hasBegun = true;
  }
  return text;
}

constexpr std::u32string_view kCjkDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kHiragana =
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん";
constexpr std::u32string_view kKatakana =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン";
constexpr std::u32string_view kHiraganaIroha =
    U"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす";
constexpr std::u32string_view kKatakanaIroha =
    U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kUpperLatin = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kGreek = U"αβγδεζηθικλμνξοπρστυφχψω";
constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";

enum class System : std::uint8_t { Alphabetic, Fixed };
struct AlphabetStyle {
  std::string_view name;
  std::u32string_view symbols;
  System system = System::Alphabetic;
  std::string_view suffix = ". ";
  bool fallsBackToCjk = false;
};
constexpr std::array kAlphabets{
    AlphabetStyle{"lower-alpha", kLatin},
    AlphabetStyle{"lower-latin", kLatin},
    AlphabetStyle{"upper-alpha", kUpperLatin},
    AlphabetStyle{"upper-latin", kUpperLatin},
    AlphabetStyle{"lower-greek", kGreek},
    AlphabetStyle{"hiragana", kHiragana, System::Alphabetic, "、"},
    AlphabetStyle{"katakana", kKatakana, System::Alphabetic, "、"},
    AlphabetStyle{"hiragana-iroha", kHiraganaIroha, System::Alphabetic, "、"},
    AlphabetStyle{"katakana-iroha", kKatakanaIroha, System::Alphabetic, "、"},
    AlphabetStyle{"cjk-heavenly-stem", kStems, System::Fixed, "、", true},
    AlphabetStyle{"cjk-earthly-branch", kBranches, System::Fixed, "、", true},
};

/// ⓪, ①…⑳, ㉑…㉟, ㊱…㊿.
std::string circled(int value) {
  const auto number = static_cast<char32_t>(value);
  std::string text;
  appendUtf8(text, value == 0    ? U'⓪'
                   : value <= 20 ? U'①' + number - 1
                   : value <= 35 ? U'㉑' + number - 21
                                 : U'㊱' + number - 36);
  return text;
}

struct Formatted {
  std::string text, suffix;
};

Formatted format(int value, std::string_view style) {
  if (style == "none") return {"", ""};
  if (style == "disc") return {"•", " "};
  if (style == "circle") return {"◦", " "};
  if (style == "square") return {"▪", " "};
  if (style.size() >= 2 && style.front() == '"') return {std::string(style.substr(1, style.size() - 2)), ""};
  if (style == "cjk-ideographic") style = "trad-chinese-informal";
  const auto longhandStyle = std::ranges::find(kLonghands, style, &LonghandStyle::name);
  if (longhandStyle != kLonghands.end()) {
    const std::string suffix = longhandStyle->hasSuffixPause ? "、" : ", ";
    if (value >= -9999 && value <= 9999) return {longhand(value, *longhandStyle), suffix};
    return {numeric(value, kCjkDigits), suffix};  // out of range: the fallback's number, this style's suffix
  }
  if (style == "cjk-decimal") return {value >= 0 ? numeric(value, kCjkDigits) : decimal(value), "、"};
  const auto alphabet = std::ranges::find(kAlphabets, style, &AlphabetStyle::name);
  if (alphabet != kAlphabets.end()) {
    const std::string suffix(alphabet->suffix);
    const bool isFixed = alphabet->system == System::Fixed;
    const bool isInRange = value >= 1 && (!isFixed || value <= static_cast<int>(alphabet->symbols.size()));
    if (isInRange) return {alphabetic(value, alphabet->symbols), suffix};
    return {alphabet->fallsBackToCjk ? format(value, "cjk-decimal").text : decimal(value), suffix};
  }
  const bool isRoman = style == "lower-roman" || style == "upper-roman";
  if (isRoman && value >= 1 && value <= 3999) {
    return {style == "lower-roman" ? additive(value, kRoman) : upperCase(additive(value, kRoman)), ". "};
  }
  if (style == "circled-decimal") return {value >= 0 && value <= 50 ? circled(value) : decimal(value), " "};
  if (style == "decimal-leading-zero" && value > -10 && value < 10) {
    return {value < 0 ? "-0" + decimal(-value) : "0" + decimal(value), ". "};
  }
  return {decimal(value), ". "};
}

}  // namespace

std::string formatCounter(int value, std::string_view style) { return format(value, style).text; }

std::string formatMarker(int value, std::string_view style) {
  const Formatted formatted = format(value, style);
  return formatted.text + formatted.suffix;
}

}  // namespace octavo::css
