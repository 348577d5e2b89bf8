// vocabulary: what the readers share while they turn a document into a chapter: ids, links, notes, pictures.
//
// A reader makes one Conversion, builds the chapter's tree with it, and ends with finish(). References, note
// numbers and heading levels are settled there, once everything has an id.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// A picture that the source asks for.
struct PictureRequest {
  std::string_view href;         // as the source writes it
  std::string_view alternative;  // what the source says for those who cannot see it; may be empty
  std::string_view fallback;     // a caption or title to use where `alternative` is empty
  bool decorative = false;       // the source says that it has no meaning: alt="" and no warning
  SourcePosition where;
};

/// Film or sound that the source asks for.
struct MediaRequest {
  bool isVideo = false;
  std::vector<std::string> hrefs;  // the same thing in several formats, as the source writes them
  std::string words;               // what it is, and what stands there where it cannot be played; empty: its file's name
  SourcePosition where;
};

/// One chapter that a reader has built, as finish() takes it.
struct Division {
  publication::ChapterKind kind = publication::ChapterKind::Chapter;
  std::unique_ptr<dom::Element> root;  // from makeRoot
  int depth = 0;                       // in the contents: the chapters of a part hang below it
  bool isListed = true;                // in the contents
  std::string title = {};              // where the root has no heading; empty: the publication's
};

class NoteSettler;
struct Drawing;

class Conversion {
 public:
  explicit Conversion(const ReaderInputs& inputs);
  ~Conversion();
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  const ReaderInputs& inputs() const { return inputs_; }
  Diagnostics& diagnostics() const { return inputs_.diagnostics; }
  /// A warning at `where`; the same code and subject are reported once.
  void warn(std::string code, SourcePosition where, std::string message, std::string subject = {}) const;
  /// The warning for an element without a rule. The caller keeps its text.
  void reportUnknown(const dom::Element& element) const;

  // --- Elements. All are XHTML and carry the position of the source element they come from.

  /// A chapter's root, `<section id lang xml:lang>`: lang from `language`, und where that is empty. The first has
  /// the id that the inputs give; those after it have a number more.
  std::unique_ptr<dom::Element> makeRoot(const dom::Element& source, std::string_view language);
  /// Appends an element that takes over id and language of the source element.
  dom::Element& append(dom::Element& parent, std::string_view name, const dom::Element& source);
  /// Appends an element that takes over nothing but the position.
  dom::Element& appendPlain(dom::Element& parent, std::string_view name, SourcePosition where);
  /// Takes over id (or xml:id) and xml:lang (or lang) of the source element.
  void takeIdentity(dom::Element& element, const dom::Element& source);
  /// Sets lang and xml:lang where the tag is one (BCP 47); warns (lang-invalid) and sets nothing where not.
  void setLanguage(dom::Element& element, std::string_view tag, SourcePosition where);
  /// The tag in its usual form, zh-hans-cn → zh-Hans-CN; nothing, with a warning, for an invalid one. Empty:
  /// nothing.
  std::optional<std::string> language(std::string_view tag, SourcePosition where) const;

  // --- Ids and references

  /// Gives the element the output form of a source id: prefixed, ASCII, unique (id-duplicate is reported).
  void setId(dom::Element& element, std::string_view sourceId, SourcePosition where);
  /// Links to this source id shall go to an element that has its id already: the chapter's root, for one.
  void aliasId(std::string_view sourceId, std::string_view outputId);
  /// An id that nothing has yet: prefix + stem, with a number where needed. The stem is ASCII.
  std::string freshId(std::string_view stem);
  /// The element's id; a fresh one from the stem where it has none.
  std::string ensureId(dom::Element& element, std::string_view stem);
  /// `link` (an `a`) shall point to the element with this id in the source; settled by finish(), so it must
  /// live on.
  void linkTo(dom::Element& link, std::string_view sourceId);
  /// The same for an id in another file, given as the source's href ("b.xhtml#x", "#x").
  void linkToFile(dom::Element& link, std::string_view href);
  /// Gives an `a` the href of the web address where it is safe (http, https, mailto, tel, ftp), escaped as a
  /// URL must be. Otherwise warns (active-content, link-invalid) and makes the `a` a `span`.
  void linkToWeb(dom::Element& link, std::string_view address, SourcePosition where);

  // --- Notes. A call may come before or after its note; finish() numbers them in the order of the calls.

  /// Appends a call of the note with this source id. `words` is what the source shows for it: it stays where
  /// no such note exists. A target that is no note makes the call a plain link.
  dom::Element& appendNoteCall(dom::Element& parent, std::string_view sourceId, std::string_view words,
                               SourcePosition where);
  /// The body of a note, to be filled with blocks (text and inline content directly in it become a
  /// paragraph). With an empty id the note is only reached by appendNoteCall with the returned element's id
  /// in `noteKey`.
  struct Note {
    dom::Element& body;
    std::string key;  // what appendNoteCall takes as sourceId; the source id where there is one
  };
  Note makeNote(std::string_view sourceId, SourcePosition where);

  /// Says that a heading of notes is left out (note-heading): they stand on the pages that call them.
  void reportNoteHeading(const std::string& words, SourcePosition where) const;

  // --- Pictures

  /// Appends `img`, its file among the resources, or where it cannot be shown the warning and a visible
  /// `<span class="missing-picture" role="img" aria-label>`. Names without ending and names of files for
  /// printers
  /// (.tif, .eps) are also looked for as .png, .jpg, .jpeg. Returns the appended element.
  dom::Element& appendPicture(dom::Element& parent, const PictureRequest& request);
  /// How large the picture is by itself, as it is seen, in pixels of CSS (96 to an inch); nothing for drawings and where
  /// there is no picture.
  struct NaturalSize {
    double width = 0, height = 0;
  };
  std::optional<NaturalSize> naturalSize(std::string_view href, SourcePosition where) const;
  /// True when appendPicture would find a file of a kind that every output can show; for choosing
  /// alternatives.
  bool hasPicture(std::string_view href, SourcePosition where) const;
  /// Makes the picture the cover of the EPUB; false, with the reason, where it cannot be shown.
  bool takeCover(std::string_view href, SourcePosition where);
  /// True for a picture of a few points that only keeps a place for another one.
  bool isEmptyPicture(std::string_view href, SourcePosition where) const;
  /// The visible stand-in for content no output can show, with its words: SVG, film, scripts.
  dom::Element& appendPlaceholder(dom::Element& parent, std::string_view words, SourcePosition where);

  /// The stand-in for the picture of a figure that names none, reported (image-missing): the words that the source has for those who
  /// cannot see it, else "no picture" in the language of the place.
  dom::Element& appendNoPicture(dom::Element& parent, std::string_view alternative, SourcePosition where);

  /// A drawing in the text itself, as appendPicture has one in a file; `href` of the request says nothing.
  dom::Element& appendDrawing(dom::Element& parent, const dom::Element& svg, const PictureRequest& request);

  // --- Film and sound

  /// Appends `video` or `audio` with those of the files that every reading system plays (MP3, M4A, MP4, WebM), for
  /// screens only; false, with the reason (media-remote, media-missing, media-unsupported), where there is none. What
  /// stands there for paper is the caller's, marked with kMediumAttribute.
  bool appendMedia(dom::Element& parent, const MediaRequest& request);

  // --- The end

  /// Settles notes, references, headings and ruby, writes the navigation, and gives up the result. Where the
  /// metadata has no title or language, the first heading and the root's language serve. Call once, last.
  Article finish(publication::Metadata metadata, std::unique_ptr<dom::Element> root);
  /// The same for a document of several chapters, at least one. Notes are numbered in each anew; a chapter without
  /// a heading has the publication's title.
  Article finish(publication::Metadata metadata, std::vector<Division> divisions);

 private:
  struct State;  // conversion_state_private.h
  friend class NoteSettler;
  /// A file among the resources.
  struct Shown {
    std::string path;
    bool isDrawing = false;    // SVG, which only screens show
    std::string title, words;  // of a drawing
    std::vector<std::string> pictures = {};  // that a drawing holds: the paths of those for paper
  };
  /// A picture's bytes, and what it is called in messages and in the package.
  struct FoundPicture {
    std::string bytes, name, stem;
    std::filesystem::path base;  // its references are relative to this
    std::filesystem::path key;   // what it is remembered by
  };
  std::optional<Shown> resourceFor(const PictureRequest& request, const std::filesystem::path& base);
  std::optional<FoundPicture> pictureIn(std::string_view address, const PictureRequest& request) const;
  std::optional<FoundPicture> pictureFile(std::string_view href, const std::filesystem::path& base, const PictureRequest& request) const;
  std::optional<Shown> remembered(FoundPicture found, const PictureRequest& request);
  std::optional<Shown> take(FoundPicture picture, const PictureRequest& request);
  std::optional<Shown> drawingFrom(const FoundPicture& picture, const PictureRequest& request);
  std::optional<Shown> addDrawing(const dom::Element& svg, std::string_view stem, const std::filesystem::path& base,
                                  const PictureRequest& request);
  void reportDrawing(const Drawing& drawing, std::string_view stem, const PictureRequest& request) const;
  dom::Element& appendShown(dom::Element& parent, const Shown& shown, const PictureRequest& request);
  std::optional<publication::Resource> readMedia(const std::string& href, const MediaRequest& request);
  std::filesystem::path baseOf(SourcePosition where) const;
  /// Takes it up under the first free path of this stem ("images/rain"), which is returned.
  std::string addResource(publication::Resource resource, std::string_view stem, std::string_view ending);
  void settleNotes(std::vector<Division>& divisions);
  publication::LocalizedText titleOf(dom::Element& root, const publication::Metadata& metadata);
  void settleLinks(Article& article);
  void fillEmptyFigures(dom::Element& element);

  ReaderInputs inputs_;
  std::unique_ptr<State> state_;
};

/// Reports the references that are still open (xref-dangling) and makes them plain words. Call when every
/// article of the booklet had its chance to have the targets.
void closeReferences(Article& article, Diagnostics& diagnostics);

/// A ruby element of any historical form (rb, rt, rp, rtc; several bases then several readings; nested) in
/// the one form of publication.h. No text is lost; what has no base or no reading is reported
/// (ruby-malformed) and kept as text. finish() calls it for every ruby of the chapter.
void normalizeRuby(dom::Element& ruby, Diagnostics& diagnostics);

/// Heading levels in steps of one: the first is h1, no other is, sections nested deeper are deeper, at most
/// h6.
void normalizeHeadings(dom::Element& root);

/// The words of a heading, a caption or a name, of the source or of what is made of it, for contents, references and
/// metadata: dom::titleWords, formulas without words in one line.
std::string headingText(const dom::Element& heading);

}  // namespace octavo::vocabulary
