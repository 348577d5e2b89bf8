#include "box/hollow_anchors.h"

#include <algorithm>
#include <iterator>
#include <variant>

namespace octavo::box {
namespace {

bool isBlankText(const Box& box) { return box.text.find_first_not_of(" \t\r\n\f") == std::string::npos; }

/// What makes a line or stands on the page by itself.
bool isShown(const Box& box) {
  switch (box.kind) {
    case Kind::Text: return !isBlankText(box);
    case Kind::LineBreak:
    case Kind::Image:
    case Kind::Leader:
    case Kind::PageReference:
    case Kind::NoteCall: return true;
    case Kind::Block:
    case Kind::Inline:
    case Kind::InlineBlock:
    case Kind::Ruby:
    case Kind::RubyBase:
    case Kind::RubyText:
    case Kind::Table:
    case Kind::TableCaption:
    case Kind::TableColumn:
    case Kind::TableRowGroup:
    case Kind::TableRow:
    case Kind::TableCell: return false;
  }
  return false;
}

bool isHollow(const Box& box) {
  return !isShown(box) && std::ranges::all_of(box.children, [](const auto& child) { return isHollow(*child); });
}

bool hasOwnSize(const Box& box) {
  return !std::holds_alternative<css::Auto>(box.style->blockSize) || box.kind == Kind::InlineBlock;
}

class Settling {
 public:
  void run(Box& chapter) {
    visit(chapter);
    Box& last = last_ ? *last_ : chapter;
    last.anchors.insert(last.anchors.end(), anchors_.begin(), anchors_.end());
    last.strings.insert(last.strings.end(), strings_.begin(), strings_.end());
  }

 private:
  void visit(Box& box) {
    if (isShown(box)) return take(box);
    // Marks within a line are the line's.
    const bool isBlockOfLines = box.hasInlineChildren || box.children.empty();
    if (box.kind != Kind::Inline && isBlockOfLines && isHollow(box) && !hasOwnSize(box)) return give(box);
    for (const auto& child : box.children) visit(*child);
  }

  void give(Box& box) {
    std::ranges::move(box.anchors, std::back_inserter(anchors_));
    std::ranges::move(box.strings, std::back_inserter(strings_));
    box.anchors.clear();
    box.strings.clear();
    for (const auto& child : box.children) give(*child);
  }

  void take(Box& box) {
    last_ = &box;
    box.anchors.insert(box.anchors.begin(), anchors_.begin(), anchors_.end());
    box.strings.insert(box.strings.begin(), strings_.begin(), strings_.end());
    anchors_.clear();
    strings_.clear();
  }

  std::vector<std::string> anchors_;
  std::vector<std::pair<std::string, std::string>> strings_;
  Box* last_ = nullptr;
};

}  // namespace

void settleHollowAnchors(Box& chapter) { Settling().run(chapter); }

}  // namespace octavo::box
