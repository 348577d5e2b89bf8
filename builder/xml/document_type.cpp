// xml: what a DOCTYPE and its internal subset declare.
#include "xml/document_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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
  DeclarationParser(const Stretch& stretch, DocumentType& type, Context& context)
      : stretch_(stretch), type_(type), context_(context), cursor_(*stretch.file) {}

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
  std::string withParameterEntities(std::string_view text, std::size_t depth);

  const Stretch& stretch_;
  DocumentType& type_;
  Context& context_;
  PositionCursor cursor_;
  std::size_t at_ = 0;
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
  if (atEnd()) return;
  if (stretch_.text[at_] != '[') fail("this does not belong in a DOCTYPE");
  const std::size_t end = stretch_.text.rfind(']');
  if (end == std::string_view::npos || end < at_) fail("the DOCTYPE's [ has no ]");
  const Stretch subset{stretch_.text.substr(at_ + 1, end - at_ - 1), stretch_.file, stretch_.offset + at_ + 1,
                       stretch_.path};
  DeclarationParser(subset, type_, context_).parseDeclarations();
}

void DeclarationParser::parseDeclarations() {
  for (skipSpaces(); !atEnd(); skipSpaces()) {
    if (lookingAt("<!--")) {
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
}

void DeclarationParser::parseEntity() {
  const bool isParameter = keyword("%");
  const SourcePosition where = position();
  const std::string entityName = name();
  skipSpaces();
  Entity entity;
  if (auto id = externalId()) {
    entity.isExternal = true;
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
  Stretch stretch{entity.replacement, stretch_.file, stretch_.offset + at_, stretch_.path};
  if (entity.isExternal) {
    const auto file = context_.folder.resolve(entity.base, entity.systemId);
    if (!file) {
      refuse("xml-entity", where,
             fmt::format("entity \"{}\" names {}, which is no file in the input's folder", entityName,
                         entity.systemId));
    }
    stretch.file =
        &addEntitySource(readFile(*file, where), file->string(), context_.sources, context_.diagnostics);
    stretch.text = stretch.file->text;
    stretch.offset = 0;
    stretch.path = *file;
  }
  context_.enterEntity("%" + entityName, stretch.text.size(), where);
  DeclarationParser(stretch, type_, context_).parseDeclarations();
  context_.leaveEntity();
}

}  // namespace

DocumentType parseDocumentType(const Stretch& declaration, Context& context) {
  DocumentType type;
  DeclarationParser(declaration, type, context).parseHead();
  return type;
}

char32_t characterOfReference(std::string_view inside, SourcePosition where) {
  const bool isHexadecimal = inside.starts_with("#x");
  const std::string_view digits = inside.substr(isHexadecimal ? 2 : 1);
  std::uint32_t character = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), character, isHexadecimal ? 16 : 10);
  const bool isNumber = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  // XML 1.0, production [2] Char.
  const bool isAllowed = character == 0x9 || character == 0xA || character == 0xD ||
                         (character >= 0x20 && character <= 0xD7FF) ||
                         (character >= 0xE000 && character <= 0xFFFD) ||
                         (character >= 0x10000 && character <= 0x10FFFF);
  if (!isNumber || !isAllowed) {
    refuse("xml-character", where, fmt::format("&{}; is no character that XML allows", inside));
  }
  return static_cast<char32_t>(character);
}

std::string withCharacterReferences(std::string_view text, SourcePosition where) {
  std::string result;
  while (true) {
    const std::size_t begin = text.find("&#");
    result += text.substr(0, begin);
    if (begin == std::string_view::npos) return result;
    const std::size_t end = text.find(';', begin);
    if (end == std::string_view::npos)
      refuse("xml-not-well-formed", where, "a character reference lacks its semicolon");
    appendUtf8(result, characterOfReference(text.substr(begin + 1, end - begin - 1), where));
    text.remove_prefix(end + 1);
  }
}

}  // namespace octavo::xml
