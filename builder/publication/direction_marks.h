// publication: control characters of direction in what catalogues, contents and players show outside the text.
#pragma once

#include <string>
#include <string_view>

#include "publication/publication.h"

namespace octavo::publication {

/// The text without embeddings, overrides and isolates that nothing ends, and without ends that nothing begins (UAX 9,
/// sections 2 and 3.3.2): such a character would turn what stands behind the text, too.
std::string closedDirections(std::string_view text);

/// Does so in the metadata, the navigation and the alternative texts; says where it had to (direction-open).
void closeDirections(Publication& publication, Diagnostics& diagnostics);

}  // namespace octavo::publication
