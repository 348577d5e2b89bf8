#include "vocabulary/math_attributes.h"

#include <algorithm>
#include <array>

#include "dom/dom.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

enum class Type { Length, Lengths, PaddedLength, Boolean, Booleans, Color, Integer, Count, Number, Words, Text };

struct AttributeRow {
  std::string_view name;
  Type type;
  std::string_view elements;  // between blanks; empty: every element
  std::string_view words = {};  // what a length may be besides, or all that a word may be
};

constexpr std::string_view kTokens = " mi mn mo mtext ms mspace mstyle math ";
constexpr std::string_view kOperators = " mo mstyle math ";
constexpr std::string_view kTables = " mtable mstyle math ";
constexpr std::string_view kCells = " mtable mtr mtd mstyle math ";

constexpr std::array kRows{
    AttributeRow{"mathcolor", Type::Color, {}},
    AttributeRow{"mathbackground", Type::Color, {}, " transparent "},
    AttributeRow{"mathvariant", Type::Words, kTokens,
                 " normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif bold-sans-serif "
                 "sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched "},
    AttributeRow{"mathsize", Type::Length, kTokens, " small normal big "},
    AttributeRow{"dir", Type::Words, " mi mn mo mtext ms mspace mrow mstyle math ", " ltr rtl "},
    AttributeRow{"fontfamily", Type::Text, kTokens},
    AttributeRow{"fontweight", Type::Words, kTokens, " normal bold "},
    AttributeRow{"fontstyle", Type::Words, kTokens, " normal italic "},
    AttributeRow{"fontsize", Type::Length, kTokens},
    AttributeRow{"color", Type::Color, kTokens},
    AttributeRow{"background", Type::Color, kTokens, " transparent "},
    AttributeRow{"form", Type::Words, kOperators, " prefix infix postfix "},
    AttributeRow{"fence", Type::Boolean, kOperators},
    AttributeRow{"separator", Type::Boolean, kOperators},
    AttributeRow{"lspace", Type::Length, kOperators},
    AttributeRow{"rspace", Type::Length, kOperators},
    AttributeRow{"stretchy", Type::Boolean, kOperators},
    AttributeRow{"symmetric", Type::Boolean, kOperators},
    AttributeRow{"maxsize", Type::Length, kOperators, " infinity "},
    AttributeRow{"minsize", Type::Length, kOperators},
    AttributeRow{"largeop", Type::Boolean, kOperators},
    AttributeRow{"movablelimits", Type::Boolean, kOperators},
    AttributeRow{"accent", Type::Boolean, " mo mover munderover mstyle math "},
    AttributeRow{"accentunder", Type::Boolean, " munder munderover mstyle math "},
    AttributeRow{"linebreak", Type::Words, " mo mspace mstyle math ", " auto newline nobreak goodbreak badbreak "},
    AttributeRow{"width", Type::Length, " mspace "},
    AttributeRow{"height", Type::Length, " mspace "},
    AttributeRow{"depth", Type::Length, " mspace "},
    AttributeRow{"width", Type::PaddedLength, " mpadded "},
    AttributeRow{"height", Type::PaddedLength, " mpadded "},
    AttributeRow{"depth", Type::PaddedLength, " mpadded "},
    AttributeRow{"lspace", Type::PaddedLength, " mpadded "},
    AttributeRow{"voffset", Type::PaddedLength, " mpadded "},
    AttributeRow{"width", Type::Length, " mtable ", " auto "},
    AttributeRow{"lquote", Type::Text, " ms mstyle math "},
    AttributeRow{"rquote", Type::Text, " ms mstyle math "},
    AttributeRow{"linethickness", Type::Length, " mfrac mstyle math ", " thin medium thick "},
    AttributeRow{"numalign", Type::Words, " mfrac mstyle math ", " left center right "},
    AttributeRow{"denomalign", Type::Words, " mfrac mstyle math ", " left center right "},
    AttributeRow{"bevelled", Type::Boolean, " mfrac mstyle math "},
    AttributeRow{"scriptlevel", Type::Integer, " mstyle math "},
    AttributeRow{"displaystyle", Type::Boolean, " mstyle math mtable "},
    AttributeRow{"scriptsizemultiplier", Type::Number, " mstyle math "},
    AttributeRow{"scriptminsize", Type::Length, " mstyle math "},
    AttributeRow{"notation", Type::Text, " menclose mstyle math "},
    AttributeRow{"subscriptshift", Type::Length, " msub msubsup mmultiscripts mstyle math "},
    AttributeRow{"superscriptshift", Type::Length, " msup msubsup mmultiscripts mstyle math "},
    AttributeRow{"align", Type::Words, " munder mover munderover ", " left center right "},
    AttributeRow{"align", Type::Words, kTables, " top bottom center baseline axis "},
    AttributeRow{"rowalign", Type::Words, kCells, " top bottom center baseline axis "},
    AttributeRow{"columnalign", Type::Words, kCells, " left center right "},
    AttributeRow{"columnwidth", Type::Lengths, kTables, " auto fit "},
    AttributeRow{"rowspacing", Type::Lengths, kTables},
    AttributeRow{"columnspacing", Type::Lengths, kTables},
    AttributeRow{"framespacing", Type::Lengths, kTables},
    AttributeRow{"minlabelspacing", Type::Length, kTables},
    AttributeRow{"rowlines", Type::Words, kTables, " none solid dashed "},
    AttributeRow{"columnlines", Type::Words, kTables, " none solid dashed "},
    AttributeRow{"frame", Type::Words, kTables, " none solid dashed "},
    AttributeRow{"side", Type::Words, kTables, " left right leftoverlap rightoverlap "},
    AttributeRow{"equalrows", Type::Boolean, kTables},
    AttributeRow{"equalcolumns", Type::Boolean, kTables},
    AttributeRow{"alignmentscope", Type::Booleans, kTables},
    AttributeRow{"rowspan", Type::Count, " mtd "},
    AttributeRow{"columnspan", Type::Count, " mtd "},
};

/// Attributes that take a list where their element is a table or a row of one.
bool isList(const AttributeRow& row, std::string_view element) {
  const bool isTable = element == "mtable" || element == "mstyle" || element == "math";
  if (row.name == "rowlines" || row.name == "columnlines" || row.name == "rowalign") return isTable;
  return row.name == "columnalign" && (isTable || element == "mtr");
}

bool hasWord(std::string_view words, std::string_view word) {
  return !word.empty() && word.find(' ') == std::string_view::npos && words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

/// Takes digits with at most one point off the front; false where there is no digit.
bool takeNumber(std::string_view& text, bool maySign) {
  if (maySign && (text.starts_with('-') || text.starts_with('+'))) text.remove_prefix(1);
  bool hasDigit = false, hasPoint = false;
  while (!text.empty() && ((text[0] >= '0' && text[0] <= '9') || (text[0] == '.' && !hasPoint))) {
    hasDigit |= text[0] != '.';
    hasPoint |= text[0] == '.';
    text.remove_prefix(1);
  }
  return hasDigit;
}

bool isNamedSpace(std::string_view text) {
  if (text.starts_with("negative")) text.remove_prefix(8);
  return hasWord(" veryverythinmathspace verythinmathspace thinmathspace mediummathspace thickmathspace verythickmathspace veryverythickmathspace ", text);
}

bool isLength(std::string_view text) {
  if (isNamedSpace(text)) return true;
  if (text.starts_with('+') || !takeNumber(text, true)) return false;
  return text.empty() || hasWord(" em ex px in cm mm pt pc % ", text);
}

/// MathML 3, section 3.3.6.2: "+0.5em", "2width", "50% height".
bool isPaddedLength(std::string_view text) {
  constexpr std::string_view kSizes = " width height depth ";
  if (isNamedSpace(text)) return true;
  if (!takeNumber(text, true)) return false;
  if (text.empty() || hasWord(" em ex px in cm mm pt pc % ", text)) return true;
  if (text.starts_with('%')) text.remove_prefix(1);
  if (text.starts_with(' ')) text.remove_prefix(1);
  return hasWord(kSizes, text);
}

bool isColor(std::string_view text) {
  if (text.starts_with('#')) {
    text.remove_prefix(1);
    return (text.size() == 3 || text.size() == 6) && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  }
  return hasWord(" aqua black blue fuchsia gray green lime maroon navy olive purple red silver teal white yellow ", lowered(text));
}

bool isInteger(std::string_view text, bool isCount) {
  if (!isCount && (text.starts_with('-') || text.starts_with('+'))) text.remove_prefix(1);
  return !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string_view::npos && (!isCount || text[0] != '0');
}

bool isOfType(Type type, std::string_view words, std::string_view value) {
  if (type != Type::Words && hasWord(words, value)) return true;
  switch (type) {
    case Type::Length:
    case Type::Lengths: return isLength(value);
    case Type::PaddedLength: return isPaddedLength(value);
    case Type::Boolean:
    case Type::Booleans: return value == "true" || value == "false";
    case Type::Color: return isColor(value);
    case Type::Integer: return isInteger(value, false);
    case Type::Count: return isInteger(value, true);
    case Type::Number: return takeNumber(value, false) && value.empty();
    case Type::Words: return hasWord(words, value);
    case Type::Text: return true;
  }
  return true;
}

bool isGood(const AttributeRow& row, std::string_view element, std::string_view value) {
  const std::string collapsed = dom::collapseWhiteSpace(value);
  const bool takesList = row.type == Type::Lengths || row.type == Type::Booleans || isList(row, element);
  std::string_view rest = collapsed;
  if (!takesList) return isOfType(row.type, row.words, rest);
  if (rest.empty()) return false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!isOfType(row.type, row.words, rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

}  // namespace

MathAttribute judgeMathAttribute(std::string_view element, std::string_view name, std::string_view value) {
  bool isKnown = false;
  for (const AttributeRow& row : kRows) {
    if (row.name != name || !(row.elements.empty() || hasWord(row.elements, element))) continue;
    if (isGood(row, element, value)) return MathAttribute::Good;
    isKnown = true;
  }
  return isKnown ? MathAttribute::WrongValue : MathAttribute::Unknown;
}

}  // namespace octavo::vocabulary
