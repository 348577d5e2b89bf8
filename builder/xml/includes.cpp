// xml: XInclude 1.0: other files' elements or text in place of xi:include.
//
// Of the attributes, accept and accept-language are ignored: nothing is asked of a server. An included text that says
// no language anywhere takes that of its new place, where the standard would make it unknown.
#include <fmt/format.h>

#include <algorithm>

#include "base/address.h"
#include "base/files.h"
#include "base/percent_encoding.h"
#include "xml/source_text.h"
#include "xml/tree_builder_private.h"

namespace octavo::xml {
namespace {

namespace fs = std::filesystem;

bool isAncestorOrSelf(const pugi::xml_node& ancestor, const pugi::xml_node& node) {
  for (pugi::xml_node at = node; at; at = at.parent()) {
    if (at == ancestor) return true;
  }
  return false;
}

pugi::xml_node childElement(const pugi::xml_node& parent, std::size_t number) {
  for (const pugi::xml_node child : parent) {
    if (child.type() == pugi::node_element && --number == 0) return child;
  }
  return {};
}

pugi::xml_node elementWithId(const pugi::xml_node& document, std::string_view id) {
  return document.find_node([&](const pugi::xml_node& node) {
    return node.attribute("xml:id").value() == id || node.attribute("id").value() == id;
  });
}

pugi::xml_node pointedNode(const pugi::xml_node& document, const Pointer& pointer) {
  for (const ElementPointer& part : pointer.parts) {
    pugi::xml_node node = part.id.empty() ? document : elementWithId(document, part.id);
    for (const std::size_t step : part.steps) node = childElement(node, step);
    if (node) return node;
  }
  return {};
}

/// The language that an element has from those around it.
std::string languageAround(const pugi::xml_node& node) {
  for (pugi::xml_node at = node.parent(); at; at = at.parent()) {
    for (const char* name : {"xml:lang", "lang"}) {
      if (const pugi::xml_attribute language = at.attribute(name)) return language.value();
    }
  }
  return {};
}

/// A path as a relative reference.
std::string asReference(std::string_view path) {
  std::string result;
  for (const char c : path) {
    const bool isPlain = std::string_view("%#? <>\"").find(c) == std::string_view::npos;
    result += isPlain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(c));
  }
  return result;
}

/// How much text the element has, at most.
std::size_t sizeOf(const pugi::xml_node& node, std::size_t documentSize) {
  const pugi::xml_node next = node.next_sibling();
  const std::ptrdiff_t begin = node.offset_debug();
  const std::ptrdiff_t end = next ? next.offset_debug() : static_cast<std::ptrdiff_t>(documentSize);
  return begin < 0 || end < begin ? documentSize : static_cast<std::size_t>(end - begin);
}

std::string nothingThere(const dom::Element& request, const Pointer& pointer) {
  if (pointer.parts.empty() && !pointer.unknownScheme.empty()) {
    return fmt::format("xpointer scheme {}() is not read: only ids and element()", pointer.unknownScheme);
  }
  return fmt::format("nothing is at xpointer=\"{}\"", request.attributeOr("xpointer"));
}

}  // namespace

/// XML Base, section 4: the file against which the node's references are read; empty where it lies elsewhere.
fs::path TreeBuilder::baseOf(const pugi::xml_node& node) const {
  std::vector<std::string> bases;
  for (pugi::xml_node at = node; at; at = at.parent()) {
    if (const pugi::xml_attribute base = at.attribute("xml:base")) bases.emplace_back(base.value());
  }
  fs::path result = origin_->path;
  for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
    if (hasScheme(*base) || base->starts_with('/')) return {};
    if (!base->empty()) result = result.parent_path() / percentDecoded(*base);
  }
  return result;
}

void TreeBuilder::include(const dom::Element& request, const pugi::xml_node& node, dom::Element& into) {
  const std::string_view href = request.attributeOr("href");
  const std::string_view parse = request.attributeOr("parse", "xml");
  if (parse != "xml" && parse != "text") {
    refuse("xml-include", request.position(), fmt::format("xi:include with parse=\"{}\"", parse),
           "xml or text");
  }
  if (href.find('#') != std::string_view::npos) {
    refuse("xml-include", request.position(), fmt::format("xi:include: href=\"{}\" has a fragment", href),
           "the part of a file is named by xpointer");
  }
  const std::optional<std::string> failure =
      parse == "text" ? includeText(request, node, into) : includeXml(request, node, into);
  if (!failure) return;
  if (const pugi::xml_node fallback = fallbackOf(node, request)) {
    buildChildren(fallback, into);
    return;
  }
  refuse("xml-include", request.position(), fmt::format("xi:include: {}", *failure));
}

pugi::xml_node TreeBuilder::fallbackOf(const pugi::xml_node& node, const dom::Element& request) const {
  pugi::xml_node fallback;
  for (const pugi::xml_node child : node) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const NamespaceBinding* binding = scope_.find(prefix);
    if (!binding || binding->known != dom::Namespace::XInclude) continue;
    if (fallback || name.substr(colon + 1) != "fallback") {
      refuse("xml-include", request.position(), "xi:include holds more than one xi:fallback");
    }
    fallback = child;
  }
  return fallback;
}

std::optional<std::string> TreeBuilder::includeXml(const dom::Element& request, const pugi::xml_node& node,
                                                   dom::Element& into) {
  const std::string_view href = request.attributeOr("href");
  const std::string_view written = request.attributeOr("xpointer");
  const std::optional<Pointer> pointer = written.empty() ? Pointer{} : parsePointer(written);
  if (!pointer) return fmt::format("xpointer=\"{}\" has no form that is read here", written);
  if (href.empty()) {
    if (written.empty()) refuse("xml-include", request.position(), "xi:include without href");
    return includeOwnPart(request, node, *pointer, into);
  }
  const fs::path base = baseOf(node);
  const auto file = base.empty() ? std::nullopt : context_.folder.resolve(base, href);
  if (!file) return fmt::format("{} is no file in the input's folder", href);
  std::error_code error;
  if (!written.empty() && fs::equivalent(*file, document_.path, error)) {
    return includeOwnPart(request, node, *pointer, into);
  }
  return includeFile(request, *file, *pointer, into);
}

std::optional<std::string> TreeBuilder::includeFile(const dom::Element& request, const fs::path& file,
                                                    const Pointer& pointer, dom::Element& into) {
  const std::string_view written = request.attributeOr("xpointer");
  const std::string bytes = readFile(file, request.position());
  fs::path key = file;
  if (!written.empty()) key += "#" + std::string(written);
  context_.enterFile(key, bytes.size(), request.position());
  const SourceFile& source = addXmlSource(bytes, file.string(), context_.sources, context_.diagnostics);
  dom::Element holder(dom::Namespace::None, "included", {});
  if (written.empty()) {
    holder.append(TreeBuilder(source, file, context_, depth_ - 1).build().root);
  } else if (!TreeBuilder(source, file, context_, depth_ - 1).buildPart(pointer, holder)) {
    // What entities bring has ids too, and stands in the finished tree only.
    const dom::Document whole = TreeBuilder(source, file, context_, depth_ - 1).build();
    for (const ElementPointer& part : pointer.parts) {
      const dom::Element* found = part.steps.empty() ? dom::findById(*whole.root, part.id) : nullptr;
      if (found && holder.children().empty()) holder.append(dom::clone(*found));
    }
  }
  context_.leaveFile();
  if (holder.children().empty()) return nothingThere(request, pointer);
  for (auto& child : holder.takeChildren()) {
    if (dom::Element* element = dom::asElement(*child)) setBase(*element, file);
    into.append(std::move(child));
  }
  return std::nullopt;
}

/// XInclude 1.0, section 4.5.5: the element's base, as it is seen from the file that includes it.
void TreeBuilder::setBase(dom::Element& element, const fs::path& file) const {
  fs::path base = file.lexically_relative(fs::weakly_canonical(fs::absolute(origin_->path)).parent_path());
  if (const std::string* own = element.attribute("xml:base")) {
    if (hasScheme(*own) || own->starts_with('/')) return;
    base = (base.parent_path() / percentDecoded(*own)).lexically_normal();
  }
  element.setAttribute("xml:base", asReference(base.string()));
}

std::optional<std::string> TreeBuilder::includeOwnPart(const dom::Element& request, const pugi::xml_node& node,
                                                       const Pointer& pointer, dom::Element& into) {
  const pugi::xml_node pointed = pointedNode(*parsed_, pointer);
  if (!pointed) return nothingThere(request, pointer);
  if (isAncestorOrSelf(pointed, node)) {
    refuse("xml-include", request.position(), fmt::format("<{}> includes itself", pointed.name()));
  }
  fs::path key = document_.path;
  key += "#" + std::string(request.attributeOr("xpointer"));
  context_.enterFile(key, sizeOf(pointed, document_.size), request.position());
  --depth_;
  // Positions are found by one scan forward: this part has its own.
  Origin again = document_;
  again.cursor = PositionCursor(*document_.file);
  Origin* const before = origin_;
  origin_ = &again;
  buildPointed(pointed, into);
  origin_ = before;
  ++depth_;
  context_.leaveFile();
  return std::nullopt;
}

bool TreeBuilder::buildPart(const Pointer& pointer, dom::Element& into) {
  std::string buffer = document_.file->text;
  const pugi::xml_document parsed = parse(buffer);
  parsed_ = &parsed;
  dom::Document prolog;
  for (const pugi::xml_node node : parsed) {
    if (node.type() != pugi::node_element) buildProlog(node, prolog);
  }
  const pugi::xml_node pointed = pointedNode(parsed, pointer);
  if (pointed) buildPointed(pointed, into);
  return !pointed.empty();
}

/// One element of this document's tree, with the namespaces and the language that it has there.
void TreeBuilder::buildPointed(const pugi::xml_node& pointed, dom::Element& into) {
  std::vector<pugi::xml_node> around;
  for (pugi::xml_node at = pointed.parent(); at.type() == pugi::node_element; at = at.parent()) around.push_back(at);
  NamespaceScope before = std::move(scope_);
  scope_ = NamespaceScope();
  for (auto at = around.rbegin(); at != around.rend(); ++at) {
    const SourcePosition where = position(at->name() - 1);
    bindNamespaces(rawAttributes(*at, where), where);
  }
  dom::Element holder(dom::Namespace::None, "included", {});
  buildElement(pointed, holder);
  scope_ = std::move(before);
  const std::string language = languageAround(pointed);
  for (auto& child : holder.takeChildren()) {
    dom::Element* element = dom::asElement(*child);
    const bool hasOwn = element && (element->attribute("xml:lang") || element->attribute("lang"));
    if (element && !hasOwn && !language.empty()) element->setAttribute("xml:lang", language);
    into.append(std::move(child));
  }
}

std::optional<std::string> TreeBuilder::includeText(const dom::Element& request, const pugi::xml_node& node,
                                                    dom::Element& into) {
  const std::string_view href = request.attributeOr("href");
  if (href.empty()) refuse("xml-include", request.position(), "xi:include without href");
  const fs::path base = baseOf(node);
  const auto file = base.empty() ? std::nullopt : context_.folder.resolve(base, href);
  if (!file) return fmt::format("{} is no file in the input's folder", href);
  const std::string bytes = readFile(*file, request.position());
  context_.enterFile(*file, bytes.size(), request.position());
  const SourceFile& source = addTextSource(bytes, file->string(), request.attributeOr("encoding"),
                                           context_.sources, context_.diagnostics);
  context_.leaveFile();
  std::string_view text = source.text;
  // XInclude 1.1 names a stretch of lines by fragid, older texts by xpointer.
  const std::string_view fragment = request.attributeOr("fragid", request.attributeOr("xpointer"));
  if (!fragment.empty()) {
    const auto stretch = stretchOfText(text, fragment);
    if (!stretch) return fmt::format("\"{}\" is no stretch of a text: line=3,7 or char=0,12", fragment);
    text = *stretch;
  }
  if (!text.empty()) into.appendText(std::string(text), {&source, 1, 1});
  return std::nullopt;
}

}  // namespace octavo::xml
