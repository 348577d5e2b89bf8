// pdf: values of PDF objects.
#include "pdf/value.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/number.h"

namespace octavo::pdf {

namespace {

constexpr char kHex[] = "0123456789ABCDEF";

bool isRegular(char c) {
  return c > 32 && c < 127 && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

std::string literal(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '\r') {
      out += "\\r";  // a bare one would be read as a line feed
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  out.push_back(')');
  return out;
}

}  // namespace

Value::Value(int value) : Value(static_cast<std::int64_t>(value)) {}

Value::Value(std::int64_t value) { appendInteger(syntax_, value); }

Value::Value(Length length) { appendLength(syntax_, length); }

Value::Value(Ref ref) {
  appendInteger(syntax_, ref.number);
  syntax_ += " 0 R";
}

Value Value::thousandths(std::int64_t value) {
  Value result;
  result.syntax_.clear();
  appendThousandths(result.syntax_, value);
  return result;
}

Value Value::name(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    if (isRegular(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('#');
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    }
  }
  return raw(std::move(out));
}

namespace {

/// What PDFDocEncoding and ASCII share.
bool isPlain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 32 && c < 127) || c == '\n' || c == '\t'; });
}

constexpr std::size_t kMostUnits = (kLongestString - 2) / 2;  // behind the byte order mark

}  // namespace

bool isTooLong(std::string_view utf8) {
  if (utf8.size() <= kMostUnits) return false;
  return isPlain(utf8) ? utf8.size() > kLongestString : toUtf16(utf8).size() > kMostUnits;
}

Value Value::text(std::string_view utf8) {
  if (isPlain(utf8)) return raw(literal(utf8.substr(0, kLongestString)));
  std::u16string units = toUtf16(utf8);
  if (units.size() > kMostUnits) {
    units.resize(kMostUnits);
    if (units.back() >= 0xD800 && units.back() < 0xDC00) units.pop_back();  // half a character
  }
  std::string out = "<FEFF";
  appendHexUtf16(out, units);
  out.push_back('>');
  return raw(std::move(out));
}

Value Value::bytes(std::string_view bytes) {
  std::string out = "<";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
  out.push_back('>');
  return raw(std::move(out));
}

Value Value::raw(std::string syntax) {
  Value result;
  result.syntax_ = std::move(syntax);
  return result;
}

Value Value::array(std::initializer_list<Value> items) { return array(std::vector<Value>(items)); }

Value Value::array(const std::vector<Value>& items) {
  std::string out = "[";
  for (const Value& item : items) {
    if (out.size() > 1) out.push_back(' ');
    out += item.syntax();
  }
  out.push_back(']');
  return raw(std::move(out));
}

Dictionary::Dictionary(std::initializer_list<std::pair<std::string_view, Value>> entries) {
  for (const auto& [key, value] : entries) set(key, value);
}

Dictionary& Dictionary::set(std::string_view key, Value value) {
  const auto known =
      std::ranges::find(entries_, key, [](const auto& entry) -> std::string_view { return entry.first; });
  if (known != entries_.end()) {
    known->second = std::move(value);
  } else {
    entries_.emplace_back(std::string(key), std::move(value));
  }
  return *this;
}

Dictionary::operator Value() const {
  std::string out = "<<";
  for (const auto& [key, value] : entries_) {
    out += Value::name(key).syntax();
    const char first = value.syntax().front();
    if (first != '/' && first != '<' && first != '[' && first != '(') out.push_back(' ');
    out += value.syntax();
  }
  out += ">>";
  return Value::raw(std::move(out));
}

void appendHexUtf16(std::string& to, std::u16string_view text) {
  for (const char16_t unit : text) {
    for (int shift = 12; shift >= 0; shift -= 4) to.push_back(kHex[(unit >> shift) & 15]);
  }
}

}  // namespace octavo::pdf
