#include "base/utf8.h"

namespace octavo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// The length of the well-formed sequence at `offset`, 0 when there is none (Unicode 15.0, table 3-7).
std::size_t sequenceLength(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return byte(1) >= low && byte(1) <= high && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return byte(1) >= low && byte(1) <= high && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

char32_t decodeUtf8(std::string_view text, std::size_t& offset) {
  const std::size_t length = sequenceLength(text, offset);
  if (length == 0) {
    ++offset;
    return kReplacement;
  }
  const auto lead = static_cast<unsigned char>(text[offset]);
  constexpr unsigned kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t character = lead & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    character = (character << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  offset += length;
  return character;
}

void decodeIdeographs(std::string_view text, std::size_t& offset, std::u16string& to) {
  const auto byte = [&](std::size_t at) -> unsigned { return static_cast<unsigned char>(text[at]); };
  for (; offset + 2 < text.size(); offset += 3) {
    const unsigned lead = byte(offset), second = byte(offset + 1), third = byte(offset + 2);
    if (lead < 0xE4 || lead > 0xE9 || (second & 0xC0U) != 0x80 || (third & 0xC0U) != 0x80) return;
    const unsigned unit = (lead & 0x0FU) << 12 | (second & 0x3FU) << 6 | (third & 0x3FU);
    if (unit < 0x4E00) return;
    to.push_back(static_cast<char16_t>(unit));
  }
}

void appendUtf8(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | (character >> 6));
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | (character >> 12));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | (character >> 18));
    put(0x80 | ((character >> 12) & 0x3F));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

std::u16string toUtf16(std::string_view utf8) {
  std::u16string result;
  result.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = decodeUtf8(utf8, offset);
    if (c < 0x10000) {
      result.push_back(static_cast<char16_t>(c));
    } else {
      result.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      result.push_back(static_cast<char16_t>(0xDC00 | (c & 0x3FF)));
    }
  }
  return result;
}

std::string toUtf8(std::u16string_view utf16) {
  std::string result;
  result.reserve(utf16.size() * 3);
  for (std::size_t i = 0; i < utf16.size(); ++i) {
    char32_t c = utf16[i];
    const bool isLead = c >= 0xD800 && c <= 0xDBFF;
    if (isLead && i + 1 < utf16.size() && utf16[i + 1] >= 0xDC00 && utf16[i + 1] <= 0xDFFF) {
      c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(utf16[++i]) - 0xDC00);
    } else if (c >= 0xD800 && c <= 0xDFFF) {
      c = kReplacement;
    }
    appendUtf8(result, c);
  }
  return result;
}

std::u32string toUtf32(std::string_view utf8) {
  std::u32string result;
  result.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) result.push_back(decodeUtf8(utf8, offset));
  return result;
}

std::size_t findMalformedUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = sequenceLength(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

}  // namespace octavo
