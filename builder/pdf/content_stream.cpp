// pdf: the operators of a page.
#include "pdf/content_stream.h"

#include <cassert>

#include "pdf/value.h"

namespace octavo::pdf {

namespace {

constexpr char kHex[] = "0123456789ABCDEF";

std::int64_t colorThousandths(std::uint8_t component) { return (component * 1000 + 127) / 255; }

/// Black and greys as DeviceGray, which an RGB output intent covers and a press prints with black ink alone.
void appendColor(std::string& to, Color color, bool stroke) {
  appendThousandths(to, colorThousandths(color.red));
  if (color.red == color.green && color.green == color.blue) {
    to += stroke ? " G\n" : " g\n";
    return;
  }
  to.push_back(' ');
  appendThousandths(to, colorThousandths(color.green));
  to.push_back(' ');
  appendThousandths(to, colorThousandths(color.blue));
  to += stroke ? " RG\n" : " rg\n";
}

bool sameInk(Color a, Color b) { return a.red == b.red && a.green == b.green && a.blue == b.blue; }

}  // namespace

std::string actualText(std::u16string_view text) {
  std::string dictionary = "<</ActualText<FEFF";
  appendHexUtf16(dictionary, text);
  return dictionary + ">>>";
}

void ContentStream::beginMarked(std::string_view tag, std::string_view properties) {
  endText();
  out_ += tag;
  out_.push_back(' ');
  out_ += properties;
  out_ += " BDC\n";
}

void ContentStream::endMarked() {
  endText();
  out_ += "EMC\n";
}

void ContentStream::save() {
  endText();
  assert(saved_ == 0 && "one level is all that pages need");
  ++saved_;
  out_ += "q\n";
}

void ContentStream::restore() {
  assert(saved_ == 1);
  --saved_;
  out_ += "Q\n";
}

void ContentStream::opacity(std::uint8_t alpha) {
  if (alpha == alpha_) return;
  alpha_ = alpha;
  if (opacities_.find(static_cast<char>(alpha)) == std::string::npos)
    opacities_.push_back(static_cast<char>(alpha));
  out_ += "/A";
  appendInteger(out_, alpha);
  out_ += " gs\n";
}

void ContentStream::fillColor(Color color) {
  closeString();
  assert(!inArray_);
  opacity(color.alpha);
  if (sameInk(color, fill_)) return;
  fill_ = color;
  appendColor(out_, color, false);
}

void ContentStream::strokeColor(Color color) {
  endText();
  opacity(color.alpha);
  if (sameInk(color, stroke_)) return;
  stroke_ = color;
  appendColor(out_, color, true);
}

void ContentStream::operation(std::initializer_list<MilliPoints> values, std::string_view name) {
  endText();
  for (const MilliPoints value : values) {
    appendThousandths(out_, value);
    out_.push_back(' ');
  }
  out_ += name;
  out_.push_back('\n');
}

void ContentStream::rectangle(PdfPoint bottomLeft, MilliPoints width, MilliPoints height) {
  operation({bottomLeft.x, bottomLeft.y, width, height}, "re");
}

void ContentStream::font(std::size_t number, MilliPoints size) {
  if (size_ == size && font_ == number) return;
  font_ = number;
  size_ = size;
  out_ += "/F";
  appendInteger(out_, static_cast<std::int64_t>(number));
  out_.push_back(' ');
  appendThousandths(out_, size);
  out_ += " Tf\n";
}

void ContentStream::textAt(PdfPoint at, Turn turn) {
  if (!inText_) {
    out_ += "BT\n";
    inText_ = true;
    turn_ = Turn::None;
    lineStart_ = {};
  }
  if (turn != turn_ || turn != Turn::None) {
    out_ += turn == Turn::Right ? "0 -1 1 0 " : turn == Turn::Left ? "0 1 -1 0 " : "1 0 0 1 ";
    appendThousandths(out_, at.x);
    out_.push_back(' ');
    appendThousandths(out_, at.y);
    out_ += " Tm\n";
  } else if (at != lineStart_ || hasShown_) {
    appendThousandths(out_, at.x - lineStart_.x);
    out_.push_back(' ');
    appendThousandths(out_, at.y - lineStart_.y);
    out_ += " Td\n";
  }
  turn_ = turn;
  hasShown_ = false;
  lineStart_ = at;
}

void ContentStream::rise(MilliPoints rise) {
  if (rise == rise_) return;
  endShow();
  rise_ = rise;
  appendThousandths(out_, rise);
  out_ += " Ts\n";
}

void ContentStream::beginUnseen(std::int64_t stretch) {
  endShow();
  out_ += "3 Tr ";
  appendThousandths(out_, stretch);
  out_ += " Tz\n";
}

void ContentStream::endUnseen() {
  endShow();
  out_ += "0 Tr 100 Tz\n";
}

void ContentStream::showCode(std::uint16_t code) {
  hasShown_ = true;
  if (!inArray_) out_.push_back('[');
  inArray_ = true;
  if (!inString_) out_.push_back('<');
  inString_ = true;
  const char digits[] = {kHex[code >> 12], kHex[(code >> 8) & 15], kHex[(code >> 4) & 15], kHex[code & 15]};
  out_.append(digits, sizeof digits);
}

void ContentStream::adjust(std::int64_t thousandths) {
  if (thousandths == 0) return;
  closeString();
  if (!inArray_) out_.push_back('[');
  inArray_ = true;
  if (out_.back() != '>' && out_.back() != '[') out_.push_back(' ');
  appendInteger(out_, thousandths);
}

void ContentStream::closeString() {
  if (inString_) out_.push_back('>');
  inString_ = false;
}

void ContentStream::endShow() {
  closeString();
  if (inArray_) out_ += "]TJ\n";
  inArray_ = false;
}

void ContentStream::beginActualText(std::u16string_view text) {
  endShow();
  out_ += "/Span ";
  out_ += actualText(text);
  out_ += " BDC\n";
}

void ContentStream::endActualText() {
  endShow();
  out_ += "EMC\n";
}

void ContentStream::beginReversed() {
  endShow();
  out_ += "/ReversedChars BMC\n";
}

void ContentStream::endText() {
  endShow();
  if (inText_) out_ += "ET\n";
  inText_ = false;
}

std::string ContentStream::take() {
  endText();
  assert(saved_ == 0);
  return std::move(out_);
}

}  // namespace octavo::pdf
