// xml: the way from a file to a document.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "xml/html.h"
#include "xml/source_text.h"
#include "xml/tree_builder_private.h"
#include "xml/well_formed.h"
#include "xml/xml.h"

namespace octavo::xml {
namespace {

namespace fs = std::filesystem;

/// What a page that is HTML and not XML may be refused for.
constexpr std::array<std::string_view, 6> kHtmlFaults{"xml-not-xml",   "xml-not-well-formed", "xml-namespace",
                                                      "xml-entity",    "xml-character",       "xml-encoding"};

bool isHtmlFile(std::string_view bytes, const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".html" || ending == ".htm" || looksLikeHtml(bytes);
}

dom::Document readStrict(std::string_view bytes, const fs::path& path, Context& context,
                         std::string_view encoding) {
  const SourceFile& source =
      addXmlSource(bytes, path.string(), context.sources, context.diagnostics, encoding);
  // As resolve() names files, so that a file which includes itself is recognised.
  std::error_code error;
  context.openFiles.push_back(fs::weakly_canonical(fs::absolute(path), error));
  return TreeBuilder(source, path, context, 0).build();
}

void reportTagSoup(const Diagnostic& fault, Diagnostics& diagnostics) {
  diagnostics.report({Severity::Warning, "html-tag-soup", fault.where,
                      fmt::format("read as HTML, for it is no well-formed XML: {}", fault.message),
                      "what HTML's rules made of it may not be what its author meant: look at it", {}});
}

}  // namespace

dom::Document readBytes(std::string_view bytes, const fs::path& path, const InputFolder& folder,
                        SourceFiles& sources, Diagnostics& diagnostics, const ReadOptions& options) {
  Diagnostics found;
  try {
    Context context{folder, sources, found};
    dom::Document document = readStrict(bytes, path, context, options.encoding);
    diagnostics.append(found);
    return document;
  } catch (const BuildError& error) {
    const Diagnostic& fault = error.diagnostic();
    const bool mayBeHtml = options.allowHtml && isHtmlFile(bytes, path) &&
                           std::ranges::find(kHtmlFaults, fault.code) != kHtmlFaults.end();
    if (!mayBeHtml) {
      diagnostics.append(found);
      throw;
    }
    const SourceFile& source = addHtmlSource(bytes, path.string(), sources, diagnostics, options.encoding);
    dom::Document document = parseHtml(source);
    reportTagSoup(fault, diagnostics);
    return document;
  }
}

dom::Document read(const fs::path& path, const InputFolder& folder, SourceFiles& sources,
                   Diagnostics& diagnostics, const ReadOptions& options) {
  return readBytes(readFile(path), path, folder, sources, diagnostics, options);
}

}  // namespace octavo::xml
