// pdf: which structure type an XHTML element is.
#include "pdf/structure_rules.h"

#include <algorithm>
#include <array>

namespace octavo::pdf {

namespace {

using enum Treatment;

// Sorted by name.
constexpr std::array kRules{
    ElementRule{"a", Tag::Link, Anchor},
    ElementRule{"abbr", Tag::Span, Plain},
    ElementRule{"address", Tag::Div, Plain},
    ElementRule{"article", Tag::Art, Plain},
    ElementRule{"aside", Tag::Div, Aside},
    ElementRule{"b", Tag::Span, Plain},
    ElementRule{"bdi", Tag::Span, Plain},
    ElementRule{"bdo", Tag::Span, Plain},
    ElementRule{"blockquote", Tag::BlockQuote, Plain},
    ElementRule{"caption", Tag::Caption, TablePart},
    ElementRule{"cite", Tag::Span, Plain},
    ElementRule{"code", Tag::Code, Plain},
    ElementRule{"dd", Tag::LBody, Description},
    ElementRule{"del", Tag::Span, Plain},
    ElementRule{"details", Tag::Div, Plain},
    ElementRule{"dfn", Tag::Span, Plain},
    ElementRule{"div", Tag::Div, Division},
    ElementRule{"dl", Tag::L, DescriptionList},
    ElementRule{"dt", Tag::Lbl, Term},
    ElementRule{"em", Tag::Span, Plain},
    ElementRule{"figcaption", Tag::Caption, Caption},
    ElementRule{"figure", Tag::Figure, Figure},
    ElementRule{"h1", Tag::H1, Plain},
    ElementRule{"h2", Tag::H2, Plain},
    ElementRule{"h3", Tag::H3, Plain},
    ElementRule{"h4", Tag::H4, Plain},
    ElementRule{"h5", Tag::H5, Plain},
    ElementRule{"h6", Tag::H6, Plain},
    ElementRule{"i", Tag::Span, Plain},
    ElementRule{"img", Tag::Figure, Picture},
    ElementRule{"ins", Tag::Span, Plain},
    ElementRule{"kbd", Tag::Code, Plain},
    ElementRule{"li", Tag::LI, ListItem},
    ElementRule{"mark", Tag::Span, Plain},
    ElementRule{"math", Tag::Formula, Formula},
    ElementRule{"menu", Tag::L, List},
    ElementRule{"nav", Tag::Sect, Plain},
    ElementRule{"ol", Tag::L, List},
    ElementRule{"p", Tag::P, Plain},
    ElementRule{"pre", Tag::P, Plain},
    ElementRule{"q", Tag::Quote, Plain},
    ElementRule{"rt", Tag::RT, RubyText},
    ElementRule{"ruby", Tag::Ruby, Ruby},
    ElementRule{"s", Tag::Span, Plain},
    ElementRule{"samp", Tag::Code, Plain},
    ElementRule{"section", Tag::Sect, Plain},
    ElementRule{"small", Tag::Span, Plain},
    ElementRule{"span", Tag::Span, Plain},
    ElementRule{"strong", Tag::Span, Plain},
    ElementRule{"sub", Tag::Span, Plain},
    ElementRule{"summary", Tag::P, Plain},
    ElementRule{"sup", Tag::Span, Plain},
    ElementRule{"table", Tag::Table, Table},
    ElementRule{"tbody", Tag::TBody, TablePart},
    ElementRule{"td", Tag::TD, TablePart},
    ElementRule{"tfoot", Tag::TFoot, TablePart},
    ElementRule{"th", Tag::TH, TablePart},
    ElementRule{"thead", Tag::THead, TablePart},
    ElementRule{"time", Tag::Span, Plain},
    ElementRule{"tr", Tag::TR, TablePart},
    ElementRule{"u", Tag::Span, Plain},
    ElementRule{"ul", Tag::L, List},
    ElementRule{"var", Tag::Span, Plain},
};
static_assert(std::ranges::is_sorted(kRules, {}, &ElementRule::name));

constexpr ElementRule kTransparent{"", Tag::Span, Transparent};

}  // namespace

const ElementRule& ruleFor(const dom::Element& element) {
  const bool isMath = element.is(dom::Namespace::MathMl, "math");
  if (!isMath && element.namespaceName != dom::Namespace::Xhtml) return kTransparent;
  const auto rule = std::ranges::lower_bound(kRules, std::string_view(element.name), {}, &ElementRule::name);
  return rule != kRules.end() && rule->name == element.name ? *rule : kTransparent;
}

}  // namespace octavo::pdf
