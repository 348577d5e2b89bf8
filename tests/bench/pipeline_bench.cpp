// How long each stage takes on Chinese prose with some Latin: parse, boxes, break, shape, paginate, write.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "app/built_in_files.h"
#include "app/stylesheets.h"
#include "base/utf8.h"
#include "box/box.h"
#include "css/cascade.h"
#include "epub/writer.h"
#include "font/font.h"
#include "layout/book.h"
#include "pdf/writer.h"
#include "text/hyphenation.h"
#include "text/line_breaks.h"
#include "vocabulary/booklet.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

/// Words that make sentences of the usual shape; the same text for the same length on every run.
std::string makeParagraph(std::size_t characters, unsigned seed) {
  static constexpr std::string_view kWords[] = {"纸张", "的", "纤维", "走向", "，", "与", "版心", "「天头」", "之比", "；", "若以",
                                                "雁皮", "为", "原料", "。", "baseline grid", "约", "133", "天", "——", "然后", "送往", "广州", "。"};
  std::string text;
  std::size_t length = 0;
  while (length < characters) {
    seed = seed * 1664525U + 1013904223U;
    const std::string_view word = kWords[(seed >> 16U) % std::size(kWords)];
    text += word;
    length += toUtf32(word).size();
  }
  return text + "。";
}

constexpr std::size_t kParagraph = 200;

std::string makeArticle(std::size_t characters) {
  std::string text = "<article dtd-version=\"1.3\" xml:lang=\"zh-Hans\"><front><article-meta><title-group><article-title>纸</article-title>"
                     "</title-group></article-meta></front><body>";
  for (std::size_t n = 0; n < characters / kParagraph; ++n) {
    text += "<p>" + makeParagraph(kParagraph, static_cast<unsigned>(n)) + "</p>\n";
  }
  return text + "</body></article>";
}

/// An article of so many characters on its way through the program, each stage once.
struct Stages {
  explicit Stages(std::size_t characters) : file(fs::temp_directory_path() / ("octavo-bench-" + std::to_string(characters) + ".xml")) {
    std::ofstream(file, std::ios::binary) << makeArticle(characters);
    publication = read();
    sheets = app::loadStylesheets({"study"}, {}, sources, diagnostics);
    cascade = std::make_unique<css::Cascade>(sheets, css::Cascade::Options{}, diagnostics);
    font::CollectionOptions options;
    options.families = app::builtInFile("fonts/families.conf").value_or("");
    fonts = font::openCollection(options, diagnostics);
    boxes = build();
    book = layout();
  }
  publication::Publication read() {
    const fs::path inputs[] = {file};
    return vocabulary::readPublication(inputs, {}, sources, diagnostics);
  }
  box::Tree build() {
    std::vector<const dom::Element*> roots;
    for (const auto& chapter : publication.chapters) roots.push_back(chapter.root.get());
    return box::buildBoxes(roots, *cascade, diagnostics);
  }
  fragment::PrintedBook layout() {
    return layout::layoutBook({boxes, *cascade, *fonts, hyphenator, images}, [](std::size_t) {}, diagnostics);
  }

  fs::path file;
  SourceFiles sources;
  Diagnostics diagnostics;
  publication::Publication publication;
  std::vector<css::StylesheetPtr> sheets;
  std::unique_ptr<css::Cascade> cascade;
  std::unique_ptr<font::Collection> fonts;
  text::Hyphenator hyphenator;
  layout::ImageSizes images;
  box::Tree boxes;
  fragment::PrintedBook book;
};

Stages& stagesOf(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<Stages>> made;
  auto& stages = made[state.range(0)];
  if (!stages) stages = std::make_unique<Stages>(static_cast<std::size_t>(state.range(0)));
  return *stages;
}

void countCharacters(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * state.range(0)); }

void Read(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(stages.read());
  countCharacters(state);
}

void Boxes(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(stages.build());
  countCharacters(state);
}

void FindLineBreaks(benchmark::State& state) {
  const std::u16string text = toUtf16(makeParagraph(static_cast<std::size_t>(state.range(0)), 1));
  const text::BreakRun run{0, text.size(), "zh-Hans"};
  for (auto _ : state) benchmark::DoNotOptimize(text::findLineBreaks(text, std::span(&run, 1)));
  countCharacters(state);
}

void Shape(benchmark::State& state) {
  const std::u16string text = toUtf16(makeParagraph(static_cast<std::size_t>(state.range(0)), 1));
  font::ShapeRequest request;
  request.face = stagesOf(state).fonts->faceFor({{"serif"}, 400, false, "zh-Hans"}, U'纸');
  request.size = 10_pt;
  request.text = text;
  request.end = text.size();
  request.language = "zh-Hans";
  for (auto _ : state) benchmark::DoNotOptimize(font::shape(request));
  countCharacters(state);
}

void LayOut(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  for (auto _ : state) benchmark::DoNotOptimize(stages.layout());
  countCharacters(state);
}

void WritePdf(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  pdf::PdfOptions options;
  options.date = "2026-01-01T00:00:00Z";
  for (auto _ : state) benchmark::DoNotOptimize(pdf::writePdf(stages.book, stages.publication, options, stages.diagnostics));
  countCharacters(state);
}

void WriteEpub(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  const epub::Options options{"2026-01-01T00:00:00Z", stages.sheets, {}};
  for (auto _ : state) benchmark::DoNotOptimize(epub::writeEpub(stages.publication, options, *stages.fonts, stages.diagnostics));
  countCharacters(state);
}

/// The paragraph's growth: one paragraph of all characters.
void LayOutOneParagraph(benchmark::State& state) {
  Stages& stages = stagesOf(state);
  const auto root = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "section", SourcePosition{});
  root->setAttribute("lang", "zh-Hans");
  root->appendElement(dom::Namespace::Xhtml, "p", {}).appendText(makeParagraph(static_cast<std::size_t>(state.range(0)), 1), {});
  const box::Tree boxes = box::buildBoxes({root.get()}, *stages.cascade, stages.diagnostics);
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout::layoutBook({boxes, *stages.cascade, *stages.fonts, stages.hyphenator, stages.images},
                                                [](std::size_t) {}, stages.diagnostics));
  }
  countCharacters(state);
}

BENCHMARK(Read)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(Boxes)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(FindLineBreaks)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(Shape)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(LayOut)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(LayOutOneParagraph)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(WritePdf)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(WriteEpub)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace octavo

BENCHMARK_MAIN();
