// xml: from a file's bytes to checked UTF-8 text.
#include "xml/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "text/encoding.h"
#include "xml/refusal.h"

namespace octavo::xml {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpaces = " \t\r\n";

struct Signature {
  std::string_view bytes;
  std::string_view meaning;
};

constexpr std::array kByteOrderMarks{
    Signature{"\xEF\xBB\xBF"sv, "UTF-8"},        Signature{"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
    Signature{"\x00\x00\xFE\xFF"sv, "UTF-32BE"}, Signature{"\xFF\xFE"sv, "UTF-16LE"},
    Signature{"\xFE\xFF"sv, "UTF-16BE"},
};
/// How `<` followed by `?` or `!` or a letter begins without a byte order mark.
constexpr std::array kWideBeginnings{
    Signature{"<\0\0\0"sv, "UTF-32LE"},
    Signature{"\0\0\0<"sv, "UTF-32BE"},
    Signature{"<\0"sv, "UTF-16LE"},
    Signature{"\0<"sv, "UTF-16BE"},
};
constexpr std::array kForeignFiles{
    Signature{"%PDF-"sv, "a PDF file"},        Signature{"PK\x03\x04"sv, "a zip archive (docx, odt, epub?)"},
    Signature{"\x89PNG"sv, "a PNG picture"},   Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Signature{"\x1F\x8B"sv, "a gzip archive"}, Signature{"GIF8"sv, "a GIF picture"},
    Signature{"{\\rtf"sv, "an RTF file"},      Signature{"\xD0\xCF\x11\xE0"sv, "an old Office file"},
};

template <std::size_t N>
const Signature* findSignature(const std::array<Signature, N>& signatures, std::string_view bytes) {
  const auto found =
      std::ranges::find_if(signatures, [&](const Signature& s) { return bytes.starts_with(s.bytes); });
  return found == signatures.end() ? nullptr : &*found;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

/// What `<?xml … encoding="…"?>` says, in any encoding that has ASCII as its lower half.
std::string declaredEncoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 1024));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_not_of(kSpaces, at + 8);
  if (at == std::string_view::npos || declaration[at] != '=') return {};
  at = declaration.find_first_not_of(kSpaces, at + 1);
  if (at == std::string_view::npos || (declaration[at] != '"' && declaration[at] != '\'')) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string()
                                       : std::string(declaration.substr(at + 1, end - at - 1));
}

/// UTF-16 names both byte orders.
bool agree(std::string_view declared, std::string_view found) {
  const std::string name = upper(declared);
  return name == found || (name == "UTF8" && found == "UTF-8") ||
         (found.starts_with(name) && (name == "UTF-16" || name == "UTF-32")) ||
         (found.starts_with("UTF-16") && (name == "ISO-10646-UCS-2" || name == "UCS-2"));
}

struct Sniffed {
  std::string encoding;
  bool declared = false;
  std::size_t skip = 0;  // bytes of the byte order mark
};

Sniffed sniff(std::string_view bytes) {
  if (const Signature* mark = findSignature(kByteOrderMarks, bytes)) {
    return {std::string(mark->meaning), false, mark->bytes.size()};
  }
  if (const Signature* wide = findSignature(kWideBeginnings, bytes))
    return {std::string(wide->meaning), false, 0};
  const std::string declared = declaredEncoding(bytes);
  return declared.empty() ? Sniffed{"UTF-8", false, 0} : Sniffed{declared, true, 0};
}

/// XML 1.0, section 2.11.
std::string withLineFeeds(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
  return text;
}

/// The first character outside XML 1.0's production [2] Char; the text is well-formed UTF-8.
std::size_t findForbiddenCharacter(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') return i;
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if (byte == 0xEF && static_cast<unsigned char>(text[i + 1]) == 0xBF &&
        static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
      return i;
    }
  }
  return std::string_view::npos;
}

[[noreturn]] void refuseMalformed(const SourceFile& source, std::string_view bytes, std::size_t offset,
                                  const Sniffed& sniffed) {
  const std::string likely = text::likelyEncoding(bytes);
  const std::string hint =
      likely.empty() || agree(likely, upper(sniffed.encoding))
          ? std::string()
          : fmt::format("the bytes look like {}; declare it: <?xml version=\"1.0\" encoding=\"{}\"?>", likely,
                        likely);
  refuse("xml-encoding", positionAt(source, source.text.size()),
         fmt::format("byte 0x{:02X} at offset {} is not {}", static_cast<unsigned char>(bytes[offset]),
                     offset, sniffed.encoding),
         hint);
}

const SourceFile& addConverted(std::string_view bytes, std::string name, const Sniffed& sniffed,
                               SourceFiles& sources) {
  auto converted = text::convertToUtf8(bytes.substr(sniffed.skip), sniffed.encoding);
  if (!converted) {
    const SourceFile& source = sources.add(std::move(name), std::string(bytes.substr(0, bytes.find('\n'))));
    refuse("xml-encoding", {&source, 1, 1}, fmt::format("unknown encoding \"{}\"", sniffed.encoding),
           "UTF-8, UTF-16, Shift_JIS, EUC-JP, GB18030, Big5, EUC-KR, ISO-8859-1 and windows-1252 are among "
           "the known");
  }
  const SourceFile& source = sources.add(std::move(name), withLineFeeds(std::move(converted->text)));
  if (converted->malformedAt) refuseMalformed(source, bytes, *converted->malformedAt + sniffed.skip, sniffed);
  const std::size_t forbidden = findForbiddenCharacter(source.text);
  if (forbidden != std::string_view::npos) {
    std::size_t after = forbidden;
    const auto character = static_cast<std::uint32_t>(decodeUtf8(source.text, after));
    refuse("xml-character", positionAt(source, forbidden),
           fmt::format("U+{:04X} may not occur in XML", character));
  }
  return source;
}

void checkDeclaration(const SourceFile& source, const Sniffed& sniffed, Diagnostics& diagnostics) {
  if (sniffed.declared) return;
  const std::string declared = declaredEncoding(source.text);
  if (declared.empty() || agree(declared, sniffed.encoding)) return;
  diagnostics.report(
      {Severity::Warning,
       "xml-encoding-conflict",
       {&source, 1, 1},
       fmt::format("the file declares {} but begins as {}, which is used", declared, sniffed.encoding),
       "correct the declaration or leave it out",
       {}});
}

}  // namespace

const SourceFile& addEntitySource(std::string_view bytes, std::string name, SourceFiles& sources,
                                  Diagnostics& diagnostics) {
  const Sniffed sniffed = sniff(bytes);
  if (sniffed.declared && upper(sniffed.encoding).starts_with("UTF-16")) {
    const SourceFile& source = sources.add(std::move(name), std::string(bytes.substr(0, bytes.find('\n'))));
    refuse("xml-encoding", {&source, 1, 1}, "the file declares UTF-16 but its bytes are not",
           "declare UTF-8");
  }
  const SourceFile& source = addConverted(bytes, std::move(name), sniffed, sources);
  checkDeclaration(source, sniffed, diagnostics);
  return source;
}

const SourceFile& addXmlSource(std::string_view bytes, std::string name, SourceFiles& sources,
                               Diagnostics& diagnostics) {
  const Signature* foreign = findSignature(kForeignFiles, bytes);
  if (bytes.empty() || foreign) {
    const SourceFile& source = sources.add(std::move(name), {});
    if (bytes.empty()) refuse("xml-empty", {&source, 1, 1}, "the file is empty");
    refuse("xml-not-xml", {&source, 1, 1}, fmt::format("this is {}, not XML", foreign->meaning));
  }
  const SourceFile& source = addEntitySource(bytes, std::move(name), sources, diagnostics);
  const std::size_t first = source.text.find_first_not_of(kSpaces);
  if (first == std::string::npos)
    refuse("xml-empty", {&source, 1, 1}, "the file holds nothing but white space");
  if (source.text[first] != '<') {
    refuse("xml-not-xml", positionAt(source, first), "this is not XML: it does not begin with a tag");
  }
  return source;
}

const SourceFile& addTextSource(std::string_view bytes, std::string name, std::string_view encoding,
                                SourceFiles& sources, Diagnostics& diagnostics) {
  Sniffed sniffed{encoding.empty() ? "UTF-8" : std::string(encoding), true, 0};
  if (const Signature* mark = findSignature(kByteOrderMarks, bytes)) {
    sniffed = {std::string(mark->meaning), false, mark->bytes.size()};
  }
  const SourceFile& source = addConverted(bytes, std::move(name), sniffed, sources);
  if (!sniffed.declared && !encoding.empty() && !agree(encoding, sniffed.encoding)) {
    diagnostics.report(
        {Severity::Warning,
         "xml-encoding-conflict",
         {&source, 1, 1},
         fmt::format("the include says {} but the file begins as {}", encoding, sniffed.encoding),
         {},
         {}});
  }
  return source;
}

}  // namespace octavo::xml
