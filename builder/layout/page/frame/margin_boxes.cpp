// layout/page: the sixteen boxes in the margins of a page: running heads, page numbers.
#include "layout/page/frame/margin_boxes.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/page/cut.h"
#include "layout/page/frame/margin_box_sizes.h"
#include "layout/page/frame/margin_text.h"

namespace octavo::layout::page {

namespace {

enum class Side { Top, Right, Bottom, Left };

struct Rectangle {
  PhysicalPoint at;
  PhysicalSize size;
};

constexpr std::size_t kMostBytes = 2000;  // of a margin box's text

/// One margin box before its place is known.
struct MarginContent {
  css::StylePtr style;                  // null: not generated
  box::Box box;                         // its text as a block
  std::vector<MarginPiece> pieces;      // of its text
  PhysicalEdges<Length> margin, inner;  // inner: border and padding
};

using css::MarginBox;

/// The three boxes of each side in the direction in which they share it, left to right or top to bottom.
struct SideBoxes {
  Side side;
  std::array<MarginBox, 3> boxes;
};
constexpr std::array kSides{
    SideBoxes{Side::Top, {MarginBox::TopLeft, MarginBox::TopCenter, MarginBox::TopRight}},
    SideBoxes{Side::Right, {MarginBox::RightTop, MarginBox::RightMiddle, MarginBox::RightBottom}},
    SideBoxes{Side::Bottom, {MarginBox::BottomLeft, MarginBox::BottomCenter, MarginBox::BottomRight}},
    SideBoxes{Side::Left, {MarginBox::LeftTop, MarginBox::LeftMiddle, MarginBox::LeftBottom}}};

LogicalEdges<Length> innerEdges(const css::ComputedStyle& style, Length of) {
  const auto edge = [&](const css::LengthPercentage& padding, const BorderLine& line) {
    return resolved(padding, of) + (line.style == LineStyle::None ? Length{} : line.width);
  };
  return {edge(style.padding.blockStart, style.border.blockStart),
          edge(style.padding.inlineEnd, style.border.inlineEnd),
          edge(style.padding.blockEnd, style.border.blockEnd),
          edge(style.padding.inlineStart, style.border.inlineStart)};
}

Length across(const PhysicalEdges<Length>& edges) { return edges.left + edges.right; }
Length down(const PhysicalEdges<Length>& edges) { return edges.top + edges.bottom; }

class MarginBoxLayout {
 public:
  MarginBoxLayout(const css::PageStyle& page, const PageValues& values, const dom::Element* element,
                  Context& context)
      : page_(page), values_(values), element_(element), context_(context) {}

  std::vector<fragment::PlacedFragment> run() {
    const Length left = page_.margin.left, top = page_.margin.top;
    const Length right = page_.size.width - page_.margin.right,
                 bottom = page_.size.height - page_.margin.bottom;
    addCorner(MarginBox::TopLeftCorner, {{{}, {}}, {left, top}});
    addSide(kSides[0], {{left, {}}, {right - left, top}});
    addCorner(MarginBox::TopRightCorner, {{right, {}}, {page_.margin.right, top}});
    addSide(kSides[1], {{right, top}, {page_.margin.right, bottom - top}});
    addCorner(MarginBox::BottomRightCorner, {{right, bottom}, {page_.margin.right, page_.margin.bottom}});
    addSide(kSides[2], {{left, bottom}, {right - left, page_.margin.bottom}});
    addCorner(MarginBox::BottomLeftCorner, {{{}, bottom}, {left, page_.margin.bottom}});
    addSide(kSides[3], {{{}, top}, {left, bottom - top}});
    return std::move(placed_);
  }

 private:
  MarginContent contentOf(MarginBox name, Length of) const {
    MarginContent content;
    content.style = page_.marginBoxes[static_cast<std::size_t>(name)];
    if (!content.style) return content;
    const css::ComputedStyle& style = *content.style;
    const LogicalEdges<Length> margin{
        resolvedMargin(style.margin.blockStart, of), resolvedMargin(style.margin.inlineEnd, of),
        resolvedMargin(style.margin.blockEnd, of), resolvedMargin(style.margin.inlineStart, of)};
    content.margin = physicalWidths(margin, style.writingMode, style.direction);
    content.inner = physicalWidths(innerEdges(style, of), style.writingMode, style.direction);
    content.box.kind = box::Kind::Block;
    content.box.style = content.style;
    content.box.element = element_;
    content.box.hasInlineChildren = true;
    auto text = std::make_unique<box::Box>();
    text->kind = box::Kind::Text;
    text->style = css::Cascade::anonymous(content.style, css::Display::Inline);
    text->element = element_;
    reportMissing(style);
    content.pieces = marginPieces(style, values_);
    for (MarginPiece& piece : content.pieces) {
      piece.text = shortened(std::move(piece.text));
      text->text += piece.text;
    }
    content.box.children.push_back(std::move(text));
    return content;
  }

  /// A margin box holds a line or a few: the rest of a longer text would be set, out of sight, on every page.
  std::string shortened(std::string text) const {
    if (text.size() <= kMostBytes) return text;
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
    context_.diagnostics.report({Severity::Warning, "margin-text-long", element_->position(),
                                 "a running head or foot is too long for its page and is cut", "give the title a short form, or the style another string",
                                 "margin-text"});
    return text.substr(0, end) + "\xE2\x80\xA6";
  }

  /// What `content` may hold elsewhere and gives nothing in a margin box.
  void reportMissing(const css::ComputedStyle& style) const {
    for (const css::ContentItem& item : style.content.items) {
      const std::string_view name = std::holds_alternative<css::ContentLeader>(item)          ? "leader()"
                                    : std::holds_alternative<css::ContentAttribute>(item)     ? "attr()"
                                    : std::holds_alternative<css::ContentTargetCounter>(item) ? "target-counter()"
                                    : std::holds_alternative<css::ContentTargetText>(item)    ? "target-text()"
                                    : std::holds_alternative<css::ContentOfElement>(item)     ? "content()"
                                                                                              : "";
      if (name.empty()) continue;
      context_.diagnostics.report({Severity::Warning, "margin-content-missing", {},
                                   fmt::format("{} gives nothing in a margin box of @page", name), "string-set brings an element's text to a margin box: string()",
                                   std::string(name)});
    }
  }

  /// A width or a height that the style asks for, of the border box.
  static std::optional<Length> asked(const css::LengthPercentageAuto& value, Length of, Length inner,
                                     bool isBorderBox) {
    if (std::holds_alternative<css::Auto>(value)) return std::nullopt;
    return resolvedMargin(value, of) + (isBorderBox ? Length{} : inner);
  }

  static std::optional<Length> askedAlong(const MarginContent& content, bool isAcross, Length of) {
    const css::ComputedStyle& style = *content.style;
    const bool isInline = isAcross == (style.writingMode == WritingMode::HorizontalTb);
    const Length inner = isAcross ? across(content.inner) : down(content.inner);
    return asked(isInline ? style.inlineSize : style.blockSize, of, inner, style.boxSizingBorder);
  }

  MarginBoxDemand demandOf(const MarginContent& content, const Rectangle& strip, bool isAcross) {
    MarginBoxDemand demand;
    if (!content.style) return demand;
    const css::ComputedStyle& style = *content.style;
    const Length of = isAcross ? strip.size.width : strip.size.height;
    const Length inner = isAcross ? across(content.inner) : down(content.inner);
    const Length outer = inner + (isAcross ? across(content.margin) : down(content.margin));
    const Length around = style.boxSizingBorder ? outer - inner : outer;
    const bool isInline = isAcross == (style.writingMode == WritingMode::HorizontalTb);
    demand.isGenerated = true;
    if (const auto size = askedAlong(content, isAcross, of)) demand.fixed = *size + outer - inner;
    if (isInline) {
      const InlineSizes sizes = measureInline(content.box, context_);
      demand.minContent = sizes.minContent + outer;
      demand.maxContent = sizes.maxContent + outer;
    } else {
      const Length room =
          (isAcross ? strip.size.height - down(content.inner) : strip.size.width - across(content.inner));
      demand.minContent = demand.maxContent = linesOf(content, room)->size.blockSize + outer;
    }
    const auto& most = isInline ? style.maxInlineSize : style.maxBlockSize;
    if (const auto* length = std::get_if<Length>(&most)) demand.most = *length + around;
    if (const auto* share = std::get_if<css::Percentage>(&most))
      demand.most = of.scaled(share->ratio) + around;
    const Length least = resolved(isInline ? style.minInlineSize : style.minBlockSize, of);
    demand.least = least > Length{} ? least + around : Length{};
    return demand;
  }

  LogicalFragmentPtr linesOf(const MarginContent& content, Length inlineSize) {
    Space space;
    space.available = {std::max(Length{}, inlineSize), Length::infinite()};
    space.writingMode = content.style->writingMode;
    Result result = layoutInline(content.box, space, nullptr, context_);
    return result.fragment ? result.fragment : std::make_shared<const LogicalFragment>();
  }

  void addCorner(MarginBox name, const Rectangle& corner) {
    MarginContent content = contentOf(name, corner.size.width);
    if (!content.style) return;
    const bool isTop = name == MarginBox::TopLeftCorner || name == MarginBox::TopRightCorner;
    add(content, corner, isTop ? fragment::Role::RunningHead : fragment::Role::RunningFoot, true);
  }

  void addSide(const SideBoxes& side, const Rectangle& strip) {
    const bool isAcross = side.side == Side::Top || side.side == Side::Bottom;
    const Length available = isAcross ? strip.size.width : strip.size.height;
    std::array<MarginContent, 3> contents;
    std::array<MarginBoxDemand, 3> demands;
    bool isAny = false;
    for (std::size_t index = 0; index < 3; ++index) {
      contents[index] = contentOf(side.boxes[index], strip.size.width);
      demands[index] = demandOf(contents[index], strip, isAcross);
      isAny = isAny || contents[index].style;
    }
    if (!isAny) return;
    const std::array<Length, 3> sizes = shareSide(available, demands);
    const std::array<Length, 3> starts{Length{}, (available - sizes[1]).scaled(1, 2), available - sizes[2]};
    for (std::size_t index = 0; index < 3; ++index) {
      if (!contents[index].style) continue;
      Rectangle place = strip;
      (isAcross ? place.at.left : place.at.top) += starts[index];
      (isAcross ? place.size.width : place.size.height) = sizes[index];
      narrow(contents[index], side.side, place);
      add(contents[index], place,
          side.side == Side::Bottom ? fragment::Role::RunningFoot : fragment::Role::RunningHead, isAcross);
    }
  }

  /// A size across the strip that the style asks for: the box then stands next to the page area
  /// (section 5.3.3).
  static void narrow(const MarginContent& content, Side side, Rectangle& place) {
    const bool isAcross = side == Side::Top || side == Side::Bottom;
    const Length strip = isAcross ? place.size.height : place.size.width;
    const auto size = askedAlong(content, !isAcross, strip);
    if (!size) return;
    const Length outer = std::min(strip, *size + (isAcross ? down(content.margin) : across(content.margin)));
    (isAcross ? place.size.height : place.size.width) = outer;
    if (side == Side::Top) place.at.top += strip - outer;
    if (side == Side::Left) place.at.left += strip - outer;
  }

  /// Where lines run along the side a text with named strings has one line (or as many as it says itself), else as
  /// many as there is room for.
  void shorten(MarginContent& content, LogicalSize area, bool isAlong) {
    const bool hasStrings = std::ranges::any_of(content.pieces, &MarginPiece::isString);
    std::string& words = content.box.children.front()->text;
    std::optional<bool> isFitting;  // whether `words` do; most texts are asked for twice
    const auto fits = [&](const std::string& text) {
      if (isFitting && text == words) return *isFitting;
      words = text;
      if (isAlong && hasStrings) {
        isFitting = measureInline(content.box, context_).maxContent <= area.inlineSize;
      } else {
        const LogicalFragmentPtr lines = linesOf(content, area.inlineSize);
        isFitting = lines->children.size() <= 1 || lines->size.blockSize <= area.blockSize;
      }
      return *isFitting;
    };
    if (fits(shortenedText(content.pieces, fits))) return;
    context_.diagnostics.report({Severity::Warning, "margin-box-overfull", {}, "a page margin is too small for its text: " + words,
                                 "make the margin of the page larger or the text smaller", words});
  }

  /// `place` is the margin box's own margin box.
  void add(MarginContent& content, Rectangle place, fragment::Role role, bool isAcross) {
    place.at.left += content.margin.left;
    place.at.top += content.margin.top;
    place.size.width = std::max(Length{}, place.size.width - across(content.margin));
    place.size.height = std::max(Length{}, place.size.height - down(content.margin));

    const css::ComputedStyle& style = *content.style;
    const WritingMode mode = style.writingMode;
    const PhysicalSize room{place.size.width - across(content.inner),
                            place.size.height - down(content.inner)};
    const LogicalSize area = toLogical(room, mode);
    shorten(content, area, isAcross == (mode == WritingMode::HorizontalTb));
    const LogicalFragmentPtr lines = recast(*linesOf(content, area.inlineSize), role, true);

    const LogicalEdges<Length> inner = innerEdges(style, page_.size.width);
    auto frame = std::make_shared<LogicalFragment>();
    frame->size = toLogical(place.size, mode);
    frame->role = role;
    frame->direction = style.direction;
    if (style.background.alpha != 0 || !(style.border == LogicalEdges<BorderLine>{})) {
      frame->content = LogicalFrame{style.border, style.background};
    }
    const Length free = area.blockSize - lines->size.blockSize;
    // A line taller than its room takes from the padding before it leaves the paper.
    const Length most = std::max(Length{}, frame->size.blockSize - lines->size.blockSize);
    const Length start = std::clamp(inner.blockStart + shiftOf(style, free), Length{}, most);
    frame->children.push_back({{inner.inlineStart, start}, lines});
    placed_.push_back({place.at, toPhysical(*frame, mode)});
  }

  static Length shiftOf(const css::ComputedStyle& style, Length free) {
    const auto* shift = std::get_if<css::BaselineShift>(&style.verticalAlign);
    if (shift && (*shift == css::BaselineShift::Bottom || *shift == css::BaselineShift::TextBottom))
      return free;
    if (shift && *shift == css::BaselineShift::Middle) return free.scaled(1, 2);
    return {};
  }

  const css::PageStyle& page_;
  const PageValues& values_;
  const dom::Element* element_;
  Context& context_;
  std::vector<fragment::PlacedFragment> placed_;
};

}  // namespace

std::vector<fragment::PlacedFragment> layoutMarginBoxes(const css::PageStyle& style, const PageValues& values,
                                                        const dom::Element* element, Context& context) {
  return MarginBoxLayout(style, values, element, context).run();
}

}  // namespace octavo::layout::page
