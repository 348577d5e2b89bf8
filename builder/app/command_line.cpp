#include "app/command_line.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/build.h"
#include "app/build_date.h"
#include "app/built_in_files.h"
#include "app/check.h"
#include "app/codes.h"
#include "app/console.h"
#include "app/editions.h"
#include "app/large_stack.h"
#include "app/measure.h"
#include "app/options.h"
#include "app/trim_size.h"
#include "app/usage.h"
#include "text/encoding.h"
#include "vocabulary/conversion_language.h"

namespace octavo::app {
namespace {

using Arguments = std::span<const char* const>;

constexpr int kInternalFault = 70;  // EX_SOFTWARE of sysexits.h

constexpr const char* kFooter =
    "Exit status: 0 good, 1 the document has errors, 2 wrong use, 65 bad input data, 70 a fault of the program, 75 try again.\n"
    "Dates come from --date, SOURCE_DATE_EPOCH or the document, never from the clock: equal input gives equal bytes.";

std::string versionText() { return fmt::format("octavo {}\n{}", OCTAVO_VERSION, OCTAVO_LIBRARIES); }

/// What the parser fills that needs a look of ours before it becomes options.
struct RawOptions {
  BuildOptions build;
  MeasureOptions measure;
  CheckOptions check;
  std::string code;   // to explain
  std::string topic;  // to help with
  std::string trim;
  bool onlyEpub = false, onlyPdf = false;
};

/// An option whose values have names; a slip is answered with the names that there are.
template <class Value>
void addChoice(CLI::App& command, const std::string& name, Value& into, const std::vector<std::pair<std::string, Value>>& choices,
               const std::string& help, const std::string& kind) {
  command.add_option_function<std::string>(
             name,
             [&into, choices, name](const std::string& text) {
               const auto asked = std::ranges::find_if(choices, [&](const auto& each) { return CLI::detail::to_lower(text) == each.first; });
               std::vector<std::string> names;
               for (const auto& [known, value] : choices) names.push_back(known);
               if (asked == choices.end()) throw CLI::ValidationError(name, fmt::format("'{}' is none of {}", text, fmt::join(names, ", ")));
               into = asked->second;
             },
             help)
      ->type_name(kind);
}

/// A whole number above 0, in words that a reader of the message knows.
CLI::Validator wholeNumber() {
  return CLI::Validator(
      [](const std::string& text) {
        const bool isWhole = !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == std::string::npos;
        return isWhole && text.find_first_not_of('0') != std::string::npos ? std::string() : fmt::format("'{}' is no whole number above 0", text);
      },
      "");
}

void addDocument(CLI::App& command, DocumentOptions& options, std::string& trim) {
  command.add_option("input", options.inputs, "Article files (JATS, BITS, DocBook, TEI, XHTML) or one booklet (DocBook assembly)")
      ->required()->type_name("FILE");
  command.add_option("--style", options.styles,
                     fmt::format("A look ({}) or a .css file; may repeat, later ones weigh more", fmt::join(builtInStyles(), ", ")))
      ->type_name("NAME|FILE")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
  command.add_option("--trim", trim, "Trim size instead of the style's: A5, JIS-B6, 32K, letter, 148x210mm …")->type_name("SIZE");
  command.add_option("--title", options.title, "Title instead of the document's");
  command.add_option("--author", options.author, "Author instead of the document's");
  command.add_option("--lang", options.language, "Main language (BCP 47) instead of the document's")->type_name("TAG");
  command.add_option("--date", options.date, "Date of the outputs: YYYY, YYYY-MM, YYYY-MM-DD or with THH:MM:SSZ")->type_name("DATE");
  command.add_option("--encoding", options.encoding, "Encoding of the inputs, whatever they declare: GB18030, Shift_JIS, windows-1252 …")->type_name("NAME");
  command.add_flag("--html", options.allowHtml, "Read HTML that is no well-formed XML (tag soup) as HTML, with a warning");
  using vocabulary::PageStyles;
  addChoice<PageStyles>(command, "--page-styles", options.pageStyles, {{"none", PageStyles::None}, {"hidden", PageStyles::Hidden}, {"all", PageStyles::All}},
                        "What counts of the style that an XHTML page brings along: none, hidden (what it does not print is left out) or all (default: hidden)",
                        "SHARE");
  command.add_option("--root", options.root, "Folder that pictures and other files may be taken from (default: the input's own folder)")
      ->type_name("DIR")->check(CLI::Validator(CLI::ExistingDirectory).description(""));
  command.add_flag("--any-font", options.takesAnyFont, "Take letters that the listed fonts lack from any installed font; pages then differ by machine");
  command.add_option("--schema", options.schema, "Hold the inputs to a schema: .dtd, .rng (RELAX NG) or .xsd, with its parts in its folder")->type_name("FILE");
  command.add_option("--structure", options.structure, "Which structure of a booklet to take, or all of them (default: the first)")->type_name("ID");
}

void addMessages(CLI::App& command, MessageOptions& options) {
  addChoice<DiagnosticFormat>(command, "--diagnostics", options.format,
                              {{"human", DiagnosticFormat::Human}, {"short", DiagnosticFormat::Short}, {"json", DiagnosticFormat::Json}},
                              "How messages look: human, short or json (one object a line)", "FORM");
  command.add_flag("--strict", options.strict, "Warnings are failures");
  command.add_flag("--quiet", options.quiet, "No progress, no warnings; errors are shown");
}

CLI::App& addBuild(CLI::App& program, RawOptions& raw) {
  CLI::App& command = *program.add_subcommand("build", "Build the EPUB and the PDF of one or more articles, or of a booklet");
  addDocument(command, raw.build.document, raw.trim);
  command.add_flag("--epub", raw.onlyEpub, "Make the EPUB (default: both outputs)");
  command.add_flag("--pdf", raw.onlyPdf, "Make the PDF (default: both outputs)");
  command.add_option("--max-image", raw.build.wishes.mostPixels, "Make pictures of more pixels than this smaller in the EPUB: 4000000")
      ->type_name("PIXELS")->check(wholeNumber());
  using epub::Device;
  addChoice<Device>(command, "--device", raw.build.wishes.device,
                    {{"generic", Device::Generic}, {"kindle", Device::Kindle}, {"kobo", Device::Kobo}, {"apple", Device::Apple},
                     {"koreader", Device::Koreader}, {"duokan", Device::Duokan}, {"old", Device::Old}},
                    "Readers that the EPUB makes allowances for: generic, kindle, kobo, apple, koreader, duokan or old (default: generic)", "DEVICE");
  using epub::FontEmbedding;
  addChoice<FontEmbedding>(command, "--epub-fonts", raw.build.wishes.fonts,
                           {{"none", FontEmbedding::None}, {"subset", FontEmbedding::Subset}, {"full", FontEmbedding::Full}},
                           "What the EPUB carries of the fonts that @font-face names: none, subset or full (default: subset)", "SHARE");
  command.add_flag("--epub-obfuscate", raw.build.wishes.obfuscatesFonts, "Obfuscate the fonts in the EPUB, for licences that want it");
  command.add_option("-o,--output", raw.build.output, "Name of the outputs: NAME.epub and NAME.pdf")->type_name("NAME");
  addMessages(command, raw.build.messages);
  command.footer(kFooter);
  return command;
}

CLI::App& addCheck(CLI::App& program, RawOptions& raw) {
  CLI::App& command = *program.add_subcommand("check", "Say what a build would say, and look at the pictures' resolution; writes no file");
  addDocument(command, raw.check.document, raw.trim);
  addMessages(command, raw.check.messages);
  command.footer(kFooter);
  return command;
}

CLI::App& addExplain(CLI::App& program, RawOptions& raw) {
  CLI::App& command = *program.add_subcommand("explain", "Tell what the code of a message means; without one, list all");
  command.add_option("code", raw.code, "The word in square brackets behind a message")->type_name("CODE");
  return command;
}

CLI::App& addMeasure(CLI::App& program, RawOptions& raw) {
  CLI::App& command = *program.add_subcommand("measure", "Measure how well the lines of the pages are set; writes no file");
  addDocument(command, raw.measure.document, raw.trim);
  command.add_option("--examples", raw.measure.examples, "Places shown for each fault (default: 3)")->type_name("COUNT")->check(wholeNumber());
  addMessages(command, raw.measure.messages);
  command.footer(kFooter);
  return command;
}

/// Throws CLI::ValidationError where the values mean nothing.
void checkDocument(DocumentOptions& options, const std::string& trim) {
  if (!trim.empty()) {
    options.trim = trimSize(trim);
    if (!options.trim) throw CLI::ValidationError("--trim", fmt::format("'{}' is no trim size: A5, B5, JIS-B5, 32K, letter, 148x210mm …; a side has 40 to 2000 mm", trim));
  }
  if (!options.language.empty() && !vocabulary::canonicalLanguage(options.language)) {
    throw CLI::ValidationError("--lang", fmt::format("'{}' is no language tag, as en, zh-Hans and ja are", options.language));
  }
  std::error_code error;
  for (const std::filesystem::path& input : options.inputs) {
    if (input != "-" || std::filesystem::exists(input, error)) continue;
    throw CLI::ValidationError("input", "no document is read from a pipe: pictures and parts are found from the folder of its file");
  }
  if (!options.date.empty() && !fullDate(options.date)) {
    throw CLI::ValidationError("--date", fmt::format("'{}' is no date of the form YYYY-MM-DD", options.date));
  }
  if (!options.encoding.empty() && !text::isKnownEncoding(options.encoding)) {
    throw CLI::ValidationError("--encoding", fmt::format("'{}' is no encoding known here: UTF-8, GB18030, Big5, Shift_JIS …", options.encoding));
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch && !dateOfEpoch(epoch)) throw CLI::ValidationError("SOURCE_DATE_EPOCH", fmt::format("'{}' is no count of seconds", epoch));
}

/// Throws CLI::ValidationError where something is asked of an EPUB, or of its fonts, that will not be there.
void checkWishes(const CLI::App& command, const BuildOptions& options) {
  for (const char* wish : {"--device", "--max-image", "--epub-fonts", "--epub-obfuscate"}) {
    if (!options.epub && command.count(wish) > 0) throw CLI::ValidationError(wish, "it is for the EPUB, which is not asked for");
  }
  if (options.wishes.obfuscatesFonts && options.wishes.fonts == epub::FontEmbedding::None) {
    throw CLI::ValidationError("--epub-obfuscate", "there are no fonts to obfuscate with --epub-fonts none");
  }
}

/// Throws CLI::ValidationError where nothing is left of the name but a folder.
void checkOutputName(const std::string& output, const CLI::App& command) {
  if (command.count("--output") == 0) return;
  std::string name = std::filesystem::path(output).filename().string();
  for (const std::string_view ending : {".epub", ".pdf"}) {
    if (name == ending) name.clear();
  }
  if (name.empty() || name == "." || name == "..") throw CLI::ValidationError("-o", fmt::format("'{}' names no file", output));
}

/// Throws CLI::ValidationError where options do not fit together.
BuildOptions checkedBuild(RawOptions raw, const CLI::App& command) {
  BuildOptions options = std::move(raw.build);
  checkDocument(options.document, raw.trim);
  options.epub = raw.onlyEpub || !raw.onlyPdf;
  options.pdf = raw.onlyPdf || !raw.onlyEpub;
  if (options.document.inputs.size() > 1 && options.output.empty()) {
    throw CLI::ValidationError("-o", "several articles make one booklet: name it with -o NAME");
  }
  checkOutputName(options.output, command);
  if (options.output.ends_with(".epub") && !raw.onlyPdf) options.pdf = false;
  if (options.output.ends_with(".pdf") && !raw.onlyEpub) options.epub = false;
  checkWishes(command, options);
  return options;
}

CheckOptions checkedCheck(RawOptions raw) {
  checkDocument(raw.check.document, raw.trim);
  return std::move(raw.check);
}

MeasureOptions checkedMeasure(RawOptions raw) {
  checkDocument(raw.measure.document, raw.trim);
  if (raw.measure.document.structure == kAllStructures) throw CLI::ValidationError("--structure", "one structure is measured at a time");
  return std::move(raw.measure);
}

/// So many messages of one code are shown to people; the others are counted. Programs get all.
constexpr std::size_t kMostOfOneCode = 200;

void print(const Diagnostics& diagnostics, const MessageOptions& options, std::FILE* to) {
  DiagnosticWriter writer(options.format);
  std::map<std::string, std::size_t> counts;
  for (const Diagnostics::Entry& entry : diagnostics.entries()) {
    const bool isShown = !options.quiet || options.strict || entry.diagnostic.severity == Severity::Error;
    if (!isShown) continue;
    const std::size_t before = counts[entry.diagnostic.code]++;
    if (before < kMostOfOneCode || options.format == DiagnosticFormat::Json) write(to, writer.format(entry));
  }
  if (options.format == DiagnosticFormat::Json) return;
  for (const auto& [code, count] : counts) {
    if (count <= kMostOfOneCode) continue;
    write(to, fmt::format("octavo: {} more messages are not shown; --diagnostics json has all [{}]\n", count - kMostOfOneCode, code));
  }
}

/// Runs a command's own function, shows its messages and turns what it throws into the exit status.
template <class Command>
int runCommand(const MessageOptions& messages, std::FILE* to, Command command) {
  SourceFiles sources;
  Diagnostics diagnostics;
  ExitCode code = ExitCode::Good;
  try {
    code = command(sources, diagnostics);
  } catch (const BuildError& error) {
    diagnostics.report(error.diagnostic());
    code = error.exitCode();
  }
  print(diagnostics, messages, to);
  // Of `check`, the messages are the result, and their summary goes with them.
  if (to == stdout) write(stdout, summary(diagnostics, messages.format));
  return static_cast<int>(code);
}

int runBuild(const BuildOptions& options) {
  std::vector<Written> written;
  const int code = runCommand(options.messages, stderr, [&](SourceFiles& sources, Diagnostics& diagnostics) {
    return build(options, sources, diagnostics, written);
  });
  const bool isTold = options.messages.format == DiagnosticFormat::Json || isatty(STDERR_FILENO) == 1;
  if (isTold && !options.messages.quiet && !written.empty()) write(stderr, told(written, options.messages.format));
  return code;
}

int runCheck(const CheckOptions& options) {
  return runCommand(options.messages, stdout, [&](SourceFiles& sources, Diagnostics& diagnostics) {
    return check(options, sources, diagnostics);
  });
}

int runMeasure(const MeasureOptions& options) {
  return runCommand(options.messages, stderr, [&](SourceFiles& sources, Diagnostics& diagnostics) {
    return measure(options, sources, diagnostics);
  });
}

int explain(const std::string& code) {
  const std::string text = explanation(code);
  if (text.empty()) {
    write(stderr, fmt::format("octavo: no message has the code '{}'; near it are {}\n", shown(code), nearestCodes(code)));
    return static_cast<int>(ExitCode::Usage);
  }
  write(stdout, text);
  return static_cast<int>(ExitCode::Good);
}

void say(const Diagnostic& diagnostic, Arguments arguments) { write(stderr, format({diagnostic, 1}, askedForm(arguments))); }

std::vector<KnownCommand> commandsOf(const CLI::App& program) {
  std::vector<KnownCommand> commands;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back({command->get_name(), {}});
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) commands.back().options.push_back("--" + name);
    }
  }
  return commands;
}

/// `octavo help`, `octavo help build`.
/// Of the program as a whole without a command. A text ends with the end of its line.
std::string helpText(const CLI::App& program, const CLI::App* command) {
  std::string text = command ? command->help("octavo") : program.help();
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

int help(const CLI::App& program, const std::string& topic) {
  const auto known = program.get_subcommands([&](const CLI::App* each) { return each->get_name() == topic; });
  const CLI::App* command = known.empty() ? nullptr : known.front();
  if (!topic.empty() && !command) throw CLI::ValidationError("help", fmt::format("there is no command '{}'", topic));
  write(stdout, helpText(program, command));
  return static_cast<int>(ExitCode::Good);
}

int run(Arguments arguments) {
  CLI::App program("Octavo turns article XML into books: an EPUB 3 and a print PDF from one source.", "octavo");
  program.set_version_flag("--version", versionText());
  program.require_subcommand(1);
  program.footer(kFooter);
  RawOptions raw;
  const CLI::App& building = addBuild(program, raw);
  const CLI::App& checking = addCheck(program, raw);
  const CLI::App& measuring = addMeasure(program, raw);
  const CLI::App& explaining = addExplain(program, raw);
  CLI::App& helping = *program.add_subcommand("help", "Say how a command is used; without one, what the commands are");
  helping.add_option("command", raw.topic, "build, check, measure, explain")->type_name("COMMAND");
  try {
    program.parse(static_cast<int>(arguments.size()), arguments.data());
    if (helping.parsed()) return help(program, raw.topic);
    if (explaining.parsed()) return explain(raw.code);
    if (checking.parsed()) return runCheck(checkedCheck(std::move(raw)));
    if (measuring.parsed()) return runMeasure(checkedMeasure(std::move(raw)));
    return runBuild(checkedBuild(std::move(raw), building));
  } catch (const CLI::CallForVersion&) {
    write(stdout, versionText() + "\n");
    return static_cast<int>(ExitCode::Good);
  } catch (const CLI::Success&) {  // --help
    const auto asked = program.get_subcommands();
    write(stdout, helpText(program, asked.empty() ? nullptr : asked.front()));
    return static_cast<int>(ExitCode::Good);
  } catch (const CLI::ParseError& error) {
    say(usageError(arguments.subspan(std::min<std::size_t>(1, arguments.size())), commandsOf(program), error.what()), arguments);
    return static_cast<int>(ExitCode::Usage);
  }
}

/// What was said must have got out: a full disk is no success.
int afterWriting(int code, Arguments arguments) {
  for (std::FILE* stream : {stdout, stderr}) {
    if (isWritten(stream) || code != static_cast<int>(ExitCode::Good)) continue;
    say({Severity::Error, "file-unwritable", {}, "cannot write all that there was to say", "see whether the disk is full", {}}, arguments);
    return static_cast<int>(ExitCode::TryAgain);
  }
  return code;
}

int runGuarded(Arguments arguments) {
  try {
    return afterWriting(run(arguments), arguments);
  } catch (const std::bad_alloc&) {
    say({Severity::Error, "out-of-memory", {}, "not enough memory", {}, {}}, arguments);
    return static_cast<int>(ExitCode::TryAgain);
  } catch (const std::exception& error) {
    say({Severity::Error, "internal", {}, fmt::format("a fault of the program: {}", error.what()),
         "it is not yours: please report it, with the input, the command and what octavo --version says", {}}, arguments);
    return kInternalFault;
  }
}

}  // namespace

int runCommandLine(int argumentCount, const char* const* argumentList) {
  const Arguments arguments(argumentList, static_cast<std::size_t>(argumentCount));
  keepStandardStreams();
  return onLargeStack([&] { return runGuarded(arguments); });
}

}  // namespace octavo::app
