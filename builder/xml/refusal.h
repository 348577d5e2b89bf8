// xml: how the reader gives up, and where in a text an offset lies.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostics.h"

namespace octavo::xml {

[[noreturn]] void refuse(std::string code, SourcePosition where, std::string message, std::string hint = {});

/// Line and column of a byte offset, counted from the text's start: for messages only, it reads the whole
/// text.
SourcePosition positionAt(const SourceFile& source, std::size_t offset);

/// Line and column of rising offsets, in one scan over the text. A falling offset gives the last position
/// again.
class PositionCursor {
 public:
  explicit PositionCursor(const SourceFile& source) : source_(&source) {}
  SourcePosition at(std::size_t offset);

 private:
  const SourceFile* source_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace octavo::xml
