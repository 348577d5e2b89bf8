// vocabulary/jats: "About this article": all metadata that the title block does not show, so that nothing vanishes.
#include <algorithm>
#include <array>

#include "vocabulary/jats/article_facts.h"
#include "vocabulary/jats/dates.h"
#include "vocabulary/jats/front.h"
#include "vocabulary/jats/names.h"
#include "vocabulary/jats/reading.h"
#include "vocabulary/jats/terms.h"
#include "vocabulary/jats/title_block.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// The list of terms and definitions; each label stands once, what comes later joins its row.
class Rows {
 public:
  Rows(Element& list, Reading& reading) : list_(list), reading_(reading) {}

  Element& add(const std::string& label, const Element& source) {
    const auto row = std::ranges::find(labels_, label);
    if (row == labels_.end()) {
      labels_.push_back(label);
      appendMade(list_, "dt", source, reading_).appendText(label, source.position());
      return appendMade(list_, "dd", source, reading_);
    }
    // The new definition goes before the term that follows the row.
    std::size_t terms = static_cast<std::size_t>(row - labels_.begin()) + 2, place = 0;
    for (; place < list_.children().size(); ++place) {
      if (dom::asElement(*list_.children()[place])->name == "dt" && --terms == 0) break;
    }
    Element& definition = appendMade(list_, "dd", source, reading_);
    list_.insert(place, list_.remove(list_.children().size() - 1));
    return definition;
  }
  Reading& reading() { return reading_; }

 private:
  Element& list_;
  Reading& reading_;
  std::vector<std::string> labels_;
};

/// The element's words under the label of its kind.
void addContent(const Element& source, const std::string& label, Rows& rows) {
  if (plainText(source).empty() && childrenOf(source).empty()) return;
  Element& row = rows.add(label, source);
  rows.reading().conversion.takeIdentity(row, source);
  convert(source, row, rows.reading());
}

std::string labelOf(const Element& source, std::string_view key) { return term(key, languageAt(source)); }

void addTyped(const Element& source, Rows& rows) {
  for (const auto* name : {"pub-id-type", "journal-id-type", "pub-type", "publication-format", "alt-title-type", "book-id-type",
                           "book-part-id-type", "collection-id-type"}) {
    const std::string_view type = source.attributeOr(name);
    if (type.empty()) continue;
    if (type == "publisher-id") return;  // a code of the publisher's own, which tells readers nothing
    return addContent(source, labelOf(source, source.name) + " (" + std::string(type) + ")", rows);
  }
  addContent(source, labelOf(source, source.name), rows);
}

void addPlain(const Element& source, Rows& rows) { addContent(source, labelOf(source, source.name), rows); }

void addDoi(const Element& source, Rows& rows) {
  if (source.attributeOr("pub-id-type") != "doi") return addTyped(source, rows);
  const std::string words = plainText(source);
  appendAddress(rows.add("DOI", source), "https://doi.org/" + words, words, source, rows.reading());
}

void addDate(const Element& source, Rows& rows) {
  std::string_view type = source.attributeOr("date-type", source.attributeOr("pub-type"));
  if (type.empty()) type = source.name == "pub-date" ? "published" : "history";
  const Date date = readDate(source, languageAt(source));
  if (date.shown.empty()) return;
  Element& row = rows.add(labelOf(source, type), source);
  findRule(metadataRules(), "pub-date")->convert(source, row, rows.reading());
}

void addHistory(const Element& source, Rows& rows) {
  for (const Element* date : childrenOf(source)) date->name == "date" ? addDate(*date, rows) : addPlain(*date, rows);
}

void addCounts(const Element& source, Rows& rows) {
  Element* row = nullptr;
  for (const Element* count : childrenOf(source)) {
    const bool said = !plainText(*count).empty();
    std::string words = said ? plainText(*count) : std::string(count->attributeOr("count"));
    if (words.empty()) continue;
    if (!row) row = &rows.add(labelOf(source, "counts"), source);
    const std::string_view name = count->name == "count" ? count->attributeOr("count-type") : count->name;
    if (!row->children().empty()) row->appendText(std::string(listSeparator(languageAt(source))), count->position());
    row->appendText(term(name, languageAt(source)) + " " + words, count->position());
  }
}

/// A link without words names a file or an address.
void addSelfUri(const Element& source, Rows& rows) {
  const std::string_view href = source.attributeOr("xlink:href");
  if (!plainText(source).empty() || href.empty()) return;
  appendAddress(rows.add(labelOf(source, "self-uri"), source), href, href, source, rows.reading());
}

void addRelated(const Element& source, Rows& rows) {
  if (plainText(source).empty() && source.attributeOr("xlink:href").empty()) return;
  Element& row = rows.add(labelOf(source, "related"), source);
  rows.reading().conversion.takeIdentity(row, source);
  convert(source, row, rows.reading());
}

void addChildren(const Element& source, Rows& rows);

/// All that a contributor has beside the name: identifiers, roles, addresses, a life.
void addContributor(const Element& contrib, Rows& rows) {
  static const std::initializer_list<std::string_view> kShown{"name",    "string-name", "name-alternatives", "collab-alternatives",
                                                           "anonymous", "degrees",   "aff-alternatives"};
  const std::string name = contributor(contrib, languageAt(contrib)).name;
  const bool said = dom::firstChild(contrib, "x") != nullptr;
  Element* row = nullptr;
  const auto open = [&](const Element& part) -> Element& {
    if (!row) {
      row = &rows.add(labelOf(contrib, "contributors"), contrib);
      appendMade(*row, "b", contrib, rows.reading()).appendText(name, contrib.position());
      row->appendText(said ? " " : std::string(colon(languageAt(contrib))), part.position());
    } else if (!said) {
      row->appendText("; ", part.position());
    }
    return *row;
  };
  for (const Element* part : childrenOf(contrib)) {
    if (isOneOf(part->name, kShown) || isOneOf(part->name, {"xref", "sup"})) continue;
    if (part->name == "aff" && !said) continue;
    if (part->name == "role" && !isAuthor(contrib)) continue;
    if (part->name == "collab") {
      for (const Element* group : childrenOf(*part, "contrib-group")) {
        for (const Element* member : childrenOf(*group)) convert(*member, open(*member), rows.reading());
      }
      for (const auto* kind : {"xref", "email", "address", "fn"}) {
        for (const Element* other : childrenOf(*part, kind)) convert(*other, open(*other), rows.reading());
      }
      continue;
    }
    if (plainText(*part).empty()) continue;
    Element& place = open(*part);
    const std::string words = plainText(*part);
    if (part->name == "contrib-id" && words.starts_with("http")) {
      appendAddress(place, words, words, *part, rows.reading());
    } else if (part->name == "contrib-id" && part->attributeOr("contrib-id-type") == "orcid") {
      appendAddress(place, "https://orcid.org/" + words, words, *part, rows.reading());
    } else if (part->name == "aff") {
      fillAffiliation(*part, appendAs(place, "span", *part, rows.reading(), "affiliation"), rows.reading());
    } else {
      convert(*part, place, rows.reading());
    }
  }
}

void addContributors(const Element& source, Rows& rows) {
  const bool shown = source.parent() && source.parent()->name != "journal-meta";
  for (const Element* part : childrenOf(source)) {
    if (part->name == "contrib" && shown) {
      addContributor(*part, rows);
    } else if (part->name == "contrib") {
      convert(*part, rows.add(labelOf(source, "contributors"), *part), rows.reading());
    } else if (!isOneOf(part->name, {"aff", "aff-alternatives", "on-behalf-of"})) {
      addContent(*part, labelOf(*part, part->name), rows);
    }
  }
}

void addPublisher(const Element& source, Rows& rows) {
  Element* row = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (plainText(*part).empty()) continue;
    if (!row) row = &rows.add(labelOf(source, "publisher"), source);
    if (!row->children().empty()) row->appendText(std::string(listSeparator(languageAt(source))), part->position());
    convert(*part, *row, rows.reading());
  }
}

void addJournalTitles(const Element& source, Rows& rows) {
  bool first = true;  // the first title stands in the title block
  for (const Element* part : childrenOf(source)) {
    const bool shown = part->name == "journal-title" && first;
    if (part->name == "journal-title") first = false;
    if (!shown) addContent(*part, labelOf(*part, "journal"), rows);
  }
}

void addSecondIssue(const Element& source, Rows& rows) {
  if (dom::firstChild(*source.parent(), source.name) == &source) return;
  addPlain(source, rows);
}

void addIssueTitles(const Element& source, Rows& rows) { addContent(source, labelOf(source, "issue-title"), rows); }

void addWholeIssue(const Element& source, Rows& rows) { addContent(source, labelOf(source, "issue"), rows); }

void addOtherTitles(const Element& source, Rows& rows) {
  for (const Element* part : childrenOf(source)) {
    if (part == shortTitleIn(source)) continue;  // it stands in the heads of pages
    if (isOneOf(part->name, {"alt-title", "book-title-abbrev"})) addContent(*part, labelOf(*part, "short-title"), rows);
  }
}

void addAuthorNotes(const Element& source, Rows& rows) {
  for (const Element* part : childrenOf(source)) {
    if (part->name == "title") continue;
    Element& row = rows.add(labelOf(source, part->name == "corresp" ? "correspondence" : "author-notes"), *part);
    rows.reading().conversion.takeIdentity(row, *part);
    if (part->name == "fn") {
      convertLabelledBlocks(*part, row, rows.reading());
    } else {
      convertInline(*part, row, rows.reading());
    }
  }
  if (const Element* title = dom::firstChild(source, "title")) {
    convertInline(*title, rows.add(labelOf(source, "author-notes"), *title), rows.reading());
  }
}

/// Shown elsewhere: in the title block or after it.
void addNothing(const Element&, Rows&) {}

struct RowRule {
  std::string_view name;
  void (*add)(const Element&, Rows&);
};
/// What becomes of each child of journal-meta and article-meta. A name without a row is reported and kept.
constexpr std::array kRowRules{
    RowRule{"journal-id", addTyped},
    RowRule{"journal-title", addNothing},
    RowRule{"journal-title-group", addJournalTitles},
    RowRule{"journal-subtitle", addPlain},
    RowRule{"abbrev-journal-title", addPlain},
    RowRule{"issn", addTyped},
    RowRule{"issn-l", addTyped},
    RowRule{"isbn", addTyped},
    RowRule{"publisher", addPublisher},
    RowRule{"notes", addPlain},
    RowRule{"article-id", addDoi},
    RowRule{"book-id", addTyped},
    RowRule{"book-part-id", addTyped},
    RowRule{"collection-id", addTyped},
    RowRule{"book-title-group", addOtherTitles},
    RowRule{"edition", addPlain},
    RowRule{"article-version", addPlain},
    RowRule{"article-version-alternatives", addPlain},
    RowRule{"article-categories", addNothing},
    RowRule{"title-group", addOtherTitles},
    RowRule{"contrib-group", addContributors},
    RowRule{"aff", addNothing},
    RowRule{"aff-alternatives", addNothing},
    RowRule{"author-notes", addAuthorNotes},
    RowRule{"pub-date", addDate},
    RowRule{"pub-date-not-available", addNothing},
    RowRule{"volume", addSecondIssue},
    RowRule{"issue", addSecondIssue},
    RowRule{"fpage", addSecondIssue},
    RowRule{"lpage", addSecondIssue},
    RowRule{"elocation-id", addSecondIssue},
    RowRule{"volume-id", addPlain},
    RowRule{"volume-series", addPlain},
    RowRule{"volume-issue-group", addWholeIssue},
    RowRule{"issue-id", addPlain},
    RowRule{"issue-title", addPlain},
    RowRule{"issue-title-group", addIssueTitles},
    RowRule{"issue-sponsor", addPlain},
    RowRule{"issue-part", addPlain},
    RowRule{"supplement", addPlain},
    RowRule{"page-range", addPlain},
    RowRule{"email", addPlain},
    RowRule{"ext-link", addPlain},
    RowRule{"uri", addPlain},
    RowRule{"product", addRelated},
    RowRule{"supplementary-material", addPlain},
    RowRule{"history", addHistory},
    RowRule{"pub-history", addChildren},
    RowRule{"event", addPlain},
    RowRule{"permissions", addPlain},
    RowRule{"copyright-statement", addPlain},
    RowRule{"copyright-year", addPlain},
    RowRule{"license", addPlain},
    RowRule{"self-uri", addSelfUri},
    RowRule{"related-article", addRelated},
    RowRule{"related-object", addRelated},
    RowRule{"abstract", addNothing},
    RowRule{"trans-abstract", addNothing},
    RowRule{"kwd-group", addNothing},
    RowRule{"unstructured-kwd-group", addNothing},
    RowRule{"funding-group", addPlain},
    RowRule{"support-group", addPlain},
    RowRule{"conference", addPlain},
    RowRule{"counts", addCounts},
    RowRule{"custom-meta-group", addPlain},
    RowRule{"processing-meta", addPlain},
    RowRule{"label", addPlain},
};

void addChildren(const Element& source, Rows& rows) {
  for (const Element* part : childrenOf(source)) {
    const auto rule = std::ranges::find(kRowRules, part->name, &RowRule::name);
    if (rule != kRowRules.end() && part->namespaceName != dom::Namespace::Other) {
      rule->add(*part, rows);
    } else {
      addContent(*part, labelOf(*part, part->name), rows);
    }
  }
}

}  // namespace

void convertAbout(const Element& article, Element& into, Reading& reading) {
  const Front front = findFront(article);
  // It is no section: the contents tell of the text. In a book it is a chapter.
  const bool whole = &article == &reading.article && article.name != "book";
  Element& section = appendMade(into, "div", article, reading, "about-article");
  Element& list = appendMade(section, "dl", article, reading);
  Rows rows(list, reading);
  if (const Element* processing = dom::firstChild(article, "processing-meta")) addContent(*processing, "Processing", rows);
  if (front.journal) addChildren(*front.journal, rows);
  if (front.meta) {
    for (const Element* part : childrenOf(*front.meta)) {
      if (part == front.published || isOneOf(part->name, {"journal-meta"})) continue;
      const auto rule = std::ranges::find(kRowRules, part->name, &RowRule::name);
      rule == kRowRules.end() ? addContent(*part, labelOf(*part, part->name), rows) : rule->add(*part, rows);
    }
    if (front.meta->parent() != &article) {
      for (const Element* part : childrenOf(*front.meta->parent())) {
        if (isOneOf(part->name, {"journal-meta", "article-meta"})) continue;
        addContent(*part, labelOf(*part, part->name), rows);
      }
    }
  }
  dropEmptyRows(list);
  if (whole) {
    Element* first = dom::asElement(*into.children().front());
    Element& head = first && first->name == "header" ? *first : into;
    Element& place = appendMade(head, "p", article, reading, "facts-place");
    moveFacts(article, list, appendMade(place, "span", article, reading, "article-facts"), reading);
    dropEmptyRows(list);
    auto taken = head.remove(head.children().size() - 1);
    const bool isTold = !dom::asElement(*dom::asElement(*taken)->children().front())->children().empty();
    if (isTold) head.insert(&head == first ? head.children().size() : 0, std::move(taken));
  }
  if (!list.children().empty()) return;
  std::size_t place = 0;
  while (into.children()[place].get() != &section) ++place;
  into.remove(place);
}

}  // namespace octavo::vocabulary::jats
