// vocabulary/tei: what is told in fields: persons, places, manuscripts, letters, declarations of the header.
#include <algorithm>
#include <array>

#include "vocabulary/tei/reading.h"
#include "vocabulary/tei/terms.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool hasBlock(const Element& source) {
  return std::ranges::any_of(childrenOf(source), [](const Element* child) { return isBlock(*child); });
}

/// What an element without words says in an attribute.
std::string valueOf(const Element& source) {
  for (const auto* name : {"value", "when", "ident", "key", "target", "n"}) {
    const std::string_view value = source.attributeOr(name);
    if (!value.empty()) return std::string(value);
  }
  return {};
}

}  // namespace

void fillRecord(const Element& source, Element& block, Reading& reading) {
  appendTitleParagraphs(source, block, reading, "list-title");
  if (hasOwnText(source)) return convertBlocks(source, block, reading, {"head"});
  Element* names = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "head") continue;
    const bool naming = standsInText(*part) || part->name == "label";
    if (!naming) {
      names = nullptr;
      convert(*part, block, reading);
      continue;
    }
    if (plainText(*part).empty() && childrenOf(*part).empty() && valueOf(*part).empty()) continue;
    if (names) names->appendText(std::string(words::listSeparator(languageAt(*part))), part->position());
    if (!names) names = &appendMade(block, "p", *part, reading, "names");
    convert(*part, *names, reading);
  }
}

namespace {

void convertRecord(const Element& source, Element& into, Reading& reading) {
  if (childrenOf(source).empty() && !hasOwnText(source) && valueOf(source).empty()) return;
  Element& block = appendAs(into, "div", source, reading, source.name);
  addClass(block, "record");
  const std::string words = plainText(source);
  if (words.empty() && childrenOf(source).empty()) {
    appendMade(block, "p", source, reading)
        .appendText(term(source.name, languageAt(source)) + ": " + valueOf(source), source.position());
    return;
  }
  fillRecord(source, block, reading);
}

/// A field: its name, then what it says.
void convertField(const Element& source, Element& into, Reading& reading) {
  const std::string value = plainText(source).empty() && childrenOf(source).empty() ? valueOf(source) : std::string();
  if (plainText(source).empty() && value.empty() && childrenOf(source).empty()) return;
  if (hasBlock(source) && !isLine(into)) {
    Element& block = appendAs(into, "div", source, reading, source.name);
    addClass(block, "record");
    appendMade(block, "p", source, reading, "list-title")
        .appendText(term(source.name, languageAt(source)), source.position());
    return fillRecord(source, block, reading);
  }
  Element& line = appendAs(into, isLine(into) ? "span" : "p", source, reading, source.name);
  if (line.name == "p") {
    addClass(line, "field");
    appendMade(line, "span", source, reading, "label")
        .appendText(term(source.name, languageAt(source)), source.position());
    line.appendText(isCjkLanguage(languageAt(source)) ? "　" : " ", source.position());
  }
  value.empty() ? convertParts(source, line, reading) : static_cast<void>(line.appendText(value, source.position()));
}

/// Fields that stand for themselves: places in a name, dimensions in a description.
void convertWords(const Element& source, Element& into, Reading& reading) {
  if (plainText(source).empty() && childrenOf(source).empty()) return;
  convertParts(source, appendAs(into, "span", source, reading, source.name), reading);
}

/// Pages of a transcription by its surfaces: zones and lines as they stand there.
void convertSurface(const Element& source, Element& into, Reading& reading) {
  if (childrenOf(source).empty() && !hasOwnText(source)) return;
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

void convertWrittenLine(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, "line"), reading);
}

/// Links between elements and categories have no words.
void convertNothing(const Element& source, Element& into, Reading& reading) {
  if (!plainText(source).empty()) convertField(source, into, reading);
}

constexpr auto kRecords = std::to_array<std::string_view>({
    "teiHeader",    "fileDesc",     "titleStmt",    "editionStmt",  "publicationStmt", "seriesStmt",  "notesStmt",
    "sourceDesc",   "encodingDesc", "profileDesc",  "revisionDesc", "xenoData",        "availability", "licence",
    "projectDesc",  "samplingDecl", "editorialDecl", "correction",  "normalization",   "quotation",   "hyphenation",
    "segmentation", "stdVals",      "interpretation", "punctuation", "tagsDecl",       "namespace",   "refsDecl",
    "classDecl",    "taxonomy",     "category",     "catDesc",      "appInfo",         "application", "listPrefixDef",
    "prefixDef",    "char",         "glyph",        "geoDecl",         "metDecl",     "variantEncoding",
    "langUsage",    "textClass",    "keywords",     "calendarDesc", "calendar",        "abstract",    "particDesc",
    "settingDesc",  "setting",      "textDesc",     "correspDesc",  "correspAction",   "correspContext", "listChange",
    "recordingStmt", "recording",   "broadcast",    "scriptStmt",   "listPerson",      "person",      "personGrp",
    "listOrg",      "org",          "listPlace",    "place",        "listEvent",       "event",       "listNym",
    "nym",          "listRelation", "listWit",      "witness",      "msDesc",          "msPart",      "msFrag",
    "msIdentifier", "altIdentifier", "msContents",  "msItem",       "msItemStruct",    "physDesc",    "objectDesc",
    "supportDesc",  "layoutDesc",   "handDesc",     "handNotes",    "decoDesc",        "additions",   "bindingDesc",
    "binding",      "sealDesc",     "seal",         "accMat",       "scriptDesc",      "typeDesc",    "history",
    "origin",       "provenance",   "acquisition",  "additional",   "adminInfo",       "recordHist",  "custodialHist",
    "surrogates",   "musicNotation", "standOff",    "listObject",   "object",          "objectIdentifier", "textNode",
    "spanGrp",      "listAnnotation", "entry"});

constexpr auto kFields = std::to_array<std::string_view>({
    "birth",      "death",       "residence",   "occupation", "sex",         "floruit",     "state",      "trait",
    "population", "climate",     "terrain",     "location",   "age",         "education",   "faith",      "nationality",
    "socecStatus", "langKnowledge", "langKnown", "relation",  "change",      "language",    "classCode",
    "rendition",  "tagUsage",    "creation",    "correspRef", "distributor", "authority",   "funder",     "sponsor",
    "principal",  "handNote",    "decoNote",    "layout",     "support",     "foliation",   "collation",  "condition",
    "custEvent",  "source",      "summary",     "incipit",    "explicit",    "rubric",      "finalRubric", "colophon",
    "filiation",  "scriptNote",  "typeNote",    "surfaceNote", "objectType", "equipment",   "channel",    "constitution",
    "derivation", "domain",      "factuality",  "interaction", "preparedness", "purpose",   "activity",   "locale",
    "persona",    "gender",      "charName",    "mapping",    "unicodeName", "unicodeProp", "localProp",  "charProp",
    "value",      "conversion",  "unitDef",     "unitDecl",   "listTranspose", "transpose", "interpGrp",  "interp",
    "schemaRef"});

constexpr auto kWords = std::to_array<std::string_view>({
    "geogName",    "geogFeat",  "settlement", "region",     "country",    "bloc",       "district",  "offset",
    "geo",         "address",   "addrLine",   "street",     "postCode",   "postBox",    "affiliation", "roleName",
    "forename",    "surname",   "addName",    "genName",    "nameLink",   "repository", "institution", "collection",
    "msName",      "origPlace", "dimensions", "height",     "width",      "depth",      "dim",       "material",
    "locus",       "locusGrp",  "stamp",      "heraldry",   "watermark",  "signatures", "catchwords", "secFol",
    "role",        "roleDesc",  "actor",      "objectName", "unit",       "lang"});

constexpr auto kSurfaces = std::to_array<std::string_view>({"facsimile", "sourceDoc", "surfaceGrp", "surface"});
constexpr auto kWordless = std::to_array<std::string_view>({"link", "linkGrp", "join",   "joinGrp", "alt",  "altGrp",
                                                     "when", "timeline", "certainty", "precision", "path", "zoneGrp",
                                                     "respons", "listRef", "nameSpace", "annotation", "catRef"});

constexpr std::size_t kCount = kRecords.size() + kFields.size() + kWords.size() + kSurfaces.size() + kWordless.size() + 2;

constexpr std::array<Rule, kCount> makeRules() {
  std::array<Rule, kCount> rules{};
  std::size_t at = 0;
  for (const auto name : kRecords) rules[at++] = {name, Standing::Block, convertRecord};
  for (const auto name : kFields) rules[at++] = {name, Standing::ByContent, convertField};
  for (const auto name : kWords) rules[at++] = {name, Standing::InLine, convertWords};
  for (const auto name : kSurfaces) rules[at++] = {name, Standing::Block, convertSurface};
  for (const auto name : kWordless) rules[at++] = {name, Standing::Mark, convertNothing};
  rules[at++] = {"zone", Standing::ByContent, convertSurface};
  rules[at++] = {"line", Standing::ByContent, convertWrittenLine};
  return rules;
}
constexpr auto kRules = makeRules();

}  // namespace

std::span<const Rule> recordRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
