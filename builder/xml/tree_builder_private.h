// xml: from the parser's tree to ours: names, references, includes, and the checks the parser leaves out.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dom/dom.h"
#include "xml/context.h"
#include "xml/document_type.h"
#include "xml/namespaces.h"
#include "xml/refusal.h"
#include "xml/xpointer.h"

namespace octavo::xml {

/// Reads one document, with all that its entities name. An included document has a builder of its own.
class TreeBuilder {
 public:
  TreeBuilder(const SourceFile& source, std::filesystem::path path, Context& context, int depth);
  dom::Document build();
  /// Only the element that the pointer names, and what its includes bring. False where it names none.
  bool buildPart(const Pointer& pointer, dom::Element& into);

 private:
  /// The text being read now and where its pieces stand.
  struct Origin {
    const SourceFile* file;
    std::filesystem::path path;
    const char* begin = nullptr;  // of the parser's copy of the text
    std::size_t size = 0;
    PositionCursor cursor;
    std::optional<SourcePosition> fixed = {};  // an entity's replacement text: the place of the reference
  };
  using RawAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

  pugi::xml_document parse(std::string& buffer);
  SourcePosition position(const char* at);

  void buildProlog(const pugi::xml_node& node, dom::Document& document);
  void buildChildren(const pugi::xml_node& parent, dom::Element& into);
  void buildNode(const pugi::xml_node& node, dom::Element& into);
  void buildElement(const pugi::xml_node& node, dom::Element& into);
  RawAttributes rawAttributes(const pugi::xml_node& node, SourcePosition where);
  void bindNamespaces(const RawAttributes& raw, SourcePosition where);
  void setName(dom::Element& element, std::string_view name);
  void setAttributes(dom::Element& element, const RawAttributes& raw);

  void appendContent(std::string_view raw, SourcePosition where, dom::Element& into);
  void appendReference(std::string_view name, SourcePosition where, dom::Element& into);
  void appendEntity(const std::string& name, const Entity& entity, SourcePosition where, dom::Element& into);
  void appendExternalEntity(const std::string& name, const Entity& entity, SourcePosition where,
                            dom::Element& into);
  void appendFragment(std::string text, Origin origin, dom::Element& into);
  std::string attributeValue(std::string_view raw, SourcePosition where);
  void appendAttributeText(std::string_view raw, SourcePosition where, std::string& into);
  const Entity* findEntity(std::string_view name, SourcePosition where) const;

  void include(const dom::Element& request, const pugi::xml_node& node, dom::Element& into);
  // These give up with the reason why there is nothing to include: then the fallback serves.
  std::optional<std::string> includeXml(const dom::Element& request, const pugi::xml_node& node, dom::Element& into);
  std::optional<std::string> includeFile(const dom::Element& request, const std::filesystem::path& file,
                                         const Pointer& pointer, dom::Element& into);
  std::optional<std::string> includeOwnPart(const dom::Element& request, const pugi::xml_node& node,
                                            const Pointer& pointer, dom::Element& into);
  std::optional<std::string> includeText(const dom::Element& request, const pugi::xml_node& node, dom::Element& into);
  pugi::xml_node fallbackOf(const pugi::xml_node& node, const dom::Element& request) const;
  std::filesystem::path baseOf(const pugi::xml_node& node) const;
  void setBase(dom::Element& element, const std::filesystem::path& file) const;
  void buildPointed(const pugi::xml_node& pointed, dom::Element& into);

  Context& context_;
  DocumentType type_;
  NamespaceScope scope_;
  Origin* origin_ = nullptr;
  Origin document_;
  const pugi::xml_document* parsed_ = nullptr;  // the whole document while it is being read
  int depth_;
};

}  // namespace octavo::xml
