// pdf: the operators of a page, written compactly: state is set only where it changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/paint.h"
#include "pdf/number.h"

namespace octavo::pdf {

/// A place in PDF's own coordinates: from the page's bottom left corner, up, in 1/1000 pt.
struct PdfPoint {
  MilliPoints x = 0, y = 0;
  bool operator==(const PdfPoint&) const = default;
};

/// `<</ActualText<FEFF…>>>`: what a copy of the marked glyphs gives.
std::string actualText(std::u16string_view text);

/// Writes one content stream (ISO 32000-1, 7.8). Text objects open and close by themselves.
class ContentStream {
 public:
  explicit ContentStream(Length pageHeight) : height_(toMilliPoints(pageHeight)) {}

  PdfPoint toPdf(PhysicalPoint at) const { return {toMilliPoints(at.left), height_ - toMilliPoints(at.top)}; }

  /// `/P <</MCID 3>> BDC`; `properties` is a finished dictionary.
  void beginMarked(std::string_view tag, std::string_view properties);
  void endMarked();

  void save();
  void restore();
  void fillColor(Color color);
  void strokeColor(Color color);
  /// `values` thousandths with blanks between, then the operator.
  void operation(std::initializer_list<MilliPoints> values, std::string_view name);
  void rectangle(PdfPoint bottomLeft, MilliPoints width, MilliPoints height);
  void moveTo(PdfPoint to) { operation({to.x, to.y}, "m"); }
  void lineTo(PdfPoint to) { operation({to.x, to.y}, "l"); }

  void font(std::size_t number, MilliPoints size);
  /// Where the next glyphs begin, and whether their line goes down or up the page.
  void textAt(PdfPoint at, Turn turn);
  void rise(MilliPoints rise);
  /// Invisible glyphs, stretched to so many thousandths of a percent.
  void beginUnseen(std::int64_t stretch);
  void endUnseen();
  void showCode(std::uint16_t code);
  /// Thousandths of an em, as TJ counts them: positive moves back (down in vertical text).
  void adjust(std::int64_t thousandths);
  void endShow();
  /// A span inside the shown text whose copy is `text`.
  void beginActualText(std::u16string_view text);
  void endActualText();
  /// A span of strings whose characters stand from left to right but are read from right to left.
  void beginReversed();
  void endReversed() { endActualText(); }

  /// The opacities used, a byte each, in the order of their first use.
  const std::string& opacities() const { return opacities_; }
  std::string take();

 private:
  void endText();
  void opacity(std::uint8_t alpha);
  void closeString();

  std::string out_;
  std::string opacities_;
  MilliPoints height_;
  Color fill_, stroke_;
  std::uint8_t alpha_ = 255;
  bool inText_ = false, inArray_ = false, inString_ = false;
  Turn turn_ = Turn::None;
  bool hasShown_ = false;  // glyphs since the line's start, so that the pen has left it
  PdfPoint lineStart_;
  std::size_t font_ = 0;
  MilliPoints size_ = -1;
  MilliPoints rise_ = 0;
  int saved_ = 0;
};

}  // namespace octavo::pdf
