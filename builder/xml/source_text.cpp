// xml: from a file's bytes to checked UTF-8 text.
#include "xml/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
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

/// What can be done with a file that is no XML, told by the ending of its name.
std::string adviceFor(const std::string& name) {
  const std::filesystem::path path(name);
  const std::string ending = upper(path.extension().string());
  constexpr std::array<std::string_view, 13> kTexts{".MD", ".MARKDOWN", ".TXT", ".TEX", ".RST", ".ADOC", ".ORG", ".TYP", ".DOCX", ".ODT", ".DOC", ".RTF", ".IPYNB"};
  if (ending == ".EPUB") return "an EPUB is a zip archive of XHTML pages: unpack it and give those";
  if (ending == ".PDF") return "a PDF has no structure to read: look for the source it was made from";
  if (ending == ".HTML" || ending == ".HTM") return "have it read as HTML: --html";
  if (std::ranges::find(kTexts, ending) == kTexts.end()) return {};
  return fmt::format("convert it to XML first, for example by pandoc: pandoc --standalone {0}.{1} --to docbook5 --output {0}.xml",
                     path.stem().string(), path.extension().string().substr(1));
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

/// What `<meta charset="…">` or its older form with http-equiv says (HTML, section 13.2.3.2, in short).
std::string metaEncoding(std::string_view bytes) {
  constexpr std::size_t kFarEnough = 4096;
  const std::string head = upper(bytes.substr(0, kFarEnough));
  for (std::size_t meta = head.find("<META"); meta != std::string::npos; meta = head.find("<META", meta + 1)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    std::size_t at = tag.find("CHARSET");
    if (at == std::string_view::npos) continue;
    at = tag.find_first_not_of(" \t\r\n=\"'", at + 7);
    if (at == std::string_view::npos) continue;
    const std::string name(tag.substr(at, tag.find_first_of(" \t\r\n\"';/", at) - at));
    // A page whose tags are readable byte by byte is in no wide encoding.
    return name.starts_with("UTF-16") || name.starts_with("UTF-32") ? "UTF-8" : name;
  }
  return {};
}

enum class Origin { Assumed, Mark, FirstBytes, Declared, Asked };

struct Sniffed {
  std::string encoding;
  Origin origin = Origin::Assumed;
  std::size_t skip = 0;  // bytes of the byte order mark
};

Sniffed sniff(std::string_view bytes, std::string_view asked = {}) {
  if (const Signature* mark = findSignature(kByteOrderMarks, bytes)) {
    return {std::string(mark->meaning), Origin::Mark, mark->bytes.size()};
  }
  const Signature* wide = findSignature(kWideBeginnings, bytes);
  if (wide && (asked.empty() || agree(asked, wide->meaning))) {
    return {std::string(wide->meaning), Origin::FirstBytes, 0};
  }
  if (!asked.empty()) return {std::string(asked), Origin::Asked, 0};
  const std::string declared = declaredEncoding(bytes);
  return declared.empty() ? Sniffed{"UTF-8", Origin::Assumed, 0} : Sniffed{declared, Origin::Declared, 0};
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

/// What would mend a file whose encoding is not what it says.
std::string encodingHint(std::string_view bytes, const Sniffed& sniffed) {
  const std::string meta = metaEncoding(bytes);
  const bool isMetaNew = !meta.empty() && text::isKnownEncoding(meta) && !agree(meta, upper(sniffed.encoding));
  if (sniffed.origin == Origin::Assumed && isMetaNew) {
    return fmt::format("its meta element says {}, which XML does not ask: declare it, <?xml version=\"1.0\" "
                       "encoding=\"{}\"?>, or use --encoding {}",
                       meta, meta, meta);
  }
  const std::string likely = text::likelyEncoding(bytes);
  if (likely.empty() || !text::isKnownEncoding(likely) || agree(likely, upper(sniffed.encoding))) return {};
  return fmt::format("the bytes look like {}; declare it, <?xml version=\"1.0\" encoding=\"{}\"?>, or use --encoding {}",
                     likely, likely, likely);
}

[[noreturn]] void refuseMalformed(const SourceFile& source, std::string_view bytes, std::size_t offset,
                                  const Sniffed& sniffed) {
  const std::string hint = encodingHint(bytes, sniffed);
  refuse("xml-encoding", positionAt(source, source.text.size()),
         fmt::format("byte 0x{:02X} at offset {} is not {}", static_cast<unsigned char>(bytes[offset]),
                     offset, sniffed.encoding),
         hint);
}

/// UTF-8 under another encoding's name is read without a malformed byte, as nonsense. Its sequences are so particular
/// that this many come about by no chance.
void refuseDisguisedUtf8(const SourceFile& source, std::string_view bytes, const Sniffed& sniffed) {
  constexpr std::ptrdiff_t kSureEnough = 8;
  const std::string name = upper(sniffed.encoding);
  if (sniffed.origin != Origin::Declared || name.starts_with("UTF")) return;
  if (findMalformedUtf8(bytes) != std::string_view::npos) return;
  const auto isLead = [](char c) { return static_cast<unsigned char>(c) >= 0xC2; };
  if (std::ranges::count_if(bytes, isLead) < kSureEnough) return;
  const auto first = std::ranges::find_if(bytes, isLead);
  // Up to here the text is ASCII, and so are its offsets but for carriage returns.
  const auto isOther = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto place = std::ranges::find_if(source.text, isOther);
  refuse("xml-encoding", positionAt(source, static_cast<std::size_t>(place - source.text.begin())),
         fmt::format("the file declares {}, but from offset {} on its bytes are UTF-8", sniffed.encoding,
                     first - bytes.begin()),
         "declare UTF-8; if it is right all the same, say so with --encoding");
}

void refuseForbiddenCharacter(const SourceFile& source) {
  const std::size_t forbidden = findForbiddenCharacter(source.text);
  if (forbidden == std::string_view::npos) return;
  std::size_t after = forbidden;
  const auto character = static_cast<std::uint32_t>(decodeUtf8(source.text, after));
  refuse("xml-character", positionAt(source, forbidden),
         fmt::format("U+{:04X} may not occur in XML", character));
}

/// HTML's form feed is a blank; what else XML does not know becomes visible as U+FFFD.
void replaceForbiddenCharacters(std::string& text) {
  std::string clean;
  std::size_t from = 0;
  for (std::size_t at = findForbiddenCharacter(text); at != std::string_view::npos;) {
    clean.append(text, from, at - from);
    clean += text[at] == '\f' ? " " : "\uFFFD";
    from = at + (static_cast<unsigned char>(text[at]) == 0xEF ? 3 : 1);
    const std::size_t next = findForbiddenCharacter(std::string_view(text).substr(from));
    at = next == std::string_view::npos ? next : from + next;
  }
  if (from == 0) return;
  clean.append(text, from);
  text = std::move(clean);
}

enum class Forbidden { Refused, Replaced };

const SourceFile& addConverted(std::string_view bytes, std::string name, const Sniffed& sniffed,
                               SourceFiles& sources, Forbidden forbidden = Forbidden::Refused) {
  auto converted = text::convertToUtf8(bytes.substr(sniffed.skip), sniffed.encoding);
  if (!converted) {
    const SourceFile& source = sources.add(std::move(name), std::string(bytes.substr(0, bytes.find('\n'))));
    refuse("xml-encoding", {&source, 1, 1}, fmt::format("unknown encoding \"{}\"", sniffed.encoding),
           "UTF-8, UTF-16, Shift_JIS, EUC-JP, GB18030, Big5, EUC-KR, ISO-8859-1 and windows-1252 are among "
           "the known");
  }
  std::string text = withLineFeeds(std::move(converted->text));
  if (forbidden == Forbidden::Replaced) replaceForbiddenCharacters(text);
  const SourceFile& source = sources.add(std::move(name), std::move(text));
  if (converted->malformedAt) refuseMalformed(source, bytes, *converted->malformedAt + sniffed.skip, sniffed);
  refuseDisguisedUtf8(source, bytes, sniffed);
  refuseForbiddenCharacter(source);
  return source;
}

void checkDeclaration(const SourceFile& source, const Sniffed& sniffed, Diagnostics& diagnostics) {
  if (sniffed.origin == Origin::Declared || sniffed.origin == Origin::Asked) return;
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

struct Records {
  SourceFiles& sources;
  Diagnostics& diagnostics;
};

const SourceFile& addDeclared(std::string_view bytes, std::string name, const Sniffed& sniffed, Records records) {
  const bool isWide = upper(sniffed.encoding).starts_with("UTF-16") || upper(sniffed.encoding).starts_with("UTF-32");
  if (sniffed.origin == Origin::Declared && isWide) {
    const SourceFile& source =
        records.sources.add(std::move(name), std::string(bytes.substr(0, bytes.find('\n'))));
    refuse("xml-encoding", {&source, 1, 1},
           fmt::format("the file declares {} but its bytes, from offset 0 on, are not", sniffed.encoding),
           "declare UTF-8");
  }
  const SourceFile& source = addConverted(bytes, std::move(name), sniffed, records.sources);
  checkDeclaration(source, sniffed, records.diagnostics);
  return source;
}

void reportMark(const SourceFile& source, std::string_view asked, const Sniffed& sniffed, Diagnostics& diagnostics) {
  if (asked.empty() || sniffed.origin != Origin::Mark || agree(asked, sniffed.encoding)) return;
  diagnostics.report({Severity::Warning,
                      "xml-encoding-conflict",
                      {&source, 1, 1},
                      fmt::format("asked for {} but the file begins as {}, which is used", asked, sniffed.encoding),
                      {},
                      {}});
}

}  // namespace

const SourceFile& addEntitySource(std::string_view bytes, std::string name, SourceFiles& sources,
                                  Diagnostics& diagnostics) {
  return addDeclared(bytes, std::move(name), sniff(bytes), {sources, diagnostics});
}

const SourceFile& addXmlSource(std::string_view bytes, std::string name, SourceFiles& sources,
                               Diagnostics& diagnostics, std::string_view encoding) {
  const Signature* foreign = findSignature(kForeignFiles, bytes);
  if (bytes.empty() || foreign) {
    const SourceFile& source = sources.add(std::move(name), {});
    if (bytes.empty()) refuse("xml-empty", {&source, 1, 1}, "the file is empty");
    refuse("xml-not-xml", {&source, 1, 1}, fmt::format("this is {}, not XML", foreign->meaning), adviceFor(source.name));
  }
  const Sniffed sniffed = sniff(bytes, encoding);
  const SourceFile& source = addDeclared(bytes, std::move(name), sniffed, {sources, diagnostics});
  reportMark(source, encoding, sniffed, diagnostics);
  const std::size_t first = source.text.find_first_not_of(kSpaces);
  if (first == std::string::npos)
    refuse("xml-empty", {&source, 1, 1}, "the file holds nothing but white space");
  if (source.text[first] != '<') {
    refuse("xml-not-xml", positionAt(source, first), "this is not XML: it does not begin with a tag", adviceFor(source.name));
  }
  return source;
}

const SourceFile& addTextSource(std::string_view bytes, std::string name, std::string_view encoding,
                                SourceFiles& sources, Diagnostics& diagnostics) {
  // XInclude 1.0, section 4.3: an XML file as text has the encoding that it declares.
  Sniffed sniffed = sniff(bytes, encoding);
  if (sniffed.origin == Origin::FirstBytes && !encoding.empty()) sniffed = {std::string(encoding), Origin::Asked, 0};
  const SourceFile& source = addConverted(bytes, std::move(name), sniffed, sources);
  reportMark(source, encoding, sniffed, diagnostics);
  return source;
}

const SourceFile& addHtmlSource(std::string_view bytes, std::string name, SourceFiles& sources,
                                Diagnostics& diagnostics, std::string_view encoding) {
  Sniffed sniffed = sniff(bytes, encoding);
  const std::string meta = metaEncoding(bytes);
  if (sniffed.origin == Origin::Assumed && !meta.empty()) sniffed = {meta, Origin::Declared, 0};
  const SourceFile& source = addConverted(bytes, std::move(name), sniffed, sources, Forbidden::Replaced);
  reportMark(source, encoding, sniffed, diagnostics);
  return source;
}

}  // namespace octavo::xml
