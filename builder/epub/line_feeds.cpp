// epub: line feeds between Chinese or Japanese characters, which readers would show as spaces.
#include "epub/line_feeds.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "text/segment_break.h"

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool isRunningText(const Element& element) {
  constexpr std::array<std::string_view, 18> kInLine{"a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark",
                                                     "q", "s",    "small", "span", "strong", "u", "var"};
  return element.namespaceName == Namespace::Xhtml && std::ranges::find(kInLine, element.name) != kInLine.end();
}

class LineFeeds {
 public:
  void walk(Element& element) {
    if (element.is(Namespace::Xhtml, "pre") || element.namespaceName != Namespace::Xhtml) return reset();
    const bool isInLine = isRunningText(element);
    if (!isInLine) reset();
    for (const auto& child : element.children()) {
      if (dom::Text* text = dom::asText(*child)) {
        readText(*text);
      } else {
        walk(*dom::asElement(*child));
      }
    }
    if (!isInLine) reset();
  }

 private:
  void reset() {
    last_ = 0;
    waiting_ = nullptr;
  }

  /// Text up to here is `kept`; a run of blanks with a line feed goes where both its neighbours are such characters.
  void readText(dom::Text& text) {
    const std::string& value = text.value;
    std::string kept;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t begin = at;
      while (at < value.size() && isBlank(value[at])) ++at;
      const std::string_view blanks(value.data() + begin, at - begin);
      if (at == value.size()) {
        if (!blanks.empty()) wait(text, kept.size(), blanks);
        kept += blanks;
        break;
      }
      const std::size_t character = at;
      const char32_t next = decodeUtf8(value, at);
      const bool swallows = text::swallowsSegmentBreak(last_) && text::swallowsSegmentBreak(next);
      const bool hasFeed = blanks.find('\n') != std::string_view::npos;
      if (waiting_ && swallows && (waitingFeed_ || hasFeed)) waiting_->value.resize(waitingAt_);
      if (!swallows || !(hasFeed || (waiting_ && waitingFeed_))) kept += blanks;
      kept.append(value, character, at - character);
      last_ = next;
      waiting_ = nullptr;
    }
    text.value = std::move(kept);
  }

  /// What stands behind the node's end decides.
  void wait(dom::Text& text, std::size_t at, std::string_view blanks) {
    if (waiting_) return;
    waiting_ = &text;
    waitingAt_ = at;
    waitingFeed_ = blanks.find('\n') != std::string_view::npos;
  }

  char32_t last_ = 0;
  dom::Text* waiting_ = nullptr;  // a node that ends with blanks
  std::size_t waitingAt_ = 0;     // where they begin
  bool waitingFeed_ = false;
};

}  // namespace

void dropLineFeeds(Element& root) { LineFeeds().walk(root); }

}  // namespace octavo::epub
