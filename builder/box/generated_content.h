// box: what the content property and string-set make of their pieces.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "box/box.h"
#include "box/counters.h"

namespace octavo::box {

/// Elements of the whole book by id.
using ElementsById = std::map<std::string, const dom::Element*, std::less<>>;

/// Where a piece of generated content stands.
struct ContentPlace {
  const dom::Element* element = nullptr;
  const css::ComputedStyle* style = nullptr;
};

/// Turns content pieces into inline-level boxes and strings. Keeps the depth of quotation marks.
class GeneratedContent {
 public:
  GeneratedContent(const Counters& counters, const ElementsById& elementsById, Diagnostics& diagnostics)
      : counters_(counters), elementsById_(elementsById), diagnostics_(diagnostics) {}

  /// Boxes without style, role and order: the caller gives them.
  std::vector<std::unique_ptr<Box>> boxes(const std::vector<css::ContentItem>& items, const ContentPlace& place);
  /// The same as plain text, for string-set; pages are not known yet and give nothing.
  std::string text(const std::vector<css::ContentItem>& items, const ContentPlace& place);

 private:
  /// Throws BuildError: generated-text-large, where `added` more bytes are too many for one book.
  void limit(std::size_t added, const dom::Element& element) const;
  std::string counterText(const css::ContentCounter& counter) const;
  std::string quotationMark(bool open, const css::ComputedStyle& style);
  std::string targetText(const css::ContentTargetText& target, const dom::Element& element) const;

  const Counters& counters_;
  const ElementsById& elementsById_;
  Diagnostics& diagnostics_;
  std::size_t quoteDepth_ = 0;
  std::size_t made_ = 0;  // bytes of text so far
};

/// The text of an element as running heads and the contents show it: base text, one blank for any white space.
std::string plainTitle(const dom::Element& element);

}  // namespace octavo::box
