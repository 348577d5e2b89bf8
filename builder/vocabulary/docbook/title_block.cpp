// vocabulary/docbook: the head of a document, what comes at its end, and its metadata.
#include <algorithm>
#include <array>

#include "vocabulary/calendar_date.h"
#include "vocabulary/docbook/names.h"
#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using publication::LocalizedText;

bool isPerson(const Element& source) {
  return isOneOf(source.name, {"author", "editor", "othercredit", "authorgroup", "corpauthor", "collab", "corpcredit"});
}
bool isDate(const Element& source) { return isOneOf(source.name, {"date", "pubdate"}); }
bool isHead(const Element& source) {
  return isPerson(source) || isDate(source) || isOneOf(source.name, {"title", "subtitle", "titleabbrev", "abstract", "keywordset"});
}

/// Those in groups, too.
void collectPeople(const Element& source, std::vector<const Element*>& into) {
  for (const Element* child : childrenOf(source)) {
    if (child->name == "authorgroup") {
      collectPeople(*child, into);
    } else if (isPerson(*child)) {
      into.push_back(child);
    }
  }
}

LocalizedText localized(const Element& source) { return {headingText(source), std::string(dom::languageOf(source))}; }

void addContributor(const Element& person, Reading& reading) {
  publication::Contributor contributor;
  const PersonName name = personName(person);
  contributor.name = name.shown;
  contributor.fileAs = name.fileAs;
  contributor.role = person.name == "editor" ? "edt" : isOneOf(person.name, {"author", "corpauthor"}) ? "aut" : "ctb";
  if (person.attributeOr("class") == "translator") contributor.role = "trl";
  contributor.language = dom::languageOf(person);
  for (const Element* affiliation : childrenOf(person, "affiliation")) {
    contributor.affiliations.push_back(plainText(*affiliation));
  }
  if (!contributor.name.empty()) reading.metadata.contributors.push_back(std::move(contributor));
}

void readSeries(const Element& source, publication::Metadata& metadata) {
  const Element* title = firstSaying(source, "title");
  if (!title) return;
  publication::Collection series{localized(*title), {}};
  for (const auto* name : {"seriesvolnums", "issuenum", "volumenum"}) {
    if (const Element* number = firstSaying(source, name)) series.position = plainText(*number);
  }
  metadata.collections.push_back(std::move(series));
}

/// The picture on the cover, the first of its forms that can be shown.
void readCover(const Element& source, Reading& reading) {
  for (const Element* child : childrenOf(source)) {
    const bool isPicture = child->name == "imagedata" && !isTextFile(*child);
    const std::string_view file = child->attributeOr("fileref", child->attributeOr("entityref"));
    if (isPicture && reading.conversion.hasPicture(file, child->position())) reading.conversion.takeCover(file, child->position());
    readCover(*child, reading);
  }
}

void readDatum(const Element& source, publication::Metadata& metadata) {
  if (isDate(source) && metadata.date.empty()) metadata.date = dateOrWords(plainText(source));
  if (source.name == "abstract" && metadata.description.text.empty()) metadata.description = localized(source);
  if (source.name == "keywordset" || source.name == "subject") {
    for (const Element* keyword : childrenOf(source)) metadata.subjects.push_back(localized(*keyword));
  }
  if (source.name == "publishername") metadata.publisher = plainText(source);
  if (source.name == "publisher") {
    if (const Element* name = dom::firstChild(source, "publishername")) metadata.publisher = plainText(*name);
  }
  if (source.name == "copyright") {
    std::string words = "©";
    for (const Element* part : childrenOf(source)) words += " " + plainText(*part);
    metadata.rights = metadata.rights.empty() ? words : metadata.rights + "; " + words;
  }
  if (isOneOf(source.name, {"biblioid", "isbn"})) {
    const std::string_view kind = source.name == "isbn" ? std::string_view("isbn") : source.attributeOr("class");
    if (kind == "isbn") publication::addIdentifier(metadata, "urn:isbn:" + plainText(source));
    if (kind == "doi") publication::addIdentifier(metadata, "doi:" + plainText(source));
  }
  if (source.name == "seriesinfo" || source.attributeOr("relation") == "series") readSeries(source, metadata);
}

}  // namespace

void readMetadata(const Element& source, Reading& reading) {
  publication::Metadata& metadata = reading.metadata;
  const Element* info = infoOf(source);
  if (const Element* title = titleOf(source)) metadata.title = localized(*title);
  for (const Element* place : {&source, info}) {
    if (!place || !metadata.subtitle.text.empty()) continue;
    if (const Element* subtitle = firstSaying(*place, "subtitle")) metadata.subtitle = localized(*subtitle);
  }
  if (!info) return;
  std::vector<const Element*> people;
  collectPeople(*info, people);
  for (const Element* person : people) addContributor(*person, reading);
  for (const Element* datum : childrenOf(*info)) {
    readDatum(*datum, metadata);
    if (datum->name == "cover") readCover(*datum, reading);
  }
}

void appendTitleBlock(const Element& source, Element& into, Reading& reading) {
  const Element* info = infoOf(source);
  Element& header = appendMade(into, "header", source, reading, "title-block");
  appendHeading(source, header, reading);
  std::vector<const Element*> people;
  if (info) collectPeople(*info, people);
  appendContributors(people, header, reading);
  if (info) {
    for (const Element* child : childrenOf(*info)) {
      if (isDate(*child)) convertInline(*child, appendAs(header, "p", *child, reading, "dateline"), reading);
    }
  }
  if (header.children().empty()) into.remove(into.children().size() - 1);
  if (!info) return;
  for (const auto* name : {"abstract", "keywordset"}) {
    for (const Element* part : childrenOf(*info, name)) convert(*part, into, reading);
  }
}

void appendAbout(const Element& source, Element& into, Reading& reading) {
  const Element* info = infoOf(source);
  if (!info) return;
  const auto parts = childrenOf(*info);
  if (std::ranges::all_of(parts, [](const Element* part) { return isHead(*part); })) return;
  Element& section = appendMade(into, "div", *info, reading, "about-article");
  for (const Element* part : parts) {
    if (!isHead(*part)) convert(*part, section, reading);
  }
  // Groups of people may have titles and words beside the names.
  if (section.children().empty()) into.remove(into.children().size() - 1);
}

}  // namespace octavo::vocabulary::docbook
