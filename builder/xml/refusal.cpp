// xml: how the reader gives up, and where in a text an offset lies.
#include "xml/refusal.h"

#include <algorithm>
#include <utility>

namespace octavo::xml {

void refuse(std::string code, SourcePosition where, std::string message, std::string hint) {
  throw BuildError({Severity::Error, std::move(code), where, std::move(message), std::move(hint), {}});
}

SourcePosition positionAt(const SourceFile& source, std::size_t offset) {
  PositionCursor cursor(source);
  return cursor.at(offset);
}

SourcePosition PositionCursor::at(std::size_t offset) {
  const std::string& text = source_->text;
  for (const std::size_t end = std::min(offset, text.size()); offset_ < end; ++offset_) {
    const auto byte = static_cast<unsigned char>(text[offset_]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  return {source_, line_, column_};
}

}  // namespace octavo::xml
