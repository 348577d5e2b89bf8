// layout/page: slices of finished fragments, from one page end to the next.
#include "layout/page/cut.h"

#include <algorithm>
#include <span>

namespace octavo::layout::page {

namespace {

/// A part of a fragment and how much shorter it is than it was in the galley, for figures left out.
struct Slice {
  LogicalFragmentPtr fragment;
  Length removed;
};

const Cut::Open* openChild(const Cut* cut, std::size_t child) {
  if (!cut) return nullptr;
  const auto open = std::ranges::find(cut->open, child, &Cut::Open::child);
  return open == cut->open.end() ? nullptr : &*open;
}

/// One child's fate on this page.
struct Fate {
  bool isHere = false;
  bool goesToTop = false;  // it is what is left of a child begun above
  const Cut* from = nullptr;
  const Cut* to = nullptr;
};

/// Behind the last child that any part of stands before `to`.
std::size_t endBefore(const Cut* to, std::size_t count) { return to ? std::min(to->next, count) : count; }

Fate fateOf(std::size_t child, const Cut* from, const Cut* to) {
  Fate fate;
  const Cut::Open* before = openChild(from, child);
  if (from && child < from->next && !before) return fate;
  if (before) {
    fate.from = before->inside.get();
    fate.goesToTop = before->inside || before->isTorn;
  }
  const Cut::Open* after = openChild(to, child);
  if (to && (child >= to->next || (after && !after->inside))) return fate;
  if (after) fate.to = after->inside.get();
  fate.isHere = true;
  return fate;
}

class Slicer {
 public:
  explicit Slicer(const ByTarget<std::span<const PageFloat>>& omitted)
      : omitted_(omitted),
        isWhole_(std::ranges::all_of(omitted, [](const auto& figures) { return figures.empty(); })) {}

  Slice slice(const LogicalFragmentPtr& whole, const Cut* from, const Cut* to) const {
    const LogicalFragment& fragment = *whole;
    if (fragment.isLine || fragment.isTurned) return {whole, {}};
    if (!from && !to && (isWhole_ || fragment.children.empty())) return {whole, {}};
    // A part holds room for its own children only: the other pages have the rest.
    auto part = std::make_shared<LogicalFragment>();
    static_cast<FragmentShell&>(*part) = fragment;
    const Length start = from ? from->resume : Length{};
    const Length added = from ? from->repeated : Length{};
    // What reaches out of the fragment may be cut where its own box has ended.
    const Length end = to ? std::min(to->end, std::max(start, fragment.size.blockSize)) : fragment.size.blockSize;
    if (from && from->head) {
      const PlacedLogical& head = fragment.children[*from->head];
      part->children.push_back(
          {{head.at.inlineStart, {}}, recast(*head.fragment, fragment::Role::RepeatedHead)});
    }
    Length removed;
    const std::size_t behindLast = endBefore(to, fragment.children.size());
    for (std::size_t index = from ? firstBehind(*from) : 0; index < behindLast; ++index) {
      const PlacedLogical& child = fragment.children[index];
      const Fate fate = fateOf(index, from, to);
      if (!fate.isHere) continue;
      if (const PageFloat* left = omitted(*child.fragment)) {
        removed += left->removed;
        continue;
      }
      Slice inner = slice(child.fragment, fate.from, fate.to);
      Length blockStart = child.at.blockStart - start + added - removed;
      if (fate.goesToTop) {
        const Length natural = fate.to ? end : child.at.blockStart + child.fragment->size.blockSize;
        blockStart = from->headSize;
        inner.fragment = stretched(inner.fragment, natural - start + added - removed - blockStart);
      }
      part->children.push_back({{child.at.inlineStart, blockStart}, inner.fragment});
      removed += inner.removed;
    }
    part->size.blockSize = std::max(Length{}, end - start + added - removed);
    trim(*part, from, to && to->end < fragment.size.blockSize ? to : nullptr);
    if (from && start >= fragment.size.blockSize) part->content = fragment::Nothing{};
    return {part, removed};
  }

 private:
  const PageFloat* omitted(const LogicalFragment& fragment) const {
    for (const auto& figures : omitted_) {
      const auto found = std::ranges::find(figures, &fragment, &PageFloat::fragment);
      if (found != figures.end()) return &*found;
    }
    return nullptr;
  }

  /// Cells that are cut side by side still end together.
  static LogicalFragmentPtr stretched(const LogicalFragmentPtr& fragment, Length blockSize) {
    if (fragment->isLine || fragment->size.blockSize >= blockSize) return fragment;
    if (!std::holds_alternative<LogicalFrame>(fragment->content)) return fragment;
    auto longer = std::make_shared<LogicalFragment>(*fragment);
    longer->size.blockSize = blockSize;
    return longer;
  }

  static void trim(LogicalFragment& part, const Cut* from, const Cut* to) {
    if (auto* frame = std::get_if<LogicalFrame>(&part.content)) {
      if (from) frame->border.blockStart = {};
      if (to) frame->border.blockEnd = {};
    }
    if (!from) return;
    part.anchors.clear();
    part.strings.clear();
    part.flow.pageCounterReset.clear();
  }

  ByTarget<std::span<const PageFloat>> omitted_;
  bool isWhole_;  // nothing is left out
};

}  // namespace

LogicalFragmentPtr cut(const Galley& galley, std::size_t from, std::size_t to, const FloatCounts& firstOmitted,
                       const FloatCounts& lastOmitted) {
  ByTarget<std::span<const PageFloat>> omitted;
  for (std::size_t target = 0; target < kFloatTargets; ++target) {
    const std::size_t first = firstOmitted[target];
    omitted[target] = std::span(galley.floats[target]).subspan(first, lastOmitted[target] - first);
  }
  const Slicer slicer(omitted);
  const auto wholeCut = [&](std::size_t position) { return position == 0 ? nullptr : galley.at(position).cut.whole(); };
  return slicer.slice(galley.column, wholeCut(from).get(), wholeCut(to).get()).fragment;
}

}  // namespace octavo::layout::page
