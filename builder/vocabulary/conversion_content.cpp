// vocabulary: which elements of XHTML may stand in a line of text, and which may not.
#include "vocabulary/conversion_content.h"

#include <memory>
#include <utility>
#include <vector>

namespace octavo::vocabulary {
bool isBlank(const dom::Node& node) {
  const dom::Text* text = dom::asText(node);
  return text && text->value.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

void wrapLoosePhrasing(dom::Element& container) {
  std::vector<std::unique_ptr<dom::Node>> children = container.takeChildren();
  dom::Element* paragraph = nullptr;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!isPhrasing(*children[i])) {
      paragraph = nullptr;
      container.append(std::move(children[i]));
      continue;
    }
    if (!paragraph) {
      if (isBlank(*children[i])) continue;
      paragraph = &container.appendElement(dom::Namespace::Xhtml, "p", children[i]->position());
    }
    paragraph->append(std::move(children[i]));
  }
}

int headingLevel(const dom::Element& element) {
  if (element.namespaceName != dom::Namespace::Xhtml || element.name.size() != 2 || element.name[0] != 'h')
    return 0;
  return element.name[1] >= '1' && element.name[1] <= '6' ? element.name[1] - '0' : 0;
}

}  // namespace octavo::vocabulary
