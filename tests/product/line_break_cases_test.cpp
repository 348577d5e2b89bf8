// The web-platform-tests of line breaking, set through the whole program and read back from the PDF. A floor: the
// number of cases passed may only grow. Skipped where the data or poppler are absent.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

constexpr double kFontSize = 10;
/// What a column has beyond whole cells: less than the narrowest mark that is asked about.
constexpr double kSlack = 0.05;

std::string textOr(const Json& value) { return value.is_null() ? "" : value.get<std::string>(); }
/// Our lines look ahead: no paragraph is left to end on a letter or two. In these cases one would, so it goes on.
constexpr std::string_view kFiller = "\u00A0\u00A0xxxxxx";
bool needsFiller(const Json& one) { return one["group"] == "word-break"; }
/// Nor on a letter and a bracket, which is what these cases want: they are set as far as each line goes.
bool endsOnOneLetter(const Json& one) { return one["group"] == "default-open-close-nonstarter"; }

std::string textOf(const Json& one) { return textOr(one["before"]) + textOr(one["char"]) + textOr(one["after"]); }

/// Without what leaves no ink: blanks, controls, joiners (the combining grapheme joiner U+034F too).
std::string visible(std::string_view text) {
  std::u16string result;
  for (const char16_t unit : toUtf16(text)) {
    const bool isBlank = unit <= 0x20 || (unit >= 0x7F && unit <= 0xA0) || unit == 0xAD || unit == 0x34F || unit == 0x1680 ||
                         (unit >= 0x2000 && unit <= 0x200F) || (unit >= 0x2028 && unit <= 0x202F) ||
                         (unit >= 0x205F && unit <= 0x206F) || unit == 0x3000 || unit == 0xFEFF || unit == 0x180E;
    if (!isBlank) result += unit;
  }
  return toUtf8(result);
}

Lines wantedLines(const Json& one) {
  if (!one["lines"].is_null()) return one["lines"].get<Lines>();
  if (!one["break_after"].get<bool>()) return {textOf(one)};
  return {textOr(one["before"]) + textOr(one["char"]), textOr(one["after"])};
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return result;
}

/// A document of many small paragraphs, each behind its number.
class Sheet {
 public:
  void add(const Json& one, std::string_view width, const Lines& paragraphs) {
    // The program's own sheet speaks of languages: as specific as that.
    std::string selector;
    for (const char* end : {"", ":lang(zh)", ":lang(ja)", ":lang(ko)"}) {
      selector += fmt::format("{}p.c{}{}", selector.empty() ? "" : ", ", count_, end);
    }
    const bool isMonospaced = !one.value("measure_ch", Json()).is_null();
    css_ += fmt::format("{} {{ width: {}; line-break: {}; word-break: {}; white-space: {}{}{} }}\n", selector, width,
                        one["line_break"].get<std::string>(), one["word_break"].get<std::string>(),
                        one["white_space"].get<std::string>(), endsOnOneLetter(one) ? "; text-wrap-style: stable" : "",
                        isMonospaced ? "; font-family: 'Noto Sans Mono', 'Noto Sans Mono CJK SC'" : "");
    body_ += fmt::format("<p lang=\"en\">CASE{}.</p>", count_);
    for (const std::string& text : paragraphs) {
      body_ += fmt::format("<p class=\"c{}\" lang=\"{}\">{}</p>", count_, one["lang"].get<std::string>(), escaped(text));
    }
    ++count_;
  }

  void build(const ScratchFolder& folder) const {
    constexpr std::string_view kStyle =
        "@page { size: 700mm 300mm; margin: 5mm }\n"
        "p, p:lang(zh), p:lang(ja), p:lang(ko) { font-family: 'Noto Serif CJK SC'; font-size: 10pt; line-height: 3; margin: 0;\n"
        "  text-align: start; text-indent: 0; text-spacing-trim: space-all; text-autospace: no-autospace;\n"
        "  hyphens: none; overflow-wrap: normal; word-break: normal; line-break: auto }\n";
    std::ofstream(folder / "cases.css", std::ios::binary) << kStyle << css_;
    std::ofstream(folder / "cases.xhtml", std::ios::binary)
        << "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>Cases</title></head><body><h1>Cases</h1>"
        << body_ << "</body></html>";
    const Outcome outcome = run("cd " + quoted(folder.path()) + " && " + octavo() +
                                    " build cases.xhtml --pdf --style cases.css -o cases --quiet",
                                240);
    ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  }

 private:
  int count_ = 0;
  std::string css_, body_;
};

/// An edge of the word that is told at this place, in points.
double edge(const std::string& words, std::size_t at, const std::string& name) {
  const std::string opening = name + "=\"";
  return std::stod(words.substr(words.find(opening, at) + opening.size(), 20));
}

std::string unescaped(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  for (const auto& [name, character] : kNames) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) text.replace(at, name.size(), character);
  }
  return text;
}

struct SetLine {
  double left = 0, right = 0, top = 0, bottom = 0;
  std::vector<std::pair<double, std::string>> words;  // by their left edges

  /// Whether a box stands beside this line: faces of one line differ in their heights.
  bool isBeside(double otherTop, double otherBottom) const {
    const double shared = std::min(bottom, otherBottom) - std::max(top, otherTop);
    return shared > std::min(bottom - top, otherBottom - otherTop) / 2;
  }

  /// What leaves ink, from left to right.
  std::string text() const {
    std::vector<std::pair<double, std::string>> ordered = words;
    std::ranges::stable_sort(ordered, {}, [](const auto& word) { return word.first; });
    std::string whole;
    for (const auto& word : ordered) whole += visible(word.second);
    return whole;
  }
};

/// The lines of each case. What stands beside each other is one line: the order in which a reader of PDF hands words over,
/// and where it ends its own lines, differ between versions.
std::vector<std::vector<SetLine>> linesOf(const ScratchFolder& folder, std::size_t cases) {
  const std::string words = run("pdftotext -bbox " + quoted(folder / "cases.pdf") + " -").output;
  std::vector<std::vector<SetLine>> lines(cases);
  std::vector<SetLine>* own = nullptr;
  for (std::size_t at = words.find("<word "); at != std::string::npos; at = words.find("<word ", at + 1)) {
    const std::size_t begin = words.find('>', at) + 1;
    const std::string text = unescaped(words.substr(begin, words.find("</word>", begin) - begin));
    if (text.starts_with("CASE")) own = &lines.at(std::stoul(text.substr(4)));
    if (!own || text.starts_with("CASE")) continue;
    const double left = edge(words, at, "xMin"), top = edge(words, at, "yMin"), bottom = edge(words, at, "yMax");
    if (own->empty() || !own->back().isBeside(top, bottom)) own->push_back({left, left, top, bottom, {}});
    own->back().right = edge(words, at, "xMax");
    own->back().words.emplace_back(left, text);
  }
  return lines;
}

/// The widths, in em, of the paragraphs of each case, which must be lines that nothing breaks.
std::vector<std::vector<double>> widthsOf(const ScratchFolder& folder, std::size_t cases) {
  std::vector<std::vector<double>> widths(cases);
  const auto lines = linesOf(folder, cases);
  for (std::size_t i = 0; i < cases; ++i) {
    for (const SetLine& line : lines[i]) widths[i].push_back((line.right - line.left) / kFontSize);
  }
  return widths;
}

/// The column that a case wants, in em. Marks that our faces set wider than a cell need more; and a case of word-break
/// is as wide as its whole text less 5 of 36 pixels.
double columnOf(const Json& one, const std::vector<double>& widths) {
  if (!one.value("measure_ch", Json()).is_null()) return 50 * 0.6 + kSlack;  // letters of this face are 0.6 em wide
  if (one["measure_em"].is_null()) return widths.front() - 5.0 / 36;
  const double widest = widths.size() > 1 ? *std::max_element(widths.begin() + 1, widths.end()) : 0;
  return std::max(std::floor(one["measure_em"].get<double>()), widest) + kSlack;
}

TEST(LineBreakCases, StandInThePdfAsTheWebPlatformTestsWant) {
  const auto path = sharedPath("data/wpt-line-break.json");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no web-platform-tests data";
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  std::vector<Json> cases;
  const Json data = Json::parse(readTestFile(path));
  for (const Json& one : data["cases"]) {
    if (!one.contains("disputed")) cases.push_back(one);
  }
  const ScratchFolder wide, narrow;
  Sheet measured, set;
  for (const Json& one : cases) {
    Lines alone{textOf(one)};
    for (const std::string& line : wantedLines(one)) alone.push_back(line);
    measured.add(one, "60em", alone);
  }
  measured.build(wide);
  const auto widths = widthsOf(wide, cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    ASSERT_FALSE(widths[i].empty()) << cases[i]["id"];
    set.add(cases[i], fmt::format("{:.3f}em", columnOf(cases[i], widths[i])), {textOf(cases[i]) + std::string(needsFiller(cases[i]) ? kFiller : "")});
  }
  set.build(narrow);
  std::vector<Lines> found(cases.size());
  const auto lines = linesOf(narrow, cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (const SetLine& line : lines[i]) {
      if (std::string text = line.text(); !text.empty()) found[i].push_back(std::move(text));
    }
  }
  std::size_t passed = 0;
  std::string failures;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Lines wanted;
    for (const std::string& line : wantedLines(cases[i])) wanted.push_back(visible(line));
    if (needsFiller(cases[i])) wanted.back() += visible(kFiller);
    if (found[i] == wanted) {
      ++passed;
    } else {
      failures += fmt::format("{}: {}\n", cases[i]["id"].get<std::string>(), Json(found[i]).dump());
    }
  }
  EXPECT_EQ(cases.size(), 1207U);
  EXPECT_GE(passed, 1207U) << failures;
}

}  // namespace
}  // namespace octavo::test
