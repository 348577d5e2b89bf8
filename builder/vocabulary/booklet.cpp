// vocabulary: one or several articles, or a manifest, as one publication.
#include "vocabulary/booklet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "css/page_sheets.h"
#include "image/image.h"
#include "vocabulary/booklet_metadata.h"
#include "vocabulary/booklet_modules.h"
#include "vocabulary/booklet_pages.h"
#include "vocabulary/booklet_plan.h"
#include "vocabulary/booklet_styles.h"
#include "vocabulary/calendar_date.h"
#include "vocabulary/direction.h"
#include "vocabulary/latin_emphasis.h"
#include "vocabulary/conversion.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_language.h"
#include "vocabulary/missing_language.h"
#include "vocabulary/running_heads.h"
#include "vocabulary/xhtml/notes_elsewhere.h"
#include "xml/schema.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;

using dom::Element;
using publication::Chapter;
using publication::ChapterKind;
using publication::LocalizedText;
using publication::Metadata;
using publication::NavigationEntry;
using publication::Publication;

fs::path canonicalPath(const fs::path& file) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(file), error);
}

fs::path folderOf(const fs::path& file) { return fs::absolute(file).parent_path(); }

/// Builds the publication, module by module.
class Builder {
 public:
  Builder(SourceFiles& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  Publication build(std::span<const fs::path> inputs, const BookletOptions& options);

 private:
  struct Read {
    fs::path file;
    SourcePosition where;  // its root
    Article article;
  };

  BookletPlan plan(std::span<const fs::path> inputs, const BookletOptions& options);
  void readModules(std::vector<PlannedModule>& modules, std::vector<NavigationEntry>& navigation);
  void bringNotes();
  void leaveOut(const fs::path& file, std::vector<PlannedModule>& modules);
  void readModule(PlannedModule& module, std::vector<NavigationEntry>& navigation);
  Article readFile(const PlannedModule& module);
  void takePageStyles(Article& article);
  InputFolder folderFor(const fs::path& file) const;
  void takeRoot(const fs::path& root, std::span<const fs::path> inputs);
  dom::Document& documentOf(const fs::path& file);
  void overrideTitle(Chapter& chapter, NavigationEntry& entry, const LocalizedText& title);
  void settleReferences();
  void takeCover();
  void settleDate(Metadata& metadata, const SourcePosition& where);
  void mergeMetadata(const BookletOptions& options);
  void planGathered(const PlannedModule& module, std::vector<NavigationEntry>& navigation);
  void gatherChapters();
  void fillGenerated();

  SourceFiles& sources_;
  Diagnostics& diagnostics_;
  BookletPlan plan_;
  bool isBooklet_ = false;
  std::string askedLanguage_;  // on the command line, for all
  PageStyles pageStyles_ = PageStyles::Hidden;
  std::optional<InputFolder> root_;  // of all files: the user's, or a manifest's folder
  xml::ReadOptions readOptions_;
  std::map<fs::path, dom::Document> documents_;  // read while planning
  std::vector<Read> reads_;
  Publication publication_;
  int articles_ = 0;
  int parts_ = 0;
  std::optional<LocalizedText> contentsTitle_;
  struct Waiting {
    Gathered what;
    std::string chapter;  // id
    SourcePosition where;
  };
  std::vector<Waiting> waiting_;  // to be gathered when all is read
};

/// What references of the file may reach.
InputFolder Builder::folderFor(const fs::path& file) const { return root_ ? *root_ : InputFolder(folderOf(file)); }

/// The user's root is one only where the inputs stand in it.
void Builder::takeRoot(const fs::path& root, std::span<const fs::path> inputs) {
  if (root.empty()) return;
  root_.emplace(root);
  for (const fs::path& input : inputs) {
    const fs::path relative = canonicalPath(input).lexically_relative(root_->root());
    if (!relative.empty() && *relative.begin() != "..") continue;
    throw BuildError({Severity::Error, "root-outside", {},
                      fmt::format("{} is not in the folder {} that --root names", input.string(), root.string()), {}, {}},
                     ExitCode::Usage);
  }
}

dom::Document& Builder::documentOf(const fs::path& file) {
  const auto known = documents_.find(file);
  if (known != documents_.end()) return known->second;
  return documents_.emplace(file, xml::read(file, folderFor(file), sources_, diagnostics_, readOptions_)).first->second;
}

BookletPlan Builder::plan(std::span<const fs::path> inputs, const BookletOptions& options) {
  BookletPlan plan;
  for (const fs::path& input : inputs) {
    const dom::Document& document = documentOf(input);
    if (!options.schema.empty()) xml::validate({document, input, folderFor(input)}, options.schema, diagnostics_);
    if (sniffVocabulary(document) == Vocabulary::Assembly) {
      if (inputs.size() > 1) {
        throw BuildError({Severity::Error,
                          "manifest-invalid",
                          document.root->position(),
                          "a manifest is built alone, not beside other files",
                          {},
                          {}},
                         ExitCode::Usage);
      }
      if (!root_) root_.emplace(folderOf(input));
      addStyleReferences(document, input, *root_, publication_, diagnostics_);
      return readManifest(document, input, *root_, options.structure, diagnostics_);
    }
    addStyleReferences(document, input, folderFor(input), publication_, diagnostics_);
    PlannedModule module;
    module.file = input;
    module.where = document.root->position();
    plan.modules.push_back(std::move(module));
  }
  if (!options.structure.empty()) {
    throw BuildError({Severity::Error, "structure-unknown", {},
                      fmt::format("no structure \"{}\": the input is no manifest", options.structure), {}, {}},
                     ExitCode::Usage);
  }
  plan.hasTitlePage = inputs.size() > 1;
  if (plan.hasTitlePage) {
    PlannedModule contents;
    contents.kind = ChapterKind::Contents;
    contents.where = plan.modules.front().where;
    plan.modules.insert(plan.modules.begin(), std::move(contents));
  }
  return plan;
}

bool hasIndex(const std::vector<PlannedModule>& modules) {
  return std::ranges::any_of(modules, [](const PlannedModule& module) {
    return module.gathered == Gathered::Index || hasIndex(module.children);
  });
}

Article Builder::readFile(const PlannedModule& module) {
  ++articles_;
  dom::Document& shared = documentOf(module.file);
  applyFilters(*shared.root, plan_.filters);
  dom::Document own;  // what another module makes of the file does not hold here
  if (!module.filters.empty()) {
    own = {dom::clone(*shared.root), shared.instructions, shared.doctypeName, shared.publicId, shared.systemId, shared.source};
    applyFilters(*own.root, module.filters);
  }
  dom::Document& document = own.root ? own : shared;
  const std::string around = plan_.metadata.languages.empty() ? std::string() : plan_.metadata.languages.front();
  guessMissingLanguage(document, diagnostics_, {askedLanguage_, around});
  const InputFolder folder = folderFor(module.file);
  const ReaderInputs inputs{document,
                            module.file,
                            folder,
                            fmt::format("chapter-{}", articles_),
                            isBooklet_ ? fmt::format("c{}-", articles_) : std::string(),
                            diagnostics_,
                            hasIndex(plan_.modules),
                            pageStyles_};
  return readArticle(inputs, module.vocabulary.value_or(sniffVocabulary(document)));
}

/// What the chapter is, in the words of EPUB and DPUB-ARIA, where the reader did not say.
void markKind(Element& root, ChapterKind kind) {
  if (root.attribute("role") || root.attribute("epub:type")) return;
  const std::string name = kind == ChapterKind::Appendix ? "appendix"
                           : kind == ChapterKind::Part   ? "part"
                                                         : "chapter";
  root.setAttribute("role", "doc-" + name);
  root.setAttribute("epub:type", name);
}

/// The title page of a book in a booklet is that of a part, whose chapters are the book's own.
void makePartOf(Article& book, Chapter& page) {
  page.kind = ChapterKind::Part;
  Element& root = *page.root;
  std::string classes(root.attributeOr("class"));
  if (const std::size_t at = classes.find("title-page"); at != std::string::npos) classes.replace(at, 10, "part");
  root.setAttribute("class", classes);
  root.removeAttribute("role");
  root.removeAttribute("epub:type");
  NavigationEntry entry{page.title, page.language, page.id, std::exchange(book.navigation, {})};
  book.navigation.push_back(std::move(entry));
}

/// The sheets of a page are for its own chapters only, which have a class for it.
void Builder::takePageStyles(Article& article) {
  if (article.pageStyles.empty()) return;
  const std::string scope = fmt::format("{}{}", css::kScopeClass, articles_);
  for (publication::PageStyle& style : article.pageStyles) {
    style.scope = scope;
    if (isBooklet_) style.idPrefix = fmt::format("c{}-", articles_);
    style.isOfWholeBook = !isBooklet_;
    publication_.pageStyles.push_back(std::move(style));
  }
  for (const Chapter& chapter : article.chapters) {
    const std::string_view classes = chapter.root->attributeOr("class");
    chapter.root->setAttribute("class", classes.empty() ? scope : fmt::format("{} {}", classes, scope));
  }
}

void Builder::readModule(PlannedModule& module, std::vector<NavigationEntry>& navigation) {
  Article article = readFile(module);
  const bool isWholeBook = article.chapters.size() > 1;
  if (isBooklet_ && isWholeBook && article.chapters.front().kind == ChapterKind::TitlePage) {
    makePartOf(article, article.chapters.front());
  }
  if (!module.title.text.empty() && !article.chapters.empty() && !article.navigation.empty()) {
    overrideTitle(article.chapters.front(), article.navigation.front(), module.title);
  }
  takePageStyles(article);
  for (Chapter& chapter : article.chapters) {
    if (isBooklet_) {
      if (!isWholeBook) chapter.kind = module.kind;
      // A book keeps its own order of parts and chapters.
      if (module.kind == ChapterKind::Appendix && chapter.kind == ChapterKind::Chapter) chapter.kind = module.kind;
      markKind(*chapter.root, chapter.kind);
    }
    publication_.chapters.push_back(std::move(chapter));
    if (isWholeBook && publication_.chapters.back().kind == ChapterKind::TitlePage) {
      contentsTitle_.emplace();
      publication_.chapters.push_back({ChapterKind::Contents, "contents", {}, {}, nullptr});  // filled at the end
    }
  }
  std::ranges::move(article.navigation, std::back_inserter(navigation));
  // The cover of an article is not the booklet's.
  for (publication::Resource& resource : article.resources) resource.isCover = resource.isCover && !isBooklet_;
  std::ranges::move(article.resources, std::back_inserter(publication_.resources));
  reads_.push_back({canonicalPath(module.file), documentOf(module.file).root->position(), std::move(article)});
}

void Builder::planGathered(const PlannedModule& module, std::vector<NavigationEntry>& navigation) {
  constexpr std::array kStems{"", "glossary", "answers", "index"};
  const std::string stem = kStems.at(static_cast<std::size_t>(module.gathered));
  const auto before = std::ranges::count(waiting_, module.gathered, &Waiting::what);
  const std::string id = before == 0 ? stem : fmt::format("{}-{}", stem, before + 1);
  const ChapterKind kind = module.gathered == Gathered::Index ? ChapterKind::Index : ChapterKind::Appendix;
  publication_.chapters.push_back({kind, id, module.title.text, module.title.language, nullptr});
  navigation.push_back({module.title.text, module.title.language, id, {}});
  waiting_.push_back({module.gathered, id, module.where});
}

void collectFiles(std::vector<PlannedModule>& modules, std::vector<PlannedModule*>& into) {
  for (PlannedModule& module : modules) {
    if (!module.file.empty()) into.push_back(&module);
    collectFiles(module.children, into);
  }
}

/// Books for the web have their notes in a page of their own: they become notes of the pages that call them.
void Builder::bringNotes() {
  std::vector<PlannedModule*> modules;
  collectFiles(plan_.modules, modules);
  if (modules.size() < 2) return;
  std::vector<PageOfBuild> pages;
  for (const PlannedModule* module : modules) {
    dom::Document& document = documentOf(module->file);
    if (module->vocabulary.value_or(sniffVocabulary(document)) != Vocabulary::Xhtml) continue;
    const fs::path file = canonicalPath(module->file);
    if (std::ranges::find(pages, file, &PageOfBuild::file) != pages.end()) continue;
    pages.push_back({file, folderFor(module->file), &document});
  }
  bringNotesToTheirCalls(pages);
  for (const PageOfBuild& page : pages) {
    if (!page.isEmptied) continue;
    leaveOut(page.file, plan_.modules);
    diagnostics_.report({Severity::Note, "notes-brought", page.document->root->position(),
                         fmt::format("the notes in {} stand with the pages that call them; nothing else is left of it",
                                     page.file.filename().string()), {}, {}});
  }
}

void Builder::leaveOut(const fs::path& file, std::vector<PlannedModule>& modules) {
  std::erase_if(modules, [&](const PlannedModule& module) {
    return !module.file.empty() && module.children.empty() && canonicalPath(module.file) == file;
  });
  for (PlannedModule& module : modules) leaveOut(file, module.children);
}

void Builder::readModules(std::vector<PlannedModule>& modules, std::vector<NavigationEntry>& navigation) {
  for (PlannedModule& module : modules) {
    if (module.kind == ChapterKind::Contents && module.file.empty()) {
      if (contentsTitle_) continue;
      contentsTitle_ = module.title;
      publication_.chapters.push_back(
          {ChapterKind::Contents, "contents", {}, {}, nullptr});  // filled at the end
      continue;
    }
    if (module.gathered != Gathered::Nothing) {
      planGathered(module, navigation);
      continue;
    }
    if (module.file.empty()) {
      const std::string id = fmt::format("part-{}", ++parts_);
      publication_.chapters.push_back(
          {ChapterKind::Part, id, module.title.text, module.title.language, nullptr});
      navigation.push_back({module.title.text, module.title.language, id, {}});
    } else {
      readModule(module, navigation);
    }
    // What hangs below an article hangs below it in the contents too, after its own sections.
    if (!module.children.empty()) readModules(module.children, navigation.back().children);
  }
}

Element* firstHeading(Element& element) {
  if (headingLevel(element) > 0) return &element;
  for (const auto& child : element.children()) {
    Element* below = dom::asElement(*child);
    if (Element* found = below ? firstHeading(*below) : nullptr) return found;
  }
  return nullptr;
}

/// The heading gets other words; note calls in it stay.
void Builder::overrideTitle(Chapter& chapter, NavigationEntry& entry,
                            const LocalizedText& title) {
  Element* heading = firstHeading(*chapter.root);
  if (!heading) {
    auto made = std::make_unique<Element>(dom::Namespace::Xhtml, "h1", chapter.root->position());
    heading = dom::asElement(chapter.root->insert(0, std::move(made)));
  }
  auto old = heading->takeChildren();
  heading->appendText(title.text, heading->position());
  for (auto& node : old) {
    const Element* element = dom::asElement(*node);
    if (element && element->hasWord("role", "doc-noteref")) heading->append(std::move(node));
  }
  if (!title.language.empty()) {
    heading->setAttribute("lang", title.language);
    heading->setAttribute("xml:lang", title.language);
  }
  chapter.title = title.text;
  entry.label = title.text;
  if (!title.language.empty()) entry.language = title.language;
}

/// The output id that an open reference means in one of the articles read; empty: none.
std::string targetIn(const OpenReference& open, const fs::path& file, const Article& article,
                     const std::string& chapter) {
  if (!open.file.empty() && canonicalPath(open.file) != file) return {};
  if (open.id.empty()) return open.file.empty() ? std::string() : chapter;
  const auto found = article.ids.find(open.id);
  return found == article.ids.end() ? std::string() : found->second;
}

/// The picture that the manifest calls the cover.
void Builder::takeCover() {
  if (plan_.cover.href.empty()) return;
  const auto file = root_->resolve(plan_.cover.manifest, plan_.cover.href);
  std::string bytes = file ? octavo::readFile(*file, plan_.cover.where) : std::string();
  const image::Format format = image::sniff(bytes);
  if (format != image::Format::Png && format != image::Format::Jpeg) {
    diagnostics_.report({Severity::Warning, file ? "image-unsupported" : "image-missing", plan_.cover.where,
                         fmt::format("the cover {} {}", plan_.cover.href, file ? "is neither PNG nor JPEG" : "does not exist"), {}, {}});
    return;
  }
  const std::string name = format == image::Format::Png ? "images/cover.png" : "images/cover.jpg";
  publication_.resources.push_back({name, std::string(image::mediaType(format)), std::move(bytes), plan_.cover.where, true});
}

void Builder::settleReferences() {
  for (Read& read : reads_) {
    std::erase_if(read.article.openReferences, [&](const OpenReference& open) {
      for (std::size_t i = 0; i < reads_.size(); ++i) {
        const std::string target =
            targetIn(open, reads_[i].file, reads_[i].article, fmt::format("chapter-{}", i + 1));
        if (target.empty()) continue;
        open.link->setAttribute("href", "#" + target);
        return true;
      }
      return false;
    });
    closeReferences(read.article, diagnostics_);
  }
}

/// What is no date is none of the EPUB either.
void Builder::settleDate(Metadata& metadata, const SourcePosition& where) {
  if (metadata.date.empty()) return;
  const std::string said = std::exchange(metadata.date, calendarDate(metadata.date));
  if (!metadata.date.empty()) return;
  diagnostics_.report({Severity::Warning, "date-invalid", where,
                       fmt::format("the date of publication, \"{}\", is no date; it is left out of the metadata", said),
                       "write it as 2024, 2024-06 or 2024-06-03", {}});
}

void Builder::mergeMetadata(const BookletOptions& options) {
  for (Read& read : reads_) settleDate(read.article.metadata, read.where);
  const SourcePosition where = plan_.modules.front().where;
  if (!isBooklet_) {
    publication_.metadata = std::move(reads_.front().article.metadata);
  } else {
    settleDate(plan_.metadata, where);
    publication_.metadata = plan_.metadata;
    for (const Read& read : reads_) addMetadata(read.article.metadata, plan_.metadata, publication_.metadata);
    if (plan_.metadata.title.text.empty() && options.title.empty()) {
      diagnostics_.report({Severity::Note,
                           "title-assumed",
                           where,
                           "the booklet has no title of its own; the first article's serves",
                           "--title gives it one",
                           {}});
    }
  }
  applyOptions(options, publication_.metadata);
  if (publication_.metadata.languages.front() != "und") return;
  diagnostics_.report({Severity::Warning,
                       "lang-missing",
                       where,
                       "the document does not say its language: hyphenation, fonts and line ends depend on it",
                       "add xml:lang to its root element, or use --lang",
                       {}});
}

/// The first chapter after the title page and the contents: styles begin the page numbers with it.
void markFirstChapter(std::vector<Chapter>& chapters) {
  const auto isFront = [](const Chapter& chapter) {
    return chapter.kind == ChapterKind::TitlePage || chapter.kind == ChapterKind::Contents;
  };
  const auto first = std::ranges::find_if_not(chapters, isFront);
  if (first == chapters.begin() || first == chapters.end()) return;
  const std::string classes(first->root->attributeOr("class"));
  first->root->setAttribute("class", classes + (classes.empty() ? "" : " ") + "first-chapter");
}

NavigationEntry* entryOf(std::vector<NavigationEntry>& entries, const std::string& target) {
  for (NavigationEntry& entry : entries) {
    if (entry.target == target) return &entry;
    if (NavigationEntry* below = entryOf(entry.children, target)) return below;
  }
  return nullptr;
}

/// Entries whose language nobody says are in that of the publication.
void settleLanguages(std::vector<NavigationEntry>& entries) {
  for (NavigationEntry& entry : entries) {
    if (entry.language == "und") entry.language.clear();
    settleLanguages(entry.children);
  }
}

void eraseEntry(std::vector<NavigationEntry>& entries, const std::string& target) {
  std::erase_if(entries, [&](const NavigationEntry& entry) { return entry.target == target; });
  for (NavigationEntry& entry : entries) eraseEntry(entry.children, target);
}

/// The index comes last: its marks stand where the words are by then.
void Builder::gatherChapters() {
  std::ranges::stable_sort(waiting_, {}, [](const Waiting& waiting) { return waiting.what == Gathered::Index; });
  for (const Waiting& waiting : waiting_) {
    const auto found = std::ranges::find(publication_.chapters, waiting.chapter, &publication::Chapter::id);
    if (found->title.empty()) found->title = gatheredHeading(waiting.what, publication_.metadata.languages.front());
    if (gather(waiting.what, *found, publication_, waiting.where)) {
      if (NavigationEntry* entry = entryOf(publication_.navigation, waiting.chapter)) entry->label = found->title;
      continue;
    }
    diagnostics_.report({Severity::Warning, "module-empty", waiting.where,
                         fmt::format("no article has anything for the module \"{}\"; it is left out", found->title),
                         {}, waiting.chapter});
    eraseEntry(publication_.navigation, waiting.chapter);
    publication_.chapters.erase(found);
  }
}

/// What needed the whole: contents, parts' languages, chapters that do not say their language.
void Builder::fillGenerated() {
  const std::string& language = publication_.metadata.languages.front();
  const SourcePosition where = plan_.modules.front().where;
  for (Chapter& chapter : publication_.chapters) {
    if (chapter.kind == ChapterKind::Contents && !chapter.root) {
      chapter = makeContents(publication_.navigation, *contentsTitle_, language, where);
    } else if (!chapter.root) {
      chapter = makePart({chapter.title, chapter.language}, chapter.id, language, where);
    } else if (chapter.language == "und") {
      chapter.language = language;
      chapter.root->setAttribute("lang", language);
      chapter.root->setAttribute("xml:lang", language);
    }
  }
  if (plan_.hasTitlePage) {
    publication_.chapters.insert(publication_.chapters.begin(), makeTitlePage(publication_.metadata, where));
  }
  markFirstChapter(publication_.chapters);
}

Publication Builder::build(std::span<const fs::path> inputs, const BookletOptions& options) {
  if (inputs.empty()) {
    throw BuildError({Severity::Error, "input-missing", {}, "nothing to build", {}, {}}, ExitCode::Usage);
  }
  readOptions_ = {options.encoding, options.allowHtml};
  takeRoot(options.root, inputs);
  plan_ = plan(inputs, options);
  readOptions_.encoding.clear();  // the inputs are read; what a manifest names speaks for itself
  isBooklet_ = plan_.hasTitlePage;
  askedLanguage_ = options.language;
  pageStyles_ = options.pageStyles;
  bringNotes();
  readModules(plan_.modules, publication_.navigation);
  if (reads_.empty()) {
    throw BuildError({Severity::Error, "manifest-invalid", plan_.modules.front().where,
                      "the structure has no article", {}, {}});
  }
  settleReferences();
  takeCover();
  mergeMetadata(options);
  settleLanguages(publication_.navigation);
  gatherChapters();
  fillGenerated();
  settleDirections(publication_);
  markLatinEmphasis(publication_);
  settleRunningHeads(publication_);
  return std::move(publication_);
}

}  // namespace

Publication readPublication(std::span<const fs::path> inputs, const BookletOptions& options,
                            SourceFiles& sources, Diagnostics& diagnostics) {
  return Builder(sources, diagnostics).build(inputs, options);
}

}  // namespace octavo::vocabulary
