#include "text/runs.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "text/character_class.h"

namespace octavo::text {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};
using Bidi = std::unique_ptr<UBiDi, CloseBidi>;

/// Below the first Hebrew letter and in the CJK blocks nothing turns the direction.
bool isPlainlyLeftToRight(char16_t unit) { return unit < 0x0590 || (unit >= 0x2E80 && unit < 0xA4D0); }

char32_t characterAt(std::u16string_view text, std::size_t& offset) {
  UChar32 character = 0;
  U16_NEXT(text.data(), offset, text.size(), character);
  return static_cast<char32_t>(character);
}

constexpr std::uint32_t packed(const char (&tag)[5]) {
  return static_cast<std::uint32_t>(tag[0]) << 24 | static_cast<std::uint32_t>(tag[1]) << 16 |
         static_cast<std::uint32_t>(tag[2]) << 8 | static_cast<std::uint32_t>(tag[3]);
}

std::uint32_t tagOf(UScriptCode script) {
  const char* name = uscript_getShortName(script);
  std::uint32_t tag = 0;
  for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
  return tag;
}

/// Scripts of one writing system need no new run: Japanese would be cut at every second character.
bool isJapanese(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool isReal(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

/// What closes a mark that opens a pair; 0 for other characters. Brackets by the Unicode property, quotation
/// marks by hand.
char32_t closingOf(char32_t character) {
  if (character == 0x2018 || character == 0x201C) return character + 1;
  if (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_OPEN)
    return 0;
  return static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(character)));
}

/// Gives each character its script; a closing mark gets that of its opening one (UAX 24, section 5.2).
class ScriptResolver {
 public:
  /// For an ideograph behind others of its writing system: all marks that are open have their script already.
  void meetHan() { current_ = USCRIPT_HAN; }

  UScriptCode resolve(char32_t character) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(character), &error);
    if (isReal(script)) {
      current_ = script;
      // Marks opened before any script was seen belong to the first one.
      for (Pair& pair : open_) pair.script = isReal(pair.script) ? pair.script : script;
      return script;
    }
    if (const char32_t closing = closingOf(character)) {
      if (open_.size() < kDeepest) open_.push_back({closing, current_});
    } else {
      const auto pair =
          std::find_if(open_.rbegin(), open_.rend(), [&](const Pair& p) { return p.closing == character; });
      if (pair != open_.rend()) {
        current_ = pair->script;
        open_.erase(std::next(pair).base(), open_.end());
      }
    }
    return current_;
  }

 private:
  struct Pair {
    char32_t closing;
    UScriptCode script;
  };
  static constexpr std::size_t kDeepest = 63;  // as deep as UAX 9 looks for brackets
  UScriptCode current_ = USCRIPT_COMMON;
  std::vector<Pair> open_;
};

}  // namespace

bool hasRightToLeft(std::u16string_view paragraph) {
  for (std::size_t offset = 0; offset < paragraph.size();) {
    if (isPlainlyLeftToRight(paragraph[offset])) {
      ++offset;
      continue;
    }
    const char32_t character = characterAt(paragraph, offset);
    switch (u_charDirection(static_cast<UChar32>(character))) {
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
      case U_ARABIC_NUMBER:
      case U_LEFT_TO_RIGHT_EMBEDDING:
      case U_LEFT_TO_RIGHT_OVERRIDE:
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_EMBEDDING:
      case U_RIGHT_TO_LEFT_OVERRIDE:
      case U_RIGHT_TO_LEFT_ISOLATE:
      case U_FIRST_STRONG_ISOLATE:
        return true;
      default:
        break;
    }
  }
  return false;
}

std::vector<std::uint8_t> bidiLevels(std::u16string_view paragraph, Direction base) {
  if (paragraph.empty()) return {};
  const Bidi bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  const UBiDiLevel level = base == Direction::RightToLeft ? 1 : 0;
  ubidi_setPara(bidi.get(), paragraph.data(), static_cast<std::int32_t>(paragraph.size()), level, nullptr,
                &error);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));  // only for want of memory
  return {levels, levels + paragraph.size()};
}

std::optional<Direction> firstStrongDirection(std::u16string_view text) {
  int isolates = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    switch (u_charDirection(static_cast<UChar32>(characterAt(text, offset)))) {
      case U_LEFT_TO_RIGHT:
        if (isolates == 0) return Direction::LeftToRight;
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        if (isolates == 0) return Direction::RightToLeft;
        break;
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_ISOLATE:
      case U_FIRST_STRONG_ISOLATE:
        ++isolates;
        break;
      case U_POP_DIRECTIONAL_ISOLATE:
        isolates = std::max(isolates - 1, 0);
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

std::vector<std::size_t> visualOrder(std::span<const std::uint8_t> itemLevels) {
  std::vector<std::size_t> order(itemLevels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (itemLevels.empty()) return order;
  // UAX 9, rule L2: from the highest level to the lowest odd one, reverse every stretch at that level or
  // higher.
  const int highest = *std::ranges::max_element(itemLevels);
  for (int level = highest; level >= 1; --level) {
    for (std::size_t at = 0; at < order.size();) {
      const auto isDeep = [&](std::size_t place) { return itemLevels[order[place]] >= level; };
      std::size_t end = at;
      while (end < order.size() && isDeep(end)) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(at),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      at = end + 1;
    }
  }
  return order;
}

std::vector<ScriptRun> scriptRuns(std::u16string_view paragraph) {
  std::vector<ScriptRun> runs;
  UScriptCode runScript = USCRIPT_COMMON;
  UScriptCode tagged = USCRIPT_COMMON;
  std::uint32_t tag = packed("Zyyy");
  ScriptResolver resolver;
  for (std::size_t offset = 0; offset < paragraph.size();) {
    const std::size_t begin = offset;
    if (runScript == USCRIPT_HAN && isCommonIdeograph(paragraph[offset])) {
      resolver.meetHan();
      runs.back().end = ++offset;
      continue;
    }
    const UScriptCode script = resolver.resolve(characterAt(paragraph, offset));
    const bool joins =
        script == runScript || !isReal(script) || (isJapanese(script) && isJapanese(runScript));
    if (!runs.empty() && (joins || !isReal(runScript))) {
      runs.back().end = offset;
      if (!isReal(runScript) || script == USCRIPT_HAN) runScript = isReal(script) ? script : runScript;
    } else {
      runs.push_back({begin, offset, 0});
      runScript = script;
    }
    if (runScript != tagged) {
      tagged = runScript;
      tag = isReal(runScript) ? tagOf(runScript) : packed("Zyyy");
    }
    runs.back().script = tag;
  }
  return runs;
}

}  // namespace octavo::text
