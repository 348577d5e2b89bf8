#include "box/anonymous.h"

#include <algorithm>
#include <utility>

namespace octavo::box {
namespace {

std::unique_ptr<Box> makeAnonymous(const Box& parent, Kind kind, css::Display display, std::uint32_t order) {
  auto box = std::make_unique<Box>();
  box->kind = kind;
  box->role = parent.role;
  box->style = css::Cascade::anonymous(parent.style, display);
  box->element = parent.element;
  box->order = order;
  return box;
}

bool isTablePart(Kind kind) {
  return kind == Kind::TableCaption || kind == Kind::TableColumn || kind == Kind::TableRowGroup ||
         kind == Kind::TableRow || kind == Kind::TableCell;
}

bool keepsWhiteSpace(const Box& box) {
  return box.style->whiteSpaceCollapse != css::WhiteSpaceCollapse::Collapse;
}

/// The child that a table part may hold, in which anything else is wrapped.
struct WrapRule {
  Kind parent;
  Kind child;
  css::Display display;
};
constexpr WrapRule kWrapRules[] = {
    {Kind::Table, Kind::TableRowGroup, css::Display::TableRowGroup},
    {Kind::TableRowGroup, Kind::TableRow, css::Display::TableRow},
    {Kind::TableRow, Kind::TableCell, css::Display::TableCell},
};

void adoptAs(Box& parent, Boxes children) {
  if (parent.kind == Kind::Table || parent.kind == Kind::TableRowGroup || parent.kind == Kind::TableRow) {
    adoptTable(parent, std::move(children));
  } else {
    adoptFlow(parent, std::move(children));
  }
}

/// Table parts outside a table get one around them.
Boxes wrapStrayTableParts(const Box& parent, Boxes children) {
  if (std::ranges::none_of(children, [](const auto& child) { return isTablePart(child->kind); })) return children;
  Boxes result;
  Boxes parts;
  const auto flush = [&] {
    if (parts.empty()) return;
    auto table = makeAnonymous(parent, Kind::Table, css::Display::Table, parts.front()->order);
    adoptTable(*table, std::exchange(parts, {}));
    result.push_back(std::move(table));
  };
  for (auto& child : children) {
    if (isTablePart(child->kind)) {
      parts.push_back(std::move(child));
    } else if (parts.empty() || !isCollapsibleSpace(*child)) {
      flush();
      result.push_back(std::move(child));
    }
  }
  flush();
  return result;
}

}  // namespace

bool isBlockLevel(const Box& box) {
  switch (box.kind) {
    case Kind::Block:
    case Kind::Table:
    case Kind::TableCaption:
    case Kind::TableColumn:
    case Kind::TableRowGroup:
    case Kind::TableRow:
    case Kind::TableCell:
      return true;
    case Kind::Image:
      return box.style->display != css::Display::Inline && box.style->display != css::Display::InlineBlock;
    case Kind::Inline:
    case Kind::InlineBlock:
    case Kind::Text:
    case Kind::LineBreak:
    case Kind::Leader:
    case Kind::PageReference:
    case Kind::NoteCall:
    case Kind::Ruby:
    case Kind::RubyBase:
    case Kind::RubyText:
      return false;
  }
  return false;
}

bool isCollapsibleSpace(const Box& box) {
  if (box.kind == Kind::Inline) {
    return box.anchors.empty() && std::ranges::all_of(box.children, [](const auto& c) { return isCollapsibleSpace(*c); });
  }
  return box.kind == Kind::Text && !keepsWhiteSpace(box) &&
         box.text.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

void adoptFlow(Box& parent, Boxes children) {
  children = wrapStrayTableParts(parent, std::move(children));
  parent.hasInlineChildren = std::ranges::none_of(children, [](const auto& c) { return isBlockLevel(*c); });
  if (parent.hasInlineChildren) {
    // A block of white space alone has no line at all.
    const bool hasLine = std::ranges::any_of(children, [](const auto& c) { return !isCollapsibleSpace(*c); });
    parent.hasInlineChildren = hasLine;
    if (hasLine) parent.children = std::move(children);
    return;
  }
  Boxes run;
  const auto flush = [&] {
    if (std::ranges::any_of(run, [](const auto& c) { return !isCollapsibleSpace(*c); })) {
      auto block = makeAnonymous(parent, Kind::Block, css::Display::Block, run.front()->order);
      block->hasInlineChildren = true;
      block->children = std::move(run);
      parent.children.push_back(std::move(block));
    }
    run.clear();
  };
  for (auto& child : children) {
    if (isBlockLevel(*child)) {
      flush();
      parent.children.push_back(std::move(child));
    } else {
      run.push_back(std::move(child));
    }
  }
  flush();
}

void adoptInline(Box& parent, Boxes children) {
  if (std::ranges::none_of(children, [](const auto& c) { return isBlockLevel(*c); })) {
    parent.children = std::move(children);
    return;
  }
  parent.kind = Kind::Block;
  parent.style = css::Cascade::anonymous(parent.style, css::Display::Block);
  adoptFlow(parent, std::move(children));
}

void adoptTable(Box& parent, Boxes children) {
  const WrapRule& rule = *std::ranges::find(kWrapRules, parent.kind, &WrapRule::parent);
  Boxes strays;
  const auto flush = [&] {
    if (strays.empty()) return;
    auto wrapper = makeAnonymous(parent, rule.child, rule.display, strays.front()->order);
    adoptAs(*wrapper, std::exchange(strays, {}));
    parent.children.push_back(std::move(wrapper));
  };
  for (auto& child : children) {
    const bool isTableOnly = child->kind == Kind::TableCaption || child->kind == Kind::TableColumn;
    if (child->kind == rule.child || (parent.kind == Kind::Table && isTableOnly)) {
      flush();
      parent.children.push_back(std::move(child));
    } else if (!isCollapsibleSpace(*child)) {
      strays.push_back(std::move(child));
    }
  }
  flush();
}

void adoptRuby(Box& parent, Boxes children) {
  Boxes base;
  const auto closeBase = [&](std::uint32_t order) {
    auto box = makeAnonymous(parent, Kind::RubyBase, css::Display::Inline, base.empty() ? order : base.front()->order);
    box->children = std::exchange(base, {});
    parent.children.push_back(std::move(box));
  };
  for (auto& child : children) {
    if (child->kind != Kind::RubyText) {
      base.push_back(std::move(child));
      continue;
    }
    closeBase(child->order);
    parent.children.push_back(std::move(child));
  }
  const bool hasMore = std::ranges::any_of(base, [](const auto& c) { return !isCollapsibleSpace(*c); });
  if (hasMore || parent.children.empty()) closeBase(parent.order);
}

}  // namespace octavo::box
