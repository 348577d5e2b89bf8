// xml: HTML that is no XML, as a tree.
//
// Gumbo follows the parsing rules of the HTML standard, but knows no limits: it walks its stack of open elements at
// every tag, may open formatting elements again and again, and frees its tree by recursion. So the depth is estimated
// before it sees the text, and its memory is a pool of ours that has an end and goes as a whole.
#include "xml/html.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "xml/html_depth.h"
#include "xml/refusal.h"
#include "xml/xml.h"

namespace octavo::xml {
namespace {

using dom::Namespace;

/// More than a tree for a text of this size can honestly need.
std::size_t poolLimit(std::size_t textSize) { return (std::size_t{128} << 20) + 64 * textSize; }

/// The parser's memory. It is written in C and expects every wish to be granted: the jump is the only way out.
struct Pool {
  static constexpr std::size_t kBlock = std::size_t{1} << 20;
  std::vector<std::unique_ptr<std::byte[]>> blocks = {};
  std::byte* next = nullptr;
  std::size_t left = 0, used = 0, limit = 0;
  std::jmp_buf exhausted = {};

  std::byte* take(std::size_t size) {
    const std::size_t rounded = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) *
                                alignof(std::max_align_t);
    if (rounded > left) {
      const std::size_t block = std::max(rounded, kBlock);
      used += block;
      if (used > limit) return nullptr;
      blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
      next = blocks.back().get();
      left = block;
    }
    std::byte* const taken = next;
    next += rounded;
    left -= rounded;
    return taken;
  }
};

void* allocate(void* pool, std::size_t size) {
  std::byte* const taken = static_cast<Pool*>(pool)->take(size);
  if (!taken) std::longjmp(static_cast<Pool*>(pool)->exhausted, 1);  // over frames of C only
  return taken;
}

void release(void*, void*) {}

/// Null where the pool has no more.
const GumboOutput* parseInto(Pool& pool, std::string_view text) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = &pool;
  options.max_errors = 0;
  if (setjmp(pool.exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text.data(), text.size());
}

/// Places of offsets in any order: the tree's order is not the text's where content was moved.
class Places {
 public:
  explicit Places(const SourceFile& source) : source_(source) {
    PositionCursor cursor(source);
    for (std::size_t at = 0; at <= source.text.size(); at += kStep) known_.push_back(cursor.at(at));
  }

  SourcePosition at(std::size_t offset) const {
    const std::size_t index = std::min(offset, source_.text.size()) / kStep;
    SourcePosition where = known_[index];
    for (std::size_t i = index * kStep; i < std::min(offset, source_.text.size()); ++i) {
      const auto byte = static_cast<unsigned char>(source_.text[i]);
      if (byte == '\n') {
        ++where.line;
        where.column = 1;
      } else if ((byte & 0xC0U) != 0x80U) {
        ++where.column;
      }
    }
    return where;
  }

 private:
  static constexpr std::size_t kStep = 1024;
  const SourceFile& source_;
  std::vector<SourcePosition> known_;
};

std::string elementName(const GumboElement& element) {
  GumboStringPiece tag = element.original_tag;  // empty where the parser added the element
  gumbo_tag_from_original_text(&tag);
  if (tag.data && element.tag_namespace == GUMBO_NAMESPACE_SVG) {
    if (const char* spelled = gumbo_normalize_svg_tagname(&tag)) return spelled;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  std::string name(tag.data ? tag.data : "", tag.data ? tag.length : 0);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name.empty() ? "span" : name;
}

bool isXmlName(std::string_view name) {
  const auto isStart = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto isPart = [&](char c) { return isStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; };
  return !name.empty() && isStart(name.front()) && std::ranges::all_of(name, isPart);
}

std::string attributeName(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return fmt::format("xlink:{}", attribute.name);
    case GUMBO_ATTR_NAMESPACE_XML:
      return fmt::format("xml:{}", attribute.name);
    case GUMBO_ATTR_NAMESPACE_XMLNS:
      return {};
    case GUMBO_ATTR_NAMESPACE_NONE:
      break;
  }
  const std::string name = attribute.name;
  return isXmlName(name) && !name.starts_with("xmlns") ? name : std::string();
}

Namespace namespaceOf(const GumboElement& element) {
  switch (element.tag_namespace) {
    case GUMBO_NAMESPACE_SVG:
      return Namespace::Svg;
    case GUMBO_NAMESPACE_MATHML:
      return Namespace::MathMl;
    case GUMBO_NAMESPACE_HTML:
      break;
  }
  return Namespace::Xhtml;
}

/// Copies the parser's tree into ours.
class HtmlBuilder {
 public:
  HtmlBuilder(const SourceFile& source, const std::vector<std::size_t>& mains) : places_(source), mains_(mains) {}

  std::unique_ptr<dom::Element> build(const GumboNode& root) { return element(root, 1); }

 private:
  std::unique_ptr<dom::Element> element(const GumboNode& node, int depth) {
    const GumboElement& parsed = node.v.element;
    const SourcePosition where = places_.at(parsed.start_pos.offset);
    if (depth > kMaxDepth) {
      refuse("xml-too-deep", where, fmt::format("elements are nested deeper than {}", kMaxDepth));
    }
    const bool isMain = std::ranges::binary_search(mains_, parsed.start_pos.offset + 1);
    auto made = std::make_unique<dom::Element>(namespaceOf(parsed), isMain ? "main" : elementName(parsed), where);
    for (unsigned i = 0; i < parsed.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(parsed.attributes.data[i]);
      std::string name = attributeName(attribute);
      if (!name.empty() && !made->attribute(name)) made->setAttribute(name, attribute.value);
    }
    for (unsigned i = 0; i < parsed.children.length; ++i) {
      append(*static_cast<const GumboNode*>(parsed.children.data[i]), *made, depth);
    }
    return made;
  }

  void append(const GumboNode& node, dom::Element& into, int depth) {
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        into.append(element(node, depth + 1));
        return;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        appendText(node.v.text, into);
        return;
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_DOCUMENT:
        return;
    }
  }

  void appendText(const GumboText& text, dom::Element& into) {
    if (!into.children().empty()) {
      if (dom::Text* before = dom::asText(*into.children().back())) {
        before->value += text.text;
        return;
      }
    }
    into.appendText(text.text, places_.at(text.start_pos.offset));
  }

  Places places_;
  const std::vector<std::size_t>& mains_;
};

}  // namespace

dom::Document parseHtml(const SourceFile& source) {
  // What no start tag says (html, head, body, tbody) comes on top.
  const TagScan tags = scanTags(source.text, kMaxDepth);
  if (tags.tooDeep) {
    refuse("xml-too-deep", positionAt(source, *tags.tooDeep),
           fmt::format("elements are nested deeper than {}", kMaxDepth));
  }
  // To this parser, older than the rule, main is no block that links and bold text end before: what an open <a> leads
  // into would fall out of it. The rules for menu are those of main, and the name has its length.
  std::string text = source.text;
  for (const std::size_t at : tags.mains) text.replace(at, 4, "menu");
  Pool pool;
  pool.limit = poolLimit(source.text.size());
  const GumboOutput* const parsed = parseInto(pool, text);
  if (!parsed) {
    refuse("html-too-large", {&source, 1, 1},
           fmt::format("the HTML needs a tree of more than {} MiB", pool.limit >> 20),
           "tags that are opened and never closed may be why");
  }
  const GumboDocument& head = parsed->document->v.document;
  dom::Document document;
  document.source = &source;
  if (head.has_doctype) {
    document.doctypeName = head.name;
    document.publicId = head.public_identifier;
    document.systemId = head.system_identifier;
  }
  document.root = HtmlBuilder(source, tags.mains).build(*parsed->root);
  return document;
}

}  // namespace octavo::xml
