// box: what the element of a box means for how it is set.
#include "box/box.h"

namespace octavo::box {

bool isFormula(const Box& box) { return box.element->namespaceName == dom::Namespace::MathMl; }

bool isReference(const Box& box) {
  const bool isInline = box.kind == Kind::Inline && box.role == Role::Content;
  return isInline && box.element->name == "a" && box.element->attributeOr("href").starts_with('#');
}

}  // namespace octavo::box
