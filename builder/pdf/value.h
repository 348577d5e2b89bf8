// pdf: values of PDF objects, independent of the library that writes the file.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.h"

namespace octavo::pdf {

/// An indirect object's number; 0 is none.
struct Ref {
  std::uint32_t number = 0;
  bool operator==(const Ref&) const = default;
};

/// The longest string in bytes (ISO 19005-2, 6.1.13).
inline constexpr std::size_t kLongestString = 32767;
/// Whether Value::text cuts such a text.
bool isTooLong(std::string_view utf8);

/// Any PDF value (ISO 32000-1, 7.3), kept as the text that stands in the file.
class Value {
 public:
  Value() : syntax_("null") {}
  Value(bool value) : syntax_(value ? "true" : "false") {}
  Value(int value);
  Value(std::int64_t value);
  Value(std::size_t value) : Value(static_cast<std::int64_t>(value)) {}
  Value(Length length);  // in points, three decimals
  Value(Ref ref);
  Value(const char*) = delete;  // a name, a text or bytes? Say which
  static Value thousandths(std::int64_t value);
  static Value name(std::string_view name);
  /// A text string: as it is where it is ASCII, else UTF-16BE with a byte order mark.
  /// A text string. What is longer than PDF/A allows (ISO 19005-2, 6.1.13: 32,767 bytes) is cut at a character.
  static Value text(std::string_view utf8);
  static Value bytes(std::string_view bytes);
  /// `syntax` is a finished value.
  static Value raw(std::string syntax);
  static Value array(std::initializer_list<Value> items);
  static Value array(const std::vector<Value>& items);

  const std::string& syntax() const { return syntax_; }

 private:
  std::string syntax_;
};

/// Keys (without slash) and values in the order they were set.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(std::initializer_list<std::pair<std::string_view, Value>> entries);
  Dictionary& set(std::string_view key, Value value);
  bool empty() const { return entries_.empty(); }
  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }
  operator Value() const;

 private:
  std::vector<std::pair<std::string, Value>> entries_;
};

/// UTF-16BE without a byte order mark, as hexadecimal digits.
void appendHexUtf16(std::string& to, std::u16string_view text);

}  // namespace octavo::pdf
