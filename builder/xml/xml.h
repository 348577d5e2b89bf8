// xml: text ⇄ dom. Reads what XML 1.0, Namespaces in XML and XInclude allow, and refuses the rest with a
// position.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/files.h"
#include "dom/dom.h"

namespace octavo::xml {

/// Deeper trees are refused (xml-too-deep): every stage after this one may recurse.
inline constexpr int kMaxDepth = 500;

/// How a file is to be understood where it does not say so itself, or says it wrongly.
struct ReadOptions {
  std::string encoding = {};  // of the file, whatever it declares; a byte order mark weighs more; empty: as declared
  bool allowHtml = false;     // what looks like HTML and is no well-formed XML is read as HTML (html-tag-soup)
};

/// Reads a file: its encoding from byte order mark or declaration, entities and XIncludes resolved (only from
/// files in `folder`, never from a network; a DTD there gives its entities and default attributes), white space kept, comments dropped. Throws
/// BuildError: file-unreadable, xml-empty, xml-not-xml, xml-encoding, xml-character, xml-not-well-formed,
/// xml-namespace, xml-entity, xml-entity-limit, xml-include, xml-too-deep.
dom::Document read(const std::filesystem::path& path, const InputFolder& folder, SourceFiles& sources,
                   Diagnostics& diagnostics, const ReadOptions& options = {});

/// The same for bytes at hand; references are followed from `path`, which need not exist and names the
/// source.
dom::Document readBytes(std::string_view bytes, const std::filesystem::path& path, const InputFolder& folder,
                        SourceFiles& sources, Diagnostics& diagnostics, const ReadOptions& options = {});

/// The element as XML text in the XHTML way: namespaces declared where they begin (epub: on the outermost
/// element where it is used), XHTML's void elements self-closed and no others, nothing added for looks. No
/// XML declaration.
std::string serialize(const dom::Element& element);

/// Escapes for text content and for attribute values in double quotes.
std::string escapeText(std::string_view text);
std::string escapeAttribute(std::string_view text);

}  // namespace octavo::xml
