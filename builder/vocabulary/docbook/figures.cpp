// vocabulary/docbook: figures, pictures, film and sound, examples, equations.
#include <algorithm>
#include <array>

#include "vocabulary/docbook/foreign.h"
#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/tex_source.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using dom::Namespace;

/// alt and the short forms of textobject: what those hear who cannot see it.
std::string alternativeOf(const Element& media) {
  std::string words;
  const auto add = [&words](const Element& part) {
    const std::string more = plainText(part);
    words += (words.empty() || more.empty() ? "" : "; ") + more;
  };
  for (const Element* alt : childrenOf(media, "alt")) add(*alt);
  for (const Element* text : childrenOf(media, "textobject")) {
    for (const Element* phrase : childrenOf(*text, "phrase")) add(*phrase);
  }
  const Element* parent = media.parent();
  if (parent && isOneOf(parent->name, {"equation", "informalequation", "inlineequation"})) {
    for (const Element* alt : childrenOf(*parent, "alt")) add(*alt);
  }
  return words;
}

std::string captionWords(const Element& media) {
  if (const Element* caption = dom::firstChild(media, "caption")) return headingText(*caption);
  for (const Element* at = media.parent(); at && isOneOf(at->name, {"figure", "equation", "screenshot", "example", "table"});
       at = at->parent()) {
    if (const Element* title = titleOf(*at)) return headingText(*title);
  }
  return {};
}

std::string_view fileOf(const Element& data) { return data.attributeOr("fileref", data.attributeOr("entityref")); }

/// The data of an imageobject or imageobjectco.
const Element* pictureIn(const Element& object) {
  if (const Element* data = dom::firstChild(object, "imagedata")) return data;
  const Element* inner = dom::firstChild(object, "imageobject");
  return inner ? dom::firstChild(*inner, "imagedata") : nullptr;
}

bool canShow(const Element& object, const Reading& reading) {
  const Element* data = pictureIn(object);
  if (!data) return false;
  if (isTextFile(*data)) return true;
  const bool hasFormula = std::ranges::any_of(childrenOf(*data), [](const Element* child) {
    return child->namespaceName == Namespace::MathMl;
  });
  return hasFormula || (!fileOf(*data).empty() && reading.conversion.hasPicture(fileOf(*data), data->position()));
}

/// Who made the picture, and whatever else its objects tell of themselves.
void appendCredits(const Element& object, Element& into, Reading& reading) {
  for (const Element* part : childrenOf(object)) {
    if (isInfo(*part)) {
      if (isPhrasingPlace(into)) {
        into.appendText(" ", part->position());
        convertInline(*part, appendMade(into, "span", *part, reading, "credit"), reading);
      } else {
        convertBlocks(*part, appendMade(into, "div", *part, reading, "credit"), reading, {"title"});
      }
    } else if (isOneOf(part->name, {"imagedata", "imageobject", "videodata", "audiodata"})) {
      appendCredits(*part, into, reading);
    }
  }
}

void appendPicture(const Element& object, Element& into, const Element& media, Reading& reading) {
  const Element* data = pictureIn(object);
  if (!data) return;
  if (isTextFile(*data)) return convertTextData(*data, into, reading);
  for (const Element* child : childrenOf(*data)) {
    if (child->is(Namespace::MathMl, "math")) return appendMath(*child, into, false, alternativeOf(media), reading);
    if (!child->is(Namespace::Svg, "svg") || !fileOf(*data).empty()) continue;
    const std::string alternative = alternativeOf(media), caption = captionWords(media);
    reading.conversion.appendDrawing(into, *child, {{}, alternative, caption, false, child->position()});
    return;
  }
  const std::string alternative = alternativeOf(media);
  const std::string caption = captionWords(media);
  Element& picture = reading.conversion.appendPicture(into, {fileOf(*data), alternative, caption, false, data->position()});
  takePictureSize(*data, picture, reading);
  if (!isPhrasingPlace(into)) addClass(into, "align-" + std::string(data->attributeOr("align", "center")));
}

/// Film and sound themselves, of all objects of one kind: they are the same thing in several formats.
bool appendPlayer(const Element& media, std::string_view kind, Element& into, Reading& reading) {
  MediaRequest request{kind == "videodata", {}, alternativeOf(media), media.position()};
  if (request.words.empty()) request.words = captionWords(media);
  const auto collect = [&](const Element& object) {
    for (const Element* data : childrenOf(object, kind)) request.hrefs.emplace_back(fileOf(*data));
  };
  collect(media);
  for (const Element* object : childrenOf(media)) collect(*object);
  return !request.hrefs.empty() && reading.conversion.appendMedia(into, request);
}

/// Film and sound cannot be printed: their file is named; for paper only, where the EPUB plays it.
void appendFileLine(const Element& object, bool isPlayed, Element& into, Reading& reading) {
  for (const Element* data : childrenOf(object)) {
    if (!isOneOf(data->name, {"videodata", "audiodata"})) continue;
    Element& line = appendMade(into, isPhrasingPlace(into) ? "span" : "p", *data, reading, "file-link");
    const std::string href(fileOf(*data));
    const bool isWeb = href.find("://") != std::string::npos;
    Element& link = appendMade(line, isWeb && !isInLink(line) ? "a" : "span", *data, reading);
    link.appendText(href, data->position());
    if (link.name == "a") reading.conversion.linkToWeb(link, href, data->position());
    if (isPlayed) line.setAttribute(publication::kMediumAttribute, "paper");
    else reading.conversion.warn("media-linked", data->position(), "film and sound are told by the name of their file", href);
  }
}

/// A mediaobject where blocks may stand is a figure, unless it is in one already.
void convertMediaBlock(const Element& source, Element& into, Reading& reading) {
  if (into.name == "figure" || isPhrasingPlace(into)) return convertMedia(source, into, reading);
  Element& figure = appendAs(into, "figure", source, reading, "graphic");
  convertMedia(source, figure, reading);
  if (figure.children().empty()) into.remove(into.children().size() - 1);
}

void convertInlineMedia(const Element& source, Element& into, Reading& reading) {
  convertMedia(source, appendAs(into, "span", source, reading, "inline-graphic"), reading);
}

/// DocBook 4: a picture by itself.
void convertGraphic(const Element& source, Element& into, Reading& reading) {
  const bool isInLine = source.name == "inlinegraphic" || isPhrasingPlace(into) || into.name == "figure";
  Element& place = isInLine ? into : appendMade(into, "figure", source, reading, "graphic");
  Element& picture = reading.conversion.appendPicture(place, {fileOf(source), {}, captionWords(source), false, source.position()});
  takePictureSize(source, picture, reading);
  if (place.name == "figure") addClass(place, "align-" + std::string(source.attributeOr("align", "center")));
}

void convertFigure(const Element& source, Element& into, Reading& reading) {
  Element& figure = appendAs(into, "figure", source, reading, source.name == "figure" ? "" : source.name);
  convertBody(source, figure, reading);
  Element& caption = appendMade(figure, "figcaption", source, reading);
  appendTitleLine(source, caption, reading, "caption-title");
  // Captions of the pictures inside are its own.
  for (std::size_t i = 0; i + 1 < figure.children().size();) {
    Element* part = dom::asElement(*figure.children()[i]);
    if (!part || part->name != "figcaption" || part == &caption) {
      ++i;
      continue;
    }
    const std::unique_ptr<dom::Node> taken = figure.remove(i);
    for (auto& node : dom::asElement(*taken)->takeChildren()) caption.append(std::move(node));
  }
  if (caption.children().empty()) figure.remove(figure.children().size() - 1);
}

void convertExample(const Element& source, Element& into, Reading& reading) {
  Element& example = appendAs(into, "div", source, reading, source.name);
  appendTitleLine(source, example, reading, "box-title");
  convertBody(source, example, reading);
}

/// The forms of a formula; what it is called for those who cannot see it goes to those that are no picture.
void fillFormula(const Element& source, Element& formula, Reading& reading) {
  std::string alternative;
  for (const Element* alt : childrenOf(source, "alt")) alternative += (alternative.empty() ? "" : "; ") + plainText(*alt);
  bool hasForm = false;
  const bool hasBetter = std::ranges::any_of(childrenOf(source), [](const Element* part) {
    return isOneOf(part->name, {"math", "mediaobject", "inlinemediaobject", "graphic", "inlinegraphic"});
  });
  for (const Element* part : childrenOf(source)) {
    if (isInfo(*part) || isOneOf(part->name, {"title", "titleabbrev", "alt"})) continue;
    if (hasBetter && part->name == "mathphrase" && looksLikeTeX(plainText(*part))) continue;
    hasForm = true;
    if (part->is(Namespace::MathMl, "math")) {
      appendMath(*part, formula, formula.name == "div", alternative, reading);
      continue;
    }
    convert(*part, formula, reading);
    if (alternative.empty() || isOneOf(part->name, {"mediaobject", "inlinemediaobject"})) continue;
    formula.setAttribute("role", "math");
    formula.setAttribute("aria-label", alternative);
  }
  if (hasForm || alternative.empty()) return;
  if (looksLikeTeX(alternative)) reportTeX(reading.conversion, source.position());
  formula.appendText(alternative, source.position());
}

/// The number stands after the formula, where readers look for it.
void convertEquation(const Element& source, Element& into, Reading& reading) {
  Element& block = appendAs(into, "div", source, reading, "disp-formula");
  if (const Element* title = titleOf(source)) {
    convertInline(*title, appendAs(block, "p", *title, reading, "caption-title"), reading);
  }
  appendInfo(source, block, reading);
  fillFormula(source, appendMade(block, "div", source, reading, "formula"), reading);
  const auto number = reading.numbers.find(&source);
  if (number == reading.numbers.end() || number->second.empty()) return;
  appendMade(block, "span", source, reading, "label").appendText("(" + number->second + ")", source.position());
}

void convertInlineEquation(const Element& source, Element& into, Reading& reading) {
  fillFormula(source, appendAs(into, "span", source, reading, "formula"), reading);
}

void convertMathPhrase(const Element& source, Element& into, Reading& reading) {
  if (looksLikeTeX(plainText(source))) reportTeX(reading.conversion, source.position());
  Element& made = appendAs(into, "span", source, reading, "mathphrase");
  convertInline(source, made, reading);
}

void convertCaption(const Element& source, Element& into, Reading& reading) {
  convertFlexible(source, appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, "caption"), reading);
}

/// An object that lost its mediaobject.
void convertLooseObject(const Element& source, Element& into, Reading& reading) {
  Element& place = isPhrasingPlace(into) ? into : appendAs(into, "figure", source, reading, "graphic");
  appendPicture(source, place, source, reading);
  const bool isPlayed = appendPlayer(source, "videodata", place, reading) || appendPlayer(source, "audiodata", place, reading);
  appendFileLine(source, isPlayed, place, reading);
  appendCredits(source, place, reading);
  if (&place != &into && place.children().empty()) into.remove(into.children().size() - 1);
}

/// A text beside the picture, for all to read.
void convertTextObject(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, "long-desc");
  convertFlexible(source, made, reading);
}

constexpr std::array kInlineMedia{
    Rule{"inlinemediaobject", convertInlineMedia}, Rule{"inlinegraphic", convertGraphic},
    Rule{"inlineequation", convertInlineEquation}, Rule{"mathphrase", convertMathPhrase},
    Rule{"alt", convertMathPhrase},
};

constexpr std::array kRules{
    Rule{"figure", convertFigure},          Rule{"informalfigure", convertFigure},
    Rule{"screenshot", convertFigure},      Rule{"mediaobject", convertMediaBlock},
    Rule{"mediaobjectco", convertMediaBlock}, Rule{"graphic", convertGraphic},
    Rule{"graphicco", convertGraphic},      Rule{"example", convertExample},
    Rule{"informalexample", convertExample}, Rule{"formalgroup", convertExample},
    Rule{"equation", convertEquation},      Rule{"informalequation", convertEquation},
    Rule{"imageobject", convertLooseObject}, Rule{"imageobjectco", convertLooseObject},
    Rule{"videoobject", convertLooseObject}, Rule{"audioobject", convertLooseObject},
    Rule{"caption", convertCaption},        Rule{"textobject", convertTextObject},
};

}  // namespace

std::span<const Rule> inlineMediaRules() { return kInlineMedia; }
std::span<const Rule> figureRules() { return kRules; }

void convertMedia(const Element& source, Element& into, Reading& reading) {
  const auto objects = childrenOf(source);
  const auto isPicture = [](const Element* object) { return isOneOf(object->name, {"imageobject", "imageobjectco"}); };
  const Element* chosen = nullptr;
  for (const Element* object : objects) {
    if (isPicture(object) && (!chosen || (!canShow(*chosen, reading) && canShow(*object, reading)))) chosen = object;
  }
  if (chosen) appendPicture(*chosen, into, source, reading);
  bool hasShown = chosen != nullptr;
  const bool hasFilm = appendPlayer(source, "videodata", into, reading), hasSound = appendPlayer(source, "audiodata", into, reading);
  for (const Element* object : objects) {
    if (isOneOf(object->name, {"videoobject", "audioobject"})) {
      appendFileLine(*object, object->name == "videoobject" ? hasFilm : hasSound, into, reading);
      hasShown = true;
    }
    if (isPicture(object) || isOneOf(object->name, {"videoobject", "audioobject"})) appendCredits(*object, into, reading);
    for (const Element* list : childrenOf(*object, "calloutlist")) convert(*list, into, reading);
    // A short text is the alternative of what is shown; where nothing is, it is the text itself.
    const bool isShort = object->name == "textobject" && dom::firstChild(*object, "phrase");
    if (object->name == "textobject" && !isShort) convert(*object, into, reading);
  }
  if (!hasShown) {
    for (const Element* text : childrenOf(source, "textobject")) {
      if (dom::firstChild(*text, "phrase")) convertFlexible(*text, appendMade(into, "span", *text, reading), reading);
    }
    for (const Element* alt : childrenOf(source, "alt")) convert(*alt, into, reading);
  }
  appendInfo(source, into, reading);
  if (const Element* caption = dom::firstChild(source, "caption")) {
    const bool isFigure = into.name == "figure";
    Element& made = appendAs(into, isFigure ? "figcaption" : isPhrasingPlace(into) ? "span" : "div", *caption, reading, isFigure ? "" : "caption");
    convertFlexible(*caption, made, reading);
  }
}

}  // namespace octavo::vocabulary::docbook
