// app: `octavo explain`: what the codes of messages mean.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace octavo::app {

/// An entry of codes.md. A code never changes its meaning; one that is no longer said leaves the table.
struct CodeMeaning {
  std::string_view code;
  Severity severity = Severity::Warning;
  std::string_view meaning;      // what was found and what the program did about it
  std::string_view consequence;  // why it matters
  std::string_view advice;       // what to do
};

/// All codes that messages have, in alphabetical order.
std::span<const CodeMeaning> codeMeanings();

/// What is told of one code; of an empty one: every code with its meaning. Empty where no message has the code.
std::string explanation(std::string_view code);

/// The codes most like one that does not exist, the nearest first; at most three.
std::string nearestCodes(std::string_view code);

}  // namespace octavo::app
