// layout/inline/glue: what a region's typography and the stylesheet ask of the gaps in a paragraph.
#include "layout/inline/glue/spacing_policy.h"

#include <initializer_list>

namespace octavo::layout {

namespace {

using text::Region;

bool isChinese(Region region) {
  return region == Region::MainlandChina || region == Region::Taiwan || region == Region::HongKong;
}

struct ShrinkStep {
  double cost = 1;
  std::initializer_list<Glue> glues;
};

void setShrinkSteps(SpacingPolicy& policy, std::initializer_list<ShrinkStep> steps) {
  std::uint8_t rank = 0;
  for (const ShrinkStep& step : steps) {
    policy.shrinkCost[rank] = step.cost;
    for (const Glue glue : step.glues) policy.shrinkRank[static_cast<std::size_t>(glue)] = rank;
    ++rank;
  }
}

/// clreq 3.3.3: word space, interpunct, brackets, commas, Han-Latin gap, the last 。？！; then, to stretch, word space,
/// Han-Latin gap, all others equally.
void followClreq(SpacingPolicy& policy, Region region) {
  setShrinkSteps(policy, {{1, {Glue::WordSpace}}, {1, {Glue::MiddleDot}}, {1, {Glue::Bracket}},
                          {2.5, {Glue::Comma}},   {3, {Glue::HanLatin}},  {4, {Glue::FullStop}}});
  // clreq leaves the choice between 1/3 and 1/2: the less is the more even page.
  if (isChinese(region)) policy.hanLatinMost = 1.0 / 3;
}

/// JLREQ 3.8.3 and 3.8.4, tables 3 and 6: brackets and commas shrink as one, full stops keep their half em; gaps
/// between letters open by a quarter em before those beside marks do.
void followJlreq(SpacingPolicy& policy) {
  setShrinkSteps(policy, {{1, {Glue::WordSpace}}, {1, {Glue::MiddleDot}}, {2, {Glue::Bracket, Glue::Comma}}, {3, {Glue::HanLatin}}});
  policy.shrinksFullStops = false;
  policy.interCharacter = 0.25;
  policy.opensMarksAlike = false;
  policy.sparesConnectors = false;
  policy.gapsAfterDividing = true;
}

/// JIS X 4051 as JLREQ table 4 gives it: the same order, and line-end marks are solid but for full stops.
void followJis(SpacingPolicy& policy) {
  followJlreq(policy);
  policy.lineEnds = LineEnds::HalfButStops;
}

void followTrim(SpacingPolicy& policy, css::TextSpacingTrim trim) {
  switch (trim) {
    case css::TextSpacingTrim::Auto: return;
    case css::TextSpacingTrim::SpaceAll:
      policy.trimsLineStart = policy.squeezes = false;
      policy.lineEnds = LineEnds::Full;
      return;
    case css::TextSpacingTrim::Normal: policy.trimsLineStart = false; break;
    case css::TextSpacingTrim::SpaceFirst: policy.keepsFirstLine = true; break;
    case css::TextSpacingTrim::TrimStart: policy.trimsFirstLine = true; break;
    case css::TextSpacingTrim::TrimAll: policy.halfMarks = HalfMarks::All; [[fallthrough]];
    case css::TextSpacingTrim::TrimBoth:
      policy.trimsFirstLine = true;
      policy.lineEnds = LineEnds::Half;
      return;
  }
  policy.lineEnds = LineEnds::FullIfFits;
}

void followPunctuationStyle(SpacingPolicy& policy, css::PunctuationStyle style) {
  switch (style) {
    case css::PunctuationStyle::Auto: break;
    case css::PunctuationStyle::Full: policy.lineEnds = LineEnds::FullIfFits; break;
    case css::PunctuationStyle::Kaiming: policy.halfMarks = HalfMarks::AllButStops; break;
    case css::PunctuationStyle::LineEndHalf: policy.lineEnds = LineEnds::Half; break;
    case css::PunctuationStyle::Half:
      policy.halfMarks = HalfMarks::All;
      policy.lineEnds = LineEnds::Half;
      break;
  }
}

}  // namespace

SpacingPolicy spacingPolicy(const css::InheritedStyle& style) {
  const Region region = text::regionOf(style.language);
  SpacingPolicy policy;
  policy.prefersTrimmedEnd = region == Region::MainlandChina;  // GB/T 15834-2011, 5.1.10
  switch (style.justification) {
    case css::Justification::Auto:
      if (region == Region::Japan) {
        followJlreq(policy);
      } else {
        followClreq(policy, region);
      }
      break;
    case css::Justification::Clreq: followClreq(policy, Region::MainlandChina); break;
    case css::Justification::Jlreq: followJlreq(policy); break;
    case css::Justification::Jis: followJis(policy); break;
  }
  followTrim(policy, style.textSpacingTrim);
  followPunctuationStyle(policy, style.punctuationStyle);
  policy.justify = style.textJustify;
  return policy;
}

}  // namespace octavo::layout
