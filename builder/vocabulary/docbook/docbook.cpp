#include "vocabulary/docbook/docbook.h"

#include <algorithm>
#include <array>
#include <memory>

#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"
#include "vocabulary/lift_blocks.h"

namespace octavo::vocabulary {
namespace docbook {
namespace {

using dom::Element;
using publication::ChapterKind;

/// What a component of a book becomes.
struct Component {
  std::string_view name;
  ChapterKind kind;
  std::string_view epubType, role;
};
constexpr std::array kComponents{
    Component{"chapter", ChapterKind::Chapter, "chapter", "doc-chapter"},
    Component{"article", ChapterKind::Chapter, "chapter", "doc-chapter"},
    Component{"topic", ChapterKind::Chapter, "chapter", "doc-chapter"},
    Component{"section", ChapterKind::Chapter, "chapter", "doc-chapter"},
    Component{"refentry", ChapterKind::Chapter, "chapter", "doc-chapter"},
    Component{"preface", ChapterKind::Chapter, "preface", "doc-preface"},
    Component{"dedication", ChapterKind::Chapter, "dedication", "doc-dedication"},
    Component{"acknowledgements", ChapterKind::Chapter, "acknowledgments", "doc-acknowledgments"},
    Component{"colophon", ChapterKind::Chapter, "colophon", "doc-colophon"},
    Component{"glossary", ChapterKind::Chapter, "glossary", "doc-glossary"},
    Component{"bibliography", ChapterKind::Chapter, "bibliography", "doc-bibliography"},
    Component{"appendix", ChapterKind::Appendix, "appendix", "doc-appendix"},
    Component{"index", ChapterKind::Index, "index", "doc-index"},
    Component{"setindex", ChapterKind::Index, "index", "doc-index"},
};

bool isContainer(const Element& source) { return isOneOf(source.name, {"set", "book", "part", "reference"}); }

void fillArticle(const Element& source, Element& root, Reading& reading) {
  appendTitleBlock(source, root, reading);
  const Element* info = infoOf(source);
  convertBlocks(source, root, reading,
                {"title", "subtitle", "titleabbrev", info ? std::string_view(info->name) : std::string_view("info")});
  appendAbout(source, root, reading);
}

/// Components with a content of their own kind.
struct OwnContent {
  std::string_view name;
  Convert fill;
};
constexpr std::array kOwnContents{
    OwnContent{"refentry", fillReferencePage}, OwnContent{"glossary", fillGlossary},
    OwnContent{"bibliography", fillBibliography}, OwnContent{"index", fillIndex},
    OwnContent{"setindex", fillIndex},
};

/// The content of one chapter; those that DocBook names have a heading even where the author gives none.
void fillComponent(const Element& source, Element& root, Reading& reading) {
  if (source.name == "article") return fillArticle(source, root, reading);
  const auto own = std::ranges::find(kOwnContents, source.name, &OwnContent::name);
  if (own != kOwnContents.end()) {
    addClass(root, source.name == "bibliography" ? "references" : source.name);
    return own->fill(source, root, reading);
  }
  const bool isNamed = isOneOf(source.name, {"preface", "dedication", "colophon", "acknowledgements"});
  if (isNamed && !titleOf(source)) {
    appendMade(root, "h1", source, reading).appendText(term(source.name, languageAt(source)), source.position());
  }
  if (isNamed) addClass(root, source.name);
  fillDivision(source, root, reading);
}

/// Takes a book apart into its divisions, in order.
class BookReader {
 public:
  explicit BookReader(Reading& reading) : reading_(reading) {}

  std::vector<Division> read(const Element& book) {
    startContainer(book, 0);
    if (divisions_.size() > 1 && book.name != "part" && book.name != "reference") {
      divisions_.front().kind = ChapterKind::TitlePage;
      divisions_.front().isListed = false;
      addClass(*divisions_.front().root, "title-page");
      for (std::size_t i = 1; i < divisions_.size(); ++i) --divisions_[i].depth;
    }
    return std::move(divisions_);
  }

 private:
  Element& start(const Element& source, ChapterKind kind, int depth) {
    Division division;
    division.kind = kind;
    division.depth = depth;
    division.root = reading_.conversion.makeRoot(source, dom::languageOf(source));
    for (const auto* name : {"xml:id", "id"}) {
      reading_.conversion.aliasId(source.attributeOr(name), division.root->attributeOr("id"));
    }
    takeProfile(*division.root, source);
    divisions_.push_back(std::move(division));
    return *divisions_.back().root;
  }

  /// A page with the title, then the components one after the other; what else stands there goes to the page before.
  void startContainer(const Element& source, int depth) {
    const bool isWhole = depth == 0 && source.name != "part" && source.name != "reference";
    Element& page = start(source, ChapterKind::Part, depth);
    addClass(page, isWhole ? "book" : "part");
    if (isWhole) {
      appendTitleBlock(source, page, reading_);
      appendAbout(source, page, reading_);
    } else {
      appendHeading(source, page, reading_);
      appendInfo(source, page, reading_);
    }
    for (const Element* child : childrenOf(source)) {
      if (isInfo(*child) || isOneOf(child->name, {"title", "subtitle", "titleabbrev"})) continue;
      readChild(*child, depth + 1);
    }
  }

  void readChild(const Element& child, int depth) {
    if (isContainer(child)) return startContainer(child, depth);
    const auto component = std::ranges::find(kComponents, child.name, &Component::name);
    // Contents are made of the headings; an empty toc or list asks for nothing else.
    const bool isEmptyList = isOneOf(child.name, {"toc", "lot", "tocchap"}) && plainText(child).empty();
    if (isEmptyList) return;
    if (component == kComponents.end()) return convert(child, *divisions_.back().root, reading_);
    Element& root = start(child, component->kind, depth);
    root.setAttribute("epub:type", std::string(component->epubType));
    root.setAttribute("role", std::string(component->role));
    fillComponent(child, root, reading_);
  }

  Reading& reading_;
  std::vector<Division> divisions_;
};

/// A document that is one chapter. Its title stands in a title block, its other information at the end.
std::vector<Division> readSingle(const Element& source, Reading& reading) {
  std::vector<Division> divisions(1);
  divisions.front().root = reading.conversion.makeRoot(source, dom::languageOf(source));
  Element& root = *divisions.front().root;
  const bool isOwn = std::ranges::find(kOwnContents, source.name, &OwnContent::name) != kOwnContents.end();
  const bool isTitled = std::ranges::find(kComponents, source.name, &Component::name) != kComponents.end() ||
                        source.name.starts_with("sect") || source.name.starts_with("refsect") ||
                        source.name == "simplesect";
  if (!isTitled) {
    convert(source, root, reading);
    return divisions;
  }
  for (const auto* name : {"xml:id", "id"}) {
    reading.conversion.aliasId(source.attributeOr(name), root.attributeOr("id"));
  }
  takeProfile(root, source);
  isOwn ? fillComponent(source, root, reading) : fillArticle(source, root, reading);
  return divisions;
}

}  // namespace
}  // namespace docbook

Article readDocBook(const ReaderInputs& inputs) {
  using namespace docbook;
  Conversion conversion(inputs);
  const dom::Element& source = *inputs.document.root;
  Reading reading(conversion, source);
  readMetadata(source, reading);
  std::vector<Division> divisions = isContainer(source) ? BookReader(reading).read(source) : readSingle(source, reading);
  fillIndexes(reading);
  appendMisplaced(*divisions.back().root, reading);
  for (Division& division : divisions) {
    liftBlocks(*division.root);
    tidyWhiteSpace(*division.root);
  }
  return conversion.finish(std::move(reading.metadata), std::move(divisions));
}

}  // namespace octavo::vocabulary
