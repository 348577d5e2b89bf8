// layout: the text dump of logical fragments, as goldens hold it.
#include <fmt/format.h>

#include "base/utf8.h"
#include "fragment/describe.h"
#include "layout/contract.h"

namespace octavo::layout {

namespace {

using fragment::borderText;
using fragment::colorText;
using fragment::pointsText;
using fragment::quoted;

std::string frameText(const LogicalFrame& frame) {
  std::string text;
  if (frame.background.alpha != 0) text += " background " + colorText(frame.background);
  const LogicalEdges<BorderLine>& border = frame.border;
  if (border == LogicalEdges<BorderLine>{}) return text;
  if (border.blockStart == border.inlineEnd && border.blockStart == border.blockEnd &&
      border.blockStart == border.inlineStart) {
    return text + " border " + borderText(border.blockStart);
  }
  return text + fmt::format(" border {}, {}, {}, {}", borderText(border.blockStart), borderText(border.inlineEnd),
                            borderText(border.blockEnd), borderText(border.inlineStart));
}

std::string_view breakText(css::Break value) {
  switch (value) {
    case css::Break::Auto: return "auto";
    case css::Break::Avoid: return "avoid";
    case css::Break::AvoidPage: return "avoid-page";
    case css::Break::Page: return "page";
    case css::Break::Left: return "left";
    case css::Break::Right: return "right";
    case css::Break::Recto: return "recto";
    case css::Break::Verso: return "verso";
    case css::Break::Always: return "always";
  }
  return {};
}

void appendBreak(std::string& text, std::string_view name, css::Break value) {
  if (value != css::Break::Auto) text += fmt::format(" {} {}", name, breakText(value));
}

/// What differs from an ordinary fragment's facts.
std::string flowText(const FlowFacts& flow) {
  std::string text;
  appendBreak(text, "break-before", flow.breakBefore);
  appendBreak(text, "break-after", flow.breakAfter);
  appendBreak(text, "break-inside", flow.breakInside);
  if (flow.orphans != 2) text += fmt::format(" orphans {}", flow.orphans);
  if (flow.widows != 2) text += fmt::format(" widows {}", flow.widows);
  if (flow.hyphenLimit == css::HyphenateLimitLast::Spread) text += " hyphenated-turn";
  else if (flow.hyphenLimit != css::HyphenateLimitLast::None) text += " hyphenated";
  if (flow.isRepeatedHead) text += " repeats";
  if (flow.isBesideFlow) text += " beside";
  if (flow.isPageFloat) text += " page-float";
  if (!flow.page.empty()) text += " page " + flow.page;
  if (!flow.notes.empty()) text += fmt::format(" notes {}", flow.notes.size());
  for (const css::CounterChange& change : flow.pageCounterReset) text += fmt::format(" page-counter {}", change.value);
  return text;
}

std::string marksText(const LogicalFragment& fragment) {
  std::string text;
  if (fragment.role != fragment::Role::Content) text += " " + std::string(fragment::roleText(fragment.role));
  if (fragment.direction == Direction::RightToLeft) text += " rtl";
  for (const std::string& anchor : fragment.anchors) text += " #" + anchor;
  for (const auto& [name, value] : fragment.strings) text += " string " + name + " " + quoted(value);
  return text + flowText(fragment.flow);
}

struct Describe {
  const LogicalFragment& fragment;
  std::string at;

  std::string container(const std::string& name) const {
    const std::string source = fragment::sourceText(fragment.source);
    return name + (source.empty() ? "" : " " + source) + at + " size " + pointsText(fragment.size.inlineSize) + "x" +
           pointsText(fragment.size.blockSize);
  }
  std::string box() const {
    return fragment.isLine ? container("line") + " baseline " + pointsText(fragment.baseline) : container("block");
  }
  std::string operator()(const fragment::Nothing&) const { return box(); }
  std::string operator()(const LogicalFrame& frame) const { return box() + frameText(frame); }
  std::string operator()(const fragment::GlyphRun& run) const {
    return fmt::format("text {}{} width {} {}", quoted(toUtf8(run.text)), at, pointsText(fragment.size.inlineSize),
                       fragment::runText(run));
  }
  std::string operator()(const fragment::Picture& picture) const {
    return container("picture") + " " + picture.path +
           (picture.alternative.empty() ? "" : " " + quoted(picture.alternative));
  }
  std::string operator()(const fragment::Rule& rule) const { return container("rule") + " " + borderText(rule.line); }
};

void append(std::string& text, const LogicalFragment& fragment, const std::string& at, std::size_t depth) {
  text.append(depth * 2, ' ');
  text += std::visit(Describe{fragment, at}, fragment.content) + marksText(fragment) + "\n";
  for (const PlacedLogical& child : fragment.children) {
    append(text, *child.fragment, " at " + pointsText(child.at.inlineStart) + "," + pointsText(child.at.blockStart),
           depth + 1);
  }
}

}  // namespace

std::string dump(const LogicalFragment& fragment) {
  std::string text;
  append(text, fragment, "", 0);
  return text;
}

}  // namespace octavo::layout
