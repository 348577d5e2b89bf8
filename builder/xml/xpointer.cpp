// xml: what an xpointer attribute points to.
#include "xml/xpointer.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace octavo::xml {
namespace {

constexpr std::string_view kSpaces = " \t\n\r";

std::optional<std::size_t> readNumber(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// The length of a scheme's data, up to the parenthesis that closes it; npos without one. ^ escapes.
std::size_t dataLength(std::string_view text) {
  int open = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '^') {
      ++i;
    } else if (text[i] == '(') {
      ++open;
    } else if (text[i] == ')' && --open == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// id, id/1/2 or /1/2.
std::optional<ElementPointer> parseElement(std::string_view data) {
  const std::size_t slash = std::min(data.find('/'), data.size());
  ElementPointer pointer{std::string(data.substr(0, slash)), {}};
  data.remove_prefix(slash);
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('/', 1), data.size());
    const auto step = readNumber(data.substr(1, end - 1));
    if (!step || *step == 0) return std::nullopt;
    pointer.steps.push_back(*step);
    data.remove_prefix(end);
  }
  if (pointer.id.empty() && pointer.steps.empty()) return std::nullopt;
  return pointer;
}

/// The x of id('x'); empty for any other expression.
std::string_view idCall(std::string_view data) {
  for (const std::string_view quote : {"'", "\""}) {
    const std::string begin = "id(" + std::string(quote);
    const std::string end = std::string(quote) + ")";
    if (!data.starts_with(begin) || !data.ends_with(end)) continue;
    const std::string_view id = data.substr(begin.size(), data.size() - begin.size() - end.size());
    return id.find_first_of("'\"") == std::string_view::npos ? id : std::string_view();
  }
  return {};
}

struct Range {
  std::size_t begin = 0, end = std::numeric_limits<std::size_t>::max();
};

/// 3,7 or ,12 or 5, ; a number alone is a place without length.
std::optional<Range> parseRange(std::string_view text) {
  text = text.substr(0, text.find(';'));
  const std::size_t comma = text.find(',');
  const std::string_view first = text.substr(0, comma);
  const std::string_view last = comma == std::string_view::npos ? first : text.substr(comma + 1);
  const auto begin = first.empty() ? std::size_t{0} : readNumber(first);
  const auto end = last.empty() ? Range().end : readNumber(last);
  if (!begin || !end || *end < *begin || (first.empty() && last.empty())) return std::nullopt;
  return Range{*begin, *end};
}

}  // namespace

std::optional<Pointer> parsePointer(std::string_view text) {
  Pointer pointer;
  if (text.find('(') == std::string_view::npos) {
    if (text.empty() || text.find_first_of("/)=") != std::string_view::npos) return std::nullopt;
    pointer.parts.push_back({std::string(text), {}});
    return pointer;
  }
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    if (text.empty()) return pointer;
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || open == 0) return std::nullopt;
    const std::string_view scheme = text.substr(0, open);
    const std::size_t length = dataLength(text.substr(open + 1));
    if (length == std::string_view::npos) return std::nullopt;
    const std::string_view data = text.substr(open + 1, length);
    text.remove_prefix(open + length + 2);
    if (scheme == "element") {
      auto element = parseElement(data);
      if (!element) return std::nullopt;
      pointer.parts.push_back(std::move(*element));
    } else if (scheme == "xpointer" && !idCall(data).empty()) {
      pointer.parts.push_back({std::string(idCall(data)), {}});
    } else if (scheme != "xmlns" && pointer.unknownScheme.empty()) {
      pointer.unknownScheme = scheme;
    }
  }
}

std::optional<std::string_view> stretchOfText(std::string_view text, std::string_view fragment) {
  const bool byLines = fragment.starts_with("line=");
  if (!byLines && !fragment.starts_with("char=")) return std::nullopt;
  const auto range = parseRange(fragment.substr(5));
  if (!range) return std::nullopt;
  // Positions lie between lines or characters: 0 before the first.
  std::size_t begin = text.size(), end = text.size(), position = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isContinued = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
    const bool isStart = byLines ? i == 0 || text[i - 1] == '\n' : !isContinued;
    if (!isStart) continue;
    if (position == range->begin) begin = i;
    if (position == range->end) {
      end = i;
      break;
    }
    ++position;
  }
  return text.substr(std::min(begin, end), end - std::min(begin, end));
}

}  // namespace octavo::xml
