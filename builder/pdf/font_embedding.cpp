// pdf: font programs and the dictionaries around them.
#include "pdf/font_embedding.h"

#include <algorithm>
#include <cctype>

#include "pdf/content_hash.h"
#include "pdf/number.h"

namespace octavo::pdf {

namespace {

/// The glyphs shown, rising by code.
std::vector<const GlyphUse*> byCode(const FontProgram& program) {
  std::vector<const GlyphUse*> uses;
  for (const std::uint32_t id : program.usedGlyphs()) uses.push_back(&program.glyph(id));
  std::ranges::sort(uses, {}, &GlyphUse::code);
  return uses;
}

void appendCode(std::string& to, std::uint16_t code) {
  const char16_t unit = code;
  to.push_back('<');
  appendHexUtf16(to, {&unit, 1});
  to.push_back('>');
}

/// A font name may hold no delimiters; PostScript names are short ASCII.
std::string safeName(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_') safe.push_back(c);
  }
  safe.resize(std::min<std::size_t>(safe.size(), 100));
  return safe.empty() ? "Font" : safe;
}

Value perThousand(const font::Metrics& metrics, int units) {
  const std::int64_t perEm = std::max(1, metrics.unitsPerEm);
  const std::int64_t doubled = std::int64_t{units} * 2000;
  return Value((doubled >= 0 ? doubled + perEm : doubled - perEm) / (2 * perEm));
}

/// ISO 32000-1, table 122. StemV is not in the font: 80 at regular, 140 at bold are what designs have.
Dictionary descriptor(const FontProgram& program, const PreparedFont& prepared, Ref file) {
  const font::Face& face = program.face();
  const font::Metrics& metrics = face.metrics();
  constexpr int kFixedPitch = 1, kSymbolic = 4, kItalic = 64;
  const int flags = kSymbolic | (face.isFixedPitch() ? kFixedPitch : 0) | (face.isItalic() ? kItalic : 0);
  Dictionary dictionary{
      {"Type", Value::name("FontDescriptor")},
      {"FontName", Value::name(prepared.name)},
      {"Flags", flags},
      {"FontBBox",
       Value::array({perThousand(metrics, metrics.boxLeft), perThousand(metrics, metrics.boxBottom),
                     perThousand(metrics, metrics.boxRight), perThousand(metrics, metrics.boxTop)})},
      {"ItalicAngle", metrics.italicAngle},
      {"Ascent", perThousand(metrics, metrics.ascent)},
      {"Descent", perThousand(metrics, -metrics.descent)},
      {"CapHeight", perThousand(metrics, metrics.capHeight)},
      {"XHeight", perThousand(metrics, metrics.xHeight)},
      {"StemV", std::clamp(face.weight() / 5, 20, 200)}};
  return dictionary.set(prepared.isCff ? "FontFile3" : "FontFile2", file);
}

Ref putDescendant(const FontProgram& program, PreparedFont& prepared, PdfSink& sink) {
  if (prepared.isCff) prepared.program.dictionary.set("Subtype", Value::name("CIDFontType0C"));
  const Ref file = sink.addStream(std::move(prepared.program.dictionary), std::move(prepared.program.bytes));
  const Ref description = sink.add(descriptor(program, prepared, file));
  Dictionary font{{"Type", Value::name("Font")},
                  {"Subtype", Value::name(prepared.isCff ? "CIDFontType0" : "CIDFontType2")},
                  {"BaseFont", Value::name(prepared.name)},
                  {"CIDSystemInfo", Dictionary{{"Registry", Value::text("Adobe")},
                                               {"Ordering", Value::text("Identity")},
                                               {"Supplement", 0}}},
                  {"FontDescriptor", description},
                  {"DW", 1000},
                  {"W", prepared.widths}};
  if (!prepared.isCff) font.set("CIDToGIDMap", Value::name("Identity"));
  if (program.isUsedVertically()) {
    // Every glyph advances by an em as the font has it; pages adjust what layout wants otherwise.
    font.set("DW2",
             Value::array({perThousand(program.face().metrics(), program.face().metrics().ascent), -1000}));
  }
  return sink.add(std::move(font));
}

}  // namespace

std::string toUnicodeMap(const FontProgram& program) {
  constexpr std::size_t kBlock = 100;  // entries that a bfchar section may hold
  const std::vector<const GlyphUse*> uses = byCode(program);
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  for (std::size_t begin = 0; begin < uses.size(); begin += kBlock) {
    const std::size_t end = std::min(uses.size(), begin + kBlock);
    appendInteger(map, static_cast<std::int64_t>(end - begin));
    map += " beginbfchar\n";
    for (std::size_t i = begin; i < end; ++i) {
      const std::u16string_view text = program.textOf(*uses[i]);
      appendCode(map, uses[i]->code);
      map.push_back('<');
      appendHexUtf16(map, text.empty() ? std::u16string_view(u"\uFFFD") : text);
      map += ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Value widthArray(const FontProgram& program) {
  std::string array = "[";
  int next = -1;  // the code that would go on in the open list
  for (const GlyphUse* use : byCode(program)) {
    if (use->width == 1000) continue;
    if (use->code == next) {
      array.push_back(' ');
    } else {
      if (next >= 0) array += "] ";
      appendInteger(array, use->code);
      array.push_back('[');
    }
    appendInteger(array, use->width);
    next = use->code + 1;
  }
  return Value::raw(array + (next >= 0 ? "]]" : "]"));
}

std::string subsetTag(const FontProgram& program) {
  ContentHash hash;
  hash.add(program.face().postScriptName());
  for (const std::uint32_t id : program.usedGlyphs()) {
    const char bytes[] = {static_cast<char>(id & 255), static_cast<char>((id >> 8) & 255)};
    hash.add({bytes, sizeof bytes});
  }
  std::string tag;
  std::uint64_t rest = hash.low();
  for (int i = 0; i < 6; ++i, rest /= 26) tag.push_back(static_cast<char>('A' + rest % 26));
  return tag;
}

PreparedFont prepareFont(const FontProgram& program) {
  const font::Face& face = program.face();
  if (!face.mayEmbed()) {
    throw BuildError({Severity::Error,
                      "font-not-embeddable",
                      {},
                      "the licence of the font " + face.postScriptName() + " does not allow embedding",
                      "choose another family in the style",
                      face.postScriptName()});
  }
  const std::vector<std::uint32_t> glyphs = program.usedGlyphs();
  const font::Subset subset = font::subsetForPdf(face, glyphs);
  PreparedFont prepared;
  prepared.name = subsetTag(program) + "+" + safeName(face.postScriptName());
  prepared.isCff = subset.isCff;
  Dictionary dictionary;
  if (!subset.isCff) dictionary.set("Length1", subset.bytes.size());
  prepared.program = deflated(subset.bytes, std::move(dictionary));
  prepared.toUnicode = deflated(toUnicodeMap(program));
  prepared.widths = widthArray(program);
  return prepared;
}

std::vector<Ref> putFonts(const FontUsage& usage, std::vector<PreparedFont> prepared, PdfSink& sink) {
  struct Shared {
    Ref descendant, toUnicode;
    std::string name;
  };
  std::vector<Shared> shared;
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    const Ref descendant = putDescendant(usage.programs()[i], prepared[i], sink);
    Stream& map = prepared[i].toUnicode;
    shared.push_back(
        {descendant, sink.addStream(std::move(map.dictionary), std::move(map.bytes)), prepared[i].name});
  }
  std::vector<Ref> fonts;
  for (const FontKey& key : usage.fonts()) {
    const Shared& parts = shared[key.program];
    fonts.push_back(sink.add({{"Type", Value::name("Font")},
                              {"Subtype", Value::name("Type0")},
                              {"BaseFont", Value::name(parts.name)},
                              {"Encoding", Value::name(key.vertical ? "Identity-V" : "Identity-H")},
                              {"DescendantFonts", Value::array({parts.descendant})},
                              {"ToUnicode", parts.toUnicode}}));
  }
  return fonts;
}

}  // namespace octavo::pdf
