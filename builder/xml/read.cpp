// xml: the way from a file to a document.
#include "xml/source_text.h"
#include "xml/tree_builder_private.h"
#include "xml/xml.h"

namespace octavo::xml {

dom::Document readBytes(std::string_view bytes, const std::filesystem::path& path, const InputFolder& folder,
                        SourceFiles& sources, Diagnostics& diagnostics) {
  Context context{folder, sources, diagnostics};
  const SourceFile& source = addXmlSource(bytes, path.string(), sources, diagnostics);
  // As resolve() names files, so that a file which includes itself is recognised.
  std::error_code error;
  context.openFiles.push_back(std::filesystem::weakly_canonical(std::filesystem::absolute(path), error));
  return TreeBuilder(source, path, context, 0).build();
}

dom::Document read(const std::filesystem::path& path, const InputFolder& folder, SourceFiles& sources,
                   Diagnostics& diagnostics) {
  return readBytes(readFile(path), path, folder, sources, diagnostics);
}

}  // namespace octavo::xml
