#include "xml/schema.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/valid.h>
#include <libxml/xinclude.h>
#include <libxml/xmlschemas.h>

#include <memory>
#include <string>

#include "xml/schema_files_private.h"

namespace octavo::xml {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFaults = 100;

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* handle) const { Destroy(handle); }
};
using XmlDoc = std::unique_ptr<xmlDoc, Destroyer<xmlFreeDoc>>;
using XmlDtd = std::unique_ptr<xmlDtd, Destroyer<xmlFreeDtd>>;
using ValidContext = std::unique_ptr<xmlValidCtxt, Destroyer<xmlFreeValidCtxt>>;
using RelaxParser = std::unique_ptr<xmlRelaxNGParserCtxt, Destroyer<xmlRelaxNGFreeParserCtxt>>;
using RelaxSchema = std::unique_ptr<xmlRelaxNG, Destroyer<xmlRelaxNGFree>>;
using RelaxContext = std::unique_ptr<xmlRelaxNGValidCtxt, Destroyer<xmlRelaxNGFreeValidCtxt>>;
using XsdParser = std::unique_ptr<xmlSchemaParserCtxt, Destroyer<xmlSchemaFreeParserCtxt>>;
using XsdSchema = std::unique_ptr<xmlSchema, Destroyer<xmlSchemaFree>>;
using XsdContext = std::unique_ptr<xmlSchemaValidCtxt, Destroyer<xmlSchemaFreeValidCtxt>>;

/// One line, without the line end that libxml2 adds.
std::string trimmed(const char* message) {
  std::string text = message ? message : "";
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

/// Our element for libxml2's: both trees have the same elements in the same order, for both resolve what is included.
/// Null where they differ after all.
const dom::Element* counterpart(const xmlNode* node, const dom::Element& root) {
  while (node && node->type != XML_ELEMENT_NODE) node = node->parent;
  if (!node) return nullptr;
  const bool isRoot = !node->parent || node->parent->type != XML_ELEMENT_NODE;
  const dom::Element* parent = isRoot ? nullptr : counterpart(node->parent, root);
  if (isRoot) return &root;
  if (!parent) return nullptr;
  std::size_t before = 0;
  for (const xmlNode* other = node->prev; other; other = other->prev) before += other->type == XML_ELEMENT_NODE ? 1 : 0;
  for (const auto& child : parent->children()) {
    const dom::Element* element = dom::asElement(*child);
    if (!element || before-- > 0) continue;
    return std::string_view(element->name).ends_with(reinterpret_cast<const char*>(node->name)) ? element : nullptr;
  }
  return nullptr;
}

/// What libxml2 says while it is in scope, which replaces its printing on the standard error.
class Listener {
 public:
  Listener(const SchemaSubject& subject, Diagnostics& diagnostics) : subject_(subject), diagnostics_(diagnostics) {
    xmlSetStructuredErrorFunc(this, [](void* self, xmlErrorPtr error) { static_cast<Listener*>(self)->hear(*error); });
  }
  ~Listener() { xmlSetStructuredErrorFunc(nullptr, nullptr); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// From now on what is said is a fault of the document, not of the schema.
  void judgeDocument() { isJudging_ = true; }
  const std::string& firstWords() const { return firstWords_; }

 private:
  void hear(const xmlError& error) {
    // A part that may not be opened is a mere warning to libxml2; to a schema it is a hole.
    if (error.level < XML_ERR_ERROR && error.domain != XML_FROM_IO) return;
    if (!isJudging_) {
      if (firstWords_.empty()) firstWords_ = where(error) + trimmed(error.message);
      return;
    }
    if (++faults_ > kMostFaults) return;
    const std::string hint = faults_ == kMostFaults ? "there may be more: the first hundred are shown" : "";
    diagnostics_.report({Severity::Error, "schema-invalid", positionOf(error), trimmed(error.message), hint, {}});
  }

  static std::string where(const xmlError& error) {
    return error.file ? fmt::format("{}:{}: ", error.file, error.line) : std::string();
  }

  /// That of our own element in the same place of the tree, which knows its file and column; else the line alone.
  SourcePosition positionOf(const xmlError& error) const {
    const auto* node = static_cast<const xmlNode*>(error.node);
    const dom::Element* element = counterpart(node, *subject_.document.root);
    if (element) return element->position();
    const long line = node ? xmlGetLineNo(node) : error.line;
    if (line <= 0) return {subject_.document.source, 0, 0};
    return {subject_.document.source, static_cast<std::uint32_t>(line), 1};
  }

  const SchemaSubject& subject_;
  Diagnostics& diagnostics_;
  bool isJudging_ = false;
  std::size_t faults_ = 0;
  std::string firstWords_;
};

[[noreturn]] void refuseSchema(const fs::path& schema, const std::string& reason) {
  throw BuildError({Severity::Error, "schema-unusable", {},
                    fmt::format("{} cannot be used as a schema: {}", schema.string(), reason),
                    "give a .dtd, .rng or .xsd whose parts are below its folder", {}});
}

/// The text that was read, already in UTF-8. It passed our own limits on depth and entities, so libxml2's are lifted.
XmlDoc parse(const SchemaSubject& subject, bool withDtd) {
  const std::string& text = subject.document.source->text;
  const int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_RECOVER | XML_PARSE_HUGE | XML_PARSE_BIG_LINES |
                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | (withDtd ? XML_PARSE_DTDLOAD : 0);
  const std::string url = fs::absolute(subject.file).string();
  XmlDoc document(xmlReadMemory(text.data(), static_cast<int>(text.size()), url.c_str(), "UTF-8", options));
  if (!document) {
    throw BuildError({Severity::Error, "schema-unusable", {subject.document.source, 0, 0},
                      "the document cannot be held to a schema: it is too large", {}, {}});
  }
  xmlXIncludeProcessFlags(document.get(), options | XML_PARSE_NOXINCNODE);
  return document;
}

void validateByDtd(const SchemaSubject& subject, const fs::path& schema, Listener& listener) {
  const XmlDtd dtd(xmlParseDTD(nullptr, reinterpret_cast<const xmlChar*>(schema.c_str())));
  if (!dtd || !listener.firstWords().empty()) refuseSchema(schema, listener.firstWords());
  const XmlDoc document = parse(subject, true);
  const ValidContext context(xmlNewValidCtxt());
  listener.judgeDocument();
  xmlValidateDtd(context.get(), document.get(), dtd.get());
}

void validateByRelaxNg(const SchemaSubject& subject, const fs::path& schema, Listener& listener) {
  const RelaxParser parser(xmlRelaxNGNewParserCtxt(schema.c_str()));
  const RelaxSchema rules(parser ? xmlRelaxNGParse(parser.get()) : nullptr);
  if (!rules) refuseSchema(schema, listener.firstWords());
  const XmlDoc document = parse(subject, false);
  const RelaxContext context(xmlRelaxNGNewValidCtxt(rules.get()));
  listener.judgeDocument();
  xmlRelaxNGValidateDoc(context.get(), document.get());
}

void validateByXsd(const SchemaSubject& subject, const fs::path& schema, Listener& listener) {
  const XsdParser parser(xmlSchemaNewParserCtxt(schema.c_str()));
  const XsdSchema rules(parser ? xmlSchemaParse(parser.get()) : nullptr);
  if (!rules) refuseSchema(schema, listener.firstWords());
  const XmlDoc document = parse(subject, false);
  const XsdContext context(xmlSchemaNewValidCtxt(rules.get()));
  listener.judgeDocument();
  xmlSchemaValidateDoc(context.get(), document.get());
}

}  // namespace

void validate(const SchemaSubject& subject, const fs::path& schema, Diagnostics& diagnostics) {
  const fs::path place = fs::absolute(schema);
  const std::string readable = readFile(place);  // throws where there is none
  const SchemaFiles files(subject, place);
  Listener listener(subject, diagnostics);
  const std::string ending = schema.extension().string();
  if (ending == ".dtd") return validateByDtd(subject, place, listener);
  if (ending == ".rng") return validateByRelaxNg(subject, place, listener);
  if (ending == ".xsd") return validateByXsd(subject, place, listener);
  refuseSchema(schema, fmt::format("its ending \"{}\" is none of .dtd, .rng and .xsd", ending));
}

}  // namespace octavo::xml
