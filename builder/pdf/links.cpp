// pdf: links and the places that show them.
#include "pdf/links.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/address.h"
#include "base/percent_encoding.h"
#include "pdf/value.h"

namespace octavo::pdf {

namespace {

/// RFC 3986: a URI is ASCII; whatever else was written is percent-encoded.
std::string asciiUri(std::string_view href) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : href) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 32 && byte < 127 && c != '<' && c != '>' && c != '"' && c != '\\') {
      out.push_back(c);
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

/// Schemes that lead out of the book; what runs or reads the reader's disk is not for a page
/// (PDF/A-2, 6.5.1).
bool leadsOut(std::string_view href) {
  const std::string scheme = schemeOf(href);
  return !scheme.empty() && scheme != "javascript" && scheme != "data" && scheme != "file" && scheme != "vbscript";
}

const dom::Element* backLinkIn(const dom::Element& element) {
  for (const auto& child : element.children()) {
    const dom::Element* inner = dom::asElement(*child);
    if (!inner) continue;
    if (inner->name == "a" && inner->hasWord("role", "doc-backlink")) return inner;
    if (const dom::Element* found = backLinkIn(*inner)) return found;
  }
  return nullptr;
}

/// Pieces of one line that touch become one rectangle.
void addRectangle(std::vector<Rectangle>& rectangles, const Rectangle& box) {
  constexpr Length kTouching = Length::units(65536 / 2);
  if (!rectangles.empty()) {
    Rectangle& last = rectangles.back();
    const auto overlap = [](Length a1, Length a2, Length b1, Length b2) {
      return std::min(a2, b2) - std::max(a1, b1);
    };
    const Length across = overlap(last.at.left, last.right(), box.at.left, box.right());
    const Length down = overlap(last.at.top, last.bottom(), box.at.top, box.bottom());
    const bool sameLine =
        down > std::min(last.size.height, box.size.height).scaled(1, 2) && across >= -kTouching;
    const bool sameColumn =
        across > std::min(last.size.width, box.size.width).scaled(1, 2) && down >= -kTouching;
    const bool isTurned = last.size.height > last.size.width && box.size.height > box.size.width;
    if (sameLine || (sameColumn && isTurned)) {
      last = united(last, box);
      return;
    }
  }
  rectangles.push_back(box);
}

}  // namespace

const dom::Element* noteAround(const dom::Element* element) {
  for (; element; element = element->parent()) {
    if (element->name != "aside") continue;
    if (element->hasWord("role", "doc-footnote") || element->hasWord("epub:type", "footnote")) return element;
  }
  return nullptr;
}

bool isNoteReference(const dom::Element& element) {
  return element.name == "a" &&
         (element.hasWord("role", "doc-noteref") || element.hasWord("epub:type", "noteref"));
}

std::optional<Link> LinkIndex::resolve(const dom::Element& element) const {
  if (!element.is(dom::Namespace::Xhtml, "a")) return std::nullopt;
  const std::string* href = element.attribute("href");
  if (!href || href->empty()) return std::nullopt;
  if (href->front() != '#') {
    if (!leadsOut(*href)) return std::nullopt;
    std::string uri = asciiUri(*href);
    // Half an address leads nowhere: the words stay, and the writer says so.
    if (uri.size() > kLongestString) return std::nullopt;
    return Link{&element, std::nullopt, std::move(uri)};
  }
  auto found = destinations_.find(href->substr(1));
  if (found == destinations_.end()) found = destinations_.find(percentDecoded(href->substr(1)));
  if (found == destinations_.end()) return std::nullopt;
  return Link{&element, found->second, {}};
}

const Link* LinkIndex::linkAt(const dom::Element& element) {
  if (element.name != "a") return nullptr;
  const auto [known, isNew] = links_.try_emplace(&element);
  if (isNew) known->second = resolve(element);
  return known->second ? &*known->second : nullptr;
}

const Link* LinkIndex::linkAround(const dom::Element* element) {
  if (!element) return nullptr;
  if (const auto known = around_.find(element); known != around_.end()) return known->second;
  const Link* link = linkAt(*element);
  if (!link) link = linkAround(element->parent());
  around_.emplace(element, link);
  return link;
}

const Link* LinkIndex::linkOf(const Mark& mark) {
  const Link* link = linkAround(mark.source);
  if (link || mark.role != fragment::Role::NoteMarker) return link;
  const dom::Element* note = noteAround(mark.source);
  const dom::Element* back = note ? backLinkIn(*note) : nullptr;
  return back ? linkAt(*back) : nullptr;
}

std::vector<LinkArea> collectLinks(const std::vector<PagePlan>& plans, LinkIndex& index) {
  std::vector<LinkArea> areas;
  for (std::size_t page = 0; page < plans.size(); ++page) {
    const std::size_t firstOfPage = areas.size();
    for (const Mark& mark : plans[page].marks) {
      if (mark.kind != MarkKind::Content) continue;
      const Link* link = index.linkOf(mark);
      if (!link) continue;
      const auto ofPage = std::span(areas).subspan(firstOfPage);
      const auto known = std::ranges::find(ofPage, link, &LinkArea::link);
      LinkArea& area = known != ofPage.end() ? *known : areas.emplace_back(LinkArea{link, page, {}});
      for (std::size_t i = mark.firstItem; i < mark.endItem; ++i) {
        const PaintItem& item = plans[page].items[i];
        addRectangle(area.rectangles, {item.at, item.fragment->size});
      }
    }
  }
  return areas;
}

}  // namespace octavo::pdf
