#include "app/usage.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/near_words.h"

namespace octavo::app {
namespace {

using Words = std::vector<std::string_view>;

Words namesOf(std::span<const KnownCommand> commands) {
  Words names;
  for (const KnownCommand& each : commands) names.push_back(each.name);
  return names;
}

Diagnostic wrongUse(std::string message, std::string hint) {
  return {Severity::Error, "usage", {}, std::move(message), std::move(hint), {}};
}

/// `octavo FILE`, `octavo biuld FILE`.
Diagnostic unknownCommand(std::string_view word, const Words& commands) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::path(word), error)) {
    return wrongUse(fmt::format("'{}' is a file; say what shall be done with it", word), fmt::format("octavo build {}", word));
  }
  const std::string_view meant = meantWord(word, commands);
  if (meant.empty() && word.find_first_of("./") != word.npos) {
    return wrongUse(fmt::format("'{}' is neither a command nor a file that is here", word), "octavo build FILE makes a book of a file");
  }
  return wrongUse(fmt::format("there is no command '{}'", word),
                  meant.empty() ? fmt::format("the commands are: {}; octavo help tells more", fmt::join(commands, ", "))
                                : fmt::format("did you mean 'octavo {}'?", meant));
}

/// The first option that the command does not have.
std::optional<std::string_view> unknownOption(std::span<const char* const> arguments, const KnownCommand& command) {
  for (const std::string_view word : arguments) {
    if (word == "--") break;
    const std::string_view name = word.substr(0, word.find('='));
    if (name.starts_with("--") && std::ranges::find(command.options, name) == command.options.end()) return name;
  }
  return std::nullopt;
}

}  // namespace

DiagnosticFormat askedForm(std::span<const char* const> arguments) {
  constexpr std::string_view kOption = "--diagnostics";
  DiagnosticFormat form = DiagnosticFormat::Human;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    std::string_view value;
    if (word == kOption && i + 1 < arguments.size()) value = arguments[i + 1];
    if (word.starts_with(kOption) && word.substr(kOption.size()).starts_with('=')) value = word.substr(kOption.size() + 1);
    if (value == "json") form = DiagnosticFormat::Json;
    if (value == "short") form = DiagnosticFormat::Short;
    if (value == "human") form = DiagnosticFormat::Human;
  }
  return form;
}

Diagnostic usageError(std::span<const char* const> arguments, std::span<const KnownCommand> commands, std::string_view found) {
  const Words names = namesOf(commands);
  if (arguments.empty()) {
    return wrongUse("no command", fmt::format("the commands are: {}; octavo help tells more", fmt::join(names, ", ")));
  }
  const std::string_view first = arguments.front();
  const auto command = std::ranges::find(commands, first, &KnownCommand::name);
  if (command == commands.end()) {
    if (!first.starts_with('-')) return unknownCommand(first, names);
    return wrongUse(std::string(found), "octavo help tells what there is; options stand behind the command");
  }
  if (const auto option = unknownOption(arguments.subspan(1), *command)) {
    const std::string_view meant = meantWord(*option, {command->options.begin(), command->options.end()});
    return wrongUse(fmt::format("octavo {} has no option '{}'", first, *option),
                    meant.empty() ? fmt::format("octavo {} --help lists them", first) : fmt::format("did you mean '{}'?", meant));
  }
  return wrongUse(std::string(found), fmt::format("octavo {} --help tells more", first));
}

}  // namespace octavo::app
