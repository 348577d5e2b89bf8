#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>

#include <algorithm>
#include <cstdio>
#include <mutex>

#include "base/percent_encoding.h"
#include "xml/schema_files_private.h"

namespace octavo::xml {
namespace {

namespace fs = std::filesystem;

thread_local const SchemaFiles* current = nullptr;

/// libxml2's four calls for input: every address is ours, so that none reaches its other ways.
int matches(const char*) { return 1; }

void* open(const char* address) {
  const fs::path path = current ? current->permitted(address) : fs::path();
  return path.empty() ? nullptr : std::fopen(path.c_str(), "rb");
}

int read(void* file, char* buffer, int size) {
  return static_cast<int>(std::fread(buffer, 1, static_cast<std::size_t>(size), static_cast<std::FILE*>(file)));
}

int close(void* file) { return std::fclose(static_cast<std::FILE*>(file)); }

xmlExternalEntityLoader usualLoader = nullptr;

xmlParserInputPtr load(const char* address, const char* publicId, xmlParserCtxtPtr context) {
  const bool isReplaced = current && current->isDoctypeOfDocument(address, publicId);
  return usualLoader(isReplaced ? current->schema().c_str() : address, nullptr, context);
}

/// Once in a process: libxml2's handlers for files, networks and catalogs go.
void takeOverInput() {
  static std::once_flag done;
  std::call_once(done, [] {
    xmlInitParser();
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
    xmlCleanupInputCallbacks();
    xmlRegisterInputCallbacks(matches, open, read, close);
    usualLoader = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(load);
  });
}

bool isBelow(const fs::path& path, const fs::path& root) {
  const auto [end, unused] = std::ranges::mismatch(root, path);
  return end == root.end();
}

}  // namespace

SchemaFiles::SchemaFiles(const SchemaSubject& subject, fs::path schema)
    : schema_(std::move(schema)), publicId_(subject.document.publicId), systemId_(subject.document.systemId) {
  takeOverInput();
  for (const fs::path& root : {schema_.parent_path(), subject.folder.root()}) roots_.push_back(fs::weakly_canonical(root));
  current = this;
}

SchemaFiles::~SchemaFiles() { current = nullptr; }

fs::path SchemaFiles::permitted(const char* address) const {
  std::string name = address;
  for (const char* scheme : {"file://localhost", "file://"}) {
    if (name.starts_with(scheme)) name.erase(0, std::string_view(scheme).size());
  }
  for (const std::string& spelling : {name, percentDecoded(name)}) {
    std::error_code error;
    const fs::path path = fs::canonical(spelling, error);
    if (error || !fs::is_regular_file(path, error)) continue;
    const bool isInside = std::ranges::any_of(roots_, [&](const fs::path& root) { return isBelow(path, root); });
    if (isInside) return path;
  }
  return {};
}

bool SchemaFiles::isDoctypeOfDocument(const char* address, const char* publicId) const {
  if (schema_.extension() != ".dtd") return false;
  if (publicId && !publicId_.empty() && publicId_ == publicId) return true;
  return address && !systemId_.empty() && std::string_view(address).ends_with(systemId_);
}

}  // namespace octavo::xml
