// vocabulary: from a DocBook assembly to a plan.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "vocabulary/booklet.h"
#include "vocabulary/booklet_plan.h"
#include "vocabulary/conversion.h"
#include "vocabulary/conversion_language.h"
#include "vocabulary/source_questions.h"
#include "xml/names.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using publication::ChapterKind;
using publication::LocalizedText;

struct RenderAs {
  std::string_view word;
  ChapterKind kind;
};
constexpr std::array kRenderAs{
    RenderAs{"chapter", ChapterKind::Chapter}, RenderAs{"article", ChapterKind::Chapter},
    RenderAs{"preface", ChapterKind::Chapter}, RenderAs{"section", ChapterKind::Chapter},
    RenderAs{"part", ChapterKind::Part},       RenderAs{"appendix", ChapterKind::Appendix},
    RenderAs{"toc", ChapterKind::Contents},
};

struct ResourceEntry {
  std::filesystem::path file;
  std::optional<Vocabulary> vocabulary;
};

std::string words(const Element& element) { return headingText(element); }

[[noreturn]] void refuse(const Element& at, std::string message) {
  throw BuildError({Severity::Error, "manifest-invalid", at.position(), std::move(message), {}, {}});
}

/// True where the element's value of the attribute (or of data-attribute) makes the filter drop it.
bool isDropped(const Element& element, const Filter& filter) {
  for (const std::string& name : {filter.attribute, "data-" + filter.attribute}) {
    const std::string* value = element.attribute(name);
    if (!value) continue;
    std::string words = *value;
    std::ranges::replace(words, ';', ' ');
    Element probe(dom::Namespace::None, "probe", {});
    probe.setAttribute("words", words);
    const bool matches = std::ranges::any_of(
        filter.values, [&](const std::string& one) { return probe.hasWord("words", one); });
    if (matches != filter.keepsMatches) return true;
  }
  return false;
}

bool isDroppedByAny(const Element& element, const std::vector<Filter>& filters) {
  return std::ranges::any_of(filters, [&](const Filter& filter) { return isDropped(element, filter); });
}

/// xml:id 1.0, section 4: blanks round the name do not belong to it.
std::string idOf(const Element& structure) { return dom::collapseWhiteSpace(structure.attributeOr("xml:id")); }

/// The ids of those structures that have one. They name outputs: names alone, and each once (xml:id 1.0, sections 4 and 6).
std::vector<std::string> checkedIds(const std::vector<const Element*>& structures) {
  std::vector<std::string> ids;
  for (const Element* structure : structures) {
    if (!structure->attribute("xml:id")) continue;
    std::string id = idOf(*structure);
    if (!xml::isNcName(id)) refuse(*structure, fmt::format("the xml:id \"{}\" of a structure is no name", id));
    if (std::ranges::find(ids, id) != ids.end()) refuse(*structure, fmt::format("two structures have the xml:id \"{}\"", id));
    ids.push_back(std::move(id));
  }
  return ids;
}

class ManifestReader {
 public:
  ManifestReader(const dom::Document& manifest, const std::filesystem::path& file, const InputFolder& folder,
                 Diagnostics& diagnostics)
      : root_(*manifest.root), file_(file), folder_(folder), diagnostics_(diagnostics) {}

  BookletPlan read(const std::string& structureId) {
    BookletPlan plan;
    plan.hasTitlePage = true;
    for (const Element* child : childrenOf(root_)) {
      if (child->name == "info") {
        readInfo(*child, plan.metadata);
      } else if (child->name == "resources") {
        readResources(*child);
      } else if (child->name == "title" || child->name == "subtitle") {
        readInfoElement(*child, plan.metadata);
      } else if (child->name != "structure") {
        reportUnsupported(*child, child->name);
      }
    }
    if (const auto language = languageOf(root_)) plan.metadata.languages.push_back(*language);
    readStructure(chooseStructure(structureId), plan);
    plan.cover = std::move(cover_);
    return plan;
  }

 private:
  void reportUnsupported(const Element& at, std::string_view what) {
    diagnostics_.report({Severity::Warning,
                         "manifest-unsupported",
                         at.position(),
                         fmt::format("the manifest's {} is not supported and does nothing", what),
                         {},
                         std::string(what)});
  }

  std::optional<std::string> languageOf(const Element& element) {
    const std::string tag(element.attributeOr("xml:lang"));
    if (tag.empty()) return std::nullopt;
    auto language = canonicalLanguage(tag);
    if (!language) {
      diagnostics_.report({Severity::Warning,
                           "lang-invalid",
                           element.position(),
                           fmt::format("\"{}\" is no language tag; it is left out", tag),
                           {},
                           tag});
    }
    return language;
  }

  LocalizedText localized(const Element& element) {
    const std::string tag(dom::languageOf(element));
    return {words(element), canonicalLanguage(tag).value_or("")};
  }

  void readInfo(const Element& info, publication::Metadata& metadata) {
    for (const Element* child : childrenOf(info)) readInfoElement(*child, metadata);
  }

  void readInfoElement(const Element& element, publication::Metadata& metadata) {
    if (element.name == "title") {
      metadata.title = localized(element);
    } else if (element.name == "subtitle") {
      metadata.subtitle = localized(element);
    } else if (element.name == "author" || element.name == "editor" || element.name == "othercredit") {
      readPerson(element, metadata);
    } else if (element.name == "authorgroup" || element.name == "info") {
      readInfo(element, metadata);
    } else if (element.name == "pubdate" || element.name == "date") {
      metadata.date = words(element);
    } else if (element.name == "publisher") {
      const Element* name = dom::firstChild(element, "publishername");
      metadata.publisher = words(name ? *name : element);
    } else if (element.name == "publishername") {
      metadata.publisher = words(element);
    } else if (element.name == "abstract") {
      metadata.description = localized(element);
    } else if (element.name == "copyright" || element.name == "legalnotice") {
      metadata.rights = metadata.rights.empty() ? words(element) : metadata.rights + " " + words(element);
    } else if (element.name == "keywordset" || element.name == "subjectset") {
      for (const Element* keyword : childrenOf(element)) metadata.subjects.push_back(localized(*keyword));
    } else if (element.name == "biblioid" || element.name == "isbn") {
      const std::string kind = element.name == "isbn" ? "isbn" : std::string(element.attributeOr("class"));
      publication::addIdentifier(metadata, kind == "isbn"  ? "urn:isbn:" + words(element)
                                           : kind == "doi" ? "doi:" + words(element)
                                                           : words(element));
    } else if (element.name == "cover") {
      readCover(element);
    } else if (element.name == "biblioset" && element.attributeOr("relation") == "series") {
      const Element* title = dom::firstChild(element, "title");
      const Element* number = dom::firstChild(element, "volumenum");
      if (!number) number = dom::firstChild(element, "seriesvolnums");
      if (title) metadata.collections.push_back({localized(*title), number ? words(*number) : std::string()});
    } else {
      reportUnsupported(element, element.name);
    }
  }

  void readCover(const Element& element) {
    if (element.name == "imagedata" && cover_.href.empty()) {
      cover_ = {file_, std::string(element.attributeOr("fileref")), element.position()};
    }
    for (const Element* child : childrenOf(element)) readCover(*child);
  }

  void readPerson(const Element& element, publication::Metadata& metadata) {
    publication::Contributor person;
    const Element* name = dom::firstChild(element, "personname");
    if (!name) name = dom::firstChild(element, "orgname");
    const Element& named = name ? *name : element;
    const Element* given = dom::firstChild(named, "firstname");
    if (!given) given = dom::firstChild(named, "givenname");
    const Element* family = dom::firstChild(named, "surname");
    if (given && family) {
      person.name = words(*given) + " " + words(*family);
      person.fileAs = words(*family) + ", " + words(*given);
    } else {
      person.name = words(named);
    }
    if (element.name == "editor") person.role = "edt";
    if (element.name == "othercredit") person.role = "ctb";
    person.language = localized(element).language;
    if (!person.name.empty()) metadata.contributors.push_back(std::move(person));
  }

  void readResources(const Element& resources) {
    for (const Element* element : childrenOf(resources)) {
      if (element->name != "resource") {
        if (element->name != "title" && element->name != "info" && element->name != "description") {
          reportUnsupported(*element, element->name);
        }
        continue;
      }
      const std::string id(element->attributeOr("xml:id"));
      const std::string_view href = element->attributeOr("href", element->attributeOr("fileref"));
      if (id.empty() || href.empty()) refuse(*element, "a <resource> needs xml:id and href");
      const auto file = folder_.resolve(file_, href);
      if (!file) {
        refuse(*element,
               fmt::format("resource {} names {}, which is no file in the manifest's folder", id, href));
      }
      const std::string grammar(element->attributeOr("grammar"));
      const auto vocabulary = vocabularyOfGrammar(grammar);
      if (!grammar.empty() && !vocabulary) {
        diagnostics_.report({Severity::Warning,
                             "manifest-unsupported",
                             element->position(),
                             fmt::format("unknown grammar \"{}\"; the file itself is asked", grammar),
                             {},
                             grammar});
      }
      if (!resources_.emplace(id, ResourceEntry{*file, vocabulary}).second) {
        refuse(*element, fmt::format("two resources have the id {}", id));
      }
    }
  }

  const Element& chooseStructure(const std::string& id) {
    const std::vector<const Element*> structures = childrenOf(root_, "structure");
    checkedIds(structures);
    if (structures.empty()) refuse(root_, "the manifest has no <structure>");
    std::string names;
    for (const Element* structure : structures) {
      names += (names.empty() ? "" : ", ") + (structure->attribute("xml:id") ? idOf(*structure) : "(without id)");
    }
    const auto chosen =
        id.empty() ? structures.begin() : std::ranges::find_if(structures, [&](const Element* structure) {
          return idOf(*structure) == id;
        });
    if (chosen == structures.end()) {
      throw BuildError({Severity::Error,
                        "structure-unknown",
                        structures.front()->position(),
                        fmt::format("the manifest has no structure \"{}\"", id),
                        "it has: " + names,
                        {}},
                       ExitCode::Usage);
    }
    if (id.empty() && structures.size() > 1) {
      diagnostics_.report({Severity::Note,
                           "structure-chosen",
                           (*chosen)->position(),
                           fmt::format("of the structures {} the first is built", names),
                           {},
                           {}});
    }
    return **chosen;
  }

  void readStructure(const Element& structure, BookletPlan& plan) {
    if (const auto language = languageOf(structure)) plan.metadata.languages = {*language};
    if (structure.attribute("resourceref")) reportUnsupported(structure, "resourceref of a structure");
    readFilters(structure, plan.filters);
    for (const Element* child : childrenOf(structure)) {
      if (child->name == "module") {
        readModule(*child, {plan.filters, {}, plan.modules});
      } else if ((child->name == "merge" || child->name == "info") && !isDroppedByAny(*child, plan.filters)) {
        readInfo(*child, plan.metadata);
      } else if (child->name == "title") {
        readInfoElement(*child, plan.metadata);
      } else if (!isOneOf(child->name, {"output", "filterin", "filterout", "merge", "info"})) {
        reportUnsupported(*child, child->name);
      }
    }
    if (plan.modules.empty()) refuse(structure, "the structure has no <module>");
  }

  /// Several values stand between semicolons or blanks (DocBook 5, profiling attributes).
  static void readFilters(const Element& parent, std::vector<Filter>& into) {
    for (const Element* child : childrenOf(parent)) {
      if (isOneOf(child->name, {"filterin", "filterout"})) readFilter(*child, into);
    }
  }
  static void readFilter(const Element& element, std::vector<Filter>& into) {
    for (const dom::Attribute& attribute : element.attributes) {
      if (attribute.name.starts_with("xml:")) continue;
      Filter filter{attribute.name, {}, element.name == "filterin"};
      std::string value;
      for (const char c : attribute.value + ";") {
        if (c != ';' && c != ' ') {
          value += c;
        } else if (!value.empty()) {
          filter.values.push_back(std::exchange(value, {}));
        }
      }
      into.push_back(std::move(filter));
    }
  }

  /// Where a module stands.
  struct Place {
    const std::vector<Filter>& filters;  // of the whole
    std::vector<Filter> around;          // of the modules around it
    std::vector<PlannedModule>& into;
  };

  void readModule(const Element& element, const Place& place) {
    if (isDroppedByAny(element, place.filters) || isDroppedByAny(element, place.around)) return;
    PlannedModule module;
    module.filters = place.around;
    readFilters(element, module.filters);
    module.where = element.position();
    const std::string renderas(renderasOf(element));
    const std::string reference(element.attributeOr("resourceref"));
    const auto known = std::ranges::find(kRenderAs, renderas, &RenderAs::word);
    if (reference.empty() && renderas != "part") module.gathered = gatheredFor(element, renderas);
    if (module.gathered == Gathered::Nothing && known == kRenderAs.end() && !renderas.empty()) {
      diagnostics_.report({Severity::Warning, "module-unsupported", element.position(),
                           fmt::format("a module \"{}\" is made as a chapter", renderas), {}, renderas});
    }
    if (known != kRenderAs.end()) module.kind = known->kind;
    if (!reference.empty()) useResource(element, reference, module);
    for (const Element* child : childrenOf(element)) {
      const bool isDropped = isDroppedByAny(*child, place.filters) || isDroppedByAny(*child, module.filters);
      if (child->name == "module") {
        readModule(*child, {place.filters, module.filters, module.children});
      } else if (child->name == "merge" || child->name == "info") {
        if (!isDropped) readModuleTitle(*child, module);
      } else if (child->name == "title") {
        module.title = localized(*child);
      } else if (!isOneOf(child->name, {"output", "filterin", "filterout"})) {
        reportUnsupported(*child, child->name);
      }
    }
    if (reference.empty() && module.gathered == Gathered::Nothing && module.kind == ChapterKind::Chapter) {
      if (module.title.text.empty()) {  // a wrapper: its modules stand for themselves
        std::ranges::move(module.children, std::back_inserter(place.into));
        return;
      }
      module.kind = ChapterKind::Part;
    }
    place.into.push_back(std::move(module));
  }

  static Gathered gatheredFor(const Element& element, std::string_view renderas) {
    if (element.attributeOr("role") == "answers") return Gathered::Answers;
    return renderas == "glossary" ? Gathered::Glossary : renderas == "index" ? Gathered::Index : Gathered::Nothing;
  }

  /// The module's own word, or that of its <output>.
  static std::string_view renderasOf(const Element& element) {
    const Element* output = dom::firstChild(element, "output");
    return element.attributeOr("renderas", output ? output->attributeOr("renderas") : std::string_view());
  }

  void readModuleTitle(const Element& merge, PlannedModule& module) {
    for (const Element* child : childrenOf(merge)) {
      if (child->name == "title") {
        module.title = localized(*child);
      } else {
        reportUnsupported(*child, "merge of " + child->name + " into a module");
      }
    }
  }

  void useResource(const Element& element, const std::string& reference, PlannedModule& module) {
    const auto resource = resources_.find(reference);
    if (resource == resources_.end()) {
      refuse(element, fmt::format("no <resource> has the xml:id \"{}\"", reference));
    }
    module.file = resource->second.file;
    module.vocabulary = resource->second.vocabulary;
  }

  const Element& root_;
  const std::filesystem::path& file_;
  const InputFolder& folder_;
  Diagnostics& diagnostics_;
  std::map<std::string, ResourceEntry> resources_;
  PlannedCover cover_;
};

}  // namespace

BookletPlan readManifest(const dom::Document& manifest, const std::filesystem::path& file,
                         const InputFolder& folder, const std::string& structure, Diagnostics& diagnostics) {
  return ManifestReader(manifest, file, folder, diagnostics).read(structure);
}

void applyFilters(dom::Element& root, const std::vector<Filter>& filters) {
  if (filters.empty()) return;
  for (std::size_t i = root.children().size(); i-- > 0;) {
    Element* child = dom::asElement(*root.children()[i]);
    if (!child) continue;
    if (isDroppedByAny(*child, filters)) {
      root.remove(i);
    } else {
      applyFilters(*child, filters);
    }
  }
}

std::vector<std::string> structuresOf(std::span<const std::filesystem::path> inputs, const std::filesystem::path& root,
                                      SourceFiles& sources) {
  std::vector<std::string> ids;
  Diagnostics unsaid;  // all of it is said when the structures are read
  for (const std::filesystem::path& input : inputs) {
    const std::filesystem::path folder = root.empty() ? input.parent_path() : root;
    const dom::Document document = xml::read(input, InputFolder(folder.empty() ? "." : folder), sources, unsaid);
    if (sniffVocabulary(document) != Vocabulary::Assembly) continue;
    const std::vector<const Element*> structures = childrenOf(*document.root, "structure");
    for (const Element* structure : structures) {
      if (structure->attribute("xml:id")) continue;
      throw BuildError({Severity::Error, "manifest-invalid", structure->position(), "a structure without xml:id", "outputs are named by the id", {}});
    }
    std::ranges::move(checkedIds(structures), std::back_inserter(ids));
  }
  if (ids.empty()) throw BuildError({Severity::Error, "structure-unknown", {}, "no structures: the input is no manifest", {}, {}}, ExitCode::Usage);
  return ids;
}

}  // namespace octavo::vocabulary
