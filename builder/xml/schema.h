// xml: is a document valid by a schema: DTD, RELAX NG or W3C XML Schema.
#pragma once

#include <filesystem>

#include "base/diagnostics.h"
#include "base/files.h"
#include "dom/dom.h"

namespace octavo::xml {

/// A document that was read, where it stands, and the folder that its references must not leave.
struct SchemaSubject {
  const dom::Document& document;
  const std::filesystem::path& file;
  const InputFolder& folder;
};

/// Reports each fault as an error (schema-invalid), at most a hundred. The schema's kind is told by its ending: .dtd, .rng
/// or .xsd; a DTD takes the place of the one that the document names. Parts that XInclude names are judged in their
/// place. Only files below the schema's and the document's folders are opened, nothing of a network, no catalog. Throws
/// BuildError: file-unreadable, schema-unusable.
void validate(const SchemaSubject& subject, const std::filesystem::path& schema, Diagnostics& diagnostics);

}  // namespace octavo::xml
