// vocabulary: titles and authors in the short form that a running head has room for.
#include "vocabulary/running_heads.h"

#include <algorithm>

#include "dom/title_words.h"
#include "vocabulary/source_questions.h"
#include "words/words.h"

namespace octavo::vocabulary {
namespace {

/// The name and "and others" in the language of the book; Chinese keeps clear of a name in Latin letters.
std::string withOthers(const std::string& name, bool isLatinName, std::string_view language) {
  const words::Words own = words::of(language);
  const bool isChinese = own.language() == words::Language::ChineseSimplified || own.language() == words::Language::ChineseTraditional;
  return own.with(words::Term::AndOthers, name + (isChinese && isLatinName ? " " : ""));
}

}  // namespace

std::string authorsInHead(const std::vector<publication::Contributor>& people, std::string_view language) {
  std::vector<const publication::Contributor*> authors;
  for (const publication::Contributor& person : people) {
    if (person.role == "aut" && !person.name.empty()) authors.push_back(&person);
  }
  if (authors.size() < 3) {
    std::string names;
    for (const auto* author : authors) {
      names.append(names.empty() ? std::string_view() : words::listSeparator(language)).append(author->name);
    }
    return names;
  }
  const publication::Contributor& first = *authors.front();
  const bool isLatin = static_cast<unsigned char>(first.name.back()) < 0x80;
  // East Asian names are short, and a family name alone names nobody.
  const std::size_t family = isLatin ? first.fileAs.find(',') : std::string::npos;
  return withOthers(family == std::string::npos ? first.name : first.fileAs.substr(0, family), isLatin, language);
}

void shortenByline(dom::Element& line, const std::vector<publication::Contributor>& people, std::string_view language) {
  const std::string names = authorsInHead(people, language);
  const auto isAuthor = [](const publication::Contributor& person) { return person.role == "aut" && !person.name.empty(); };
  const auto count = std::ranges::count_if(people, isAuthor);
  const bool isAll = dom::titleWords(line).size() >= names.size();
  if (count > 2 || (count == 2 && !isAll)) line.setAttribute(kShortTitle, names);
}

bool namesShortTitle(std::string_view type) {
  const std::string kind = lowered(type);
  return kind.find("run") != std::string::npos || kind.find("short") != std::string::npos;
}

}  // namespace octavo::vocabulary
