// app: the files that come inside the program: styles/*.css, fonts/families.conf and the table of codes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace octavo::app {

/// The text of a file of the source tree, "styles/study.css"; nothing where there is none of that name.
std::optional<std::string_view> builtInFile(std::string_view path);
/// The names that --style takes: the sheets of styles/ that are looks, not parts of them.
std::vector<std::string_view> builtInStyles();

}  // namespace octavo::app
