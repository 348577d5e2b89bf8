#include "layout/page/frame/margin_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/line_breaks.h"

namespace octavo::layout::page {
namespace {

std::string joined(const std::vector<MarginPiece>& pieces) {
  std::string text;
  for (const MarginPiece& piece : pieces) text += piece.text;
  return text;
}

bool isBlank(char16_t c) { return c == u' ' || c == u'\u00A0' || c == u'\u2003' || c == u'\u3000'; }
/// What must not stand before an ellipsis: it would seem to end what goes on.
bool isLoose(char16_t c) { return isBlank(c) || std::u16string_view(u",;:.-–—(、，；：。（「『").find(c) != std::u16string_view::npos; }
bool isWide(char16_t c) { return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0xFF00; }

std::string cutAt(std::u16string_view text, std::size_t end) {
  while (end > 0 && isLoose(text[end - 1])) --end;
  return end == 0 ? std::string() : toUtf8(text.substr(0, end)) + "…";
}

/// Where the text may be cut, in rising order: at the ends of words, or anywhere where the first word is too long.
std::vector<std::size_t> placesOf(std::u16string_view text, bool inWords) {
  std::vector<std::size_t> places;
  for (const std::size_t at : text::graphemeBoundaries(text)) {
    if (at == 0 || at >= text.size()) continue;
    const bool isEnd = isBlank(text[at]) || isWide(text[at]) || isWide(text[at - 1]);
    if (inWords || isEnd) places.push_back(at);
  }
  return places;
}

/// The longest cut of this piece that fits; false where none does, and the piece is empty then.
bool shorten(std::vector<MarginPiece>& pieces, MarginPiece& piece, const FitsRoom& fits) {
  const std::u16string whole = toUtf16(piece.text);
  for (const bool inWords : {false, true}) {
    const std::vector<std::size_t> places = placesOf(whole, inWords);
    const auto fitsAt = [&](std::size_t place) {
      piece.text = cutAt(whole, place);
      return fits(joined(pieces));
    };
    const auto end = std::ranges::partition_point(places, fitsAt);
    if (end == places.begin()) continue;
    piece.text = cutAt(whole, *(end - 1));
    if (!piece.text.empty()) return true;
  }
  piece.text.clear();
  return fits(joined(pieces));
}

}  // namespace

std::string shortenedText(std::vector<MarginPiece> pieces, const FitsRoom& fits) {
  std::string whole = joined(pieces);
  if (whole.empty() || fits(whole)) return whole;
  std::vector<MarginPiece*> strings;
  for (MarginPiece& piece : pieces) {
    if (piece.isString && !piece.text.empty()) strings.push_back(&piece);
  }
  std::ranges::stable_sort(strings, std::greater{}, [](const MarginPiece* piece) { return piece->text.size(); });
  for (MarginPiece* piece : strings) {
    if (shorten(pieces, *piece, fits)) break;
  }
  return joined(pieces);
}

}  // namespace octavo::layout::page
