// Support for the tests of the DocBook reader: reads bytes or files into an Article.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "vocabulary/reader.h"

namespace octavo::test {

struct DocBookResult {
  vocabulary::Article article;
  Diagnostics diagnostics;
};

/// Sources outlive the positions in the article: they are kept for the whole run of the program.
DocBookResult readDocBookFile(const std::filesystem::path& path);
DocBookResult readDocBookText(std::string_view xml);
/// A whole DocBook 5 article around the content.
DocBookResult readDocBookBody(std::string_view body);

/// The chapters' trees, then the messages.
std::string dumpOf(const DocBookResult& result);
/// The words of the first element of that name (and class, where given), white space collapsed; "(none)" without it.
std::string wordsIn(const DocBookResult& result, std::string_view name, std::string_view className = {});
int countOfCode(const DocBookResult& result, std::string_view code);

}  // namespace octavo::test
