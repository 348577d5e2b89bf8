// pdf: which structure type an XHTML element is.
#pragma once

#include <string_view>

#include "pdf/structure_tree.h"

namespace octavo::pdf {

/// How an element takes part in the tree.
enum class Treatment : std::uint8_t {
  Plain,        // one node of the rule's tag
  Transparent,  // none: its content is its parent's
  List,
  ListItem,
  DescriptionList,
  Term,
  Description,
  Table,
  TablePart,
  Caption,
  Figure,
  Picture,
  Anchor,
  Ruby,
  RubyText,
  Formula,
  Aside,
  Division
};

struct ElementRule {
  std::string_view name;
  Tag tag;
  Treatment treatment;
};

/// The rule of an element in the XHTML or MathML namespace; what has none is transparent.
const ElementRule& ruleFor(const dom::Element& element);

}  // namespace octavo::pdf
