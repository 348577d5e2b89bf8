#include "app/build.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/console.h"
#include "app/editions.h"
#include "app/outputs.h"
#include "base/output_files.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

/// "reader" → reader.epub, of an edition reader-student.epub; "out.epub" stays; nothing → the first input's name in the current folder.
fs::path outputPath(const BuildOptions& options, std::string_view edition, std::string_view ending) {
  std::string name = options.output.empty() ? options.document.inputs.front().stem().string() : options.output;
  if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name + std::string(edition) + std::string(ending);
}

/// Of all editions, in the order in which they are made.
std::vector<fs::path> outputPaths(const BuildOptions& options, const std::vector<Edition>& editions) {
  std::vector<fs::path> paths;
  for (const Edition& edition : editions) {
    if (options.epub) paths.push_back(outputPath(options, edition.ending, ".epub"));
    if (options.pdf) paths.push_back(outputPath(options, edition.ending, ".pdf"));
  }
  return paths;
}

}  // namespace

ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics, std::vector<Written>& written) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  const std::vector<Edition> editions = editionsOf(options.document, sources);
  const std::vector<fs::path> paths = outputPaths(options, editions);
  checkOutputPaths(paths);
  std::vector<OutputFile> files;
  std::vector<Written> made;
  const auto add = [&](std::string bytes, std::size_t pages) {
    made.push_back({paths[files.size()], bytes.size(), pages});
    files.push_back({made.back().path, std::move(bytes)});
  };
  for (const Edition& edition : editions) {
    EditionDiagnostics said(diagnostics);
    progress.stage("reading");
    const Material material = readMaterial(edition.document, sources, said.own());
    refuseToOverwriteInputs(paths);
    Outputs outputs = makeOutputs(material, {options.epub, options.pdf, options.wishes}, progress, said.own());
    if (options.epub) add(std::move(outputs.epub), 0);
    if (options.pdf) add(std::move(outputs.pdf), outputs.pages.pages.size());
  }
  if (isFailed(options.messages, diagnostics)) return ExitCode::DocumentErrors;
  writeFilesTogether(files);
  written = std::move(made);
  return ExitCode::Good;
}

std::string told(const std::vector<Written>& written, DiagnosticFormat form) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::string text;
  for (const Written& each : written) {
    nlohmann::ordered_json one{{"file", each.path.string()}, {"bytes", each.bytes}};
    if (each.pages > 0) one["pages"] = each.pages;
    list.push_back(std::move(one));
    const std::string pages = each.pages > 0 ? fmt::format("{} page{}, ", each.pages, each.pages == 1 ? "" : "s") : std::string();
    text += fmt::format("wrote {} ({}{} bytes)\n", shown(each.path.string()), pages, each.bytes);
  }
  if (form != DiagnosticFormat::Json) return text;
  const nlohmann::ordered_json object{{"schema", 1}, {"written", std::move(list)}};
  return jsonLine(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace octavo::app
