// layout/inline/text: lists of page numbers: which numbers are left out, and which are drawn together.
#include "layout/inline/text/page_lists.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace octavo::layout {
namespace {

constexpr std::string_view kDash = "–";

/// The one page reference that is all an inline box shows; null where there is more or less.
const box::Box* pageAlone(const box::Box& box) {
  if (box.kind == box::Kind::PageReference) return &box;
  if (box.kind != box::Kind::Inline || box.children.size() != 1) return nullptr;
  return pageAlone(*box.children.front());
}

/// Commas, blanks and the like: nothing that says something.
bool isSeparator(const box::Box& box) {
  return box.kind == box::Kind::Text && !box.text.empty() &&
         std::ranges::none_of(box.text, [](unsigned char c) { return std::isalnum(c) != 0; }) &&
         box.text.size() <= std::string_view("　").size();
}

std::optional<int> numberOf(std::string_view label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? std::optional(number) : std::nullopt;
}

/// A page, or a range of them.
struct Stretch {
  std::size_t first = 0, last = 0;  // the children that name its ends
  std::string_view firstLabel, lastLabel;
  bool isRange = false;  // by the source
  std::vector<std::size_t> references;

  /// Pages that are no plain numbers follow nothing.
  bool isNumbered() const { return numberOf(firstLabel) && numberOf(lastLabel); }
  bool holds(const Stretch& other) const {
    if (!isNumbered() || !other.isNumbered()) return firstLabel == other.firstLabel && lastLabel == other.lastLabel;
    return *numberOf(firstLabel) <= *numberOf(other.firstLabel) && *numberOf(other.lastLabel) <= *numberOf(lastLabel);
  }
  bool isFollowedBy(const Stretch& next) const {
    if (!isNumbered() || !next.isNumbered()) return false;
    const int from = *numberOf(next.firstLabel);
    return *numberOf(firstLabel) <= from && from <= *numberOf(lastLabel) + 1;
  }
  int pages() const { return isNumbered() ? *numberOf(lastLabel) - *numberOf(firstLabel) + 1 : 1; }
};

class PageListReader {
 public:
  PageListReader(const box::Box& container, const PageLabels& labels) : children_(container.children), labels_(labels) {}

  PageLists run() {
    for (std::size_t index = 0; index < children_.size(); ++index) {
      const box::Box& child = *children_[index];
      const box::Box* page = child.kind == box::Kind::Inline ? pageAlone(child) : nullptr;
      if (page) {
        addReference(index, *page);
      } else if (!isSeparator(child)) {
        settle();
      }
    }
    settle();
    std::ranges::sort(lists_.dashes);
    return std::move(lists_);
  }

 private:
  void omit(std::size_t index) {
    lists_.omitted.resize(children_.size());
    lists_.omitted[index] = true;
    if (index > 0 && isSeparator(*children_[index - 1])) lists_.omitted[index - 1] = true;
  }

  void addReference(std::size_t index, const box::Box& page) {
    const auto found = labels_.find(page.text);
    if (found == labels_.end() || found->second.empty()) return omit(index);
    const bool endsRange = !list_.empty() && list_.back().last + 2 == index &&
                           children_[index - 1]->kind == box::Kind::Text && children_[index - 1]->text == kDash;
    if (endsRange) {
      Stretch& range = list_.back();
      range.last = index;
      range.lastLabel = found->second;
      range.isRange = true;
      range.references.push_back(index);
    } else {
      list_.push_back({index, index, found->second, found->second, false, {index}});
    }
  }

  /// One whose pages stand already adds nothing; one that follows the last makes it longer.
  void settle() {
    std::vector<Stretch> settled;
    for (const Stretch& stretch : list_) {
      const auto holder = std::ranges::find_if(settled, [&](const Stretch& known) { return known.holds(stretch); });
      if (holder != settled.end()) {
        for (const std::size_t reference : stretch.references) omit(reference);
      } else if (!settled.empty() && settled.back().isFollowedBy(stretch)) {
        Stretch& longer = settled.back();
        longer.last = stretch.last;
        longer.lastLabel = stretch.lastLabel;
        longer.isRange = longer.isRange || stretch.isRange;
        longer.references.insert(longer.references.end(), stretch.references.begin(), stretch.references.end());
      } else {
        settled.push_back(stretch);
      }
    }
    for (const Stretch& stretch : settled) draw(stretch);
    list_.clear();
  }

  void draw(const Stretch& stretch) {
    const bool isOnePage = stretch.firstLabel == stretch.lastLabel;
    for (const std::size_t reference : stretch.references) {
      if (reference != stretch.first && (isOnePage || reference != stretch.last)) omit(reference);
    }
    const bool isDrawn = !isOnePage && (stretch.isRange || stretch.pages() > 2);
    if (isDrawn && isSeparator(*children_[stretch.last - 1])) lists_.dashes.push_back(stretch.last - 1);
  }

  const std::vector<std::unique_ptr<box::Box>>& children_;
  const PageLabels& labels_;
  std::vector<Stretch> list_;
  PageLists lists_;
};

}  // namespace

PageLists pageListsIn(const box::Box& container, const PageLabels& labels) {
  return labels.empty() ? PageLists{} : PageListReader(container, labels).run();
}

}  // namespace octavo::layout
