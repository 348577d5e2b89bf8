// JLREQ's tables of pairs of character classes, as data, against the spacing of Japanese text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "layout/inline/glue/spacing.h"
#include "support/golden.h"
#include "text/line_breaks.h"

namespace octavo::test {
namespace {

using nlohmann::json;
using text::CharacterClass;

constexpr std::int64_t kEm = 1000;

/// The classes that lines tell apart, each with a character of it and the blank of its glyph before and after, in
/// thousandths. Not claimed: cl-20, 22 and 23, 28 and 29, and 30, which are not characters but what is set in them (a
/// note's call, ruby, warichu, upright figures: their own tests); cl-21, which no character has; cl-25, units, which are
/// set as the letters they are written with (cl-27), a typed space giving the quarter em behind the number; cl-26, that
/// typed space, whose width the font gives; cl-17 and 18, which no table has. Table 5, the method of books that shrink
/// brackets to a quarter em only, is not claimed: -octavo-justification has no such policy.
struct Claimed {
  const char* name;
  char16_t first, second;  // a second one where a pair of equals would be a row of its own kind
  std::int64_t before, after;
};
constexpr Claimed kClaimed[] = {
    {"cl-01", u'「', u'（', 500, 0}, {"cl-02", u'」', u'）', 0, 500}, {"cl-03", u'‐', u'‐', 0, 0},
    {"cl-04", u'？', u'！', 0, 0},   {"cl-05", u'・', u'・', 250, 250}, {"cl-06", u'。', u'。', 0, 500},
    {"cl-07", u'、', u'，', 0, 500}, {"cl-08", u'—', u'…', 0, 0},     {"cl-09", u'々', u'々', 0, 0},
    {"cl-10", u'ー', u'ー', 0, 0},   {"cl-11", u'っ', u'ゃ', 0, 0},   {"cl-12", u'￥', u'＄', 0, 0},
    {"cl-13", u'％', u'℃', 0, 0},   {"cl-14", u'　', u'　', 0, 0},   {"cl-15", u'あ', u'い', 0, 0},
    {"cl-16", u'ア', u'イ', 0, 0},   {"cl-19", u'亜', u'井', 0, 0},   {"cl-24", u'1', u'2', 0, 0},
    {"cl-27", u'a', u'b', 0, 0},
};

layout::GapSide sideOf(char16_t unit, std::int64_t blank) {
  layout::GapSide side;
  side.kind = text::classOf(unit, text::Region::Japan);
  side.unit = unit;
  side.region = text::Region::Japan;
  side.blank = blank;
  side.fontSize = kEm;
  return side;
}

layout::SpacingPolicy policyOf(css::Justification value) {
  css::InheritedStyle style;
  style.language = "ja";
  style.textSpacingTrim = css::TextSpacingTrim::Auto;
  style.justification = value;
  return layout::spacingPolicy(style);
}

bool mayBreak(char16_t before, char16_t after) {
  const std::u16string pair{before, after};
  const text::BreakRun run{0, 2, "ja", text::LineBreakStrictness::Strict};
  return text::findLineBreaks(pair, {&run, 1})[1] == text::BreakOpportunity::Allowed;
}

/// What we do between two classes; amounts in em.
struct Ours {
  double space = 0, least = 0, most = 0;  // `most`: so far a gap opens before all others do
  int shrinkStep = 0;                     // rank, counted as in the policy
  bool opens = false;                     // at last without limit
  bool breaks = false;
};

Ours oursBetween(const Claimed& before, const Claimed& after, css::Justification justification) {
  const layout::SpacingPolicy policy = policyOf(justification);
  const layout::GapSide first = sideOf(before.first, before.after), second = sideOf(after.second, after.before);
  const layout::GapGlue glue = layout::glueBetween(first, second, policy, {});
  const auto em = [](std::int64_t amount) { return static_cast<double>(amount) / kEm; };
  Ours ours;
  ours.space = em(glue.natural);
  ours.least = em(glue.natural - glue.shrink);
  ours.most = em(glue.natural + glue.stretch);
  ours.shrinkStep = glue.shrink > 0 ? policy.shrinkRank[static_cast<std::size_t>(glue.shrinkKind)] : 0;
  ours.opens = glue.stretchesWithoutLimit;
  ours.breaks = mayBreak(before.first, after.second);
  return ours;
}

class JlreqTables : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream file(sharedPath("data/jlreq-tables.json"));
    if (!file) GTEST_SKIP() << "jlreq-tables.json is not here";
    tables_ = json::parse(file)["tables"];
  }

  const json& cell(int table, const char* before, const char* after) const {
    const json& all = tables_[std::to_string(table)];
    const auto at = [&](const char* list, const char* name) {
      const json& names = all[list];
      return static_cast<std::size_t>(std::find(names.begin(), names.end(), json(name)) - names.begin());
    };
    return all["cells"][at("rows", before)][at("cols", after)];
  }

  /// Looks at every claimed pair. `check` gives what is wrong, or nothing; `excused` the reason of a known deviation.
  struct Count {
    int right = 0, excused = 0;
  };
  using Check = std::function<std::string(const json&, const Claimed&, const Claimed&)>;
  using Excuse = std::function<std::string(const Claimed&, const Claimed&)>;
  Count compare(int table, const Check& check, const Excuse& excuse) {
    Count count;
    std::map<std::string, int> reasons;
    for (const Claimed& before : kClaimed) {
      for (const Claimed& after : kClaimed) {
        const std::string wrong = check(cell(table, before.name, after.name), before, after);
        const std::string reason = wrong.empty() ? "" : excuse(before, after);
        if (wrong.empty()) {
          ++count.right;
        } else if (!reason.empty()) {
          ++count.excused;
          ++reasons[reason];
        } else {
          ADD_FAILURE() << "table " << table << ", " << before.name << " before " << after.name << ": " << wrong;
        }
      }
    }
    for (const auto& [reason, times] : reasons) RecordProperty(reason, times);
    return count;
  }

  json tables_;
};

TEST_F(JlreqTables, SpaceBetweenClasses) {
  const auto check = [](const json& cell, const Claimed& before, const Claimed& after) -> std::string {
    double wanted = 0;
    if (cell.is_object() && cell.contains("em") && cell["em"].is_number()) wanted = cell["em"];
    const Ours ours = oursBetween(before, after, css::Justification::Jlreq);
    return std::abs(ours.space - wanted) < 0.001 ? "" : fmt::format("{} em, not {}", ours.space, wanted);
  };
  const Count count = compare(1, check, [](const Claimed&, const Claimed&) { return std::string(); });
  EXPECT_GE(count.right, 361);
}

TEST_F(JlreqTables, BreaksBetweenClasses) {
  const auto check = [](const json& cell, const Claimed& before, const Claimed& after) -> std::string {
    const bool isConditional = cell.is_object() && cell.contains("break") && cell["break"].is_string();
    if (isConditional) return "";
    const bool wanted = cell.is_null();
    const Ours ours = oursBetween(before, after, css::Justification::Jlreq);
    return ours.breaks == wanted ? "" : (wanted ? "no break" : "a break");
  };
  const auto is = [](const Claimed& side, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, side.name) != names.end();
  };
  // UAX 14 and CSS Text 3 rule what JLREQ leaves to the house.
  const auto excuse = [&](const Claimed& before, const Claimed& after) -> std::string {
    if (is(after, {"cl-08"})) return "LB22: no line begins with an ellipsis";
    if (is(after, {"cl-14"})) return "LB21: the full-width space stays behind the word it ends";
    if (is(before, {"cl-12"}) && is(after, {"cl-01", "cl-12", "cl-13"})) return "a currency sign with nothing to stand before";
    if (is(before, {"cl-13"}) && is(after, {"cl-24", "cl-27"})) return "LB24, LB25: a sign and the word or number behind it are one";
    if (is(before, {"cl-24", "cl-27"}) && is(after, {"cl-12"})) return "LB24, LB25: a word or number and its sign are one";
    if (is(before, {"cl-15", "cl-16", "cl-19"}) && is(after, {"cl-13"})) return "LB23a: a unit stays with the ideograph before it";
    if (is(before, {"cl-03"}) && is(after, {"cl-27"})) return "LB20a: a hyphen stays with the word it begins";
    return {};
  };
  const Count count = compare(2, check, excuse);
  EXPECT_GE(count.right, 318);
  EXPECT_LE(count.excused, 43);
}

TEST_F(JlreqTables, ShrinkingByJlreqAndByJis) {
  for (const int table : {3, 4}) {
    const css::Justification justification = table == 3 ? css::Justification::Jlreq : css::Justification::Jis;
    const auto check = [&](const json& cell, const Claimed& before, const Claimed& after) -> std::string {
      const Ours ours = oursBetween(before, after, justification);
      double wanted = ours.space;
      if (cell.is_object() && cell.value("kind", "") == "reducible" && cell["min_em"].is_number()) wanted = cell["min_em"];
      if (std::abs(ours.least - wanted) >= 0.001) return fmt::format("down to {} em, not {}", ours.least, wanted);
      // Middle dots give way first, then brackets and commas, then the gaps of Han and Latin; a list is two in one gap.
      const bool hasStep = cell.is_object() && cell.contains("step") && cell["step"].is_number();
      const int firstStep = table == 3 ? 4 : 2;
      const int step = hasStep ? cell["step"].get<int>() - firstStep + 1 : 0;
      return !hasStep || ours.shrinkStep == step ? "" : fmt::format("in step {}, not {}", ours.shrinkStep, step);
    };
    const Count count = compare(table, check, [](const Claimed&, const Claimed&) { return std::string(); });
    EXPECT_GE(count.right, 361) << "table " << table;
  }
}

TEST_F(JlreqTables, StretchingBetweenClasses) {
  const auto check = [](const json& cell, const Claimed& before, const Claimed& after) -> std::string {
    const Ours ours = oursBetween(before, after, css::Justification::Jlreq);
    const bool opens = cell.is_object() && cell.value("kind", "") != "forbidden" && cell.value("step", json()).is_number();
    if (ours.opens != opens) return opens ? "does not open" : "opens";
    const double most = opens && cell["max_em"].is_number() ? cell["max_em"].get<double>() : ours.space;
    return std::abs(ours.most - most) < 0.001 ? "" : fmt::format("up to {} em at first, not {}", ours.most, most);
  };
  const Count count = compare(6, check, [](const Claimed&, const Claimed&) { return std::string(); });
  EXPECT_GE(count.right, 361);
}

}  // namespace
}  // namespace octavo::test
