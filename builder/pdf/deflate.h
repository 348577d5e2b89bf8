// pdf: Flate compression of streams.
#pragma once

#include <string>
#include <string_view>

#include "pdf/value.h"

namespace octavo::pdf {

/// The bytes as FlateDecode wants them. Thread-safe; the same bytes for the same input.
std::string deflate(std::string_view bytes);

/// A stream ready to be stored.
struct Stream {
  Dictionary dictionary;
  std::string bytes;
};
Stream deflated(std::string_view bytes, Dictionary dictionary = {});

}  // namespace octavo::pdf
