// xml: what a DOCTYPE and its internal subset declare.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "xml/context.h"

namespace octavo::xml {

struct Entity {
  std::string replacement;     // internal: the text, character references resolved (XML 1.0, section 4.5)
  std::string publicId, systemId;  // external
  std::filesystem::path base;  // external: the file that declares it
  bool isExternal = false;
  bool isUnparsed = false;  // NDATA: it has no text
};

struct AttributeDefault {
  std::string name;  // with its prefix
  std::string value;
};

struct DocumentType {
  bool isPresent = false;
  std::string name, publicId, systemId;
  std::map<std::string, Entity, std::less<>> entities;
  std::map<std::string, Entity, std::less<>> parameterEntities;
  std::map<std::string, std::vector<AttributeDefault>, std::less<>> attributeDefaults;  // by element
};

/// A stretch of a source file.
struct Stretch {
  std::string_view text;
  const SourceFile* file = nullptr;
  std::size_t offset = 0;
  std::filesystem::path path;  // references are followed from here
};

/// Reads what stands between `<!DOCTYPE` and its `>`. External parameter entities and the external subset (the DTD) are
/// read where they are files in the folder, and from nowhere else. Throws BuildError: xml-not-well-formed, xml-entity,
/// xml-entity-limit.
DocumentType parseDocumentType(const Stretch& declaration, Context& context);

/// Resolves character references, `&#60;` and `&#x3C;`, and nothing else. Throws BuildError:
/// xml-not-well-formed.
std::string withCharacterReferences(std::string_view text, SourcePosition where);

/// The character of a reference's inside, "#60" or "#x3C"; throws BuildError where it is none that XML
/// allows.
char32_t characterOfReference(std::string_view inside, SourcePosition where);

}  // namespace octavo::xml
