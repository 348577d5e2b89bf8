// layout/inline/ruby: ruby words of a paragraph: their readings, and the room they take among the items.
#include "layout/inline/ruby/ruby_words.h"

#include <algorithm>

namespace octavo::layout {

namespace {

using text::CharacterClass;

constexpr double kZhuyinColumn = 0.5;  // of the base: clreq, 15 to 30
/// Between two readings in Latin letters, of their size: clreq, a Western word space.
constexpr double kLatinDistance = 0.25;
/// Words of more bases have one width wherever the line ends.
constexpr std::uint32_t kMostExact = 64;

std::int64_t units(Length length) { return static_cast<std::int64_t>(length.toUnits()); }

bool isBopomofo(char16_t unit) {
  return (unit >= 0x3105 && unit <= 0x312F) || (unit >= 0x31A0 && unit <= 0x31BF) || unit == 0x02CA || unit == 0x02C7 ||
         unit == 0x02CB || unit == 0x02D9;
}

/// What may be hung over by one em of the reading (JLREQ 3.3.8, b and d).
bool mayBeHungOver(CharacterClass kind) {
  return kind == CharacterClass::Hiragana || kind == CharacterClass::Katakana || kind == CharacterClass::SmallKana ||
         kind == CharacterClass::LongVowel || kind == CharacterClass::Inseparable;
}

Reading prepareReading(const RubyReading& source, const Space& space, Context& context) {
  Reading reading;
  reading.isCjk = true;
  reading.isLatin = !source.boxes.empty();
  for (const box::Box* box : source.boxes) {
    reading.parts.push_back(std::make_unique<Paragraph>(prepareParagraph(*box, space, Purpose::Layout, context)));
    Paragraph& part = *reading.parts.back();
    makeParagraphItems(part, Hyphenation::SoftHyphensOnly, Length::infinite(), context);
    const std::vector<Item>& items = part.items.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      reading.naturalWidth += Length::units(items[i].width + (i + 1 < items.size() ? items[i].gap.natural : 0));
    }
    reading.fontSize = std::max(reading.fontSize, part.text.rootStyle().fontSize);
    for (std::size_t at = 0; at < part.text.text.size(); ++at) {
      const bool isCjk = text::isCjk(part.text.classes[at]);
      reading.isCjk = reading.isCjk && isCjk && !isBopomofo(part.text.text[at]);
      reading.isLatin = reading.isLatin && !isCjk;
    }
  }
  if (reading.naturalWidth == Length{}) reading.isLatin = false;
  return reading;
}

/// Walks the words once and gives their items room.
class WordFitter {
 public:
  explicit WordFitter(Paragraph& paragraph)
      : paragraph_(paragraph), text_(paragraph.text), items_(paragraph.items.items) {}

  void fit() {
    std::uint32_t item = 0;
    std::size_t span = 0;
    for (const RubyWord& source : text_.rubyWords) {
      while (item < items_.size() && textAt(item) < source.begin) ++item;
      FittedWord word;
      word.firstItem = item;
      while (item < items_.size() && textAt(item) < source.end) ++item;
      word.endItem = item;
      while (span < text_.rubySpans.size() && text_.rubySpans[span].begin < source.end) {
        const RubySpan& own = text_.rubySpans[span];
        const bool coversAll = own.begin == source.begin && own.end == source.end;
        if (coversAll) word.spans.push_back(static_cast<std::uint32_t>(span));
        ++span;
      }
      if (word.firstItem < word.endItem) fitWord(word, source);
    }
  }

 private:
  std::uint32_t textAt(std::size_t item) const { return paragraph_.shaped.clusters[items_[item].cluster].text; }

  void fitWord(FittedWord& word, const RubyWord& source) {
    measure(word, source);
    word.limit = source.isShared ? word.limit : 0;
    bool isWider = word.spanning > 0;
    for (std::uint32_t i = word.firstItem; i < word.endItem; ++i) {
      const RubyBaseSize& size = word.bases[i - word.firstItem];
      isWider = isWider || size.reading > size.base;
      items_[i].width = size.base - looseGap(word, i);
    }
    if (isWider) widen(word);
    paragraph_.rubyWords.push_back(std::move(word));
  }

  /// Sums up bases and readings; gaps inside a word that is set as one are closed for good.
  void measure(FittedWord& word, const RubyWord& source) {
    std::int64_t whole = 0;
    for (std::uint32_t i = word.firstItem; i < word.endItem; ++i) whole += items_[i].width;
    for (const std::uint32_t span : word.spans) {
      word.spanning = std::max(word.spanning, units(paragraph_.spanReadings[span].naturalWidth));
      word.limit = std::max(word.limit, units(paragraph_.spanReadings[span].fontSize));
    }
    const auto pair = std::ranges::lower_bound(text_.rubies, source.begin, {}, &RubyPair::begin);
    if (pair != text_.rubies.end() && pair->begin == source.begin && pair->isLoose) {
      word.loosePair = static_cast<std::int64_t>(pair - text_.rubies.begin());
      const Reading& reading = paragraph_.readings[static_cast<std::size_t>(word.loosePair)];
      word.spanning = std::max(word.spanning, units(reading.naturalWidth));
      word.limit = std::max(word.limit, units(reading.fontSize));
    }
    word.isLoose = word.loosePair >= 0 || (!word.spans.empty() && whole > paragraph_.narrowestLine.toUnits() / 2);
    for (std::uint32_t i = word.firstItem; i < word.endItem; ++i) {
      RubyBaseSize size{items_[i].width, readingRoom(paragraph_, i)};
      if (items_[i].ruby >= 0) {
        const auto own = static_cast<std::size_t>(items_[i].ruby);
        size.base += units(columnWidth(text_, text_.rubies[own]));
        if (size.reading > 0) word.limit = std::max(word.limit, units(paragraph_.readings[own].fontSize));
      }
      if (i + 1 < word.endItem) {
        size.base += items_[i].gap.natural;
        if (!word.isLoose) close(items_[i].gap);
      }
      word.bases.push_back(size);
    }
  }

  static void close(Gap& gap) {
    gap.natural = gap.shrink = gap.stretch = 0;
    gap.stretchesWithoutLimit = false;
  }

  std::int64_t looseGap(const FittedWord& word, std::uint32_t item) const {
    return word.isLoose && item + 1 < word.endItem ? items_[item].gap.natural : 0;
  }

  void widen(FittedWord& word) {
    if (mayReach(word)) {
      word.before = reachBefore(word);
      word.after = reachAfter(word);
    }
    const RubyFit whole = fitPart(paragraph_, word, {word.firstItem, word.endItem, false, false});
    give(word, whole);
    addEdges(word);
    taken_ = whole.reachAfter > 0 ? word.endItem : kNone;
    if (word.firstItem > 0) keep(items_[word.firstItem - 1].gap, whole.reachBefore);
    keep(items_[word.endItem - 1].gap, whole.reachAfter);
  }

  void give(const FittedWord& word, const RubyFit& fit) {
    const std::size_t count = fit.bases.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t begin = i == 0 ? 0 : fit.bases[i];
      const std::int64_t end = i + 1 < count ? fit.bases[i + 1] : fit.width;
      const auto item = word.firstItem + static_cast<std::uint32_t>(i);
      items_[item].width = end - begin - looseGap(word, item);
    }
  }

  void addEdges(const FittedWord& word) {
    const std::uint32_t count = word.endItem - word.firstItem;
    if (count > kMostExact) return;
    std::vector<std::int64_t> sums(count + 1);
    for (std::uint32_t i = 0; i < count; ++i) {
      sums[i + 1] = sums[i] + items_[word.firstItem + i].width + looseGap(word, word.firstItem + i);
    }
    const auto more = [&](std::uint32_t from, std::uint32_t to, bool atStart, bool atEnd) {
      const RubyFit part = fitPart(paragraph_, word, {word.firstItem + from, word.firstItem + to, atStart, atEnd});
      // The gap behind the part's last item is not part of it.
      const std::int64_t gap = looseGap(word, word.firstItem + to - 1);
      return static_cast<std::int64_t>(part.width - gap - (sums[to] - sums[from] - gap));
    };
    for (std::uint32_t i = 0; i < count; ++i) {
      AtEdges& edges = items_[word.firstItem + i].atEdges;
      edges.start = more(i, count, true, false);
      edges.end = more(0, i + 1, false, true);
      edges.both = more(i, i + 1, true, true);
    }
  }

  /// What a reading has taken of a blank is no more there to shrink.
  static void keep(Gap& gap, std::int64_t taken) { gap.shrink = std::max<std::int64_t>(0, gap.shrink - std::max<std::int64_t>(0, taken)); }

  bool mayReach(const FittedWord& word) const {
    const auto allows = [](const RubyReading& reading) {
      return reading.boxes.empty() || reading.boxes.front()->style->rubyOverhang == css::RubyOverhang::Auto;
    };
    for (std::uint32_t i = word.firstItem; i < word.endItem; ++i) {
      if (items_[i].ruby >= 0 && !allows(text_.rubies[static_cast<std::size_t>(items_[i].ruby)].reading)) return false;
    }
    return std::ranges::all_of(word.spans, [&](std::uint32_t span) { return allows(text_.rubySpans[span].reading); }) &&
           (word.loosePair < 0 || allows(text_.rubies[static_cast<std::size_t>(word.loosePair)].reading));
  }

  std::int64_t emOf(const FittedWord& word, std::uint32_t item) const {
    if (items_[item].ruby >= 0) {
      const Reading& own = paragraph_.readings[static_cast<std::size_t>(items_[item].ruby)];
      if (own.fontSize > Length{}) return units(own.fontSize);
    }
    if (word.loosePair >= 0) return units(paragraph_.readings[static_cast<std::size_t>(word.loosePair)].fontSize);
    return word.spans.empty() ? 0 : units(paragraph_.spanReadings[word.spans.front()].fontSize);
  }

  std::int64_t reachBefore(const FittedWord& word) const {
    if (word.firstItem == 0 || taken_ == word.firstItem - 1) return 0;
    const std::uint32_t neighbour = word.firstItem - 1;
    const Gap& gap = items_[neighbour].gap;
    if (gap.kind == BreakKind::Forced) return 0;
    const std::int64_t em = emOf(word, word.firstItem);
    if (gap.endBlank > 0) return std::min({em, gap.natural, gap.endBlank});
    return reachOver(neighbour, items_[neighbour].gapCluster - 1, word.firstItem, em);
  }

  std::int64_t reachAfter(const FittedWord& word) const {
    const std::uint32_t neighbour = word.endItem;
    const Gap& gap = items_[neighbour - 1].gap;
    if (neighbour >= items_.size() || gap.kind == BreakKind::Forced) return 0;
    const std::int64_t em = emOf(word, neighbour - 1);
    if (gap.startBlank > 0) return std::min({em, gap.natural, gap.startBlank});
    return reachOver(neighbour, items_[neighbour].cluster, neighbour - 1, em);
  }

  std::int64_t reachOver(std::uint32_t item, std::uint32_t cluster, std::uint32_t own, std::int64_t em) const {
    const Cluster& over = paragraph_.shaped.clusters[cluster];
    if (items_[item].ruby >= 0) return reachOverBase(item, own, em);
    return mayBeHungOver(text_.classes[over.text]) ? std::min(em, over.advance) : 0;
  }

  /// Readings in Latin letters may use what a shorter one beside them leaves free of its base (clreq).
  std::int64_t reachOverBase(std::uint32_t item, std::uint32_t own, std::int64_t em) const {
    if (!isLatin(item) || !isLatin(own)) return 0;
    const auto pair = static_cast<std::size_t>(items_[item].ruby);
    std::int64_t base = 0;
    for (std::uint32_t at = items_[item].cluster; at < items_[item].gapCluster; ++at) {
      base += inkAdvance(paragraph_.shaped.clusters[at]);
    }
    const std::int64_t distance = units(Em{kLatinDistance}.at(paragraph_.readings[pair].fontSize));
    return std::clamp<std::int64_t>((base - units(paragraph_.readings[pair].naturalWidth) - distance) / 2, 0, em);
  }

  bool isLatin(std::uint32_t item) const {
    return items_[item].ruby >= 0 && paragraph_.readings[static_cast<std::size_t>(items_[item].ruby)].isLatin;
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  Paragraph& paragraph_;
  const InlineText& text_;
  std::vector<Item>& items_;
  std::uint32_t taken_ = kNone;  // the item that the reading before reaches over
};

/// How much of a word's base the part covers, in units of the bases.
struct Share {
  std::int64_t from = 0, to = 0, total = 0;
};
Share shareOf(const FittedWord& word, const WordPart& part) {
  Share share;
  for (std::uint32_t i = word.firstItem; i < word.endItem; ++i) {
    if (i == part.first) share.from = share.total;
    share.total += word.bases[i - word.firstItem].base;
    if (i + 1 == part.end) share.to = share.total;
  }
  return share;
}

}  // namespace

void prepareReadings(Paragraph& paragraph, const Space& space, Context& context) {
  for (const RubyPair& pair : paragraph.text.rubies) {
    paragraph.readings.push_back(prepareReading(pair.reading, space, context));
  }
  for (const RubySpan& span : paragraph.text.rubySpans) {
    paragraph.spanReadings.push_back(prepareReading(span.reading, space, context));
  }
}

void loosenLongRuby(Paragraph& paragraph, Length narrowestLine) {
  paragraph.narrowestLine = narrowestLine;
  const std::vector<Cluster>& clusters = paragraph.shaped.clusters;
  for (RubyPair& pair : paragraph.text.rubies) {
    auto cluster = std::ranges::lower_bound(clusters, pair.begin, {}, &Cluster::text);
    std::int64_t width = 0;
    for (; cluster != clusters.end() && cluster->text < pair.end; ++cluster) width += cluster->advance;
    pair.isLoose = pair.reading.side != RubySide::Beside && width > narrowestLine.toUnits() / 2 && pair.end > pair.begin + 1;
  }
}

void fitRubyWords(Paragraph& paragraph) {
  paragraph.rubyWords.clear();
  if (!paragraph.text.rubyWords.empty()) WordFitter(paragraph).fit();
}

RubyFit fitPart(const Paragraph& paragraph, const FittedWord& word, const WordPart& part) {
  RubyFitRequest request;
  request.bases = std::span(word.bases).subspan(part.first - word.firstItem, part.end - part.first);
  request.limit = word.limit;
  request.before = part.first == word.firstItem ? word.before : 0;
  request.after = part.end == word.endItem ? word.after : 0;
  request.atStart = part.atStart;
  request.atEnd = part.atEnd;
  request.spanning = word.spanning;
  if (word.spanning > 0 && part.end - part.first < word.endItem - word.firstItem) {
    const Share share = shareOf(word, part);
    std::int64_t widest = 0;
    const auto include = [&](const Reading& reading) {
      widest = std::max(widest, units(sliceOf(reading, share.from, share.to, share.total).width));
    };
    for (const std::uint32_t span : word.spans) include(paragraph.spanReadings[span]);
    if (word.loosePair >= 0) include(paragraph.readings[static_cast<std::size_t>(word.loosePair)]);
    request.spanning = widest;
  }
  return fitRuby(request);
}

ReadingSlice sliceOf(const Reading& reading, std::int64_t from, std::int64_t to, std::int64_t total) {
  std::int64_t letters = 0;
  for (const auto& part : reading.parts) letters += static_cast<std::int64_t>(part->items.items.size());
  const std::int64_t first = (2 * letters * from + total) / (2 * total);
  const std::int64_t end = (2 * letters * to + total) / (2 * total);
  ReadingSlice slice;
  std::int64_t passed = 0;
  for (const auto& part : reading.parts) {
    const std::vector<Item>& items = part->items.items;
    const auto count = static_cast<std::int64_t>(items.size());
    const std::int64_t begin = std::clamp<std::int64_t>(first - passed, 0, count);
    const std::int64_t stop = std::clamp<std::int64_t>(end - passed, 0, count);
    passed += count;
    if (begin >= stop) continue;
    slice.pieces.push_back({part.get(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)});
    for (std::int64_t i = begin; i < stop; ++i) {
      const Item& item = items[static_cast<std::size_t>(i)];
      slice.width += Length::units(item.width + (i + 1 < stop ? item.gap.natural : 0));
    }
  }
  return slice;
}

Length columnWidth(const InlineText& text, const RubyPair& pair) {
  if (pair.reading.side != RubySide::Beside || pair.reading.boxes.empty()) return {};
  return Em{kZhuyinColumn}.at(text.boxes[pair.inlineBox].style->fontSize);
}

std::int64_t readingRoom(const Paragraph& paragraph, std::size_t item) {
  const std::vector<Item>& items = paragraph.items.items;
  if (items[item].ruby < 0) return 0;
  const auto pair = static_cast<std::size_t>(items[item].ruby);
  if (paragraph.text.rubies[pair].reading.side == RubySide::Beside) return 0;
  const Reading& own = paragraph.readings[pair];
  const auto isLatin = [&](std::size_t other) {
    return other < items.size() && items[other].ruby >= 0 &&
           paragraph.readings[static_cast<std::size_t>(items[other].ruby)].isLatin;
  };
  const bool keepsDistance = own.isLatin && ((item > 0 && isLatin(item - 1)) || isLatin(item + 1));
  return units(own.naturalWidth + (keepsDistance ? Em{kLatinDistance}.at(own.fontSize) : Length{}));
}

}  // namespace octavo::layout
