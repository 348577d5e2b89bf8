// text: which way letters stand in vertical lines.
#include "text/vertical_orientation.h"

#include <unicode/uchar.h>

namespace octavo::text {

VerticalOrientation verticalOrientation(char32_t character) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_VERTICAL_ORIENTATION)) {
    case U_VO_UPRIGHT:
      return VerticalOrientation::Upright;
    case U_VO_TRANSFORMED_UPRIGHT:
      return VerticalOrientation::TransformedUpright;
    case U_VO_TRANSFORMED_ROTATED:
      return VerticalOrientation::TransformedRotated;
    default:
      return VerticalOrientation::Rotated;
  }
}

LetterOrientation letterOrientation(char32_t character, TextOrientation orientation) {
  if (orientation == TextOrientation::Sideways) return {};
  const bool isForced = orientation == TextOrientation::Upright;
  switch (verticalOrientation(character)) {
    case VerticalOrientation::Upright:
      return {true, false, false};
    case VerticalOrientation::TransformedUpright:
      return {true, true, false};
    case VerticalOrientation::TransformedRotated:
      return {true, true, !isForced};
    case VerticalOrientation::Rotated:
      return {isForced, false, false};
  }
  return {};
}

}  // namespace octavo::text
