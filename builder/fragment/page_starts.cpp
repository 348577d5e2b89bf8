// fragment: where in the document each printed page begins.
#include "fragment/page_starts.h"

#include <algorithm>
#include <unordered_map>

#include "base/ink.h"
#include "base/utf8.h"

namespace octavo::fragment {

namespace {

/// A run of the text, or a picture.
struct Piece {
  std::uint32_t order = 0;
  const dom::Element* element = nullptr;
  const std::u16string* text = nullptr;  // null for a picture
};

bool isOfText(Role role) {
  switch (role) {
    case Role::Content:
    case Role::WarichuText:
    case Role::WarichuMark: return true;
    case Role::Generated:
    case Role::Marker:
    case Role::NoteCall:
    case Role::NoteMarker:
    case Role::NoteBody:
    case Role::RubyText:
    case Role::Leader:
    case Role::Decoration:
    case Role::RepeatedHead:
    case Role::RunningHead:
    case Role::RunningFoot: return false;
  }
  return false;
}

bool hasInk(std::u16string_view text) {
  return std::ranges::any_of(text, [](char16_t unit) { return leavesInk(unit); });
}

/// Low surrogates are the second half of a character.
std::size_t inkIn(std::u16string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char16_t unit) { return leavesInk(unit) && (unit & 0xFC00) != 0xDC00; }));
}

void collect(const Fragment& fragment, std::vector<Piece>& into) {
  if (!isOfText(fragment.role)) return;
  if (fragment.source) {
    const auto* run = std::get_if<GlyphRun>(&fragment.content);
    if (run && hasInk(run->text)) into.push_back({fragment.order, fragment.source, &run->text});
    if (std::holds_alternative<Picture>(fragment.content)) into.push_back({fragment.order, fragment.source, nullptr});
  }
  for (const PlacedFragment& child : fragment.children) collect(*child.fragment, into);
}

class Reader {
 public:
  PageStart read(const Page& page) {
    pieces_.clear();
    if (page.content) collect(*page.content, pieces_);
    std::ranges::stable_sort(pieces_, {}, &Piece::order);
    PageStart start;
    start.label = page.label;
    if (const Piece* first = findFirst()) begin(*first, start);
    for (const Piece& piece : pieces_) {
      if (piece.text) inkOf_[piece.element] += inkIn(*piece.text);
      last_ = std::max(last_, piece.order);
    }
    return start;
  }

 private:
  const Piece* findFirst() const {
    const auto fresh = std::ranges::find_if(pieces_, [&](const Piece& piece) { return piece.order >= last_; });
    if (fresh != pieces_.end()) return &*fresh;
    // A page of figures that have waited: it begins with them where the document still goes forwards.
    const bool goesOn = !pieces_.empty() && pieces_.front().order > lastStart_;
    return goesOn ? &pieces_.front() : nullptr;
  }

  void begin(const Piece& first, PageStart& start) {
    start.element = first.element;
    lastStart_ = first.order;
    if (!first.text) return;
    start.text = toUtf8(*first.text);
    const auto known = inkOf_.find(first.element);
    if (known != inkOf_.end()) start.inkBefore = known->second;
  }

  std::vector<Piece> pieces_;
  std::unordered_map<const dom::Element*, std::size_t> inkOf_;  // asked, never walked: its order reaches no output
  std::uint32_t last_ = 0, lastStart_ = 0;
};

}  // namespace

std::vector<PageStart> pageStarts(const PrintedBook& book) {
  std::vector<PageStart> starts;
  Reader reader;
  for (const Page& page : book.pages) starts.push_back(reader.read(page));
  return starts;
}

}  // namespace octavo::fragment
