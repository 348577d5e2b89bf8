// pdf: the ICC profiles that say what colour numbers mean, made here rather than shipped.
#pragma once

#include <string>

namespace octavo::pdf {

/// sRGB (IEC 61966-2-1) as an ICC version 2 display profile with matrix and curves: the output intent.
std::string rgbProfile();
/// CMYK on coated paper as an ICC version 2 input profile: the Lab colours of the sixteen full overprints,
/// between which a viewer interpolates. It gives CMYK pictures a meaning in a file whose output intent is
/// RGB.
std::string cmykProfile();

}  // namespace octavo::pdf
