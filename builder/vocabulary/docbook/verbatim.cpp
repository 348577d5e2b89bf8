// vocabulary/docbook: listings, screens, literal layouts: their lines, numbers and callouts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <utility>

#include "base/files.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using Nodes = std::vector<std::unique_ptr<dom::Node>>;

void appendMark(const Element& source, Element& into, Reading& reading) {
  Element& mark = appendAs(into, "span", source, reading, "callout");
  mark.appendText(calloutMark(source, reading), source.position());
}

/// What is to stand at lines (from 1): at their beginning (false) or their end (true).
using LineMarks = std::multimap<std::pair<long, bool>, std::unique_ptr<Element>>;

/// Puts marks at their lines, in one walk through the listing's text.
class LineMarker {
 public:
  explicit LineMarker(LineMarks marks) : marks_(std::move(marks)) {}

  void mark(Element& listing) {
    auto nodes = listing.takeChildren();
    atLineStart(listing);
    walk(std::move(nodes), listing);
    atLineEnd(listing);
    // Lines that the listing does not have.
    for (auto& [place, mark] : marks_) listing.append(std::move(mark));
    marks_.clear();
  }

 private:
  void walk(Nodes nodes, Element& element) {
    for (auto& node : nodes) {
      dom::Text* text = dom::asText(*node);
      if (!text) {
        Element& below = *dom::asElement(*node);
        element.append(std::move(node));
        walk(below.takeChildren(), below);
        continue;
      }
      std::string_view rest = text->value;
      for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (end > 0) element.appendText(std::string(rest.substr(0, end)), text->position());
        atLineEnd(element);
        element.appendText("\n", text->position());
        rest.remove_prefix(end + 1);
        ++line_;
        atLineStart(element);
      }
      if (!rest.empty()) element.appendText(std::string(rest), text->position());
    }
  }

  void atLineStart(Element& into) { place(into, false); }
  void atLineEnd(Element& into) { place(into, true); }
  void place(Element& into, bool isAtEnd) {
    const auto [first, last] = marks_.equal_range({line_, isAtEnd});
    for (auto one = first; one != last; ++one) {
      if (isAtEnd) into.appendText(" ", into.position());
      into.append(std::move(one->second));
    }
    marks_.erase(first, last);
  }

  LineMarks marks_;
  long line_ = 1;
};

long numberIn(std::string_view text, long otherwise) {
  long value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && value > 0 && value < 1'000'000 ? value : otherwise;
}

/// Line ends at the edges belong to the markup, not to the listing.
void trimEdges(Element& listing) {
  const auto& children = listing.children();
  if (children.empty()) return;
  if (dom::Text* first = dom::asText(*children.front())) {
    const std::size_t begin = std::min(first->value.find_first_not_of(" \t\r\n"), first->value.size());
    const std::size_t line = begin == 0 ? std::string::npos : first->value.rfind('\n', begin - 1);
    if (line != std::string::npos) first->value.erase(0, line + 1);
  }
  if (dom::Text* last = dom::asText(*children.back())) {
    const std::size_t end = last->value.find_last_not_of(" \t\r\n");
    const bool hasWords = end != std::string::npos;
    if (hasWords || children.size() > 1) last->value.erase(hasWords ? end + 1 : 0);
  }
}

/// DocBook 5.1, linenumbering: numbers in front of the lines, from startinglinenumber.
void numberLines(const Element& source, Element& listing) {
  if (source.attributeOr("linenumbering") != "numbered") return;
  const long first = numberIn(source.attributeOr("startinglinenumber"), 1);
  const std::string words = dom::textContent(listing);
  const long lines = 1 + static_cast<long>(std::ranges::count(words, '\n'));
  const std::size_t width = std::to_string(first + lines - 1).size();
  LineMarks marks;
  for (long line = 1; line <= lines; ++line) {
    auto mark = std::make_unique<Element>(dom::Namespace::Xhtml, "span", source.position());
    mark->setAttribute("class", "line-number");
    mark->appendText(fmt::format("{:>{}} ", first + line - 1, width), source.position());
    marks.emplace(std::pair(line, false), std::move(mark));
  }
  LineMarker(std::move(marks)).mark(listing);
}

bool holdsTextFile(const Element& media) {
  return std::ranges::any_of(childrenOf(media), [](const Element* child) { return isTextFile(*child) || holdsTextFile(*child); });
}

void convertListing(const Element& source, Element& into, Reading& reading) {
  const Element* media = hasOwnText(source) ? nullptr : dom::firstChild(source, "mediaobject");
  const bool isPicture = media && !dom::firstChild(*media, "textobject") && !holdsTextFile(*media);
  if (isPicture) return convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
  Element& listing = appendAs(into, "pre", source, reading, source.name);
  addSourceClass(listing, "language", source.attributeOr("language"));
  if (source.name == "literallayout") addClass(listing, source.attributeOr("class", "normal"));
  convertInline(source, listing, reading);
  trimEdges(listing);
  numberLines(source, listing);
}

/// Areas name lines of the listing: "2" or "2 40"; their marks stand at the lines' ends.
void convertListingWithAreas(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, "div", source, reading, source.name);
  Element holder(dom::Namespace::Xhtml, "span", source.position());
  LineMarks marks;
  for (const Element* areas : childrenOf(source, "areaspec")) {
    std::vector<const Element*> found;
    for (const Element* area : childrenOf(*areas)) {
      found.push_back(area);
      if (area->name == "areaset") {
        for (const Element* inner : childrenOf(*area, "area")) found.push_back(inner);
      }
    }
    for (const Element* area : found) {
      if (area->name == "areaset") continue;
      appendMark(*area, holder, reading);
      const std::string coordinates = dom::collapseWhiteSpace(area->attributeOr("coords"));
      std::unique_ptr<dom::Node> mark = holder.remove(0);
      marks.emplace(std::pair(numberIn(coordinates, 1), true),
                    std::unique_ptr<Element>(static_cast<Element*>(mark.release())));
    }
  }
  LineMarker marker(std::move(marks));
  for (const Element* part : childrenOf(source)) {
    if (part->name == "areaspec") continue;
    const std::size_t before = group.children().size();
    convert(*part, group, reading);
    const bool isListing = isOneOf(part->name, {"programlisting", "screen"}) && group.children().size() > before;
    if (isListing) marker.mark(*dom::asElement(*group.children()[before]));
  }
}

void convertCallout(const Element& source, Element& into, Reading& reading) { appendMark(source, into, reading); }

/// A picture's areas: their marks are in the list below it.
void convertAreas(const Element& source, Element& into, Reading& reading) {
  Element& place = isPhrasingPlace(into) ? into : appendMade(into, "p", source, reading, "areas");
  for (const Element* area : childrenOf(source)) appendMark(*area, place, reading);
}

/// An address in a line of text: where one of its own lines ends stands a comma, if it has none.
void convertAddressInLine(const Element& source, Element& made, Reading& reading) {
  const std::string separator(listSeparator(languageAt(source)));
  bool isAtLineEnd = false;
  const auto beginPart = [&](SourcePosition where) {
    if (std::exchange(isAtLineEnd, false)) made.appendText(plainText(made).ends_with(",") ? " " : separator, where);
  };
  for (const auto& child : source.children()) {
    if (const Element* part = dom::asElement(*child)) {
      beginPart(part->position());
      convert(*part, made, reading);
      continue;
    }
    std::string_view rest = dom::asText(*child)->value;
    for (bool isFirst = true; isFirst || !rest.empty(); isFirst = false) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const bool endsLine = end < rest.size();
      const std::string words = dom::collapseWhiteSpace(rest.substr(0, end));
      const bool hasBlankBefore = !made.children().empty() && !isAtLineEnd && rest.starts_with(' ');
      if (!words.empty()) beginPart(child->position());
      if (hasBlankBefore) made.appendText(" ", child->position());
      if (!words.empty()) made.appendText(words + (!endsLine && rest.ends_with(' ') ? " " : ""), child->position());
      isAtLineEnd = isAtLineEnd || (endsLine && !made.children().empty());
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

/// Lines as they are written, in the text's own face.
void convertAddress(const Element& source, Element& into, Reading& reading) {
  const bool isInLine = isPhrasingPlace(into);
  if (!hasOwnText(source)) {
    Element& made = appendAs(into, isInLine ? "span" : "p", source, reading, "address");
    bool isFirst = true;
    for (const Element* part : childrenOf(source)) {
      if (!isFirst) isInLine ? static_cast<void>(made.appendText(std::string(listSeparator(languageAt(source))), part->position())) : static_cast<void>(appendMade(made, "br", *part, reading));
      isFirst = false;
      convert(*part, made, reading);
    }
    return;
  }
  Element& made = appendAs(into, isInLine ? "span" : "pre", source, reading, "address");
  if (isInLine) return convertAddressInLine(source, made, reading);
  convertInline(source, made, reading);
  trimEdges(made);
}

constexpr std::array kRules{
    Rule{"programlisting", convertListing},
    Rule{"screen", convertListing},
    Rule{"literallayout", convertListing},
    Rule{"synopsis", convertListing},
    Rule{"funcsynopsisinfo", convertListing},
    Rule{"classsynopsisinfo", convertListing},
    Rule{"synopsisinfo", convertListing},
    Rule{"programlistingco", convertListingWithAreas},
    Rule{"screenco", convertListingWithAreas},
    Rule{"areaspec", convertAreas},
    Rule{"address", convertAddress},
};
constexpr std::array kInline{
    Rule{"co", convertCallout},
    Rule{"textdata", convertTextData},
};

}  // namespace

bool isTextFile(const Element& data) {
  return data.name == "textdata" || (data.name == "imagedata" && lowered(data.attributeOr("format")) == "linespecific");
}

/// The words of a file beside the document, in UTF-8 or the encoding that is named.
void convertTextData(const Element& source, Element& into, Reading& reading) {
  const std::string_view reference = source.attributeOr("fileref", source.attributeOr("entityref"));
  const ReaderInputs& inputs = reading.conversion.inputs();
  const auto file = inputs.folder.resolve(inputs.file, reference);
  if (!file) {
    reading.conversion.warn("text-missing", source.position(),
                            fmt::format("{} is no file in the input's folder; its name stands for it", reference),
                            std::string(reference));
    return into.appendText(fmt::format("[{}]", reference), source.position()), void();
  }
  const std::string bytes = readFile(*file, source.position());
  const auto converted = text::convertToUtf8(bytes, source.attributeOr("encoding", "UTF-8"));
  if (!converted || converted->malformedAt) {
    reading.conversion.warn("text-encoding", source.position(),
                            fmt::format("{} is not in its encoding; what can be read of it is shown", reference),
                            std::string(reference));
  }
  if (!converted) return;
  std::string words = converted->text;
  std::erase(words, '\r');
  while (!words.empty() && words.back() == '\n') words.pop_back();
  Element& place = into.name == "pre" || isPhrasingPlace(into) ? into : appendMade(into, "pre", source, reading);
  place.appendText(words, source.position());
}

std::span<const Rule> verbatimRules() { return kRules; }
std::span<const Rule> inlineVerbatimRules() { return kInline; }

std::string calloutMark(const Element& source, const Reading& reading) {
  if (const std::string* label = source.attribute("label")) return *label;
  const auto found = reading.callouts.find(&source);
  const int number = found == reading.callouts.end() ? 1 : found->second;
  if (number > 20) return "(" + std::to_string(number) + ")";
  std::string mark;
  appendUtf8(mark, U'①' + static_cast<char32_t>(number - 1));
  return mark;
}

}  // namespace octavo::vocabulary::docbook
