#include "css/compute_style.h"

#include <algorithm>
#include <deque>

#include "css/variables.h"

namespace octavo::css {
namespace {

const ComputedStyle& initialStyle() {
  static const ComputedStyle kInitial;
  return kInitial;
}

struct Ids {
  PropertyId writingMode = *findProperty("writing-mode"), direction = *findProperty("direction"),
             color = *findProperty("color"), fontSize = *findProperty("font-size"),
             lineHeight = *findProperty("line-height");
};
const Ids& ids() {
  static const Ids kIds;
  return kIds;
}

/// One element's computation. The order matters: other values are relative to the writing mode, the font
/// size, the line height and the colour.
class Computation {
 public:
  Computation(const StyleInput& input, Diagnostics& diagnostics)
      : input_(input), parent_(input.parent ? *input.parent : initialStyle()), diagnostics_(diagnostics) {
    static_cast<InheritedStyle&>(style_) = parent_;
    style_.language = input.language;
  }

  ComputedStyle run() {
    resolveCustomProperties();
    for (const Declaration* declaration : input_.declarations) flatten(*declaration);
    applyLast(ids().writingMode);
    if (!input_.setsVertical) keepHorizontal();
    applyLast(ids().direction);
    chooseWinners();
    prepareUnits();
    apply(ids().fontSize);
    context_.fontSize = style_.fontSize;
    if (!input_.parent) context_.rootFontSize = style_.fontSize;
    apply(ids().lineHeight);
    context_.lineHeight = usedLineHeight(style_.lineHeight, style_.fontSize);
    apply(ids().color);
    context_.currentColor = style_.color;
    setBorderDefaults();
    for (std::size_t id = 0; id < winners_.size(); ++id) {
      if (!isAppliedEarly(static_cast<PropertyId>(id))) apply(static_cast<PropertyId>(id));
    }
    finish();
    return std::move(style_);
  }

 private:
  bool isAppliedEarly(PropertyId id) const {
    return id == ids().writingMode || id == ids().direction || id == ids().fontSize ||
           id == ids().lineHeight || id == ids().color;
  }

  void resolveCustomProperties() {
    static const auto kNone = std::make_shared<const CustomProperties>();
    const CascadeContext* inherited = parent_.cascadeContext.get();
    custom_ = inherited ? inherited->custom : kNone;
    CustomProperties own;
    CustomProperties base = *custom_;
    bool isChanged = false;
    for (const Declaration* declaration : input_.declarations) {
      if (declaration->customName.empty()) continue;
      isChanged = true;
      own.erase(declaration->customName);
      base.erase(declaration->customName);
      if (declaration->wide == WideKeyword::None) {
        own[declaration->customName] = *declaration->written;
      } else if (declaration->wide != WideKeyword::Initial) {
        const auto inheritedValue = custom_->find(declaration->customName);
        if (inheritedValue != custom_->end()) base.insert(*inheritedValue);
      }
    }
    if (isChanged) custom_ = std::make_shared<const CustomProperties>(resolve(own, base));
  }

  /// Replaces var() and takes shorthands apart that waited for it.
  void flatten(const Declaration& declaration) {
    if (!declaration.customName.empty()) return;
    if (!declaration.written) {
      flat_.push_back(&declaration);
      return;
    }
    const auto values = substitute(*declaration.written, *custom_);
    const Property& property = properties()[declaration.property];
    const bool isCompound =
        property.kind == Property::Kind::Shorthand || property.kind == Property::Kind::Alias;
    Declarations made;
    const Value value(values.value_or(Values{}));
    const WideKeyword wide = wideKeyword(value);
    const bool isPlain = values && value.size() > 0 && wide == WideKeyword::None;
    if (isPlain && !isCompound) {
      made.push_back({declaration.property, false, wide, {}, std::make_shared<const Value>(value), {}});
    } else if (!isPlain || !expandShorthand(declaration.property, value, declaration, made)) {
      const bool isWide = values && wide != WideKeyword::None;
      if (!isWide) reportInvalid(property);
      const auto targets =
          isCompound ? longhandsOf(declaration.property) : std::span(&declaration.property, 1);
      for (const PropertyId id : targets)
        made.push_back({id, false, isWide ? wide : WideKeyword::Unset, {}, {}, {}});
    }
    for (Declaration& each : made) flat_.push_back(&made_.emplace_back(std::move(each)));
  }

  void reportInvalid(const Property& property) {
    diagnostics_.report({Severity::Warning,
                         "css-invalid-variable",
                         input_.position,
                         "the var() in '" + std::string(property.name) + "' gives no value that it takes",
                         {},
                         std::string(property.name)});
  }

  void keepHorizontal() {
    if (style_.writingMode == WritingMode::HorizontalTb) return;
    style_.writingMode = WritingMode::HorizontalTb;
    diagnostics_.report({Severity::Warning, "vertical-on-paper", input_.position,
                         "writing-mode: vertical lines are not set on paper yet; the PDF has horizontal ones",
                         {}, "writing-mode"});
  }

  void applyLast(PropertyId id) {
    for (const Declaration* declaration : flat_) {
      if (declaration->property == id) applyDeclaration(id, *declaration);
    }
  }

  void chooseWinners() {
    winners_.assign(properties().size(), nullptr);
    for (const Declaration* declaration : flat_) {
      winners_[toLogical(declaration->property, style_.writingMode, style_.direction)] = declaration;
    }
  }

  void prepareUnits() {
    const CascadeContext* inherited = parent_.cascadeContext.get();
    context_.parent = &parent_;
    context_.fontSize = parent_.fontSize;
    context_.lineHeight = usedLineHeight(parent_.lineHeight, parent_.fontSize);
    context_.rootFontSize = inherited ? inherited->rootFontSize : context_.fontSize;
    context_.rootLineHeight = inherited ? inherited->rootLineHeight : context_.lineHeight;
    context_.currentColor = parent_.color;
    context_.writingMode = style_.writingMode;
    context_.direction = style_.direction;
  }

  void apply(PropertyId id) {
    if (const Declaration* winner = winners_[id]) applyDeclaration(id, *winner);
  }

  void applyDeclaration(PropertyId id, const Declaration& declaration) {
    const Property& property = properties()[id];
    if (declaration.wide == WideKeyword::None) {
      if (property.set(style_, *declaration.value, context_)) return;
      reportInvalid(property);  // only var() gets here: all else was checked when it was read
    }
    const bool inherits = declaration.wide == WideKeyword::Inherit ||
                          (declaration.wide != WideKeyword::Initial && property.isInherited);
    property.copy(style_, inherits ? parent_ : initial_);
  }

  /// The initial colour of a border is the text's, its initial width medium.
  void setBorderDefaults() {
    for (ComputedStyle* style : {&style_, &initial_}) {
      for (BorderLine* line : {&style->border.blockStart, &style->border.blockEnd, &style->border.inlineStart,
                               &style->border.inlineEnd}) {
        line->color = style_.color;
        line->width = Length::points(2.25);
      }
    }
  }

  void finish() {
    for (BorderLine* line : {&style_.border.blockStart, &style_.border.blockEnd, &style_.border.inlineStart,
                             &style_.border.inlineEnd}) {
      if (line->style == LineStyle::None) *line = BorderLine{};
    }
    if (style_.floating != Float::None && style_.display != Display::None) blockify();
    propagateDecoration();
    if (style_.page.empty()) style_.page = parent_.page;
    const bool keepsContext = parent_.cascadeContext && parent_.cascadeContext->custom == custom_;
    if (keepsContext) return;
    const Length rootLine = input_.parent ? context_.rootLineHeight : context_.lineHeight;
    style_.cascadeContext =
        std::make_shared<const CascadeContext>(CascadeContext{custom_, context_.rootFontSize, rootLine});
  }

  /// Lines run through in-flow boxes below, not into what stands apart: CSS Text Decoration 4, section 2.
  void propagateDecoration() {
    const bool startsAnew = style_.floating != Float::None || style_.display == Display::InlineBlock ||
                            style_.display == Display::RubyText;
    if (startsAnew) style_.decoratingBoxes = nullptr;
    if (!style_.textDecoration.hasLine() || style_.display == Display::Contents) return;
    auto boxes = style_.decoratingBoxes ? *style_.decoratingBoxes : std::vector<DecoratingBox>{};
    boxes.push_back({style_.textDecoration, style_});
    style_.decoratingBoxes = std::make_shared<const std::vector<DecoratingBox>>(std::move(boxes));
  }

  /// CSS Display 3, section 2.7.
  void blockify() {
    switch (style_.display) {
      case Display::Inline:
      case Display::InlineBlock:
      case Display::Ruby:
      case Display::RubyText:
      case Display::TableRowGroup:
      case Display::TableHeaderGroup:
      case Display::TableFooterGroup:
      case Display::TableRow:
      case Display::TableCell:
      case Display::TableColumn:
      case Display::TableColumnGroup:
      case Display::TableCaption:
        style_.display = Display::Block;
        return;
      case Display::None:
      case Display::Block:
      case Display::Contents:
      case Display::ListItem:
      case Display::Table:
      case Display::FlowRoot:
        return;
    }
  }

  const StyleInput& input_;
  const ComputedStyle& parent_;
  Diagnostics& diagnostics_;
  ComputedStyle style_;
  ComputedStyle initial_;  // with this element's own colour for borders
  UnitContext context_;
  std::shared_ptr<const CustomProperties> custom_;
  std::deque<Declaration> made_;  // owns what flatten made
  std::vector<const Declaration*> flat_;
  std::vector<const Declaration*> winners_;  // by PropertyId
};

}  // namespace

ComputedStyle computeStyle(const StyleInput& input, Diagnostics& diagnostics) {
  return Computation(input, diagnostics).run();
}

}  // namespace octavo::css
