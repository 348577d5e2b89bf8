// xml: which files libxml2 may open while a document is held to a schema.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "xml/schema.h"

namespace octavo::xml {

/// While it is in scope, libxml2 opens regular files below the document's and the schema's folder and nothing else: its
/// own ways to files and networks are taken out. What the document's DOCTYPE names is answered with the schema where that
/// is a DTD, so that its entities are known. One at a time in each thread.
class SchemaFiles {
 public:
  SchemaFiles(const SchemaSubject& subject, std::filesystem::path schema);
  ~SchemaFiles();
  SchemaFiles(const SchemaFiles&) = delete;
  SchemaFiles& operator=(const SchemaFiles&) = delete;

  /// The file that an address names; empty where it may not be opened.
  std::filesystem::path permitted(const char* address) const;
  /// True for the external subset of the document's DOCTYPE.
  bool isDoctypeOfDocument(const char* address, const char* publicId) const;
  const std::filesystem::path& schema() const { return schema_; }

 private:
  std::vector<std::filesystem::path> roots_;
  std::filesystem::path schema_;
  std::string publicId_, systemId_;
};

}  // namespace octavo::xml
