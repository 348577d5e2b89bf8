// layout/page: the notes of a chapter, laid out once each, as one column.
#include "layout/page/galley/note_column.h"

#include <algorithm>

namespace octavo::layout::page {

namespace {

/// Puts blocks one below the other; their margins meet as between siblings.
class Stack {
 public:
  Stack(Length inlineSize, Direction direction) : column_(std::make_shared<LogicalFragment>()) {
    column_->size.inlineSize = inlineSize;
    column_->direction = direction;
  }

  void add(const Result& result) {
    if (!result.fragment) return;
    const Length gap =
        column_->children.empty() ? Length{} : std::max(marginAbove_, result.margin.blockStart);
    const Length at = column_->size.blockSize + gap;
    column_->children.push_back({{result.margin.inlineStart, at}, result.fragment});
    column_->size.blockSize = at + result.fragment->size.blockSize;
    marginAbove_ = result.margin.blockEnd;
    if (column_->children.size() == 1) marginFirst_ = result.margin.blockStart;
  }

  std::shared_ptr<LogicalFragment> take() { return std::move(column_); }
  Length marginFirst() const { return marginFirst_; }
  Length marginLast() const { return marginAbove_; }

 private:
  std::shared_ptr<LogicalFragment> column_;
  Length marginFirst_, marginAbove_;
};

const box::Box* noteOf(const box::Box* call) { return call->note.get(); }

/// The note, then those it calls. No note calls itself: the depth is that of the document's nesting.
void addWithOwn(const box::Box& note, const Space& space, Stack& stack, Context& context) {
  const Result result = layoutBox(note, space, nullptr, context);
  stack.add(result);
  if (!result.fragment) return;
  for (const box::Box* call : findPlaces(*result.fragment, {}).notes) {
    if (noteOf(call)) addWithOwn(*noteOf(call), space, stack, context);
  }
}

}  // namespace

NoteColumn makeNoteColumn(std::vector<Result> notes, Length inlineSize, Direction direction,
                          Length pageBlockSize) {
  Stack stack(inlineSize, direction);
  const std::size_t count = notes.size();
  for (Result& note : notes) {
    if (!note.fragment) note.fragment = std::make_shared<LogicalFragment>();
    stack.add(note);
  }
  NoteColumn column;
  column.galley = makeGalley(stack.take(), pageBlockSize);
  const Galley& galley = column.galley;
  for (std::size_t note = 0, position = 1; note < count; ++note) {
    column.firstPosition.push_back(std::min(position, galley.last()));
    while (position < galley.last() && galley.at(position).cut.firstBehind() <= note) ++position;
    column.lastPosition.push_back(std::min(position, galley.last()));
    ++position;
  }
  return column;
}

NoteColumn layoutNotes(const std::vector<const box::Box*>& calls, const LogicalFragmentPtr& carried,
                       const Space& space, Direction direction, Context& context) {
  std::vector<Result> results;
  results.reserve(calls.size() + 1);
  if (carried) {
    Result rest;
    rest.fragment = carried;
    results.push_back(std::move(rest));
  }
  for (const box::Box* call : calls) {
    Result result;
    if (noteOf(call)) {
      Stack stack(space.available.inlineSize, direction);
      addWithOwn(*noteOf(call), space, stack, context);
      result.margin.blockStart = stack.marginFirst();
      result.margin.blockEnd = stack.marginLast();
      result.fragment = stack.take();
    }
    results.push_back(std::move(result));
  }
  NoteColumn column =
      makeNoteColumn(std::move(results), space.available.inlineSize, direction, space.pageBlockSize);
  column.carried = carried ? 1 : 0;
  return column;
}

}  // namespace octavo::layout::page
