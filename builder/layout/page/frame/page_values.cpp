// layout/page: what a page's margin boxes may quote: counters of pages and named strings.
#include "layout/page/frame/page_values.h"

#include <algorithm>
#include <set>

namespace octavo::layout::page {

namespace {

class FactsWalk {
 public:
  PageFacts run(const LogicalFragment& content) {
    visit(content);
    return std::move(facts_);
  }

 private:
  void visit(const LogicalFragment& fragment) {
    for (const auto& [name, value] : fragment.strings) facts_.strings.push_back({name, value, !hasContent_});
    const auto& resets = fragment.flow.pageCounterReset;
    facts_.counterResets.insert(facts_.counterResets.end(), resets.begin(), resets.end());
    facts_.anchors.insert(facts_.anchors.end(), fragment.anchors.begin(), fragment.anchors.end());
    for (const PlacedLogical& child : fragment.children) visit(*child.fragment);
    if (fragment.isLine || std::holds_alternative<fragment::Picture>(fragment.content)) hasContent_ = true;
  }

  PageFacts facts_;
  bool hasContent_ = false;
};

/// Quotation marks for content: open-quote where the style names none.
std::string quoteText(const css::ComputedStyle& style, bool isOpen) {
  if (style.quotes.size() >= 2) return style.quotes[isOpen ? 0 : 1];
  return isOpen ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
}

struct TextOfItem {
  const css::ComputedStyle& style;
  const PageValues& values;

  std::string operator()(const css::ContentText& item) const { return item.text; }
  std::string operator()(const css::ContentCounter& item) const {
    const auto found = values.counters.find(item.name);
    return css::formatCounter(found == values.counters.end() ? 0 : found->second,
                              item.style.empty() ? "decimal" : item.style);
  }
  std::string operator()(const css::ContentString& item) const {
    const auto found = values.strings.find(item.name);
    return found == values.strings.end() ? std::string() : found->second.get(item.keyword);
  }
  std::string operator()(const css::ContentQuote& item) const { return quoteText(style, item.open); }
  std::string operator()(const css::ContentAttribute&) const { return {}; }
  std::string operator()(const css::ContentTargetCounter&) const { return {}; }
  std::string operator()(const css::ContentTargetText&) const { return {}; }
  std::string operator()(const css::ContentLeader&) const { return {}; }
  std::string operator()(const css::ContentOfElement&) const { return {}; }
};

}  // namespace

PageFacts factsOf(const LogicalFragment& content) { return FactsWalk().run(content); }

const std::string& StringValues::get(css::StringKeyword keyword) const {
  static const std::string kNothing;
  switch (keyword) {
    case css::StringKeyword::First:
      return first;
    case css::StringKeyword::Start:
      return start;
    case css::StringKeyword::Last:
      return last;
    case css::StringKeyword::FirstExcept:
      return isAssigned ? kNothing : first;
  }
  return first;
}

PageValues PageValuesWalk::next(const css::PageStyle& style, const PageFacts& facts) {
  for (const css::CounterChange& change : style.counterReset) counters_[change.name] = change.value;
  const bool countsItself = std::ranges::none_of(
      style.counterIncrement, [](const css::CounterChange& change) { return change.name == "page"; });
  if (countsItself) ++counters_["page"];
  for (const css::CounterChange& change : style.counterIncrement) counters_[change.name] += change.value;
  for (const css::CounterChange& change : facts.counterResets) counters_[change.name] = change.value;

  PageValues values;
  values.counters = counters_;
  for (const auto& [name, value] : strings_) values.strings[name] = {value, value, value, false};
  for (const PageFacts::Assignment& assignment : facts.strings) {
    StringValues& string = values.strings[assignment.name];
    if (!string.isAssigned) {
      string.first = assignment.value;
      if (assignment.isAtStart) string.start = assignment.value;
    }
    string.last = assignment.value;
    string.isAssigned = true;
    strings_[assignment.name] = assignment.value;
  }
  return values;
}

std::string pageNumberStyle(const css::PageStyle& style) {
  for (const css::StylePtr& box : style.marginBoxes) {
    if (!box) continue;
    for (const css::ContentItem& item : box->content.items) {
      const auto* counter = std::get_if<css::ContentCounter>(&item);
      if (counter && counter->name == "page") return counter->style.empty() ? "decimal" : counter->style;
    }
  }
  return {};
}

std::vector<MarginPiece> marginPieces(const css::ComputedStyle& style, const PageValues& values) {
  std::vector<MarginPiece> pieces;
  for (const css::ContentItem& item : style.content.items) {
    pieces.push_back({std::visit(TextOfItem{style, values}, item), std::holds_alternative<css::ContentString>(item)});
  }
  return pieces;
}

}  // namespace octavo::layout::page
