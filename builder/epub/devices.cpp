#include "epub/devices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "image/image.h"

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;

constexpr std::string_view kNotePicture = "duokan/note.png";

DeviceProfile kindle() {
  DeviceProfile profile;
  // Kindle Publishing Guidelines, "Body text must use defaults": a forced face takes the choice of fonts from the reader
  // and shows boxes where it lacks the characters (asciidoctor/asciidoctor#1583).
  profile.style.hasReadersFont = true;
  // The same section: body text has the device's own line height and no background.
  profile.style.hasReadersLines = true;
  profile.style.hasNoBackgrounds = true;
  // The shop sends books with negative margins back (asciidoctor/asciidoctor-epub3#390).
  profile.style.hasNoNegativeMargins = true;
  // Guidelines, "Margin and padding formatting": sides in per cent, that large type leaves a line's room.
  profile.style.hasSideMarginsInPercent = true;
  // Guidelines, "Fixed values" and on tables: what has a fixed width or must not break is cut at the screen's edge.
  profile.style.fitsTables = true;
  return profile;
}

DeviceProfile kobo() {
  DeviceProfile profile;
  // Where the publisher's font is on, Chinese under a family of the book's is blank (asciidoctor/asciidoctor-epub3#378),
  // and `serif` is no Chinese serif face (pgaskin/kobopatch-patches#115).
  profile.style.hasReadersFont = true;
  // The engine for plain EPUB does not find the id of an <aside>: calls of notes are dead. With the id on an element of
  // HTML 4 they work (jgm/pandoc#9851, kobolabs/epub-spec#45).
  profile.notes = NoteForm::InnerTargets;
  return profile;
}

DeviceProfile apple() {
  DeviceProfile profile;
  // Embedded fonts show only where META-INF/com.apple.ibooks.display-options.xml says so; the property in the package,
  // which Apple documents, does not suffice (wikimedia/ws-export#296). Where it is said without need, night mode
  // suffers (ofou/graham-essays#27): so for books with fonts alone.
  profile.mustAllowFonts = true;
  // Apple Books Asset Guide 5.3: a picture has at most 5.6 million pixels.
  profile.mostPixels = 5'600'000;
  // <aside epub:type="footnote"> shows as a pop-up only (gutenbergtools/ebookmaker#349): the list of notes would be an
  // empty frame.
  profile.style.closing = ".notes {\n  margin: 0;\n  border: 0;\n  padding: 0;\n}\n";
  return profile;
}

DeviceProfile koreader() {
  DeviceProfile profile;
  // Notes in a section of their own pop up all together (koreader/koreader#15170, #13514).
  profile.notes = NoteForm::Bare;
  return profile;
}

DeviceProfile duokan() {
  DeviceProfile profile;
  // Notes pop up from <li class="duokan-footnote-item"> and a picture in <a class="duokan-footnote"> (Duokan's rules for
  // makers of e-books, section on notes).
  profile.notes = NoteForm::DuokanItems;
  profile.style.closing =
      ".duokan-footnote-content {\n  margin: 0;\n  padding: 0;\n  list-style: none;\n}\n"
      ".duokan-footnote-item {\n  margin: 0;\n}\n"
      ".duokan-footnote img {\n  width: 1.3em;\n  height: 1.3em;\n  margin: 0 0.1em;\n}\n";
  // The app knows its own faces by their names (the same rules, section on fonts).
  profile.style.hasDuokanFaces = true;
  return profile;
}

DeviceProfile old() {
  DeviceProfile profile;
  // EPUB 2.0.1, section 1.4: readers of that time know XHTML 1.1 and the selectors and units of CSS 2; elements of HTML 5 are
  // lines to them, and a sheet that has what they do not know may go as a whole.
  profile.style.isPlain = true;
  profile.style.closing = "nav {\n  display: block;\n}\nnav[hidden] {\n  display: none;\n}\n";  // the one element that stays
  profile.hasOldElements = true;
  return profile;
}

bool isNote(const Element& element) { return element.hasWord("role", "doc-footnote"); }

void addClass(Element& element, std::string_view name) {
  const std::string before(element.attributeOr("class"));
  element.setAttribute("class", std::string(name) + (before.empty() ? "" : " ") + before);
}

/// What calls look for goes to `inner`, in which the note's content will stand; the role stays for styles.
void moveIdentity(Element& note, Element& inner) {
  for (const char* name : {"id", "epub:type"}) {
    const std::string* value = note.attribute(name);
    if (!value) continue;
    inner.setAttribute(name, *value);
    note.removeAttribute(name);
  }
}

/// Puts the note's content into the element that `append` adds to the empty note.
template <class Append>
void wrapContent(Element& note, Append append) {
  auto content = note.takeChildren();
  Element& inner = append(note);
  moveIdentity(note, inner);
  for (auto& child : content) inner.append(std::move(child));
}

void giveInnerTarget(Element& note) {
  wrapContent(note, [](Element& empty) -> Element& { return empty.appendElement(Namespace::Xhtml, "div", empty.position()); });
}

void makeDuokanItem(Element& note) {
  wrapContent(note, [](Element& empty) -> Element& {
    Element& list = empty.appendElement(Namespace::Xhtml, "ol", empty.position());
    list.setAttribute("class", "duokan-footnote-content");
    Element& item = list.appendElement(Namespace::Xhtml, "li", empty.position());
    item.setAttribute("class", "duokan-footnote-item");
    return item;
  });
}

void makeDuokanCall(Element& call) {
  const std::string words = dom::textContent(call);
  call.takeChildren();
  addClass(call, "duokan-footnote");
  Element& picture = call.appendElement(Namespace::Xhtml, "img", call.position());
  picture.setAttribute("src", std::string(kNotePicture));
  picture.setAttribute("alt", words);
}

/// The notes in place of their section, under a line.
void bareNotes(Element& parent, std::size_t& at) {
  const std::unique_ptr<dom::Node> section = parent.remove(at);
  auto notes = dom::asElement(*section)->takeChildren();
  parent.insert(at++, std::make_unique<Element>(Namespace::Xhtml, "hr", section->position()));
  for (auto& note : notes) parent.insert(at++, std::move(note));
  --at;
}

/// HTML-ARIA: what an element is by itself, and has to say of itself where it becomes a div that has a name.
std::string_view impliedRole(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRoles{
      {{"section", "region"}, {"article", "article"}, {"aside", "complementary"}, {"main", "main"}, {"figure", "figure"}}};
  const auto found = std::ranges::find(kRoles, name, &std::pair<std::string_view, std::string_view>::first);
  return found == kRoles.end() ? "group" : found->second;
}

void makeOldElement(Element& element) {
  const bool isNamed = element.attribute("aria-label") || element.attribute("aria-labelledby");
  if (isNamed && !element.attribute("role")) element.setAttribute("role", std::string(impliedRole(element.name)));
  element.removeAttribute("open");  // of details
  addClass(element, element.name);
  element.name = "div";
}

void fit(Element& element, const DeviceProfile& profile) {
  if (element.namespaceName != Namespace::Xhtml) return;
  for (std::size_t i = 0; i < element.children().size(); ++i) {
    Element* below = dom::asElement(*element.children()[i]);
    if (!below) continue;
    fit(*below, profile);
    if (profile.notes == NoteForm::Bare && below->hasWord("role", "doc-endnotes") && below->hasWord("class", "notes")) bareNotes(element, i);
  }
  if (isNote(element) && profile.notes == NoteForm::InnerTargets) giveInnerTarget(element);
  if (isNote(element) && profile.notes == NoteForm::DuokanItems) makeDuokanItem(element);
  if (element.hasWord("role", "doc-noteref") && profile.notes == NoteForm::DuokanItems) makeDuokanCall(element);
  if (profile.hasOldElements && css::isYoungerElement(element.name)) makeOldElement(element);
}

/// A ring with three lines of text in it, gray, on nothing.
std::string notePicture() {
  constexpr int kSize = 96;
  constexpr double kCenter = kSize / 2.0, kRadius = 42, kStroke = 7;
  image::Samples samples;
  samples.width = samples.height = kSize;
  samples.color.assign(static_cast<std::size_t>(kSize) * kSize * 3, static_cast<char>(0x80));
  const auto coverage = [](double distance) { return std::clamp(kStroke / 2 + 0.5 - std::abs(distance), 0.0, 1.0); };
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      const double dx = x + 0.5 - kCenter, dy = y + 0.5 - kCenter;
      double ink = coverage(std::hypot(dx, dy) - kRadius);
      for (const double line : {-17.0, 0.0, 17.0}) ink = std::max(ink, std::abs(dx) < 24 ? coverage(dy - line) : 0.0);
      samples.alpha += static_cast<char>(std::lround(ink * 255));
    }
  }
  return image::encodePng(samples);
}

}  // namespace

DeviceProfile profileOf(Device device) {
  switch (device) {
    case Device::Generic: return {};
    case Device::Kindle: return kindle();
    case Device::Kobo: return kobo();
    case Device::Apple: return apple();
    case Device::Koreader: return koreader();
    case Device::Duokan: return duokan();
    case Device::Old: return old();
  }
  return {};
}

void fitDocuments(std::vector<Document>& documents, const DeviceProfile& profile) {
  if (profile.notes == NoteForm::Asides && !profile.hasOldElements) return;
  for (Document& document : documents) {
    if (document.kind != publication::ChapterKind::Contents) fit(*document.root, profile);
  }
}

std::vector<Item> deviceItems(const DeviceProfile& profile) {
  if (profile.notes != NoteForm::DuokanItems) return {};
  return {{std::string(kNotePicture), "image/png", {}, notePicture(), false}};
}

}  // namespace octavo::epub
