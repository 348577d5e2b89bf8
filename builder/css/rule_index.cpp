#include "css/rule_index.h"

#include <algorithm>

namespace octavo::css {
namespace {

const SimpleSelector* findPart(const CompoundSelector& compound, SimpleKind kind) {
  const auto found = std::ranges::find(compound.parts, kind, &SimpleSelector::kind);
  return found == compound.parts.end() ? nullptr : &*found;
}

/// :is(h1, h2), all of whose alternatives name something.
const SimpleSelector* findNamingAlternatives(const CompoundSelector& compound) {
  for (const SimpleSelector& part : compound.parts) {
    if (part.kind != SimpleKind::Is && part.kind != SimpleKind::Where) continue;
    const bool allNamed = std::ranges::all_of(*part.alternatives, [](const Selector& selector) {
      const CompoundSelector& subject = selector.compounds.back();
      return findPart(subject, SimpleKind::Id) || findPart(subject, SimpleKind::Class) ||
             findPart(subject, SimpleKind::Type);
    });
    if (allNamed) return &part;
  }
  return nullptr;
}

}  // namespace

void RuleIndex::add(const IndexedRule& rule) {
  if (rule.selector->hasOtherPseudoElement || rule.selector->compounds.empty()) return;
  const auto place = static_cast<std::uint32_t>(rules_.size());
  rules_.push_back(rule);
  Buckets& into = buckets_[static_cast<std::size_t>(rule.selector->pseudo)];
  into.hasAny = true;
  addToBuckets(rule.selector->compounds.back(), place, into);
}

void RuleIndex::addToBuckets(const CompoundSelector& subject, std::uint32_t place, Buckets& into) {
  if (const SimpleSelector* id = findPart(subject, SimpleKind::Id)) {
    into.byId[id->name].push_back(place);
  } else if (const SimpleSelector* word = findPart(subject, SimpleKind::Class)) {
    into.byClass[word->name].push_back(place);
  } else if (const SimpleSelector* type = findPart(subject, SimpleKind::Type)) {
    into.byType[type->name].push_back(place);
  } else if (const SimpleSelector* list = findNamingAlternatives(subject)) {
    for (const Selector& alternative : *list->alternatives)
      addToBuckets(alternative.compounds.back(), place, into);
  } else {
    into.others.push_back(place);
  }
}

void RuleIndex::findMatches(const dom::Element& element, PseudoElement pseudo, const MatchContext& context,
                            std::vector<std::uint32_t>& matches) const {
  const Buckets& from = buckets(pseudo);
  if (!from.hasAny) return;
  const auto test = [&](const std::vector<std::uint32_t>& places) {
    for (const std::uint32_t place : places) {
      if (css::matches(*rules_[place].selector, element, context)) matches.push_back(place);
    }
  };
  const auto look = [&](const Map& map, std::string_view name) {
    const auto found = map.find(name);
    if (found != map.end()) test(found->second);
  };
  test(from.others);
  const std::string_view name = element.name;
  look(from.byType, name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1));
  if (!from.byId.empty()) {
    const std::string* id = element.attribute("id");
    if (!id) id = element.attribute("xml:id");
    if (id) look(from.byId, *id);
  }
  if (const std::string* classes = from.byClass.empty() ? nullptr : element.attribute("class")) {
    constexpr std::string_view kSpaces = " \t\n\r\f";
    for (std::size_t at = classes->find_first_not_of(kSpaces); at != std::string::npos;) {
      const std::size_t end = std::min(classes->find_first_of(kSpaces, at), classes->size());
      look(from.byClass, std::string_view(*classes).substr(at, end - at));
      at = classes->find_first_not_of(kSpaces, end);
    }
  }
  const auto precedence = [&](std::uint32_t place) {
    return std::tuple(rules_[place].origin, rules_[place].selector->weight, place);
  };
  std::ranges::sort(matches, {}, precedence);
  matches.erase(std::ranges::unique(matches).begin(), matches.end());
}

}  // namespace octavo::css
