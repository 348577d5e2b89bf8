// text: the pattern files of hyphenation, read fast.
#include "text/hyphen_patterns_private.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace octavo::text {
namespace {

bool isFigure(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

std::optional<std::u16string> decoded(std::string_view bytes, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &error), ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  std::u16string text(bytes.size() + 1, u'\0');
  const auto size = ucnv_toUChars(converter.get(), text.data(), static_cast<std::int32_t>(text.size()), bytes.data(),
                                  static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

/// Takes the next line off the text.
template <class View>
View takeLine(View& text) {
  const auto end = text.find('\n');
  View line = text.substr(0, end);
  text.remove_prefix(end == View::npos ? text.size() : end + 1);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

/// The number behind a setting's name.
std::size_t settingOf(std::u16string_view line) {
  std::size_t number = 0;
  for (const char16_t unit : line) {
    if (isFigure(unit)) number = std::min<std::size_t>(number * 10 + (unit - u'0'), 100);
  }
  return number;
}

}  // namespace

std::optional<HyphenPatterns> HyphenPatterns::parse(std::string_view file) {
  const std::string encoding(takeLine(file));
  const auto text = decoded(file, encoding);
  if (!text) return std::nullopt;
  HyphenPatterns patterns;
  std::u16string_view rest = *text;
  while (!rest.empty()) {
    if (!patterns.addLine(takeLine(rest))) return std::nullopt;
  }
  constexpr std::size_t kUsual = 3;
  if (patterns.compoundBefore_ == 0) patterns.compoundBefore_ = patterns.leastBefore_ > 0 ? patterns.leastBefore_ : kUsual;
  if (patterns.compoundAfter_ == 0) patterns.compoundAfter_ = patterns.leastAfter_ > 0 ? patterns.leastAfter_ : kUsual;
  if (patterns.levels_.size() == 1) {
    // A file without levels: hyphens and apostrophes part the words that the patterns are about.
    Level joints;
    joints.add(u"1-1");
    joints.add(u"1'1");
    patterns.levels_.insert(patterns.levels_.begin(), std::move(joints));
    patterns.never_ = u"'-";
  }
  return patterns;
}

bool HyphenPatterns::addLine(std::u16string_view line) {
  if (line.empty() || line.front() == u'%' || line.front() == u'#') return true;
  if (line.find(u'/') != std::u16string_view::npos) return false;
  constexpr std::u16string_view kNever = u"NOHYPHEN";
  if (line.starts_with(u"NEXTLEVEL")) {
    levels_.emplace_back();
  } else if (line.starts_with(u"LEFTHYPHENMIN")) {
    leastBefore_ = settingOf(line);
  } else if (line.starts_with(u"RIGHTHYPHENMIN")) {
    leastAfter_ = settingOf(line);
  } else if (line.starts_with(kNever)) {
    for (const char16_t unit : line.substr(kNever.size())) {
      if (unit != u' ' && unit != u',') never_ += unit;
    }
  } else if (line.starts_with(u"COMPOUNDLEFTHYPHENMIN")) {
    compoundBefore_ = settingOf(line);
  } else if (line.starts_with(u"COMPOUNDRIGHTHYPHENMIN")) {
    compoundAfter_ = settingOf(line);
  } else {
    levels_.back().add(line);
  }
  return true;
}

void HyphenPatterns::Level::add(std::u16string_view pattern) {
  std::uint32_t node = 0;
  std::vector<std::uint8_t> own(1);
  for (const char16_t unit : pattern) {
    if (isFigure(unit)) {
      own.back() = static_cast<std::uint8_t>(unit - u'0');
      continue;
    }
    std::uint32_t next = find(node, unit);
    if (next == 0) {
      // The newest stands first, so that patterns in order find their beginnings at once.
      next = static_cast<std::uint32_t>(nodes.size());
      nodes.push_back({unit, 0, nodes[node].child, 0});
      nodes[node].child = next;
    }
    node = next;
    own.push_back(0);
  }
  if (node == 0) return;
  nodes[node].values = static_cast<std::uint32_t>(values.size());
  values.insert(values.end(), own.begin(), own.end());
}

std::uint32_t HyphenPatterns::Level::find(std::uint32_t parent, char16_t letter) const {
  std::uint32_t node = nodes[parent].child;
  while (node != 0 && nodes[node].letter != letter) node = nodes[node].sibling;
  return node;
}

std::vector<std::uint8_t> HyphenPatterns::Level::valuesOf(std::u16string_view word) const {
  const std::u16string dotted = u"." + std::u16string(word) + u".";
  std::vector<std::uint8_t> found(dotted.size() + 1);
  // The files are written for libhyphen, which heeds at each letter only the longest beginning of a pattern that ends
  // there: shorter ones count in as far as the longer one repeats them.
  std::vector<bool> isReached(dotted.size());
  for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
    std::uint32_t node = 0;
    for (std::size_t at = begin; at < dotted.size(); ++at) {
      node = find(node, dotted[at]);
      if (node == 0) break;
      if (isReached[at]) continue;
      isReached[at] = true;
      if (nodes[node].values == 0) continue;
      for (std::size_t i = 0; i <= at + 1 - begin; ++i) {
        found[begin + i] = std::max(found[begin + i], values[nodes[node].values + i]);
      }
    }
  }
  found.erase(found.begin());  // the place before the dot
  found.pop_back();
  return found;
}

/// Marks the points of a word that begins at `at` of the whole one; the parts of a compound go to the next level.
void HyphenPatterns::mark(std::u16string_view word, std::size_t level, std::size_t at,
                          std::vector<bool>& points) const {
  const std::vector<std::uint8_t> found = levels_[level].valuesOf(word);
  const bool hasNext = level + 1 < levels_.size();
  std::size_t begin = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    const bool isPoint = end < word.size() && found[end] % 2 == 1;
    if (isPoint) points[at + end] = true;
    if (!isPoint && end < word.size()) continue;
    if (hasNext && end - begin > 1) {
      mark(word.substr(begin, end - begin), level + 1, at + begin, points);
      const std::size_t before = begin > 0 ? std::max<std::size_t>(compoundBefore_, 1) : 1;
      const std::size_t after = end < word.size() ? std::max<std::size_t>(compoundAfter_, 1) : 1;
      for (std::size_t place = begin + 1; place < end; ++place) {
        if (place - begin < before || end - place < after) points[at + place] = false;
      }
    }
    begin = end;
  }
}

std::vector<std::size_t> HyphenPatterns::points(std::u16string_view word) const {
  std::vector<bool> marked(word.size() + 1);
  mark(word, 0, 0, marked);
  std::vector<std::size_t> points;
  constexpr std::size_t kLeast = 2;  // letters on each side, also where a file sets no minimum
  const std::size_t before = std::max(leastBefore_, kLeast), after = std::max(leastAfter_, kLeast);
  const auto isNever = [&](char16_t unit) { return never_.find(unit) != std::u16string::npos; };
  for (std::size_t at = before; at + after <= word.size(); ++at) {
    if (marked[at] && !isNever(word[at]) && !isNever(word[at - 1])) points.push_back(at);
  }
  return points;
}

}  // namespace octavo::text
