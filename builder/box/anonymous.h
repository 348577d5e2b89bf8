// box: the anonymous boxes that make every box's children of one kind.
#pragma once

#include <memory>
#include <vector>

#include "box/box.h"

namespace octavo::box {

using Boxes = std::vector<std::unique_ptr<Box>>;

/// True for boxes that stand below one another, not in a line.
bool isBlockLevel(const Box& box);
/// True where a box holds nothing but white space that a line would drop at its edges.
bool isCollapsibleSpace(const Box& box);

/// Gives `parent`, a block-like box, its children: all inline-level, or all block-level with each run of inline-level
/// ones in an anonymous block, whose white space alone makes none (CSS 2, section 9.2.1.1).
void adoptFlow(Box& parent, Boxes children);
/// Gives an inline box its children; one that holds a block becomes an anonymous block itself, since its parts
/// before and after the block stand on lines of their own (CSS 2, section 9.2.1.1).
void adoptInline(Box& parent, Boxes children);
/// Gives a table, row group or row its children, with the missing rows, cells and groups (CSS 2, section 17.2.1).
void adoptTable(Box& parent, Boxes children);
/// Pairs what stands before each RubyText with it: RubyBase, RubyText, RubyBase, …
void adoptRuby(Box& parent, Boxes children);

}  // namespace octavo::box
