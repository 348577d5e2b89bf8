// Any bytes must parse: bad CSS is reported, never thrown, never fatal.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "css_support.h"

namespace octavo::css::test {
namespace {

/// Bytes of the kind that reach deep into a parser: pieces of CSS in any order, with some noise between.
std::string randomSheet(std::mt19937& random) {
  constexpr std::array<std::string_view, 60> kPieces{
      "p",        "{",      "}",       "(",           ")",          "[",          "]",          ":",
      ";",        ",",      ".",       "#",           "@",          "!important", "--a",        "var(--a",
      "var(--b,", "calc(",  "1px",     "2n+1",        "+",          "-",          "*",          "/",
      "50%",      "'",      "\"",      "\\",          "\n",         " ",          "/*",         "*/",
      "url(",     "@media", "@page",   "@supports",   "@import",    "@font-face", "@namespace", "print",
      "not",      "and",    ":first",  ":nth-child(", ":is(",       ":not(",      "::before",   "color",
      "margin",   "font",   "content", "counter(",    "string-set", "size",       "A5",         "border",
      "inherit",  "u+0-7f", "<!--",    "1e99999"};
  std::string sheet;
  const std::size_t length = random() % 200;
  for (std::size_t i = 0; i < length; ++i) {
    if (random() % 10 == 0) {
      sheet += static_cast<char>(random() % 256);
    } else {
      sheet += kPieces[random() % kPieces.size()];
    }
    if (random() % 3 == 0) sheet += ' ';
  }
  return sheet;
}

TEST(AnyBytes, AreReadStyledAndWrittenAgain) {
  std::mt19937 random(20240607);
  const auto document = tree("<section class='a'><p id='p' style='margin: 1px'>x<em/></p></section>");
  for (int round = 0; round < 3000; ++round) {
    Diagnostics diagnostics;
    SourceFile file{"fuzz.css", randomSheet(random)};
    const ImportLoader load = [&](std::string_view, const SourceFile&) { return &file; };
    const StylesheetPtr sheet = parse(file, load, diagnostics);
    const Cascade cascade({sheet, sheet}, {}, diagnostics);
    const StylePtr root = cascade.styleOf(*document, nullptr);
    const StylePtr style = cascade.styleOf(*dom::firstChild(*document, "p"), root);
    EXPECT_FALSE(dump(*style).empty());
    cascade.pageStyle({"p", true, false, false, ""});
    // What is written is CSS: it reads back, and writing it once more changes nothing.
    SourceFile written{"written.css",
                       serializeForEpub({sheet}, [](const FontFaceRule&) { return std::string("f.otf"); })};
    Diagnostics again;
    const std::string twice = serializeForEpub({parse(written, {}, again)},
                                               [](const FontFaceRule&) { return std::string("f.otf"); });
    EXPECT_EQ(twice, written.text) << file.text;
    if (HasFailure()) return;
  }
}

TEST(AnyBytes, PositionsStayInTheText) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Diagnostics diagnostics;
    SourceFile file{"fuzz.css", randomSheet(random)};
    parse(file, {}, diagnostics);
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(file.text, '\n')) + 1;
    for (const auto& entry : diagnostics.entries()) {
      EXPECT_GE(entry.diagnostic.where.line, 1U);
      EXPECT_LE(entry.diagnostic.where.line, lines);
      EXPECT_LE(entry.diagnostic.where.column, file.text.size() + 1);
    }
  }
}

}  // namespace
}  // namespace octavo::css::test
