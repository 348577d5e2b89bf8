// publication: what each element of XHTML may hold, and where it may stand.
#include "publication/content_model.h"

#include <algorithm>
#include <array>

namespace octavo::publication {
namespace {

using enum Place;
using enum Content;

/// Of HTML what readers write.
constexpr std::array kModels{
    ElementModel{"abbr", Line, Phrasing}, ElementModel{"b", Line, Phrasing}, ElementModel{"bdi", Line, Phrasing},
    ElementModel{"bdo", Line, Phrasing}, ElementModel{"button", Line, Phrasing}, ElementModel{"cite", Line, Phrasing},
    ElementModel{"code", Line, Phrasing}, ElementModel{"data", Line, Phrasing}, ElementModel{"dfn", Line, Phrasing},
    ElementModel{"em", Line, Phrasing}, ElementModel{"i", Line, Phrasing}, ElementModel{"kbd", Line, Phrasing},
    ElementModel{"label", Line, Phrasing}, ElementModel{"mark", Line, Phrasing}, ElementModel{"meter", Line, Phrasing},
    ElementModel{"output", Line, Phrasing}, ElementModel{"progress", Line, Phrasing}, ElementModel{"q", Line, Phrasing},
    ElementModel{"s", Line, Phrasing}, ElementModel{"samp", Line, Phrasing}, ElementModel{"small", Line, Phrasing},
    ElementModel{"span", Line, Phrasing}, ElementModel{"strong", Line, Phrasing}, ElementModel{"sub", Line, Phrasing},
    ElementModel{"sup", Line, Phrasing}, ElementModel{"time", Line, Phrasing}, ElementModel{"u", Line, Phrasing},
    ElementModel{"var", Line, Phrasing},

    // Bases and readings stand in a ruby only, and that in a line: they are of the line, too.
    ElementModel{"ruby", Line, Phrasing}, ElementModel{"rb", Line, Phrasing}, ElementModel{"rbc", Line, Phrasing},
    ElementModel{"rp", Line, Phrasing}, ElementModel{"rt", Line, Phrasing}, ElementModel{"rtc", Line, Phrasing},

    ElementModel{"area", Line, Nothing}, ElementModel{"br", Line, Nothing}, ElementModel{"embed", Line, Nothing},
    ElementModel{"img", Line, Nothing}, ElementModel{"input", Line, Nothing}, ElementModel{"source", Line, Nothing},
    ElementModel{"wbr", Line, Nothing}, ElementModel{"picture", Line, Parts},
    ElementModel{"audio", Line, Transparent}, ElementModel{"canvas", Line, Transparent}, ElementModel{"map", Line, Transparent},

    ElementModel{"a", ByContent, Transparent}, ElementModel{"del", ByContent, Transparent}, ElementModel{"ins", ByContent, Transparent},
    ElementModel{"noscript", ByContent, Transparent}, ElementModel{"object", ByContent, Transparent},
    ElementModel{"video", ByContent, Transparent},

    ElementModel{"p", Block, Phrasing}, ElementModel{"h1", Block, Phrasing}, ElementModel{"h2", Block, Phrasing},
    ElementModel{"h3", Block, Phrasing}, ElementModel{"h4", Block, Phrasing}, ElementModel{"h5", Block, Phrasing},
    ElementModel{"h6", Block, Phrasing}, ElementModel{"pre", Block, Phrasing}, ElementModel{"hr", Block, Nothing},

    ElementModel{"address", Block, Flow}, ElementModel{"article", Block, Flow}, ElementModel{"aside", Block, Flow},
    ElementModel{"blockquote", Block, Flow}, ElementModel{"details", Block, Flow}, ElementModel{"div", Block, Flow},
    ElementModel{"figure", Block, Flow}, ElementModel{"footer", Block, Flow}, ElementModel{"header", Block, Flow},
    ElementModel{"main", Block, Flow}, ElementModel{"nav", Block, Flow}, ElementModel{"section", Block, Flow},

    ElementModel{"dl", Block, Parts}, ElementModel{"ol", Block, Parts}, ElementModel{"table", Block, Parts},
    ElementModel{"ul", Block, Parts},

    ElementModel{"caption", Part, Flow}, ElementModel{"dd", Part, Flow}, ElementModel{"dt", Part, Flow},
    ElementModel{"figcaption", Part, Flow}, ElementModel{"li", Part, Flow}, ElementModel{"td", Part, Flow},
    ElementModel{"th", Part, Flow}, ElementModel{"summary", Part, Phrasing}, ElementModel{"col", Part, Nothing},
    ElementModel{"colgroup", Part, Parts}, ElementModel{"tbody", Part, Parts}, ElementModel{"tfoot", Part, Parts},
    ElementModel{"thead", Part, Parts}, ElementModel{"tr", Part, Parts},
};

const ElementModel* modelOfXhtml(const dom::Element& element) {
  return element.namespaceName == dom::Namespace::Xhtml ? modelOf(element.name) : nullptr;
}

}  // namespace

const ElementModel* modelOf(std::string_view name) {
  const auto found = std::ranges::find(kModels, name, &ElementModel::name);
  return found == kModels.end() ? nullptr : &*found;
}

bool isPhrasing(const dom::Node& node) {
  const dom::Element* element = dom::asElement(node);
  if (!element || element->namespaceName != dom::Namespace::Xhtml) return true;
  const ElementModel* model = modelOfXhtml(*element);
  if (!model || model->place != ByContent) return model && model->place == Line;
  return std::ranges::all_of(element->children(), [](const auto& child) { return isPhrasing(*child); });
}

bool isBlock(const dom::Node& node) {
  const dom::Element* element = dom::asElement(node);
  const ElementModel* model = element ? modelOfXhtml(*element) : nullptr;
  return model && (model->place == Block || model->place == Part);
}

bool holdsOnlyPhrasing(const dom::Element& element) {
  const ElementModel* model = modelOfXhtml(element);
  return model && (model->content == Phrasing || model->place == ByContent);
}

}  // namespace octavo::publication
