// publication: the text dump that goldens compare.
#include "publication/publication.h"

#include <fmt/format.h>

#include <algorithm>

namespace octavo::publication {
namespace {

void dumpText(std::string_view name, const LocalizedText& text, std::string& into) {
  if (text.text.empty()) return;
  into += fmt::format("{} \"{}\"", name, text.text);
  if (!text.language.empty()) into += " " + text.language;
  into += "\n";
}

void dumpValue(std::string_view name, const std::string& value, std::string& into) {
  if (!value.empty()) into += fmt::format("{} {}\n", name, value);
}

void dumpContributor(const Contributor& contributor, std::string& into) {
  into += fmt::format("contributor {} \"{}\"", contributor.role, contributor.name);
  if (!contributor.fileAs.empty()) into += fmt::format(" as \"{}\"", contributor.fileAs);
  if (!contributor.language.empty()) into += " " + contributor.language;
  into += "\n";
  for (const LocalizedText& alternate : contributor.alternates) dumpText("  also", alternate, into);
  for (const std::string& affiliation : contributor.affiliations)
    into += fmt::format("  of \"{}\"\n", affiliation);
}

void dumpMetadata(const Metadata& metadata, std::string& into) {
  dumpText("title", metadata.title, into);
  dumpText("subtitle", metadata.subtitle, into);
  for (const LocalizedText& title : metadata.translatedTitles) dumpText("translated", title, into);
  for (const Contributor& contributor : metadata.contributors) dumpContributor(contributor, into);
  for (const std::string& language : metadata.languages) dumpValue("language", language, into);
  dumpValue("identifier", metadata.identifier, into);
  for (const std::string& other : metadata.otherIdentifiers) dumpValue("identifier also", other, into);
  for (const Collection& collection : metadata.collections) {
    dumpText("collection", collection.title, into);
    dumpValue("  position", collection.position, into);
  }
  dumpValue("publisher", metadata.publisher, into);
  dumpValue("source", metadata.source, into);
  dumpValue("date", metadata.date, into);
  dumpText("description", metadata.description, into);
  for (const LocalizedText& subject : metadata.subjects) dumpText("subject", subject, into);
  dumpValue("rights", metadata.rights, into);
}

void dumpNavigation(const NavigationEntry& entry, std::size_t depth, std::string& into) {
  into.append(depth * 2, ' ');
  into += fmt::format("nav \"{}\" #{}", entry.label, entry.target);
  if (!entry.language.empty()) into += " " + entry.language;
  into += "\n";
  for (const NavigationEntry& child : entry.children) dumpNavigation(child, depth + 1, into);
}

std::string_view nameOf(ChapterKind kind) {
  switch (kind) {
    case ChapterKind::Cover:
      return "cover";
    case ChapterKind::TitlePage:
      return "title-page";
    case ChapterKind::Contents:
      return "contents";
    case ChapterKind::Part:
      return "part";
    case ChapterKind::Chapter:
      return "chapter";
    case ChapterKind::Appendix:
      return "appendix";
    case ChapterKind::Index:
      return "index";
  }
  return "";
}

}  // namespace

std::string dump(const Publication& publication) {
  std::string result;
  dumpMetadata(publication.metadata, result);
  for (const NavigationEntry& entry : publication.navigation) dumpNavigation(entry, 0, result);
  for (const Resource& resource : publication.resources) {
    result += fmt::format("resource {} {} {} bytes{}\n", resource.path, resource.mediaType,
                          resource.bytes.size(), resource.isCover ? " cover" : "");
  }
  for (const Chapter& chapter : publication.chapters) {
    result +=
        fmt::format("{} {} \"{}\" {}\n", nameOf(chapter.kind), chapter.id, chapter.title, chapter.language);
    if (chapter.root) result += dom::dump(*chapter.root);
  }
  return result;
}

void addIdentifier(Metadata& metadata, std::string identifier) {
  if (identifier.empty() || identifier == metadata.identifier) return;
  if (metadata.identifier.empty()) {
    metadata.identifier = std::move(identifier);
  } else if (std::ranges::find(metadata.otherIdentifiers, identifier) == metadata.otherIdentifiers.end()) {
    metadata.otherIdentifiers.push_back(std::move(identifier));
  }
}

}  // namespace octavo::publication
