// text: other encodings than UTF-8, by ICU's converters.
#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/utf8.h"

namespace octavo::text {
namespace {

struct Encoding {
  std::string_view name;          // lower case
  const char* converter;          // ICU's name; nullptr: UTF-8
  const char* superset = nullptr;  // tried where bytes have no character in the first
};

/// WHATWG Encoding Standard, section 4.2: names that the web reads as a superset are read so here. ICU 72 has no
/// converter for ISO-8859-16.
constexpr std::array kEncodings{
    Encoding{"utf-8", nullptr},
    Encoding{"utf8", nullptr},
    Encoding{"unicode-1-1-utf-8", nullptr},
    Encoding{"us-ascii", "US-ASCII"},
    Encoding{"ascii", "US-ASCII"},
    Encoding{"ansi_x3.4-1968", "US-ASCII"},
    Encoding{"utf-16", "UTF-16"},
    Encoding{"utf-16le", "UTF-16LE"},
    Encoding{"utf-16be", "UTF-16BE"},
    Encoding{"iso-10646-ucs-2", "UTF-16"},
    Encoding{"ucs-2", "UTF-16"},
    Encoding{"utf-32", "UTF-32"},
    Encoding{"utf-32le", "UTF-32LE"},
    Encoding{"utf-32be", "UTF-32BE"},
    Encoding{"iso-8859-1", "windows-1252"},
    Encoding{"iso8859-1", "windows-1252"},
    Encoding{"latin1", "windows-1252"},
    Encoding{"iso_8859-1", "windows-1252"},
    Encoding{"iso-8859-2", "ISO-8859-2"},
    Encoding{"iso-8859-3", "ISO-8859-3"},
    Encoding{"iso-8859-4", "ISO-8859-4"},
    Encoding{"iso-8859-5", "ISO-8859-5"},
    Encoding{"iso-8859-6", "ISO-8859-6"},
    Encoding{"iso-8859-7", "ISO-8859-7"},
    Encoding{"iso-8859-8", "ISO-8859-8"},
    Encoding{"iso-8859-9", "ISO-8859-9"},
    Encoding{"iso-8859-10", "ISO-8859-10"},
    Encoding{"iso-8859-11", "windows-874"},
    Encoding{"iso-8859-13", "ISO-8859-13"},
    Encoding{"iso-8859-14", "ISO-8859-14"},
    Encoding{"iso-8859-15", "ISO-8859-15"},
    Encoding{"windows-1250", "windows-1250"},
    Encoding{"windows-1251", "windows-1251"},
    Encoding{"windows-1252", "windows-1252"},
    Encoding{"windows-1253", "windows-1253"},
    Encoding{"windows-1254", "windows-1254"},
    Encoding{"windows-1255", "windows-1255"},
    Encoding{"windows-1256", "windows-1256"},
    Encoding{"windows-1257", "windows-1257"},
    Encoding{"windows-1258", "windows-1258"},
    Encoding{"windows-874", "windows-874"},
    Encoding{"tis-620", "windows-874"},
    Encoding{"cp1252", "windows-1252"},
    Encoding{"ibm866", "IBM866"},
    Encoding{"cp866", "IBM866"},
    Encoding{"macintosh", "macintosh"},
    Encoding{"koi8-r", "KOI8-R"},
    Encoding{"koi8-u", "KOI8-U"},
    Encoding{"shift_jis", "windows-31j"},
    Encoding{"shift-jis", "windows-31j"},
    Encoding{"sjis", "windows-31j"},
    Encoding{"x-sjis", "windows-31j"},
    Encoding{"ms_kanji", "windows-31j"},
    Encoding{"windows-31j", "windows-31j"},
    Encoding{"cp932", "windows-31j"},
    Encoding{"euc-jp", "EUC-JP"},
    Encoding{"x-euc-jp", "EUC-JP"},
    Encoding{"iso-2022-jp", "ISO-2022-JP"},
    Encoding{"csiso2022jp", "ISO-2022-JP"},
    Encoding{"gb18030", "gb18030"},
    Encoding{"gbk", "gb18030"},
    Encoding{"x-gbk", "gb18030"},
    Encoding{"gb2312", "gb18030"},
    Encoding{"gb_2312-80", "gb18030"},
    Encoding{"cp936", "gb18030"},
    Encoding{"euc-cn", "gb18030"},
    Encoding{"big5", "Big5", "Big5-HKSCS"},
    Encoding{"big5-tw", "Big5", "Big5-HKSCS"},
    Encoding{"cn-big5", "Big5", "Big5-HKSCS"},
    Encoding{"big5-hkscs", "Big5-HKSCS"},
    Encoding{"big5hkscs", "Big5-HKSCS"},
    Encoding{"cp950", "Big5"},
    Encoding{"euc-kr", "windows-949"},
    Encoding{"euckr", "windows-949"},
    Encoding{"ks_c_5601-1987", "windows-949"},
    Encoding{"uhc", "windows-949"},
    Encoding{"windows-949", "windows-949"},
    Encoding{"cp949", "windows-949"},
};

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

struct IdnaCloser {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

const Encoding* findEncoding(std::string_view name) {
  std::string lowered(name);
  std::ranges::transform(lowered, lowered.begin(), lower);
  const auto found = std::ranges::find(kEncodings, lowered, &Encoding::name);
  return found == kEncodings.end() ? nullptr : &*found;
}

ConvertedText checkedUtf8(std::string_view bytes) {
  const std::size_t malformed = findMalformedUtf8(bytes);
  if (malformed == std::string_view::npos) return {std::string(bytes), {}};
  return {std::string(bytes.substr(0, malformed)), malformed};
}

ConvertedText convert(std::string_view bytes, UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ConvertedText result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::vector<char16_t> chunk(16384);
  std::u16string carried;  // a high surrogate whose other half comes in the next chunk
  for (bool more = true; more;) {
    char16_t* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, chunk.data() + chunk.size(), &source, end, nullptr, true, &status);
    carried.append(chunk.data(), target);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    std::u16string kept;
    if (more && !carried.empty() && (carried.back() & 0xFC00) == 0xD800) {
      kept.push_back(carried.back());
      carried.pop_back();
    }
    result.text += toUtf8(carried);
    carried = std::move(kept);
  }
  if (U_FAILURE(status)) {
    std::array<char, 32> invalid{};
    auto length = static_cast<std::int8_t>(invalid.size());
    UErrorCode invalidStatus = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid.data(), &length, &invalidStatus);
    const auto consumed = static_cast<std::size_t>(source - bytes.data());
    const auto back = U_SUCCESS(invalidStatus) ? static_cast<std::size_t>(length) : 0;
    result.malformedAt = consumed - std::min(consumed, back);
  }
  return result;
}

/// What an encoding's table leaves to its users, ICU gives as private use characters: U+E000 to U+F8FF.
bool hasPrivateCharacter(std::string_view utf8) {
  for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    if (lead == 0xEE || (lead == 0xEF && static_cast<unsigned char>(utf8[i + 1]) < 0xA4)) return true;
  }
  return false;
}

std::optional<ConvertedText> convertBy(const char* converterName, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(converterName, &status));
  if (U_FAILURE(status)) return std::nullopt;
  return convert(bytes, converter.get());
}

}  // namespace

bool isKnownEncoding(std::string_view name) { return findEncoding(name) != nullptr; }

std::optional<ConvertedText> convertToUtf8(std::string_view bytes, std::string_view encodingName) {
  const Encoding* encoding = findEncoding(encodingName);
  if (!encoding) return std::nullopt;
  if (!encoding->converter) return checkedUtf8(bytes);
  std::optional<ConvertedText> converted = convertBy(encoding->converter, bytes);
  if (!converted || !encoding->superset) return converted;
  if (!converted->malformedAt && !hasPrivateCharacter(converted->text)) return converted;
  std::optional<ConvertedText> wider = convertBy(encoding->superset, bytes);
  return wider && !wider->malformedAt ? wider : converted;
}

std::string likelyEncoding(std::string_view bytes) {
  constexpr std::size_t kEnough = 65536;
  constexpr std::int32_t kSureEnough = 30;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return {};
  const auto length = static_cast<std::int32_t>(std::min(bytes.size(), kEnough));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  ucsdet_enableInputFilter(detector.get(), true);  // tags are no evidence
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match || ucsdet_getConfidence(match, &status) < kSureEnough) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name ? name : std::string();
}

std::optional<std::string> asciiHostName(std::string_view host) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, IdnaCloser> idna(
      uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES, &status));
  if (U_FAILURE(status)) return std::nullopt;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  std::array<char, 256> name{};  // RFC 1034: a name has at most 255 bytes
  const std::int32_t length =
      uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<std::int32_t>(host.size()), name.data(),
                             static_cast<std::int32_t>(name.size()), &info, &status);
  if (U_FAILURE(status) || info.errors != 0 || length <= 0) return std::nullopt;
  return std::string(name.data(), static_cast<std::size_t>(length));
}

}  // namespace octavo::text
