// vocabulary/jats: figures, pictures, media and files, and the choice between alternative forms.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

const std::initializer_list<std::string_view> kCaptionParts{"label",     "caption", "attrib",      "permissions",
                                                                "object-id", "alt-text", "long-desc",  "abstract",
                                                                "kwd-group", "subj-group", "processing-meta"};

std::string_view hrefOf(const Element& source) {
  return source.attributeOr("xlink:href", source.attributeOr("href", source.attributeOr("src")));
}

/// Alternative text of the element or the figure around it.
std::string alternativeOf(const Element& source) {
  for (const Element* at = &source; at; at = at->parent()) {
    if (const Element* text = dom::firstChild(*at, "alt-text")) return plainText(*text);
    if (!isOneOf(at->name, {"graphic", "media", "alternatives"})) break;
  }
  return {};
}

/// Label and caption of the nearest element that has them, for pictures without alternative text.
std::string captionWords(const Element& source) {
  for (const Element* at = &source; at; at = at->parent()) {
    const Element* caption = dom::firstChild(*at, "caption");
    const Element* label = firstSaying(*at, "label");
    if (caption || label) {
      std::string words = label ? headingText(*label) : std::string();
      const Element* title = caption ? firstSaying(*caption, "title") : nullptr;
      const std::string rest = title ? headingText(*title) : caption ? headingText(*caption) : std::string();
      return words + (words.empty() || rest.empty() ? "" : " ") + rest;
    }
    if (isOneOf(at->name, {"fig", "table-wrap", "sec", "body", "disp-formula"})) break;
  }
  return {};
}

void appendGraphic(const Element& source, Element& into, Reading& reading) {
  const std::string alternative = alternativeOf(source);
  const std::string words = captionWords(source);
  Element& picture =
      reading.conversion.appendPicture(into, {hrefOf(source), alternative, words, false, source.position()});
  const std::string* id = source.attribute("id");
  if (id && !picture.attribute("id")) reading.conversion.setId(picture, *id, source.position());
}

/// A picture in the flow; within a figure it is the figure's own.
void convertGraphic(const Element& source, Element& into, Reading& reading) {
  if (into.name == "figure" && !hasCaption(source)) {
    appendGraphic(source, into, reading);
  } else {
    Element& figure = appendMade(into, "figure", source, reading, "graphic");
    appendGraphic(source, figure, reading);
    if (hasCaption(source)) fillCaption(source, appendMade(figure, "figcaption", source, reading), reading);
  }
  if (const Element* description = dom::firstChild(source, "long-desc")) {
    convertInline(*description, appendAs(into, "p", *description, reading, "long-desc"), reading);
  }
}

/// The picture in front, the caption last, as one figcaption.
void convertFigure(const Element& source, Element& into, Reading& reading) {
  Element& figure = appendAs(into, "figure", source, reading, source.name == "fig" ? "" : source.name);
  addSourceClass(figure, "type", source.attributeOr("fig-type"));
  convertBlocks(source, figure, reading, kCaptionParts);
  const std::string alternative = alternativeOf(source);
  if (figure.children().empty() && !alternative.empty()) reading.conversion.appendNoPicture(figure, alternative, source.position());
  for (const Element* description : childrenOf(source, "long-desc")) {
    convertInline(*description, appendAs(figure, "p", *description, reading, "long-desc"), reading);
  }
  if (hasCaption(source)) fillCaption(source, appendMade(figure, "figcaption", source, reading), reading);
}

/// A caption that stands where none is expected.
void convertLooseCaption(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, "caption"), reading);
}

bool isPlayable(const Element& source) { return isOneOf(source.attributeOr("mimetype"), {"audio", "video"}); }

/// Film, sound, data: a line that names the file, under its label and caption; the EPUB plays film and sound instead.
void convertMedia(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, source.name);
  fillCaption(source, block, reading);
  convertBlocks(source, block, reading, kCaptionParts);
  const std::string_view href = hrefOf(source);
  const std::string alternative = alternativeOf(source);
  if (!href.empty()) {
    const std::string words = alternative.empty() ? captionWords(source) : alternative;
    const bool isPlayed = isPlayable(source) && reading.conversion.appendMedia(
        block, {source.attributeOr("mimetype") == "video", {std::string(href)}, words, source.position()});
    Element& line = appendMade(block, "p", source, reading, "file-link");
    if (isPlayed) line.setAttribute(publication::kMediumAttribute, "paper");
    appendAddress(line, href, href, source, reading);
    if (!alternative.empty()) line.appendText(" (" + alternative + ")", source.position());
  }
}

/// How good a form is for us: what both outputs can show with their own type goes before pictures.
int rankOf(const Element& form, const Reading& reading) {
  if (isOneOf(form.name, {"math", "mml:math"})) return 0;
  if (isOneOf(form.name, {"table", "array", "code", "preformat", "chem-struct"})) return 1;
  if (form.name == "tex-math") return 3;
  if (isOneOf(form.name, {"graphic", "inline-graphic"})) {
    return reading.conversion.hasPicture(hrefOf(form), form.position()) ? 2 : 5;
  }
  if (form.name == "textual-form") return 4;
  return 6;
}

void convertAlternatives(const Element& source, Element& into, Reading& reading) {
  const auto forms = childrenOf(source);
  if (forms.empty()) return;
  const auto best = std::ranges::min_element(
      forms, {}, [&](const Element* form) { return rankOf(*form, reading); });
  for (const Element* form : forms) {
    if (form != *best) leaveUnshown(*form, reading);
  }
  convert(**best, into, reading);
  // References to the choice go to what was chosen.
  const std::string_view id = source.attributeOr("id");
  Element* shown = into.children().empty() ? nullptr : dom::asElement(*into.children().back());
  if (!id.empty() && shown) reading.conversion.aliasId(id, reading.conversion.ensureId(*shown, "shown"));
}

/// Identifiers, rights and notes of a part, where nothing else places them.
void convertObjectId(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, "p", source, reading, "object-id");
  const std::string words = plainText(source);
  if (source.attributeOr("pub-id-type") == "doi") {
    appendAddress(line, "https://doi.org/" + words, words, source, reading);
  } else {
    convertInline(source, line, reading);
  }
}

void convertHiddenText(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"fig", convertFigure},
    Rule{"fig-group", convertFigure},
    Rule{"chem-struct-wrap", convertFigure},
    Rule{"graphic", convertGraphic},
    Rule{"media", convertMedia},
    Rule{"supplementary-material", convertMedia},
    Rule{"alternatives", convertAlternatives},
    Rule{"caption", convertLooseCaption},
    Rule{"object-id", convertObjectId},
    Rule{"alt-text", convertHiddenText},
    Rule{"long-desc", convertHiddenText},
};

}  // namespace

std::span<const Rule> figureRules() { return kRules; }

bool hasCaption(const Element& source) {
  return std::ranges::any_of(childrenOf(source), [](const Element* child) {
    return isOneOf(child->name, {"label", "caption", "attrib", "permissions", "object-id", "abstract", "kwd-group",
                                 "subj-group"});
  });
}

void fillCaption(const Element& source, Element& into, Reading& reading) {
  const Element* label = firstSaying(source, "label");
  const Element* caption = dom::firstChild(source, "caption");
  const Element* title = caption ? firstSaying(*caption, "title") : nullptr;
  if (caption && into.name != "div") reading.conversion.takeIdentity(into, *caption);
  Element* line = nullptr;
  if (title) {
    line = &appendAs(into, "p", *title, reading, "caption-title");
    if (label) appendLabel(*label, *line, reading);
    convertInline(*title, *line, reading);
  } else if (label) {
    const auto paragraphs = caption ? childrenOf(*caption, "p") : std::vector<const Element*>{};
    line = paragraphs.empty() ? &appendMade(into, "p", *label, reading, "caption-title")
                              : &appendAs(into, "p", *paragraphs.front(), reading);
    appendLabel(*label, *line, reading);
    if (!paragraphs.empty()) convertInline(*paragraphs.front(), *line, reading);
  }
  bool skipFirst = label && !title;
  for (const Element* part : caption ? childrenOf(*caption) : std::vector<const Element*>{}) {
    if (part->name == "title") continue;
    if (part->name == "p" && skipFirst) {
      skipFirst = false;
      continue;
    }
    convert(*part, into, reading);
  }
  if (caption && hasOwnText(*caption)) convertInline(*caption, appendMade(into, "p", *caption, reading), reading);
  for (const auto* name : {"abstract", "kwd-group", "subj-group", "attrib", "permissions", "object-id"}) {
    for (const Element* part : childrenOf(source, name)) convert(*part, into, reading);
  }
}

}  // namespace octavo::vocabulary::jats
