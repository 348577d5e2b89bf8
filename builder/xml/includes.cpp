// xml: XInclude 1.0: other files' elements or text in place of xi:include.
#include <fmt/format.h>

#include "base/files.h"
#include "xml/source_text.h"
#include "xml/tree_builder_private.h"

namespace octavo::xml {
namespace {

/// The id that an xpointer names: x, element(x), xpointer(id('x')); empty for any other scheme.
std::string_view pointedId(std::string_view pointer) {
  for (const std::string_view scheme : {"element(", "xpointer(id('", "xpointer(id(\""}) {
    if (!pointer.starts_with(scheme)) continue;
    pointer.remove_prefix(scheme.size());
    return pointer.substr(0, pointer.find_first_of("/)'\""));
  }
  return pointer.find('(') == std::string_view::npos ? pointer : std::string_view();
}

}  // namespace

void TreeBuilder::include(const dom::Element& request, const pugi::xml_node& node, dom::Element& into) {
  const std::string_view href = request.attributeOr("href");
  const std::string_view parse = request.attributeOr("parse", "xml");
  if (parse != "xml" && parse != "text") {
    refuse("xml-include", request.position(), fmt::format("xi:include with parse=\"{}\"", parse),
           "xml or text");
  }
  if (const auto file = context_.folder.resolve(origin_->path, href)) {
    if (parse == "text") {
      includeText(request, *file, into);
    } else {
      includeDocument(request, *file, into);
    }
    return;
  }
  for (const pugi::xml_node child : node) {
    const std::string_view name = child.name();
    if (child.type() != pugi::node_element || name.substr(name.find(':') + 1) != "fallback") continue;
    buildChildren(child, into);
    return;
  }
  refuse("xml-include", request.position(),
         href.empty() ? std::string("xi:include without href")
                      : fmt::format("xi:include: {} is no file in the input's folder", href));
}

void TreeBuilder::includeDocument(const dom::Element& request, const std::filesystem::path& file,
                                  dom::Element& into) {
  const std::string bytes = readFile(file, request.position());
  context_.enterFile(file, bytes.size(), request.position());
  const SourceFile& source = addXmlSource(bytes, file.string(), context_.sources, context_.diagnostics);
  dom::Document document = TreeBuilder(source, file, context_, depth_ - 1).build();
  context_.leaveFile();
  const std::string_view pointer = request.attributeOr("xpointer");
  if (pointer.empty()) {
    into.append(std::move(document.root));
    return;
  }
  const std::string_view id = pointedId(pointer);
  const dom::Element* pointed = id.empty() ? nullptr : dom::findById(*document.root, id);
  if (!pointed) {
    refuse("xml-include", request.position(),
           fmt::format("xi:include: nothing in {} is at xpointer=\"{}\"", file.filename().string(), pointer));
  }
  into.append(dom::clone(*pointed));
}

void TreeBuilder::includeText(const dom::Element& request, const std::filesystem::path& file,
                              dom::Element& into) {
  const std::string bytes = readFile(file, request.position());
  context_.enterFile(file, bytes.size(), request.position());
  const SourceFile& source = addTextSource(bytes, file.string(), request.attributeOr("encoding"),
                                           context_.sources, context_.diagnostics);
  context_.leaveFile();
  if (!source.text.empty()) into.appendText(source.text, {&source, 1, 1});
}

}  // namespace octavo::xml
