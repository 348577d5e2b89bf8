// fragment: in what order the fragments of a page are painted.
#pragma once

#include <cstdint>
#include <vector>

#include "fragment/fragment.h"

namespace octavo::fragment {

/// What of a fragment is painted: a table's cells show all their backgrounds before the first of their borders.
enum class PaintPart : std::uint8_t { Whole, Background, Border };

/// A fragment in its place, with what it has from the fragments around it.
struct Painted {
  const Fragment* fragment = nullptr;
  PhysicalPoint at;  // from the page's top left corner
  Role role = Role::Content;
  const dom::Element* source = nullptr;
  PaintPart part = PaintPart::Whole;
};

/// By the layers that layout has given the fragments. CSS 2.2, appendix E: backgrounds and borders of all blocks (of a table layer by layer, 17.5.1), then those of floats
/// with their pictures, then text and pictures. What an inline block holds is ordered by itself, in its line. The text
/// of a float stays where the tree has it, for whoever reads the stream as it comes.
std::vector<Painted> paintingOrder(const Fragment& page);

/// True for what is not read: decoration, repeated heads, running heads and feet.
bool isArtifact(Role role);

}  // namespace octavo::fragment
