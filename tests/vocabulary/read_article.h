// Support for the tests of readers: reads bytes or files into an Article by the vocabulary that the document tells.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "support/words.h"
#include "vocabulary/reader.h"

namespace octavo::test {

struct ArticleResult {
  vocabulary::Article article;
  Diagnostics diagnostics;
};

/// Sources outlive the positions in the article: they are kept for the whole run of the program.
ArticleResult readArticleFile(const std::filesystem::path& path);
ArticleResult readArticleText(std::string_view xml);

/// The chapters' trees under their kinds, then the messages.
std::string dumpOf(const ArticleResult& result);
int countOfCode(const ArticleResult& result, std::string_view code);
/// The words of the chapters' text, and of the attributes in which readers keep words.
WordBag wordsOf(const vocabulary::Article& article);

}  // namespace octavo::test
