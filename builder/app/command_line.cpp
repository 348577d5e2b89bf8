#include "app/command_line.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <new>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/build.h"
#include "app/build_date.h"
#include "app/built_in_files.h"
#include "app/options.h"
#include "app/trim_size.h"

namespace octavo::app {
namespace {

constexpr const char* kFooter =
    "Exit status: 0 good, 1 the document has errors, 2 wrong use, 65 bad input data, 75 try again.\n"
    "Dates come from --date, SOURCE_DATE_EPOCH or the document, never from the clock: equal input gives equal bytes.";

std::string versionText() { return fmt::format("octavo {}\n{}", OCTAVO_VERSION, OCTAVO_LIBRARIES); }

/// What the parser fills that needs a look of ours before it becomes options.
struct RawBuild {
  BuildOptions options;
  std::string trim;
  bool onlyEpub = false, onlyPdf = false;
};

CLI::App& addBuild(CLI::App& program, RawBuild& raw) {
  CLI::App& build = *program.add_subcommand("build", "Build the EPUB and the PDF of one or more articles, or of a booklet");
  BuildOptions& options = raw.options;
  build.add_option("input", options.inputs, "Article files (JATS, XHTML) or one booklet (DocBook assembly)")
      ->required()->type_name("FILE");
  build.add_flag("--epub", raw.onlyEpub, "Make the EPUB (default: both outputs)");
  build.add_flag("--pdf", raw.onlyPdf, "Make the PDF (default: both outputs)");
  build.add_option("-o,--output", options.output, "Name of the outputs: NAME.epub and NAME.pdf")->type_name("NAME");
  build.add_option("--style", options.styles,
                   fmt::format("A look ({}) or a .css file; may repeat, later ones weigh more", fmt::join(builtInStyles(), ", ")))
      ->type_name("NAME|FILE")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  build.add_option("--trim", raw.trim, "Trim size instead of the style's: A5, B6, 32K, letter, 148x210mm …")->type_name("SIZE");
  build.add_option("--title", options.title, "Title instead of the document's");
  build.add_option("--author", options.author, "Author instead of the document's");
  build.add_option("--lang", options.language, "Main language (BCP 47) instead of the document's")->type_name("TAG");
  build.add_option("--date", options.date, "Date of the outputs: YYYY, YYYY-MM, YYYY-MM-DD or with THH:MM:SSZ")->type_name("DATE");
  build.add_option("--structure", options.structure, "Which structure of a booklet to build (default: the first)")->type_name("ID");
  const std::map<std::string, DiagnosticFormat> formats{
      {"human", DiagnosticFormat::Human}, {"short", DiagnosticFormat::Short}, {"json", DiagnosticFormat::Json}};
  build.add_option("--diagnostics", options.diagnostics, "How messages look: human, short or json (one object a line)")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))->type_name("FORM");
  build.add_flag("--strict", options.strict, "Warnings fail the build");
  build.add_flag("--quiet", options.quiet, "No progress, no warnings; errors are shown");
  build.footer(kFooter);
  return build;
}

/// Throws CLI::ValidationError where options do not fit together.
BuildOptions checked(RawBuild raw) {
  BuildOptions options = std::move(raw.options);
  options.epub = raw.onlyEpub || !raw.onlyPdf;
  options.pdf = raw.onlyPdf || !raw.onlyEpub;
  if (!raw.trim.empty()) {
    options.trim = trimSize(raw.trim);
    if (!options.trim) throw CLI::ValidationError("--trim", fmt::format("'{}' is no trim size: A5, B6, 32K, letter, 148x210mm …", raw.trim));
  }
  if (!options.date.empty() && !fullDate(options.date)) {
    throw CLI::ValidationError("--date", fmt::format("'{}' is no date of the form YYYY-MM-DD", options.date));
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch && !dateOfEpoch(epoch)) throw CLI::ValidationError("SOURCE_DATE_EPOCH", fmt::format("'{}' is no count of seconds", epoch));
  if (options.inputs.size() > 1 && options.output.empty()) {
    throw CLI::ValidationError("-o", "several articles make one booklet: name it with -o NAME");
  }
  if (options.output.ends_with(".epub") && !raw.onlyPdf) options.pdf = false;
  if (options.output.ends_with(".pdf") && !raw.onlyEpub) options.epub = false;
  return options;
}

void print(const Diagnostics& diagnostics, const BuildOptions& options) {
  for (const Diagnostics::Entry& entry : diagnostics.entries()) {
    const bool isShown = !options.quiet || options.strict || entry.diagnostic.severity == Severity::Error;
    if (isShown) fmt::print(stderr, "{}", format(entry, options.diagnostics));
  }
}

int runBuild(const BuildOptions& options) {
  SourceFiles sources;
  Diagnostics diagnostics;
  ExitCode code = ExitCode::Good;
  try {
    code = build(options, sources, diagnostics);
  } catch (const BuildError& error) {
    diagnostics.report(error.diagnostic());
    code = error.exitCode();
  }
  print(diagnostics, options);
  return static_cast<int>(code);
}

int run(int argumentCount, const char* const* arguments) {
  CLI::App program("Octavo turns article XML into books: an EPUB 3 and a print PDF from one source.", "octavo");
  program.set_version_flag("--version", versionText());
  program.require_subcommand(1);
  program.footer(kFooter);
  RawBuild raw;
  addBuild(program, raw);
  try {
    program.parse(argumentCount, arguments);
    return runBuild(checked(std::move(raw)));
  } catch (const CLI::Success& success) {
    return program.exit(success);  // --help and --version
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "octavo: {}\nTry: octavo build --help\n", error.what());
    return static_cast<int>(ExitCode::Usage);
  }
}

}  // namespace

int runCommandLine(int argumentCount, const char* const* arguments) {
  try {
    return run(argumentCount, arguments);
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "octavo: error: not enough memory [out-of-memory]\n");
    return static_cast<int>(ExitCode::TryAgain);
  } catch (const std::exception& error) {
    fmt::print(stderr, "octavo: error: {} [internal]\n", error.what());
    return static_cast<int>(ExitCode::TryAgain);
  }
}

}  // namespace octavo::app
