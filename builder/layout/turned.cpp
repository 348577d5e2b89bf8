// layout: a box that stands turned to the left on pages of its own: a table too wide to stand upright.
#include "layout/block/block.h"

namespace octavo::layout {

namespace {

void collectNotes(const LogicalFragment& fragment, std::vector<const box::Box*>& notes) {
  notes.insert(notes.end(), fragment.flow.notes.begin(), fragment.flow.notes.end());
  for (const PlacedLogical& child : fragment.children) collectNotes(*child.fragment, notes);
}

/// One piece in the middle of a page that it fills.
LogicalFragmentPtr pageWith(const Result& piece, LogicalSize page, bool isOnly) {
  auto turned = std::make_shared<LogicalFragment>();
  turned->size = page;
  turned->isTurned = true;
  const LogicalSize size = piece.fragment->size;
  const Length beside = std::max(Length{}, page.inlineSize - size.blockSize);
  turned->children.push_back({{piece.margin.inlineStart, isOnly ? beside.scaled(1, 2) : Length{}}, piece.fragment});
  turned->flow.isPageFloat = isOnly;
  collectNotes(*piece.fragment, turned->flow.notes);
  return turned;
}

/// What is left of the box in the room of one page; all of it where not one piece fits.
Result layoutPiece(const box::Box& box, Space space, const BreakToken* token, Context& context) {
  Result piece = layoutBox(box, space, token, context);
  if (piece.fragment) return piece;
  space.remainingBlockSize = Length::infinite();
  return layoutBox(box, space, token, context);
}

}  // namespace

Result layoutTurned(const box::Box& box, const Space& space, Context& context) {
  const LogicalSize page{space.available.inlineSize, space.pageBlockSize};
  Space inside = space.inside(page.blockSize);
  inside.remainingBlockSize = inside.pageBlockSize = page.inlineSize;
  inside.isTurned = true;
  std::vector<LogicalFragmentPtr> pages;
  std::unique_ptr<const BreakToken> token;
  do {
    Result piece = layoutPiece(box, inside, token.get(), context);
    if (!piece.fragment) break;
    const bool isOnly = pages.empty() && !piece.resume;
    pages.push_back(pageWith(piece, page, isOnly));
    token = std::move(piece.resume);
  } while (token);

  Result result;
  if (pages.size() == 1) {
    result.fragment = pages.front();
    return result;
  }
  auto all = std::make_shared<LogicalFragment>();
  all->direction = box.style->direction;
  all->flow.page = box.style->page;
  all->size.inlineSize = page.inlineSize;
  for (const LogicalFragmentPtr& each : pages) {
    all->children.push_back({{{}, all->size.blockSize}, each});
    all->size.blockSize += page.blockSize;
  }
  result.fragment = std::move(all);
  return result;
}

}  // namespace octavo::layout
