// vocabulary/docbook: procedures, their steps, tasks.
#include <array>

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

constexpr std::array<std::string_view, 5> kTypes{"", "a", "i", "A", "I"};

std::size_t depthOf(const Element& steps) {
  std::size_t depth = 0;
  for (const Element* at = &steps; at && at->name != "procedure"; at = at->parent()) depth += at->name == "substeps" ? 1 : 0;
  return depth;
}

void convertStep(const Element& source, Element& into, Reading& reading) {
  Element& step = appendAs(into, into.name == "ol" || into.name == "ul" ? "li" : "div", source, reading, "step");
  if (source.attributeOr("performance") == "optional") addClass(step, "optional-step");
  appendTitleLine(source, step, reading, "step-title");
  convertBody(source, step, reading);
}

/// Steps, and what stands between them, which belongs to the step before.
void appendSteps(const Element& source, Element& into, std::string_view name, Reading& reading) {
  Element* list = nullptr;
  Element* last = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (isInfo(*child) || isOneOf(child->name, {"title", "subtitle", "titleabbrev"})) continue;
    if (child->name != "step") {
      convert(*child, last ? *last : into, reading);
      continue;
    }
    if (!list) {
      list = &appendMade(into, name, source, reading, source.name == "procedure" ? "procedure-steps" : source.name);
      const std::string_view type = kTypes[depthOf(source) % kTypes.size()];
      if (name == "ol" && !type.empty()) list->setAttribute("type", std::string(type));
    }
    convertStep(*child, *list, reading);
    last = dom::asElement(*list->children().back());
  }
}

void convertProcedure(const Element& source, Element& into, Reading& reading) {
  Element& procedure = appendAs(into, "div", source, reading, "procedure");
  appendTitleLine(source, procedure, reading, "box-title");
  appendInfo(source, procedure, reading);
  appendSteps(source, procedure, "ol", reading);
}

void convertSubsteps(const Element& source, Element& into, Reading& reading) { appendSteps(source, into, "ol", reading); }
/// One of them is to be done: they are not counted.
void convertAlternatives(const Element& source, Element& into, Reading& reading) { appendSteps(source, into, "ul", reading); }

constexpr std::array kRules{
    Rule{"procedure", convertProcedure}, Rule{"step", convertStep},
    Rule{"substeps", convertSubsteps},   Rule{"stepalternatives", convertAlternatives},
    Rule{"task", convertGroup},          Rule{"tasksummary", convertGroup},
    Rule{"taskprerequisites", convertGroup}, Rule{"taskrelated", convertGroup},
};

}  // namespace

std::span<const Rule> procedureRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
