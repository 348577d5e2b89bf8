// layout/table: tables made smaller to fit their measure.
#include "layout/table/reduced.h"

#include "box/copy.h"

namespace octavo::layout {

namespace {

void letBreak(const box::Box& box, Words words, css::ComputedStyle& style) {
  if (words == Words::Broken) style.overflowWrap = css::OverflowWrap::Anywhere;
  style.textWrapMode = css::TextWrapMode::Wrap;
  if (style.hyphens == css::Hyphens::Manual) style.hyphens = css::Hyphens::Auto;
  // With forty columns the blanks between them are most of the table.
  if (box.kind != box::Kind::TableCell) return;
  constexpr double kOfPadding = 0.3;
  for (css::LengthPercentage* padding : {&style.padding.inlineStart, &style.padding.inlineEnd}) {
    if (Length* length = std::get_if<Length>(padding)) *length = length->scaled(kOfPadding);
  }
}

/// Gives each style of a table its smaller one, made once.
class Reducer {
 public:
  Reducer(const box::Box& table, Reduction reduction) : table_(table), reduction_(reduction) {}

  css::StylePtr operator()(const box::Box& box) {
    if (box.kind == box::Kind::TableCaption) return nullptr;
    css::StylePtr& made = made_[&box == &table_ ? nullptr : box.style.get()];
    if (!made) {
      css::ComputedStyle style = css::scaled(*box.style, reduction_.scale);
      if (&box == &table_) style.margin = box.style->margin;
      if (reduction_.words != Words::Whole) letBreak(box, reduction_.words, style);
      made = std::make_shared<const css::ComputedStyle>(std::move(style));
    }
    return made;
  }

 private:
  const box::Box& table_;
  Reduction reduction_;
  std::map<const css::ComputedStyle*, css::StylePtr> made_;
};

}  // namespace

const box::Box& ReducedTables::get(const box::Box& table, Reduction reduction) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<box::Box>& copy = copies_[{&table, reduction}];
  if (!copy) copy = box::restyled(table, Reducer(table, reduction));
  return *copy;
}

const box::Box& ReducedTables::keep(std::unique_ptr<box::Box> copy) {
  const std::lock_guard lock(mutex_);
  return *others_.emplace_back(std::move(copy));
}

}  // namespace octavo::layout
