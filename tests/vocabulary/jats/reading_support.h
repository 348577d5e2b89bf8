// Support for the tests of the JATS reader: reads bytes or files into an Article, checks what every chapter must be.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "vocabulary/reader.h"

namespace octavo::test {

struct JatsResult {
  vocabulary::Article article;
  Diagnostics diagnostics;
};

/// Sources must outlive the positions in the article; each result keeps its own for the whole run of the program.
JatsResult readJatsFile(const std::filesystem::path& path);
JatsResult readJatsText(std::string_view xml);
/// A whole article around body content.
JatsResult readJatsBody(std::string_view body);

/// The first element of that name (and class, where given) in the first chapter; the test fails without it.
const dom::Element& findIn(const JatsResult& result, std::string_view name, std::string_view className = {});
int countIn(const JatsResult& result, std::string_view name, std::string_view className = {});
int countOfCode(const JatsResult& result, std::string_view code);

/// What is wrong with a chapter by the content models of HTML (only those a reader can break): blocks in paragraphs,
/// links in links, lists, tables and definition lists with other children, ids that come twice, links to ids that
/// are not there.
std::vector<std::string> faultsOf(const vocabulary::Article& article);

}  // namespace octavo::test
