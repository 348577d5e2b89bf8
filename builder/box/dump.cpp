#include <string_view>

#include "box/box.h"

namespace octavo::box {
namespace {

std::string_view nameOf(Kind kind) {
  switch (kind) {
    case Kind::Block: return "block";
    case Kind::Inline: return "inline";
    case Kind::InlineBlock: return "inline-block";
    case Kind::Text: return "text";
    case Kind::LineBreak: return "line-break";
    case Kind::Image: return "image";
    case Kind::Leader: return "leader";
    case Kind::PageReference: return "page-reference";
    case Kind::NoteCall: return "note-call";
    case Kind::Ruby: return "ruby";
    case Kind::RubyBase: return "ruby-base";
    case Kind::RubyText: return "ruby-text";
    case Kind::Table: return "table";
    case Kind::TableCaption: return "table-caption";
    case Kind::TableColumn: return "table-column";
    case Kind::TableRowGroup: return "table-row-group";
    case Kind::TableRow: return "table-row";
    case Kind::TableCell: return "table-cell";
  }
  return "";
}

std::string_view nameOf(Role role) {
  switch (role) {
    case Role::Content: return "";
    case Role::Before: return "before";
    case Role::After: return "after";
    case Role::Marker: return "marker";
    case Role::FirstLetter: return "first-letter";
    case Role::NoteCall: return "note-call";
    case Role::NoteMarker: return "note-marker";
    case Role::NoteBody: return "note-body";
  }
  return "";
}

std::string quoted(std::string_view text) {
  std::string result = " \"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

void dumpInto(const Box& box, std::size_t depth, std::string_view prefix, std::string& into) {
  into.append(depth * 2, ' ');
  into += prefix;
  into += nameOf(box.kind);
  if (box.kind != Kind::Text) into += " <" + box.element->name + ">";
  if (box.role != Role::Content) into += " (" + std::string(nameOf(box.role)) + ")";
  if (!box.text.empty()) into += quoted(box.text);
  if (!box.imagePath.empty()) into += " image" + quoted(box.imagePath) + quoted(box.alternative);
  if (box.columnSpan != 1) into += " columns " + std::to_string(box.columnSpan);
  if (box.rowSpan != 1) into += " rows " + std::to_string(box.rowSpan);
  for (const std::string& anchor : box.anchors) into += " #" + anchor;
  for (const auto& [name, value] : box.strings) into += " " + name + "=" + quoted(value).substr(1);
  into += "\n";
  if (box.marker) dumpInto(*box.marker, depth + 1, "marker: ", into);
  if (box.note) dumpInto(*box.note, depth + 1, "note: ", into);
  for (const auto& child : box.children) dumpInto(*child, depth + 1, "", into);
}

}  // namespace

std::string dump(const Box& box) {
  std::string result;
  dumpInto(box, 0, "", result);
  return result;
}

}  // namespace octavo::box
