// layout/inline/text: the boxes of a paragraph as one text.
#include <algorithm>

#include "base/utf8.h"
#include "layout/inline/atomic.h"
#include "layout/inline/text/bidi_controls.h"
#include "layout/inline/text/collect_ruby.h"
#include "layout/inline/inline_text.h"
#include "layout/inline/text/page_lists.h"
#include "layout/inline/text/warichu_brackets.h"
#include "layout/inline/text/white_space.h"
#include "text/combining_marks.h"
#include "text/letter_case.h"
#include "text/runs.h"

namespace octavo::layout {

namespace {

Length baselineShift(const css::ComputedStyle& style, const css::ComputedStyle& parent) {
  if (const Length* raised = std::get_if<Length>(&style.verticalAlign)) return *raised;
  switch (std::get<css::BaselineShift>(style.verticalAlign)) {
    case css::BaselineShift::Super: return (0.34_em).at(parent.fontSize);
    case css::BaselineShift::Sub: return -(0.2_em).at(parent.fontSize);
    // The middle of the box at half an x-height: for text of the face's own proportions that is
    // (x-height of the parent - (ascent - descent) of the box) / 2.
    case css::BaselineShift::Middle: return (0.25_em).at(parent.fontSize) - (0.38_em).at(style.fontSize);
    case css::BaselineShift::TextTop: return (0.88_em).at(parent.fontSize - style.fontSize);
    case css::BaselineShift::TextBottom: return -(0.12_em).at(parent.fontSize - style.fontSize);
    case css::BaselineShift::Baseline:
    case css::BaselineShift::Top:
    case css::BaselineShift::Bottom: return {};
  }
  return {};
}

/// U+FF01… for ASCII and U+3000 for the space. CSS Text 3, section 2.1.2.
char32_t fullWidth(char32_t character) {
  if (character == U' ') return U'\x3000';
  return character > U' ' && character < U'\x7F' ? character + 0xFEE0 : character;
}

/// Told by nothing but its element: it has the role of what is around it.
bool isOwnText(const box::Box& box) { return box.role == box::Role::Content || box.role == box::Role::FirstLetter; }

class Collector {
 public:
  Collector(const Space& space, Purpose purpose, Context& context)
      : space_(space), purpose_(purpose), context_(context) {}

  InlineText collect(const box::Box& container) {
    InlineBox root;
    root.box = &container;
    root.style = container.style.get();
    if (container.role != box::Role::NoteBody) root.role = fragmentRole(container.role);
    if (container.kind == box::Kind::RubyText) root.role = fragment::Role::RubyText;
    result_.boxes.push_back(root);
    mayHaveInitial_ = isOwnText(container) && container.kind != box::Kind::RubyText;
    collectBetween(bidiControlsOfBlock(*container.style), container, 0);
    return finish();
  }

  InlineText collectInitial(const std::vector<const box::Box*>& parts) {
    InlineBox root;
    root.box = parts.front();
    root.style = parts.front()->style.get();
    result_.boxes.push_back(root);
    noteMarks(*parts.front());
    for (const auto& child : parts.front()->children) collectBox(*child, 0);
    for (std::size_t i = 1; i < parts.size(); ++i) collectBox(*parts[i], 0);
    return finish();
  }

 private:
  InlineText finish() {
    spaces_.finish();
    resolveOffsets();
    const css::ComputedStyle& style = result_.rootStyle();
    result_.direction = style.direction;
    if (style.unicodeBidi == css::UnicodeBidi::Plaintext) {
      result_.direction = text::firstStrongDirection(result_.text).value_or(style.direction);
    }
    return std::move(result_);
  }

  /// An inline box at the very beginning, or all that ::first-letter made. CSS Inline 3, section 7.2.
  bool isInitial(const box::Box& box) const {
    if (!mayHaveInitial_ || box.kind != box::Kind::Inline || box.style->initialLetter.size == 0) return false;
    if (!result_.text.empty() || rubyDepth_ > 0) return false;
    return result_.initial.empty() || (box.role == box::Role::FirstLetter &&
                                       result_.initial.back()->role == box::Role::FirstLetter);
  }

  void collectBox(const box::Box& box, std::uint32_t parent) {
    if (isInitial(box)) return result_.initial.push_back(&box);
    noteMarks(box);
    switch (box.kind) {
      case box::Kind::Text: return collectText(box, parent, box.text);
      case box::Kind::LineBreak:
        beginSpan(box, parent);
        return spaces_.appendForcedBreak();
      case box::Kind::PageReference: return collectPageReference(box, parent);
      case box::Kind::Image:
      case box::Kind::InlineBlock:
      case box::Kind::Table:
      case box::Kind::Leader: return collectObject(box, parent);
      case box::Kind::NoteCall:
        result_.noteCalls.push_back({nextSpan(), &box});
        return collectInline(box, parent);
      case box::Kind::Ruby: return collectRuby(box, parent);
      case box::Kind::Block:
      case box::Kind::Inline:
      case box::Kind::RubyBase:
      case box::Kind::RubyText:
      case box::Kind::TableCaption:
      case box::Kind::TableColumn:
      case box::Kind::TableRowGroup:
      case box::Kind::TableRow:
      case box::Kind::TableCell: return collectInline(box, parent);
    }
  }

  /// Places are kept as the number of the span that comes next until all spaces are decided.
  std::uint32_t nextSpan() const { return static_cast<std::uint32_t>(result_.spans.size()); }

  void beginSpan(const box::Box& box, std::uint32_t parent) {
    spaces_.beginSpan(parent, &box, result_.boxes[parent].style->whiteSpaceCollapse);
  }

  void noteMarks(const box::Box& box) {
    if (!box.anchors.empty() || !box.strings.empty()) result_.marks.push_back({nextSpan(), &box});
  }

  std::uint32_t openInline(const box::Box& box, std::uint32_t parent) {
    InlineBox opened;
    opened.box = &box;
    opened.style = box.style.get();
    opened.parent = parent;
    opened.begin = nextSpan();
    opened.shift = result_.boxes[parent].shift + baselineShift(*box.style, *result_.boxes[parent].style);
    opened.role = isOwnText(box) ? result_.boxes[parent].role : fragmentRole(box.role);
    if (box.kind == box::Kind::NoteCall) opened.role = fragment::Role::NoteCall;
    const css::ComputedStyle& style = *box.style;
    const Length whole = space_.available.inlineSize;
    opened.startEdge = resolved(style.margin.inlineStart, whole) + style.border.inlineStart.width +
                       resolved(style.padding.inlineStart, whole);
    opened.endEdge = resolved(style.margin.inlineEnd, whole) + style.border.inlineEnd.width +
                     resolved(style.padding.inlineEnd, whole);
    result_.boxes.push_back(opened);
    return static_cast<std::uint32_t>(result_.boxes.size() - 1);
  }

  void collectInline(const box::Box& box, std::uint32_t parent) {
    const std::uint32_t self = openInline(box, parent);
    if (box.style->warichu == css::Warichu::Auto && mayBeWarichu(box)) {
      collectWarichu(box, parent, self);
      result_.boxes[self].end = nextSpan();
      return;
    }
    collectBetween(bidiControlsOfInline(*box.style), box, self);
    result_.boxes[self].end = nextSpan();
  }

  void collectBetween(const BidiControls& controls, const box::Box& box, std::uint32_t self) {
    addControls(controls.open, box, self);
    const PageLists lists = pageListsIn(box, context_.pageLabels);
    for (std::size_t index = 0; index < box.children.size(); ++index) {
      if (std::ranges::binary_search(lists.dashes, index)) {
        collectText(*box.children[index], self, "–");
      } else if (lists.omitted.empty() || !lists.omitted[index]) {
        collectBox(*box.children[index], self);
      }
    }
    addControls(controls.close, box, self);
  }

  void addControls(std::u16string_view controls, const box::Box& box, std::uint32_t self) {
    if (!controls.empty()) beginSpan(box, self);
    for (const char16_t control : controls) spaces_.appendControl(control);
  }

  /// Two rows hold text alone: no readings, no boxes, no rows of their own.
  bool mayBeWarichu(const box::Box& box) {
    if (!isInWarichu_ && rubyDepth_ == 0 && holdsTextOnly(box)) return true;
    context_.diagnostics.report({Severity::Warning, "warichu-nested", box.element->position(),
                                 "a note in two rows holds readings, boxes or another such note, or stands in one: "
                                 "it is set as ordinary text",
                                 "", "warichu-nested"});
    return false;
  }

  /// Its text in two rows; generated brackets and those that enclose its text stand outside of them.
  void collectWarichu(const box::Box& box, std::uint32_t parent, std::uint32_t self) {
    isInWarichu_ = true;
    std::size_t first = 0, end = box.children.size();
    if (first < end && box.children[first]->role == box::Role::Before) collectBracket(*box.children[first++], self);
    const bool hasAfter = end > first && box.children[end - 1]->role == box::Role::After;
    if (hasAfter) --end;
    brackets_ = enclosingBrackets(box, first, end);
    if (brackets_.open) collectBracketText(*brackets_.open, parent, firstCharacter(brackets_.open->text));
    const Length row = box.style->fontSize, line = result_.boxes[parent].style->fontSize;
    Warichu warichu{nextSpan(), 0, (0.88_em).at(line - row), (0.12_em).at(line - row)};
    result_.boxes[self].role = fragment::Role::WarichuText;
    for (std::size_t i = first; i < end; ++i) collectBox(*box.children[i], self);
    warichu.end = nextSpan();
    result_.warichus.push_back(warichu);
    if (brackets_.close) collectBracketText(*brackets_.close, parent, lastCharacter(brackets_.close->text));
    brackets_ = {};
    if (hasAfter) collectBracket(*box.children[end], self);
    isInWarichu_ = false;
  }

  void collectBracket(const box::Box& box, std::uint32_t parent) {
    const std::size_t opened = result_.boxes.size();
    collectBox(box, parent);
    for (std::size_t i = opened; i < result_.boxes.size(); ++i) result_.boxes[i].role = fragment::Role::WarichuMark;
  }

  void collectBracketText(const box::Box& box, std::uint32_t parent, std::string_view bracket) {
    InlineBox around = result_.boxes[parent];
    around.parent = parent;
    around.begin = nextSpan();
    around.startEdge = around.endEdge = {};
    around.role = fragment::Role::WarichuMark;
    result_.boxes.push_back(around);
    const auto self = static_cast<std::uint32_t>(result_.boxes.size() - 1);
    beginSpan(box, self);
    std::size_t offset = 0;
    spaces_.append(decodeUtf8(bracket, offset));
    result_.boxes[self].end = nextSpan();
  }

  void collectText(const box::Box& box, std::uint32_t parent, std::string_view source) {
    if (&box == brackets_.open) source.remove_prefix(firstCharacter(source).size());
    if (&box == brackets_.close) source.remove_suffix(lastCharacter(source).size());
    collectTextOf(box, parent, source);
  }

  void collectTextOf(const box::Box& box, std::uint32_t parent, std::string_view source) {
    beginSpan(box, parent);
    if (!result_.initial.empty() && result_.text.empty() && source.find_first_of(" \t\n\r\f") == 0) {
      result_.isSpaceBehindInitial = true;
    }
    const css::ComputedStyle& style = *result_.boxes[parent].style;
    const bool isFullWidth = style.textTransform == css::TextTransform::FullWidth;
    std::string transformed;
    if (style.textTransform != css::TextTransform::None && !isFullWidth) {
      transformed = toUtf8(transformCase(toUtf16(source), style));
      source = transformed;
    }
    result_.text.reserve(result_.text.size() + source.size() / 2);
    std::u16string ideographs;
    for (std::size_t offset = 0; offset < source.size();) {
      ideographs.clear();
      decodeIdeographs(source, offset, ideographs);
      if (!ideographs.empty()) {
        marks_ = 0;
        spaces_.appendIdeographs(ideographs);
        continue;
      }
      const char32_t character = decodeUtf8(source, offset);
      if (character == kObject) {
        reportObjectCharacter(box);
        continue;
      }
      if (isMarkTooMany(character, box)) continue;
      spaces_.append(isFullWidth ? fullWidth(character) : character);
    }
  }

  /// No script writes so many marks on one character; the cost of a cluster grows faster than its length.
  bool isMarkTooMany(char32_t character, const box::Box& box) {
    constexpr int kMostMarks = 60;
    if (character < 0x300 || !text::extendsCharacter(character)) {
      marks_ = 0;
      return false;
    }
    if (++marks_ <= kMostMarks) return false;
    context_.diagnostics.report({Severity::Warning, "marks-left-out", box.element ? box.element->position() : SourcePosition{},
                                 "a character has more than 60 combining marks; the others are left out on paper", "", "marks"});
    return true;
  }

  /// Text may hold the character that stands for our objects, but no object comes with it: it stands for one that the
  /// author's word processor did not hand over, and has no form of its own (Unicode 15, section 23.8).
  void reportObjectCharacter(const box::Box& box) {
    context_.diagnostics.report({Severity::Warning, "object-character", box.element ? box.element->position() : SourcePosition{},
                                 "U+FFFC, where an object stood that is not in the file, is left out on paper",
                                 "put the picture or the symbol in its place, or remove the character", "U+FFFC"});
  }

  std::u16string transformCase(std::u16string_view source, const css::ComputedStyle& style) const {
    switch (style.textTransform) {
      case css::TextTransform::Uppercase: return text::changeCase(source, text::LetterCase::Upper, style.language);
      case css::TextTransform::Lowercase: return text::changeCase(source, text::LetterCase::Lower, style.language);
      case css::TextTransform::Capitalize: {
        const bool isInWord = !result_.text.empty() && text::isLetterOrDigit(result_.text.back());
        return text::capitalizeWords(source, isInWord, style.language);
      }
      case css::TextTransform::None:
      case css::TextTransform::FullWidth: break;
    }
    return std::u16string(source);
  }

  void collectPageReference(const box::Box& box, std::uint32_t parent) {
    // In the first pass a digit holds the place of the page, so that lines are broken nearly right. What no pass finds has
    // no number.
    const auto found = context_.pageLabels.find(box.text);
    const bool isFirstPass = context_.pageLabels.empty();
    collectText(box, parent, found != context_.pageLabels.end() ? std::string_view(found->second) : isFirstPass ? "0" : "");
  }

  void collectObject(const box::Box& box, std::uint32_t parent) {
    beginSpan(box, parent);
    InlineObject object = box.kind == box::Kind::Leader ? InlineObject{} : layoutAtomic(box, space_, purpose_, context_);
    object.box = &box;
    object.inlineBox = parent;
    spaces_.appendContent(kObject);
    object.offset = nextSpan() - 1;
    result_.objects.push_back(std::move(object));
  }

  /// Bases go into the paragraph's own text, so that spacing, kerning and breaks see them; readings stay aside.
  void collectRuby(const box::Box& box, std::uint32_t parent) {
    const std::uint32_t self = openInline(box, parent);
    ++rubyDepth_;
    RubyCollector ruby(result_, box);
    for (const auto& child : box.children) {
      if (child->kind == box::Kind::RubyText) {
        ruby.addReading(*child);
        continue;
      }
      ruby.beginBase(nextSpan());
      collectBox(*child, self);
      ruby.endBase(nextSpan(), self);
    }
    ruby.finish();
    --rubyDepth_;
    result_.boxes[self].end = nextSpan();
  }

  std::uint32_t offsetOfSpan(std::uint32_t span) const {
    return span < result_.spans.size() ? result_.spans[span].begin : static_cast<std::uint32_t>(result_.text.size());
  }

  template <class Range>
  void resolveRanges(std::vector<Range>& ranges) const {
    for (Range& range : ranges) {
      range.begin = offsetOfSpan(range.begin);
      range.end = offsetOfSpan(range.end);
    }
    std::erase_if(ranges, [](const Range& range) { return range.begin == range.end; });
  }

  void resolveOffsets() {
    for (InlineBox& box : result_.boxes) {
      box.begin = offsetOfSpan(box.begin);
      box.end = offsetOfSpan(box.end);
    }
    result_.boxes.front().end = static_cast<std::uint32_t>(result_.text.size());
    for (InlineObject& object : result_.objects) object.offset = offsetOfSpan(object.offset + 1) - 1;
    resolveRanges(result_.rubies);
    resolveRanges(result_.rubySpans);
    resolveRanges(result_.rubyWords);
    resolveRanges(result_.warichus);
    for (Mark& mark : result_.marks) mark.offset = offsetOfSpan(mark.offset);
    for (Mark& call : result_.noteCalls) call.offset = offsetOfSpan(call.offset);
    std::erase_if(result_.spans, [](const TextSpan& span) { return span.begin == span.end; });
  }

  const Space& space_;
  Purpose purpose_;
  Context& context_;
  InlineText result_;
  WhiteSpaceCollapser spaces_{result_};
  bool mayHaveInitial_ = false;
  bool isInWarichu_ = false;
  int marks_ = 0;  // on the last character
  int rubyDepth_ = 0;
  EnclosingBrackets brackets_;  // of the warichu being collected
};

}  // namespace

fragment::Role fragmentRole(box::Role role) {
  switch (role) {
    case box::Role::Content:
    case box::Role::FirstLetter: return fragment::Role::Content;
    case box::Role::Before:
    case box::Role::After: return fragment::Role::Generated;
    case box::Role::Marker: return fragment::Role::Marker;
    case box::Role::NoteCall: return fragment::Role::NoteCall;
    case box::Role::NoteMarker: return fragment::Role::NoteMarker;
    case box::Role::NoteBody: return fragment::Role::NoteBody;
  }
  return fragment::Role::Content;
}

Length resolved(const css::LengthPercentage& value, Length whole) {
  if (const Length* length = std::get_if<Length>(&value)) return *length;
  return whole >= Length::infinite() ? Length{} : whole.scaled(std::get<css::Percentage>(value).ratio);
}

Length resolved(const css::LengthPercentageAuto& value, Length whole) {
  if (std::holds_alternative<css::Auto>(value)) return {};
  if (const Length* length = std::get_if<Length>(&value)) return *length;
  return whole >= Length::infinite() ? Length{} : whole.scaled(std::get<css::Percentage>(value).ratio);
}

InlineText collectInitial(const std::vector<const box::Box*>& parts, const Space& space, Purpose purpose, Context& context) {
  InlineText text = Collector(space, purpose, context).collectInitial(parts);
  classifyCharacters(text);
  return text;
}

InlineText collectText(const box::Box& container, const Space& space, Purpose purpose, Context& context) {
  InlineText text = Collector(space, purpose, context).collect(container);
  classifyCharacters(text);
  return text;
}

}  // namespace octavo::layout
