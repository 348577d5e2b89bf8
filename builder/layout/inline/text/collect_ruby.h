// layout/inline/text: the pairs, second readings and words of a ruby box.
#pragma once

#include <optional>

#include "layout/inline/inline_text.h"

namespace octavo::layout {

/// Takes note of one ruby box while its bases go into the text. Places are whatever the caller counts by.
class RubyCollector {
 public:
  RubyCollector(InlineText& text, const box::Box& ruby);

  void beginBase(std::uint32_t at);
  void endBase(std::uint32_t at, std::uint32_t inlineBox);
  /// The reading of the base before it.
  void addReading(const box::Box& reading);
  /// Joins what ruby-merge joins, and tells the words.
  void finish();

 private:
  RubyReading* openReading();
  void merge();
  void addWords();
  void settleLane(RubySpan& span);

  InlineText& text_;
  const css::ComputedStyle& style_;
  std::size_t firstPair_, firstSpan_, firstWord_;
  std::uint32_t begin_ = 0;
  std::size_t pairsBefore_ = 0;
  std::optional<std::size_t> openPair_, openSpan_;
};

}  // namespace octavo::layout
