// layout/inline: a paragraph's initial letter, several lines high.
#include "layout/inline/initial_letter.h"

#include <algorithm>
#include <array>
#include <optional>

#include "layout/inline/glyphs/font_use.h"

namespace octavo::layout {

namespace {

constexpr Em kLeastGap{0.2};       // of the text, between an initial letter's ink and the lines beside it
constexpr double kHangingLine = 0.6;  // above the baseline, in em, in faces without a letter that hangs from it

constexpr std::uint32_t scriptTag(const char (&name)[5]) {
  std::uint32_t tag = 0;
  for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
  return tag;
}
constexpr std::array kIdeographicScripts{scriptTag("Hani"), scriptTag("Hira"), scriptTag("Kana"), scriptTag("Bopo"),
                                         scriptTag("Hang"), scriptTag("Yiii")};

/// Scripts whose letters are measured by one of theirs: a letter without anything above the common height.
struct ScriptLetter {
  std::uint32_t script;
  char32_t letter;
  bool hangs;
};
constexpr std::array kScriptLetters{
    ScriptLetter{scriptTag("Hebr"), U'\x05D4', false}, ScriptLetter{scriptTag("Arab"), U'\x0627', false},
    ScriptLetter{scriptTag("Deva"), U'\x0915', true},  ScriptLetter{scriptTag("Beng"), U'\x0995', true},
    ScriptLetter{scriptTag("Guru"), U'\x0A15', true},  ScriptLetter{scriptTag("Tibt"), U'\x0F40', true},
    ScriptLetter{scriptTag("Thai"), U'\x0E01', false},
};

/// How far letters reach over and under the baseline, in em.
struct Reach {
  double over = 0, under = 0;
  double whole() const { return over + under; }
};

Reach emBoxOf(const font::Face& face) {
  const font::Metrics& metrics = face.metrics();
  if (!metrics.isCjk) return {0.88, 0.12};
  const double em = metrics.ascent + metrics.descent;
  return {metrics.ascent / em, metrics.descent / em};
}

double capHeightOf(const font::Face& face) {
  return static_cast<double>(face.metrics().capHeight) / face.metrics().unitsPerEm;
}

std::optional<double> inkTopOf(const font::Face& face, char32_t character) {
  const std::uint32_t glyph = face.nominalGlyph(character);
  if (glyph == 0) return std::nullopt;
  return static_cast<double>(font::inkBox(face, glyph).top) / face.metrics().unitsPerEm;
}

const ScriptLetter* letterOfScript(std::uint32_t script) {
  const auto found = std::ranges::find(kScriptLetters, script, &ScriptLetter::script);
  return found == kScriptLetters.end() ? nullptr : &*found;
}

/// How letters are measured, in the face of the initial letter and in that of the text alike.
class Measure {
 public:
  Measure(css::InitialLetterAlign align, std::uint32_t script) : align_(align), script_(letterOfScript(script)) {
    if (align_ != css::InitialLetterAlign::Auto) return;
    const bool isIdeographic = std::ranges::find(kIdeographicScripts, script) != kIdeographicScripts.end();
    align_ = isIdeographic                 ? css::InitialLetterAlign::Ideographic
             : script_ && script_->hangs ? css::InitialLetterAlign::Hanging
                                         : css::InitialLetterAlign::Alphabetic;
  }

  bool isIdeographic() const { return align_ == css::InitialLetterAlign::Ideographic; }
  /// The character that is measured; 0 where the face itself says how high its letters are.
  char32_t letter() const { return script_ ? script_->letter : U'\0'; }
  Reach in(const font::Face& face) const {
    if (isIdeographic()) return emBoxOf(face);
    const std::optional<double> top = script_ ? inkTopOf(face, script_->letter) : std::nullopt;
    if (align_ == css::InitialLetterAlign::Hanging) return {top.value_or(kHangingLine), 0};
    return {top.value_or(capHeightOf(face)), 0};
  }

 private:
  css::InitialLetterAlign align_;
  const ScriptLetter* script_;
};

bool isLetterClass(text::CharacterClass kind) {
  using enum text::CharacterClass;
  return kind == Hiragana || kind == Katakana || kind == Ideograph || kind == Hangul || kind == Western || kind == Other ||
         kind == SmallKana || kind == Iteration || kind == Prefix || kind == Suffix;
}

/// The cluster by which all is sized: the letter, not the marks around it.
std::size_t mainCluster(const InlineText& text, const ShapedText& shaped) {
  for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
    if (shaped.clusters[i].run != kNoRun && isLetterClass(text.classes[shaped.clusters[i].text])) return i;
  }
  for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
    if (shaped.clusters[i].run != kNoRun) return i;
  }
  return shaped.clusters.size();
}

/// The edges of the letter's box, in the paragraph's direction.
struct Edges {
  Length start, end;    // border and padding
  Length marginStart, marginEnd;
  bool hasFrame = false;
};

Edges edgesOf(const std::vector<const box::Box*>& parts, Length measure) {
  const css::ComputedStyle &first = *parts.front()->style, &last = *parts.back()->style;
  Edges edges;
  edges.start = first.border.inlineStart.width + resolved(first.padding.inlineStart, measure);
  edges.end = last.border.inlineEnd.width + resolved(last.padding.inlineEnd, measure);
  edges.marginStart = resolved(first.margin.inlineStart, measure);
  edges.marginEnd = resolved(last.margin.inlineEnd, measure);
  edges.hasFrame = first.background.alpha != 0 || edges.start + edges.end > Length{};
  return edges;
}

struct Ink {
  Length left, right;
};

/// From the first ink of a line's glyphs to the last; nothing where there is none.
std::optional<Ink> inkOf(const Line& line) {
  std::optional<Ink> ink;
  for (const Piece& piece : line.pieces) {
    if (!piece.fragment) continue;
    const auto& run = std::get<fragment::GlyphRun>(piece.fragment->content);
    const int unitsPerEm = run.face->metrics().unitsPerEm;
    Length pen = piece.left;
    for (const font::Glyph& glyph : run.glyphs) {
      const font::InkBox box = font::inkBox(*run.face, glyph.id);
      const Length left = pen + glyph.offsetInline + run.size.scaled(box.left, unitsPerEm);
      const Length right = pen + glyph.offsetInline + run.size.scaled(box.right, unitsPerEm);
      if (box.right > box.left) ink = ink ? Ink{std::min(ink->left, left), std::max(ink->right, right)} : Ink{left, right};
      pen += glyph.advance;
    }
  }
  return ink;
}

LineRequest requestFor(const Paragraph& paragraph) {
  LineRequest request;
  request.lastItem = static_cast<std::uint32_t>(paragraph.items.items.size() - 1);
  request.width = request.containerWidth = Length::infinite();
  request.align = css::TextAlign::Left;
  request.rules.justifies = false;
  request.isFirst = true;
  return request;
}

class Maker {
 public:
  Maker(const Paragraph& around, const Space& space, Purpose purpose, Context& context)
      : around_(around), strut_(around.fontBoxes.front()), parts_(around.text.initial), space_(space), purpose_(purpose),
        context_(context), letter_(std::make_unique<InitialLetter>()) {}

  std::unique_ptr<InitialLetter> make() {
    letter_->paragraph = prepareInitial(parts_, space_, purpose_, context_);
    Paragraph& own = letter_->paragraph;
    const std::size_t main = mainCluster(own.text, own.shaped);
    if (main == own.shaped.clusters.size()) return nullptr;
    const ShapeRun& run = own.shaped.runs[own.shaped.clusters[main].run];
    const Measure measure(own.text.rootStyle().initialLetterAlign, run.script);
    const Length size = sizeAndPlace(measure, *run.face);
    enlarge(run.size > Length{} ? size / run.size : 1);
    makeParagraphItems(own, Hyphenation::SoftHyphensOnly, Length::infinite(), context_);
    letter_->line = placePieces(own, requestFor(own), {}, context_);
    setWidth(measure, size);
    return std::move(letter_);
  }

 private:
  Length bodySize() const { return around_.text.rootStyle().fontSize; }

  /// The face of the text in which the letter's lines are measured.
  font::FacePtr bodyFace(const Measure& measure) const {
    if (measure.letter() == 0) return strut_.face;
    const font::FacePtr face = context_.fonts.faceFor(fontRequest(around_.text.rootStyle()), measure.letter());
    return face ? face : strut_.face;
  }

  Length sizeAndPlace(const Measure& measure, const font::Face& face) {
    const css::InitialLetter& asked = parts_.front()->style->initialLetter;
    const Reach body = measure.in(*bodyFace(measure)), own = measure.in(face);
    const Length pitch = strut_.lineHeight;
    const Length span = pitch.scaled(asked.size - 1) + bodySize().scaled(body.whole());
    const Length size = own.whole() > 0 ? span.scaled(1 / own.whole()) : span;
    letter_->sink = asked.sink;
    letter_->over = size.scaled(own.over);
    letter_->under = size.scaled(own.under);
    letter_->baseline = pitch.scaled(static_cast<double>(asked.sink - 1)) + bodySize().scaled(body.under) - letter_->under;
    // What stands out above takes whole lines, so that the text keeps to its grid.
    const Length above = letter_->over - letter_->baseline - strut_.above;
    if (pitch > Length{} && above > pitch.scaled(0.02)) {
      const std::int64_t lines = (above.toUnits() + pitch.toUnits() - 1) / pitch.toUnits();
      letter_->rise = Length::units(pitch.toUnits() * lines);
    }
    return size;
  }

  /// All its text by one factor, so that the letter itself has the size asked for.
  void enlarge(double factor) {
    Paragraph& own = letter_->paragraph;
    for (InlineBox& box : own.text.boxes) {
      auto style = std::make_unique<css::ComputedStyle>(*box.style);
      style->fontSize = style->fontSize.scaled(factor);
      style->letterSpacing = style->letterSpacing.scaled(factor);
      style->hangingPunctuation = {};
      box.style = style.get();
      letter_->styles.push_back(std::move(style));
    }
    own.shaped = shapeText(own.text, context_);
    own.fontBoxes.clear();
    for (const InlineBox& box : own.text.boxes) own.fontBoxes.push_back(fontBoxOf(*box.style, context_));
  }

  /// Its ink stands as near to the edge as that of a letter of the text; Han takes whole characters of the lines.
  void setWidth(const Measure& measure, Length size) {
    const Edges edges = edgesOf(parts_, space_.available.inlineSize);
    const Length used = letter_->line.used;
    letter_->lead = edges.marginStart + edges.start;
    letter_->inlineSize = letter_->lead + used + edges.end + edges.marginEnd;
    if (edges.hasFrame) return;
    if (measure.isIdeographic()) {
      const Length em = bodySize();
      if (edges.marginEnd != Length{} || em <= Length{}) return;
      const Length least = letter_->inlineSize + kLeastGap.at(em);
      letter_->inlineSize = Length::units((least.toUnits() + em.toUnits() - 1) / em.toUnits() * em.toUnits());
      return;
    }
    const std::optional<Ink> ink = inkOf(letter_->line);
    if (!ink) return;
    const bool isReversed = letter_->line.isReversed;
    const Length before = isReversed ? used - ink->right : ink->left;
    const Length behind = isReversed ? ink->left : used - ink->right;
    const Length trim = before - before.scaled(bodySize() / size);
    letter_->lead -= trim;
    letter_->inlineSize -= trim;
    if (edges.marginEnd == Length{}) letter_->inlineSize += std::max(Length{}, kLeastGap.at(bodySize()) - behind);
  }

  const Paragraph& around_;
  const FontBox& strut_;
  const std::vector<const box::Box*>& parts_;
  const Space& space_;
  Purpose purpose_;
  Context& context_;
  std::unique_ptr<InitialLetter> letter_;
};

/// Background and border, around the letter's box from over to under.
LogicalFragmentPtr frameOf(const InitialLetter& letter) {
  const css::ComputedStyle& style = letter.paragraph.text.rootStyle();
  const auto padding = [](const css::LengthPercentage& value) { return resolved(value, Length{}); };
  auto frame = std::make_shared<LogicalFragment>();
  frame->content = LogicalFrame{style.border, style.background};
  frame->role = fragment::Role::Decoration;
  frame->direction = style.direction;
  frame->size.inlineSize = letter.line.used + style.border.inlineStart.width + style.border.inlineEnd.width +
                           padding(style.padding.inlineStart) + padding(style.padding.inlineEnd);
  frame->size.blockSize = letter.over + letter.under + style.border.blockStart.width + style.border.blockEnd.width +
                          padding(style.padding.blockStart) + padding(style.padding.blockEnd);
  return frame;
}

bool hasFrame(const css::ComputedStyle& style) {
  const auto& border = style.border;
  return style.background.alpha != 0 || border.blockStart.width + border.blockEnd.width + border.inlineStart.width +
                                                border.inlineEnd.width > Length{};
}

}  // namespace

std::unique_ptr<InitialLetter> makeInitialLetter(const Paragraph& around, const Space& space, Purpose purpose,
                                                 Context& context) {
  if (around.text.initial.empty()) return nullptr;
  return Maker(around, space, purpose, context).make();
}

std::u16string saidByInitial(const InitialLetter& letter, bool isSpaceBehind) {
  const bool isSayable = std::ranges::all_of(letter.line.pieces, [](const Piece& piece) {
    const auto* run = piece.fragment ? std::get_if<fragment::GlyphRun>(&piece.fragment->content) : nullptr;
    return piece.level == 0 && run && std::ranges::find(run->glyphs, 0U, &font::Glyph::id) == run->glyphs.end();
  });
  if (!isSayable || letter.line.pieces.empty()) return {};
  return letter.paragraph.text.text + (isSpaceBehind ? u" " : u"");
}

void hushInitial(InitialLetter& letter, const LogicalFragment& firstLine) {
  const bool isSaid = std::ranges::any_of(firstLine.children, [](const PlacedLogical& child) {
    const auto* run = std::get_if<fragment::GlyphRun>(&child.fragment->content);
    return run && !run->saidBefore.empty();
  });
  if (!isSaid) return;
  for (Piece& piece : letter.line.pieces) {
    if (piece.fragment) std::get<fragment::GlyphRun>(piece.fragment->content).isSaidElsewhere = true;
  }
}

LogicalFragmentPtr buildInitialLetter(const InitialLetter& letter, const InitialPosition& place, Context& context) {
  const InlineText& text = letter.paragraph.text;
  const css::ComputedStyle& style = text.rootStyle();
  auto whole = std::make_shared<LogicalFragment>();
  whole->direction = style.direction;
  whole->size = {place.inlineStart + letter.inlineSize, place.end};
  whole->flow.isBesideFlow = true;
  const auto startOf = [&](Length left, Length width) {
    const Length along = letter.line.isReversed ? letter.line.used - left - width : left;
    return place.inlineStart + letter.lead + along;
  };
  if (hasFrame(style)) {
    const Length before = style.border.inlineStart.width + resolved(style.padding.inlineStart, Length{});
    const Length above = style.border.blockStart.width + resolved(style.padding.blockStart, Length{});
    whole->children.push_back(
        {{place.inlineStart + letter.lead - before, place.baseline - letter.over - above}, frameOf(letter)});
  }
  for (const Piece& piece : letter.line.pieces) {
    if (!piece.fragment) continue;
    const Length ascent = std::get<fragment::GlyphRun>(piece.fragment->content).baseline;
    whole->children.push_back({{startOf(piece.left, piece.width), place.baseline - ascent}, piece.fragment});
  }
  for (PlacedLogical& reading : placeReadings(letter.paragraph, letter.line, context)) {
    reading.at.inlineStart = startOf(reading.at.inlineStart, reading.fragment->size.inlineSize);
    reading.at.blockStart += place.baseline;
    whole->children.push_back(std::move(reading));
  }
  if (!letter.line.pieces.empty()) whole->order = text.spans[letter.line.pieces.front().span].box->order;
  for (const Mark& mark : text.marks) {
    whole->anchors.insert(whole->anchors.end(), mark.box->anchors.begin(), mark.box->anchors.end());
    whole->strings.insert(whole->strings.end(), mark.box->strings.begin(), mark.box->strings.end());
  }
  for (const Mark& call : text.noteCalls) whole->flow.notes.push_back(call.box);
  return whole;
}

}  // namespace octavo::layout
