// How one paragraph's time grows with its length: shaping, breaks, items, the choice of lines. Chinese, English, German.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "base/utf8.h"
#include "dom/dom.h"
#include "layout/inline/search/choose_breaks.h"
#include "layout/inline/paragraph.h"

namespace octavo {
namespace {

constexpr std::u16string_view kChinese = u"纸张的纤维走向，与版心「天头」之比；若以雁皮为原料。基线约一百三十三天——然后送往广州，晾于檐下。";
constexpr std::string_view kLatin = "The quick brown fox jumps over the lazy dog, whose extraordinary patience is well known to all. ";

/// Set justified with hyphens, and ragged.
constexpr std::string_view kGerman =
    "Die Rechtschreibung langer Zusammensetzungen, etwa Donaudampfschifffahrtsgesellschaft oder Landesvermessungsamt, "
    "verlangt nach sorgsamer Silbentrennung. ";

/// A paragraph of one text box and all that laying it out needs.
struct Setting {
  Setting(bool isChinese, std::size_t characters)
      : Setting(isChinese ? toUtf8(kChinese) : std::string(kLatin), isChinese ? "zh-Hans" : "en", characters) {}

  /// The sentence, over and over.
  Setting(const std::string& sentence, const std::string& language, std::size_t characters, css::TextAlign align = css::TextAlign::Justify) {
    const bool isChinese = language == "zh-Hans";
    auto style = std::make_shared<css::ComputedStyle>();
    style->fontFamilies = {isChinese ? "Noto Serif CJK SC" : "Noto Serif"};
    style->language = language;
    style->textAlign = align;
    style->hyphens = language == "de" ? css::Hyphens::Auto : css::Hyphens::Manual;
    style->textSpacingTrim = css::TextSpacingTrim::Auto;
    paragraph.style = style;
    paragraph.element = &element;
    paragraph.hasInlineChildren = true;
    auto text = std::make_unique<box::Box>();
    text->kind = box::Kind::Text;
    text->style = style;
    text->element = &element;
    const std::size_t length = toUtf16(sentence).size();
    for (std::size_t n = 0; n < characters; n += length) text->text += sentence;
    paragraph.children.push_back(std::move(text));
  }

  layout::Paragraph prepared() { return layout::prepareParagraph(paragraph, space, layout::Purpose::Layout, context); }

  Diagnostics diagnostics;
  std::unique_ptr<font::Collection> fonts = font::openCollection({}, diagnostics);
  text::Hyphenator hyphenator;
  layout::ImageSizes images;
  layout::PageLabels labels;
  layout::Context context{*fonts, hyphenator, images, labels, diagnostics};
  layout::Space space{{(315_pt), Length::infinite()}};
  dom::Element element{dom::Namespace::Xhtml, "p", {}};
  box::Box paragraph;
};

void shape(benchmark::State& state, bool isChinese) {
  Setting setting(isChinese, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(setting.prepared().shaped.clusters.size());
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void findBreaks(benchmark::State& state, bool isChinese) {
  Setting setting(isChinese, static_cast<std::size_t>(state.range(0)));
  const layout::Paragraph paragraph = setting.prepared();
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout::findBreaks(paragraph.text, layout::Hyphenation::SoftHyphensOnly, setting.context).size());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void makeItems(benchmark::State& state, bool isChinese) {
  Setting setting(isChinese, static_cast<std::size_t>(state.range(0)));
  layout::Paragraph paragraph = setting.prepared();
  for (auto _ : state) {
    layout::makeParagraphItems(paragraph, layout::Hyphenation::SoftHyphensOnly, 315_pt, setting.context);
    benchmark::DoNotOptimize(paragraph.items.items.size());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// With the tolerance of the first pass, or in the last one.
void chooseLines(benchmark::State& state, bool isChinese, bool isLastPass) {
  Setting setting(isChinese, static_cast<std::size_t>(state.range(0)));
  layout::Paragraph paragraph = setting.prepared();
  layout::makeParagraphItems(paragraph, layout::Hyphenation::SoftHyphensOnly, 315_pt, setting.context);
  const layout::LineSizes sizes{{315_pt}};
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout::chooseBreaks({paragraph.items, sizes, {}, 0, isLastPass ? 350.0 : 30.0, isLastPass}).size());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void setLinesOf(benchmark::State& state, Setting& setting) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout::layoutInline(setting.paragraph, setting.space, nullptr, setting.context).fragment->children.size());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void setLines(benchmark::State& state, bool isChinese) {
  Setting setting(isChinese, static_cast<std::size_t>(state.range(0)));
  setLinesOf(state, setting);
}

void setGerman(benchmark::State& state, css::TextAlign align) {
  Setting setting(std::string(kGerman), "de", static_cast<std::size_t>(state.range(0)), align);
  setLinesOf(state, setting);
}

#define OCTAVO_LENGTHS RangeMultiplier(10)->Range(10'000, 1'000'000)->Unit(benchmark::kMillisecond)
BENCHMARK_CAPTURE(shape, chinese, true)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(findBreaks, chinese, true)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(makeItems, chinese, true)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(chooseLines, chinese, true, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(chooseLines, chineseLastPass, true, true)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(setLines, chinese, true)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(shape, latin, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(findBreaks, latin, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(makeItems, latin, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(chooseLines, latin, false, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(setLines, latin, false)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(setGerman, hyphenated, css::TextAlign::Justify)->OCTAVO_LENGTHS;
BENCHMARK_CAPTURE(setGerman, ragged, css::TextAlign::Start)->OCTAVO_LENGTHS;

}  // namespace
}  // namespace octavo
