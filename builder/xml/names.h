// xml: what may be a name.
#pragma once

#include <string_view>

namespace octavo::xml {

/// A name without a colon (Namespaces in XML 1.0, section 3; XML 1.0, section 2.3), as xml:id must be (xml:id 1.0, section 4).
bool isNcName(std::string_view text);

}  // namespace octavo::xml
