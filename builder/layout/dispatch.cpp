// layout: which algorithm lays out which kind of box.
#include "layout/block/block.h"
#include "layout/table/table.h"

namespace octavo::layout {

Result layoutBox(const box::Box& box, const Space& space, const BreakToken* resume, Context& context) {
  switch (box.kind) {
    case box::Kind::Image: return layoutPicture(box, space, context);
    case box::Kind::Table: return layoutTable(box, space, resume, context);
    case box::Kind::Block:
    case box::Kind::InlineBlock:
    case box::Kind::TableCaption:
    case box::Kind::TableColumn:
    case box::Kind::TableRowGroup:
    case box::Kind::TableRow:
    case box::Kind::TableCell: return layoutBlock(box, space, resume, context);
    case box::Kind::Inline:
    case box::Kind::Text:
    case box::Kind::LineBreak:
    case box::Kind::Leader:
    case box::Kind::PageReference:
    case box::Kind::NoteCall:
    case box::Kind::Ruby:
    case box::Kind::RubyBase:
    case box::Kind::RubyText: return layoutInline(box, space, resume, context);
  }
  return {};
}

InlineSizes measureBox(const box::Box& box, Context& context) {
  switch (box.kind) {
    case box::Kind::Image: return measurePicture(box, context);
    case box::Kind::Table: return measureTable(box, context);
    case box::Kind::Block:
    case box::Kind::InlineBlock:
    case box::Kind::TableCaption:
    case box::Kind::TableColumn:
    case box::Kind::TableRowGroup:
    case box::Kind::TableRow:
    case box::Kind::TableCell: return measureBlock(box, context);
    case box::Kind::Inline:
    case box::Kind::Text:
    case box::Kind::LineBreak:
    case box::Kind::Leader:
    case box::Kind::PageReference:
    case box::Kind::NoteCall:
    case box::Kind::Ruby:
    case box::Kind::RubyBase:
    case box::Kind::RubyText: return measureInline(box, context);
  }
  return {};
}

}  // namespace octavo::layout
