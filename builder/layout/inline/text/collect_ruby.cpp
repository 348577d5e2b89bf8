// layout/inline/text: the pairs, second readings and words of a ruby box.
#include "layout/inline/text/collect_ruby.h"

#include <algorithm>

namespace octavo::layout {

namespace {

/// Longer words are set in pieces: no language has them, and their cost is square.
constexpr std::size_t kLongestWord = 12;

RubySide sideOf(const css::ComputedStyle& style, bool isSecond) {
  switch (style.rubyPosition) {
    case css::RubyPosition::Over: return RubySide::Over;
    case css::RubyPosition::Under: return RubySide::Under;
    case css::RubyPosition::InterCharacter: return isSecond ? RubySide::Under : RubySide::Beside;
    case css::RubyPosition::Alternate: return isSecond ? RubySide::Under : RubySide::Over;
    case css::RubyPosition::AlternateUnder: return isSecond ? RubySide::Over : RubySide::Under;
  }
  return RubySide::Over;
}

}  // namespace

RubyCollector::RubyCollector(InlineText& text, const box::Box& ruby)
    : text_(text), style_(*ruby.style), firstPair_(text.rubies.size()), firstSpan_(text.rubySpans.size()),
      firstWord_(text.rubyWords.size()) {}

void RubyCollector::beginBase(std::uint32_t at) {
  begin_ = at;
  pairsBefore_ = text_.rubies.size();
}

/// A base that holds pairs of its own is spanned by a second reading.
void RubyCollector::endBase(std::uint32_t at, std::uint32_t inlineBox) {
  openPair_.reset();
  openSpan_.reset();
  if (text_.rubies.size() > pairsBefore_) {
    openSpan_ = text_.rubySpans.size();
    text_.rubySpans.push_back({begin_, at, inlineBox, {}});
  } else {
    openPair_ = text_.rubies.size();
    text_.rubies.push_back({begin_, at, inlineBox, {}, false});
  }
}

void RubyCollector::addReading(const box::Box& reading) {
  if (openSpan_) {
    RubySpan& span = text_.rubySpans[*openSpan_];
    span.reading.boxes.push_back(&reading);
    span.reading.side = sideOf(*reading.style, true);
    settleLane(span);
  } else if (openPair_) {
    RubyReading& own = text_.rubies[*openPair_].reading;
    own.boxes.push_back(&reading);
    own.side = sideOf(*reading.style, false);
  }
}

/// Beyond the readings that already stand at this side.
void RubyCollector::settleLane(RubySpan& span) {
  Length lane;
  const auto include = [&](const RubyReading& inner) {
    if (inner.boxes.empty() || inner.side != span.reading.side) return;
    lane = std::max(lane, inner.lane + inner.boxes.front()->style->fontSize);
  };
  for (auto pair = text_.rubies.rbegin(); pair != text_.rubies.rend() && pair->begin >= span.begin; ++pair) {
    include(pair->reading);
  }
  for (auto inner = text_.rubySpans.rbegin(); inner != text_.rubySpans.rend() && inner->begin >= span.begin; ++inner) {
    if (&*inner != &span) include(inner->reading);
  }
  span.reading.lane = lane;
}

void RubyCollector::finish() {
  const bool hasSecond = text_.rubySpans.size() > firstSpan_;
  if (style_.rubyMerge == css::RubyMerge::Merge && !hasSecond) merge();
  addWords();
}

void RubyCollector::merge() {
  if (text_.rubies.size() <= firstPair_ + 1) return;
  RubyPair& first = text_.rubies[firstPair_];
  for (std::size_t i = firstPair_ + 1; i < text_.rubies.size(); ++i) {
    const RubyPair& next = text_.rubies[i];
    first.end = next.end;
    if (first.reading.boxes.empty()) first.reading.side = next.reading.side;
    first.reading.boxes.insert(first.reading.boxes.end(), next.reading.boxes.begin(), next.reading.boxes.end());
  }
  text_.rubies.resize(firstPair_ + 1);
}

void RubyCollector::addWords() {
  const bool isShared = style_.rubyMerge == css::RubyMerge::Auto;
  std::vector<RubyWord>& words = text_.rubyWords;
  // The widest range wins: words found inside it are parts of it.
  for (std::size_t i = firstSpan_; i < text_.rubySpans.size(); ++i) {
    const RubySpan& span = text_.rubySpans[i];
    while (words.size() > firstWord_ && words.back().begin >= span.begin) words.pop_back();
    words.push_back({span.begin, span.end, isShared});
  }
  std::size_t covering = firstWord_;
  const std::size_t spanned = words.size();
  std::size_t inWord = 0;
  for (std::size_t i = firstPair_; i < text_.rubies.size(); ++i) {
    const RubyPair& pair = text_.rubies[i];
    while (covering < spanned && words[covering].end <= pair.begin) ++covering;
    if (covering < spanned && words[covering].begin <= pair.begin) continue;
    const bool goesOn = words.size() > spanned && words.back().end == pair.begin;
    if (isShared && goesOn && inWord < kLongestWord) {
      words.back().end = pair.end;
      ++inWord;
    } else {
      words.push_back({pair.begin, pair.end, isShared});
      inWord = 1;
    }
  }
  std::sort(words.begin() + static_cast<std::ptrdiff_t>(firstWord_), words.end(),
            [](const RubyWord& a, const RubyWord& b) { return a.begin < b.begin; });
}

}  // namespace octavo::layout
