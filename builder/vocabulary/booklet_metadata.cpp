// vocabulary: what a booklet says of itself, and what its articles add to that.
#include "vocabulary/booklet_metadata.h"

#include <algorithm>
#include <utility>

#include "vocabulary/conversion_language.h"

namespace octavo::vocabulary {

using publication::LocalizedText;
using publication::Metadata;

namespace {

void addLanguage(Metadata& metadata, const std::string& language) {
  if (language.empty() || language == "und") return;
  if (std::ranges::find(metadata.languages, language) == metadata.languages.end()) {
    metadata.languages.push_back(language);
  }
}

}  // namespace

void addMetadata(const Metadata& metadata, const Metadata& own, Metadata& book) {
  if (book.title.text.empty()) book.title = metadata.title;
  for (const std::string& language : metadata.languages) addLanguage(book, language);
  // In a collection with an author or editor of its own, those of the articles contribute.
  const bool hasOwn = !own.contributors.empty();
  for (publication::Contributor person : metadata.contributors) {
    const bool isKnown = std::ranges::find(book.contributors, person.name, &publication::Contributor::name) !=
                         book.contributors.end();
    if (isKnown) continue;
    if (hasOwn && person.role == "aut") person.role = "ctb";
    book.contributors.push_back(std::move(person));
  }
  if (own.date.empty()) book.date = std::max(book.date, metadata.date);
  for (const LocalizedText& subject : metadata.subjects) {
    if (std::ranges::find(book.subjects, subject.text, &LocalizedText::text) == book.subjects.end()) {
      book.subjects.push_back(subject);
    }
  }
}

namespace {

std::vector<std::string> namesIn(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::string name = dom::collapseWhiteSpace(list.substr(0, end));
    if (!name.empty()) names.push_back(std::move(name));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

}  // namespace

void applyOptions(const BookletOptions& options, Metadata& metadata) {
  if (!options.title.empty()) metadata.title = {options.title, options.language};
  if (!options.author.empty()) {
    metadata.contributors.clear();
    for (std::string& name : namesIn(options.author)) {
      publication::Contributor person;
      person.name = std::move(name);
      metadata.contributors.push_back(std::move(person));
    }
  }
  if (!options.date.empty()) metadata.date = options.date;
  if (!options.language.empty()) {
    const std::string language = canonicalLanguage(options.language).value_or(options.language);
    std::erase(metadata.languages, language);
    std::erase(metadata.languages, "und");
    metadata.languages.insert(metadata.languages.begin(), language);
  }
  if (metadata.languages.empty()) metadata.languages.emplace_back("und");
}

}  // namespace octavo::vocabulary
