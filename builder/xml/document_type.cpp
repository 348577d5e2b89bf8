// xml: what a DOCTYPE and its internal subset declare.
#include "xml/document_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "xml/refusal.h"
#include "xml/source_text.h"

namespace octavo::xml {
namespace {

constexpr std::string_view kSpaces = " \t\n";

bool isSpace(char c) { return kSpaces.find(c) != std::string_view::npos; }

bool endsName(char c) {
  return isSpace(c) || std::string_view("<>[]();%\"'|,?*+=&").find(c) != std::string_view::npos;
}

/// Reads declarations from one stretch of text; parameter entities are read by a parser of their own.
class DeclarationParser {
 public:
  /// Outside of the document itself more is allowed (XML 1.0, section 2.8): conditional sections, parameter entities
  /// within declarations.
  enum class Where { InDocument, Outside };

  DeclarationParser(const Stretch& stretch, DocumentType& type, Context& context, Where where)
      : stretch_(stretch), type_(type), context_(context), where_(where), cursor_(*stretch.file) {}

  void parseHead();
  /// Until the end of the text.
  void parseDeclarations();

 private:
  bool atEnd() const { return at_ >= stretch_.text.size(); }
  bool lookingAt(std::string_view what) const { return stretch_.text.substr(at_).starts_with(what); }
  SourcePosition position() { return cursor_.at(stretch_.offset + at_); }
  [[noreturn]] void fail(std::string message) {
    refuse("xml-not-well-formed", position(), std::move(message));
  }

  void skipSpaces();
  void skipPast(std::string_view end, std::string_view what);
  /// To the `>` of a declaration, over quoted text.
  void skipDeclaration();
  std::string name();
  std::string quoted();
  bool keyword(std::string_view word);

  /// `SYSTEM "…"` or `PUBLIC "…" "…"`; nothing where neither stands here.
  struct ExternalId {
    std::string publicId, systemId;
  };
  std::optional<ExternalId> externalId();
  void parseEntity();
  void parseAttributeList();
  void parseAttribute(const std::string& element);
  void expandParameterEntity();
  void readExternalSubset();
  void parseExternal(const std::filesystem::path& file, const std::string& name, SourcePosition where);
  /// Why a parameter entity is not read: refused, reported, or the program knows its names by heart.
  void passOver(const std::string& name, const Entity& entity, SourcePosition where);
  void openConditionalSection();
  void skipIgnored(SourcePosition where);
  bool expandDeclaration();
  std::string withParameterEntities(std::string_view text, std::size_t depth);

  const Stretch& stretch_;
  DocumentType& type_;
  Context& context_;
  Where where_;
  PositionCursor cursor_;
  std::size_t at_ = 0;
  int openSections_ = 0;  // INCLUDE
};

void DeclarationParser::skipSpaces() {
  while (!atEnd() && isSpace(stretch_.text[at_])) ++at_;
}

void DeclarationParser::skipPast(std::string_view end, std::string_view what) {
  const std::size_t found = stretch_.text.find(end, at_);
  if (found == std::string_view::npos) fail(fmt::format("{} without an end", what));
  at_ = found + end.size();
}

void DeclarationParser::skipDeclaration() {
  while (!atEnd() && stretch_.text[at_] != '>') {
    if (stretch_.text[at_] == '"' || stretch_.text[at_] == '\'') {
      quoted();
    } else {
      ++at_;
    }
  }
  if (atEnd()) fail("declaration without an end");
  ++at_;
}

std::string DeclarationParser::name() {
  const std::size_t begin = at_;
  while (!atEnd() && !endsName(stretch_.text[at_])) ++at_;
  if (at_ == begin) fail("a name is missing in the DOCTYPE");
  return std::string(stretch_.text.substr(begin, at_ - begin));
}

std::string DeclarationParser::quoted() {
  if (atEnd() || (stretch_.text[at_] != '"' && stretch_.text[at_] != '\''))
    fail("quoted text is missing in the DOCTYPE");
  const std::size_t end = stretch_.text.find(stretch_.text[at_], at_ + 1);
  if (end == std::string_view::npos) fail("quoted text without an end in the DOCTYPE");
  std::string result(stretch_.text.substr(at_ + 1, end - at_ - 1));
  at_ = end + 1;
  return result;
}

bool DeclarationParser::keyword(std::string_view word) {
  if (!lookingAt(word)) return false;
  at_ += word.size();
  skipSpaces();
  return true;
}

std::optional<DeclarationParser::ExternalId> DeclarationParser::externalId() {
  ExternalId result;
  if (keyword("PUBLIC")) {
    result.publicId = quoted();
    skipSpaces();
    // HTML's DOCTYPEs may lack the system identifier.
    if (!atEnd() && (stretch_.text[at_] == '"' || stretch_.text[at_] == '\'')) result.systemId = quoted();
  } else if (keyword("SYSTEM")) {
    result.systemId = quoted();
  } else {
    return std::nullopt;
  }
  skipSpaces();
  return result;
}

void DeclarationParser::parseHead() {
  skipSpaces();
  type_.isPresent = true;
  type_.name = name();
  skipSpaces();
  if (auto id = externalId()) {
    type_.publicId = std::move(id->publicId);
    type_.systemId = std::move(id->systemId);
  }
  if (!atEnd()) {
    if (stretch_.text[at_] != '[') fail("this does not belong in a DOCTYPE");
    const std::size_t end = stretch_.text.rfind(']');
    if (end == std::string_view::npos || end < at_) fail("the DOCTYPE's [ has no ]");
    const Stretch subset{stretch_.text.substr(at_ + 1, end - at_ - 1), stretch_.file, stretch_.offset + at_ + 1,
                         stretch_.path};
    DeclarationParser(subset, type_, context_, Where::InDocument).parseDeclarations();
  }
  readExternalSubset();  // after the document's own declarations, which bind
}

/// A DTD that lies in the input's folder. Any other is not read: what it would name is known by heart or reported where
/// it is used.
void DeclarationParser::readExternalSubset() {
  if (const auto file = context_.folder.resolve(stretch_.path, type_.systemId)) {
    parseExternal(*file, "[dtd]", position());
  }
}

void DeclarationParser::parseExternal(const std::filesystem::path& file, const std::string& name,
                                      SourcePosition where) {
  const SourceFile& source =
      addEntitySource(readFile(file, where), file.string(), context_.sources, context_.diagnostics);
  context_.enterEntity(name, source.text.size(), where);
  DeclarationParser({source.text, &source, 0, file}, type_, context_, Where::Outside).parseDeclarations();
  context_.leaveEntity();
}

void DeclarationParser::parseDeclarations() {
  for (skipSpaces(); !atEnd(); skipSpaces()) {
    if (where_ == Where::Outside && expandDeclaration()) {
      continue;
    } else if (where_ == Where::Outside && lookingAt("<![")) {
      openConditionalSection();
    } else if (openSections_ > 0 && lookingAt("]]>")) {
      --openSections_;
      at_ += 3;
    } else if (lookingAt("<!--")) {
      at_ += 4;
      skipPast("-->", "comment");
    } else if (lookingAt("<?")) {
      skipPast("?>", "processing instruction");
    } else if (keyword("<!ENTITY")) {
      parseEntity();
    } else if (keyword("<!ATTLIST")) {
      parseAttributeList();
    } else if (lookingAt("<!ELEMENT") || lookingAt("<!NOTATION")) {
      skipDeclaration();
    } else if (lookingAt("%")) {
      expandParameterEntity();
    } else {
      fail("this does not belong in a DOCTYPE");
    }
  }
  if (openSections_ > 0) fail("<![INCLUDE[ without an end");
}

/// XML 1.0, section 3.4. The keyword is often a parameter entity.
void DeclarationParser::openConditionalSection() {
  const SourcePosition where = position();
  at_ += 3;
  const std::size_t open = stretch_.text.find('[', at_);
  if (open == std::string_view::npos) fail("a conditional section without its [");
  const std::string expanded = withParameterEntities(stretch_.text.substr(at_, open - at_), 0);
  const std::size_t begin = std::min(expanded.find_first_not_of(kSpaces), expanded.size());
  const std::string keyword = expanded.substr(begin, expanded.find_last_not_of(kSpaces) + 1 - begin);
  at_ = open + 1;
  if (keyword == "INCLUDE") {
    ++openSections_;
  } else if (keyword == "IGNORE") {
    skipIgnored(where);
  } else {
    fail(fmt::format("a conditional section that says {}, not INCLUDE or IGNORE", keyword));
  }
}

void DeclarationParser::skipIgnored(SourcePosition where) {
  for (int open = 1; open > 0;) {
    const std::size_t end = stretch_.text.find("]]>", at_);
    const std::size_t begin = stretch_.text.find("<![", at_);
    if (end == std::string_view::npos) refuse("xml-not-well-formed", where, "<![IGNORE[ without an end");
    open += begin < end ? 1 : -1;
    at_ = std::min(begin, end) + 3;
  }
}

/// A list of attributes whose parts parameter entities bring is read with those in place; false where there is none.
bool DeclarationParser::expandDeclaration() {
  if (!lookingAt("<!ATTLIST")) return false;
  const std::size_t begin = at_;
  skipDeclaration();
  const std::string_view whole = stretch_.text.substr(begin, at_ - begin);
  if (whole.find('%') == std::string_view::npos) {
    at_ = begin;
    return false;
  }
  const std::string expanded = withParameterEntities(whole, 0);
  const Stretch stretch{expanded, stretch_.file, stretch_.offset + begin, stretch_.path};
  DeclarationParser(stretch, type_, context_, Where::InDocument).parseDeclarations();
  return true;
}

void DeclarationParser::parseEntity() {
  const bool isParameter = keyword("%");
  const SourcePosition where = position();
  const std::string entityName = name();
  skipSpaces();
  Entity entity;
  if (auto id = externalId()) {
    entity.isExternal = true;
    entity.publicId = std::move(id->publicId);
    entity.systemId = std::move(id->systemId);
    entity.base = stretch_.path;
    entity.isUnparsed = lookingAt("NDATA");
  } else {
    entity.replacement = withCharacterReferences(withParameterEntities(quoted(), 0), where);
  }
  skipDeclaration();
  // XML 1.0, section 4.2: the first declaration binds.
  (isParameter ? type_.parameterEntities : type_.entities).emplace(entityName, std::move(entity));
}

/// In an entity's value, `%name;` is replaced (in XML 1.0 only outside the internal subset: .ent files rely
/// on it).
std::string DeclarationParser::withParameterEntities(std::string_view text, std::size_t depth) {
  std::string result;
  while (!text.empty()) {
    const std::size_t percent = text.find('%');
    result += text.substr(0, percent);
    if (percent == std::string_view::npos) break;
    text.remove_prefix(percent);
    const std::size_t end = text.find(';');
    const auto found = end == std::string_view::npos ? type_.parameterEntities.end()
                                                     : type_.parameterEntities.find(text.substr(1, end - 1));
    if (found == type_.parameterEntities.end() || found->second.isExternal || depth >= kMaxEntityDepth) {
      result += '%';  // a per cent sign of the text
      text.remove_prefix(1);
      continue;
    }
    context_.enterEntity("%" + found->first, found->second.replacement.size(), position());
    result += withParameterEntities(found->second.replacement, depth + 1);
    context_.leaveEntity();
    text.remove_prefix(end + 1);
  }
  return result;
}

void DeclarationParser::parseAttributeList() {
  const std::string element = name();
  for (skipSpaces(); !lookingAt(">"); skipSpaces()) {
    if (atEnd()) fail("<!ATTLIST without an end");
    if (lookingAt("%")) {  // a parameter entity with attributes: their defaults are the DTD's matter
      skipDeclaration();
      return;
    }
    parseAttribute(element);
  }
  ++at_;
}

void DeclarationParser::parseAttribute(const std::string& element) {
  AttributeDefault attribute{name(), {}};
  skipSpaces();
  if (lookingAt("NOTATION")) keyword("NOTATION");
  if (lookingAt("(")) {
    skipPast(")", "list of values");
  } else {
    name();
  }
  skipSpaces();
  if (keyword("#REQUIRED") || keyword("#IMPLIED")) return;
  keyword("#FIXED");
  attribute.value = quoted();
  auto& defaults = type_.attributeDefaults[element];
  if (std::ranges::find(defaults, attribute.name, &AttributeDefault::name) == defaults.end()) {
    defaults.push_back(std::move(attribute));
  }
}

void DeclarationParser::expandParameterEntity() {
  const SourcePosition where = position();
  ++at_;
  const std::string entityName = name();
  if (!lookingAt(";")) fail(fmt::format("%{} lacks its semicolon", entityName));
  ++at_;
  const auto found = type_.parameterEntities.find(entityName);
  if (found == type_.parameterEntities.end()) {
    refuse("xml-entity", where, fmt::format("parameter entity \"{}\" is not declared", entityName));
  }
  const Entity entity = found->second;
  if (entity.isExternal) {
    if (const auto file = context_.folder.resolve(entity.base, entity.systemId)) {
      parseExternal(*file, "%" + entityName, where);
    } else {
      passOver(entityName, entity, where);
    }
    return;
  }
  context_.enterEntity("%" + entityName, entity.replacement.size(), where);
  DeclarationParser({entity.replacement, stretch_.file, stretch_.offset + at_, stretch_.path}, type_, context_, where_)
      .parseDeclarations();
  context_.leaveEntity();
}

void DeclarationParser::passOver(const std::string& name, const Entity& entity, SourcePosition where) {
  // ISO 8879, W3C and OASIS name their sets of characters so: "-//W3C//ENTITIES Latin 1 for XHTML//EN".
  if (entity.publicId.find("//ENTITIES ") != std::string::npos) return;
  const bool isElsewhere = entity.systemId.find("://") != std::string::npos;
  if (where_ == Where::InDocument && !isElsewhere) {
    refuse("xml-entity", where,
           fmt::format("entity \"{}\" names {}, which is no file in the input's folder", name, entity.systemId));
  }
  context_.diagnostics.report(
      {Severity::Warning, "xml-entity-skipped", where,
       fmt::format("the declarations of %{}; are not read: {} is no file in the input's folder", name, entity.systemId),
       "put the file beside the document; nothing is fetched from a network", name});
}

}  // namespace

DocumentType parseDocumentType(const Stretch& declaration, Context& context) {
  DocumentType type;
  DeclarationParser(declaration, type, context, DeclarationParser::Where::InDocument).parseHead();
  return type;
}

}  // namespace octavo::xml
