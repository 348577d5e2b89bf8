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

using dom::Element;

/// The first element of the class that is not of the other class, and in no section of its own; null where there is none.
const Element* firstOfClass(const Element& element, std::string_view name, std::string_view without) {
  if (element.hasWord("class", name) && !element.hasWord("class", without)) return &element;
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    const bool isOwn = below && below->name != "section" && below->name != "article";
    const Element* found = isOwn ? firstOfClass(*below, name, without) : nullptr;
    if (found) return found;
  }
  return nullptr;
}

const Element* firstOfName(const Element& element, std::string_view name) {
  if (element.name == name) return &element;
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    const Element* found = below ? firstOfName(*below, name) : nullptr;
    if (found) return found;
  }
  return nullptr;
}

/// What the heads show of a title or a byline.
std::string headWords(const Element* line) {
  if (!line) return {};
  const std::string* brief = line->attribute(kShortTitle);
  return brief ? *brief : dom::titleWords(*line);
}

/// What stands in the place of a book's title where no page has it: the journal, else the authors, else the text's own title.
std::string titleWithoutPage(const publication::Metadata& metadata) {
  const bool isAddress = metadata.source.find("://") != std::string::npos || metadata.source.starts_with("www.");
  if (!metadata.source.empty() && !isAddress) return metadata.source;
  const std::string names = authorsInHead(metadata.contributors, metadata.languages.front());
  return names.empty() ? metadata.title.text : names;
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

void settleRunningHeads(publication::Publication& publication) {
  const auto ownAuthors = [](const publication::Chapter& chapter) {
    return chapter.root->hasWord("class", "title-page") ? std::string() : headWords(firstOfClass(*chapter.root, "byline", "contributors"));
  };
  const auto isSigned = [&](const publication::Chapter& chapter) { return !ownAuthors(chapter).empty(); };
  // Where chapters have authors of their own, those on the title page are theirs together, or edited them.
  const bool isCollection = std::ranges::any_of(publication.chapters, isSigned);
  std::string book = titleWithoutPage(publication.metadata), authors;
  for (const publication::Chapter& chapter : publication.chapters) {
    Element& root = *chapter.root;
    if (root.hasWord("class", "title-page")) {
      book = headWords(firstOfName(root, "h1"));
      if (!isCollection) authors = headWords(firstOfClass(root, "author", "contributors"));
    } else if (root.name != "nav" && !root.hasWord("class", "part")) {
      const std::string own = ownAuthors(chapter);
      root.setAttribute(kHeadBook, book);
      root.setAttribute(kHeadAuthors, !own.empty() ? own : !authors.empty() ? authors : book);
    }
  }
}

bool namesShortTitle(std::string_view type) {
  const std::string kind = lowered(type);
  return kind.find("run") != std::string::npos || kind.find("short") != std::string::npos;
}

}  // namespace octavo::vocabulary
