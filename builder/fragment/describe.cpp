// fragment: the words of the text dumps.
#include "fragment/describe.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace octavo::fragment {

namespace {

std::string_view styleText(LineStyle style) {
  switch (style) {
    case LineStyle::None: return "none";
    case LineStyle::Solid: return "solid";
    case LineStyle::Dashed: return "dashed";
    case LineStyle::Dotted: return "dotted";
    case LineStyle::Double: return "double";
    case LineStyle::Wavy: return "wavy";
  }
  return {};
}

}  // namespace

std::string pointsText(Length length) {
  constexpr std::int64_t kUnitsPerPoint = 65536;
  const std::int64_t units = length.toUnits();
  const std::int64_t size = units < 0 ? -units : units;
  // Whole-number arithmetic: the same digits on every machine.
  const std::int64_t hundredths =
      size / kUnitsPerPoint * 100 + (size % kUnitsPerPoint * 100 + kUnitsPerPoint / 2) / kUnitsPerPoint;
  std::string text = units < 0 && hundredths != 0 ? "-" : "";
  text += fmt::format("{}", hundredths / 100);
  const std::int64_t decimals = hundredths % 100;
  if (decimals == 0) return text;
  return text + (decimals % 10 == 0 ? fmt::format(".{}", decimals / 10) : fmt::format(".{:02}", decimals));
}

std::string colorText(Color color) {
  std::string text = fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
  if (color.alpha != 255) text += fmt::format("{:02x}", color.alpha);
  return text;
}

std::string borderText(const BorderLine& line) {
  if (line.style == LineStyle::None || line.width == Length{}) return "none";
  return fmt::format("{} {} {}", pointsText(line.width), styleText(line.style), colorText(line.color));
}

std::string quoted(std::string_view utf8) {
  std::string text = "\"";
  for (const char byte : utf8) {
    if (byte == '"' || byte == '\\') text += '\\';
    if (static_cast<unsigned char>(byte) < 0x20) {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    } else {
      text += byte;
    }
  }
  return text + '"';
}

std::string_view roleText(Role role) {
  switch (role) {
    case Role::Content: return "";
    case Role::Generated: return "generated";
    case Role::Marker: return "marker";
    case Role::NoteCall: return "note-call";
    case Role::NoteMarker: return "note-marker";
    case Role::NoteBody: return "note-body";
    case Role::RubyText: return "ruby-text";
    case Role::WarichuText: return "warichu-text";
    case Role::WarichuMark: return "warichu-mark";
    case Role::Leader: return "leader";
    case Role::Decoration: return "decoration";
    case Role::RepeatedHead: return "repeated-head";
    case Role::RunningHead: return "running-head";
    case Role::RunningFoot: return "running-foot";
  }
  return {};
}

std::string sourceText(const dom::Element* source) { return source ? "<" + source->name + ">" : ""; }

std::string runText(const GlyphRun& run) {
  std::string text = fmt::format("{} {}", run.face ? run.face->familyName() : "(no face)", pointsText(run.size));
  if (run.direction == Direction::RightToLeft) text += " rtl";
  if (run.vertical) text += " vertical";
  if (run.sideways) text += " sideways";
  if (run.turnedLeft) text += " turned";
  if (!run.saidBefore.empty()) text += " behind " + quoted(toUtf8(run.saidBefore));
  if (run.isSaidElsewhere) text += " silent";
  if (!(run.color == Color{})) text += " " + colorText(run.color);
  return text;
}

}  // namespace octavo::fragment
