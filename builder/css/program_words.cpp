#include "css/program_words.h"

#include <algorithm>
#include <array>

namespace octavo::css {
namespace {

constexpr auto kWords = std::to_array<std::string_view>({
    "abstract",   "address",     "admonition", "affiliation", "affiliations", "annotation", "answer",        "author",
    "bridgehead", "callout",     "callouts",   "caution",     "closer",       "comment",    "conf",          "contents",
    "credit",     "danger",      "epigraph",   "example",     "field",        "formalgroup", "formula",      "gap",
    "index",      "info",        "informalexample", "keycap", "keywords",     "label",      "labelled",      "legalnotice",
    "license",    "menuchoice",  "monospaced", "names",       "notes",        "number",     "opener",        "options",
    "part",       "procedure",   "production", "publisher",   "qandaset",     "question",   "record",        "reference",
    "references", "remark",      "replaceable", "revhistory", "role",         "sidebar",    "signed",        "simple",
    "simplelist", "speaker",     "speech",     "stage",       "stanza",       "statement",  "step",          "subjects",
    "supplied",   "task",        "trailer",    "tree",        "unclear",      "unmarked",   "verse",         "warning",
    "witnesses",  "title-page",
});

}  // namespace

bool isProgramWord(std::string_view name) { return std::ranges::find(kWords, name) != kWords.end(); }

std::string pageClass(std::string_view name) { return "page-" + std::string(name); }

SimpleSelector classOfPagesToo(const std::string& name) {
  auto alternatives = std::make_shared<std::vector<Selector>>();
  for (const std::string& each : {name, pageClass(name)}) {
    Selector& selector = alternatives->emplace_back();
    SimpleSelector& part = selector.compounds.emplace_back().parts.emplace_back();
    part.kind = SimpleKind::Class;
    part.name = each;
    part.css = "." + each;
    selector.weight = specificity(0, 1, 0);
  }
  SimpleSelector list;
  list.kind = SimpleKind::Is;
  list.name = "is";
  list.css = ":is(." + name + ", ." + pageClass(name) + ")";
  list.alternatives = std::move(alternatives);
  return list;
}

}  // namespace octavo::css
