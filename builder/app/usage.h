// app: what is said to someone whose command line cannot be understood.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/diagnostic_formats.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// A command with the names of its options, those with two dashes.
struct KnownCommand {
  std::string name;
  std::vector<std::string> options;
};

/// The form of messages that the arguments ask for, as far as it can be told from words that nobody understood yet.
DiagnosticFormat askedForm(std::span<const char* const> arguments);

/// Of wrong use: what the parser found, or what is more likely meant: another command, another option, `build` before a file.
Diagnostic usageError(std::span<const char* const> arguments, std::span<const KnownCommand> commands, std::string_view found);

}  // namespace octavo::app
