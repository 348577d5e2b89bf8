// xml: from the parser's tree to ours: elements, attributes, namespaces.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_set>

#include "xml/tree_builder_private.h"
#include "xml/well_formed.h"
#include "xml/xml.h"

namespace octavo::xml {
namespace {

/// Escapes, line ends and attribute white space are ours: the parser must not move a byte, so that a pointer
/// into its buffer is an offset. As a fragment, text outside the root is seen.
constexpr unsigned kParseOptions = pugi::parse_ws_pcdata | pugi::parse_cdata | pugi::parse_pi |
                                   pugi::parse_declaration | pugi::parse_doctype | pugi::parse_fragment;

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

/// The names that an element's attributes have had so far. Few are compared one by one, thousands are looked
/// up.
class AttributeNames {
 public:
  /// False for a name that is there already.
  bool add(std::string_view name) {
    if (few_.size() < kFew) {
      if (std::ranges::find(few_, name) != few_.end()) return false;
      few_.push_back(name);
      return true;
    }
    if (many_.empty()) many_.insert(few_.begin(), few_.end());
    return many_.insert(name).second;
  }

 private:
  static constexpr std::size_t kFew = 16;
  std::vector<std::string_view> few_;
  std::unordered_set<std::string_view> many_;
};

struct QualifiedName {
  std::string_view prefix, local;
};

QualifiedName split(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

}  // namespace

TreeBuilder::TreeBuilder(const SourceFile& source, std::filesystem::path path, Context& context, int depth)
    : context_(context),
      document_{&source, std::move(path), nullptr, 0, PositionCursor(source)},
      depth_(depth) {
  origin_ = &document_;
}

pugi::xml_document TreeBuilder::parse(std::string& buffer) {
  // The parser cuts the buffer's last byte off and remembers it: a zero spares it the guessing.
  buffer.push_back('\0');
  origin_->begin = buffer.data();
  origin_->size = buffer.size();
  pugi::xml_document parsed;
  const pugi::xml_parse_result result =
      parsed.load_buffer_inplace(buffer.data(), buffer.size(), kParseOptions, pugi::encoding_utf8);
  if (!result && result.status != pugi::status_no_document_element) {
    if (origin_->fixed) {
      refuse("xml-entity", *origin_->fixed,
             fmt::format("the entity's text is not well-formed: {}", result.description()));
    }
    refuseNotWellFormed(*origin_->file, static_cast<std::size_t>(result.offset), result.description());
  }
  return parsed;
}

SourcePosition TreeBuilder::position(const char* at) {
  if (origin_->fixed) return *origin_->fixed;
  // Empty strings of the parser lie outside the buffer.
  const bool isInside = at >= origin_->begin && at < origin_->begin + origin_->size;
  return origin_->cursor.at(isInside ? static_cast<std::size_t>(at - origin_->begin) : 0);
}

dom::Document TreeBuilder::build() {
  std::string buffer;
  buffer.reserve(document_.file->text.size() + 1);
  buffer = document_.file->text;
  const pugi::xml_document parsed = parse(buffer);
  parsed_ = &parsed;
  dom::Document document;
  document.source = document_.file;
  dom::Element holder(dom::Namespace::None, "document", {});
  for (const pugi::xml_node node : parsed) {
    if (node.type() != pugi::node_element) {
      buildProlog(node, document);
      continue;
    }
    if (!holder.children().empty()) {
      refuse("xml-not-well-formed", position(node.name() - 1),
             fmt::format("<{}> is a second root element", node.name()));
    }
    buildElement(node, holder);
  }
  if (holder.children().empty() || !dom::asElement(*holder.children().front())) {
    refuse("xml-not-well-formed", positionAt(*document_.file, document_.file->text.size()),
           "there is no root element");
  }
  document.root.reset(dom::asElement(*holder.remove(0).release()));
  document.doctypeName = type_.name;
  document.publicId = type_.publicId;
  document.systemId = type_.systemId;
  return document;
}

void TreeBuilder::buildProlog(const pugi::xml_node& node, dom::Document& document) {
  const SourcePosition where = position(node.type() == pugi::node_pi ? node.name() - 2 : node.value());
  switch (node.type()) {
    case pugi::node_doctype:
      if (type_.isPresent) refuse("xml-not-well-formed", where, "a second DOCTYPE");
      type_ = parseDocumentType({node.value(), document_.file,
                                 static_cast<std::size_t>(node.value() - document_.begin), document_.path},
                                context_);
      scope_.bindByDtd(type_.publicId);
      return;
    case pugi::node_pi:
      document.instructions.push_back({node.name(), node.value(), where});
      return;
    case pugi::node_declaration:
      if (node.name() - document_.begin != 2) {
        refuse("xml-not-well-formed", position(node.name() - 2),
               "the XML declaration must be the very first thing", "remove what stands before <?xml");
      }
      return;
    case pugi::node_pcdata:
    case pugi::node_cdata:
      if (!isBlank(node.value()) || node.type() == pugi::node_cdata) {
        refuse("xml-not-well-formed", where, "text outside the root element");
      }
      return;
    case pugi::node_comment:
    case pugi::node_element:
    case pugi::node_document:
    case pugi::node_null:
      return;
  }
}

void TreeBuilder::buildChildren(const pugi::xml_node& parent, dom::Element& into) {
  for (const pugi::xml_node child : parent) buildNode(child, into);
}

void TreeBuilder::buildNode(const pugi::xml_node& node, dom::Element& into) {
  switch (node.type()) {
    case pugi::node_element:
      buildElement(node, into);
      return;
    case pugi::node_pcdata: {
      const std::string_view raw = node.value();
      const SourcePosition where = position(node.value());
      if (raw.find("]]>") != std::string_view::npos) {
        refuse("xml-not-well-formed", where, "]]> may not stand in text", "write ]]&gt;");
      }
      appendContent(raw, where, into);
      return;
    }
    case pugi::node_cdata:
      if (*node.value() == '\0') return;
      if (!into.children().empty()) {
        if (dom::Text* before = dom::asText(*into.children().back())) {
          before->value += node.value();
          return;
        }
      }
      into.appendText(node.value(), position(node.value()));
      return;
    case pugi::node_doctype:
      refuse("xml-not-well-formed", position(node.value()), "a DOCTYPE does not belong here");
    case pugi::node_declaration:
      // An external entity may begin with one (a text declaration, XML 1.0, section 4.3.1).
      if (origin_ != &document_ && !origin_->fixed && node.name() - origin_->begin == 2) return;
      refuse("xml-not-well-formed", position(node.name() - 2), "an XML declaration does not belong here");
    case pugi::node_pi:
    case pugi::node_comment:
    case pugi::node_document:
    case pugi::node_null:
      return;
  }
}

void TreeBuilder::buildElement(const pugi::xml_node& node, dom::Element& into) {
  const SourcePosition where = position(node.name() - 1);
  if (depth_ >= kMaxDepth) {
    refuse("xml-too-deep", where, fmt::format("elements are nested deeper than {}", kMaxDepth));
  }
  const std::size_t mark = scope_.mark();
  auto element = std::make_unique<dom::Element>(dom::Namespace::None, std::string(), where);
  const RawAttributes raw = rawAttributes(node, where);
  bindNamespaces(raw, where);
  setName(*element, node.name());
  setAttributes(*element, raw);
  ++depth_;
  if (element->is(dom::Namespace::XInclude, "fallback")) {
    refuse("xml-include", where, "xi:fallback outside of xi:include");
  }
  if (element->is(dom::Namespace::XInclude, "include")) {
    include(*element, node, into);
  } else {
    buildChildren(node, *element);
    into.append(std::move(element));
  }
  --depth_;
  scope_.restore(mark);
}

TreeBuilder::RawAttributes TreeBuilder::rawAttributes(const pugi::xml_node& node, SourcePosition where) {
  RawAttributes raw;
  AttributeNames names;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (!names.add(name)) {
      refuse("xml-not-well-formed", position(attribute.name()),
             fmt::format("attribute \"{}\" stands twice in <{}>", name, node.name()));
    }
    raw.emplace_back(name, attribute.value());
    if (raw.back().second.find('<') != std::string_view::npos) {
      refuse("xml-not-well-formed", position(attribute.name()),
             fmt::format("< in the value of attribute \"{}\"", name), "write &lt;");
    }
  }
  if (type_.attributeDefaults.empty()) return raw;
  const auto defaults = type_.attributeDefaults.find(std::string_view(node.name()));
  if (defaults == type_.attributeDefaults.end()) return raw;
  for (const AttributeDefault& byDefault : defaults->second) {
    if (byDefault.value.find('<') != std::string::npos) {
      refuse("xml-not-well-formed", where,
             fmt::format("< in the default of attribute \"{}\"", byDefault.name));
    }
    if (!names.add(byDefault.name)) continue;
    context_.addDefault(where);
    raw.emplace_back(byDefault.name, byDefault.value);
  }
  return raw;
}

void TreeBuilder::bindNamespaces(const RawAttributes& raw, SourcePosition where) {
  for (const auto& [name, value] : raw) {
    if (name == "xmlns") {
      scope_.bind({}, attributeValue(value, where));
    } else if (name.starts_with("xmlns:")) {
      scope_.bind(name.substr(6), attributeValue(value, where));
    }
  }
}

void TreeBuilder::setName(dom::Element& element, std::string_view name) {
  const auto [prefix, local] = split(name);
  const NamespaceBinding* binding = scope_.find(prefix);
  if (!binding) {
    refuse("xml-namespace", element.position(),
           fmt::format("prefix \"{}\" of <{}> is not declared", prefix, name),
           fmt::format("add xmlns:{}=\"…\" to the root element", prefix));
  }
  if (local.empty() || local.find(':') != std::string_view::npos) {
    refuse("xml-namespace", element.position(), fmt::format("<{}> is no qualified name", name));
  }
  element.namespaceName = binding->known;
  // epub:switch keeps the customary prefix whatever the document calls it.
  if (binding->known != dom::Namespace::Other || prefix.empty()) {
    element.name = local;
  } else {
    element.name =
        fmt::format("{}:{}", binding->customaryPrefix.empty() ? prefix : binding->customaryPrefix, local);
  }
}

void TreeBuilder::setAttributes(dom::Element& element, const RawAttributes& raw) {
  element.attributes.reserve(raw.size());
  std::set<std::string> qualified;
  for (const auto& [name, value] : raw) {
    if (name == "xmlns" || name.starts_with("xmlns:")) continue;
    const auto [prefix, local] = split(name);
    std::string own(name);
    if (!prefix.empty()) {
      const NamespaceBinding* binding = scope_.find(prefix);
      if (!binding) {
        refuse("xml-namespace", element.position(),
               fmt::format("prefix \"{}\" of attribute \"{}\" is not declared", prefix, name));
      }
      if (!binding->customaryPrefix.empty()) own = fmt::format("{}:{}", binding->customaryPrefix, local);
      // Two prefixes may stand for one namespace (Namespaces in XML 1.0, section 6.3).
      if (!qualified.insert(own).second) {
        refuse("xml-namespace", element.position(), fmt::format("attribute \"{}\" stands twice", own));
      }
    }
    element.attributes.push_back({std::move(own), attributeValue(value, element.position())});
  }
}

}  // namespace octavo::xml
