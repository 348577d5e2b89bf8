// Books made by hand: a tree of elements, each text on a line of its own, no layout room needed.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "pdf/writer.h"
#include "support/golden.h"

namespace octavo::pdf {

inline std::string testFont(std::string_view name) {
  return test::testPath("fonts/" + std::string(name)).string();
}

/// The same face each time it is asked for.
inline font::FacePtr testFace(const std::string& file = "OctavoTest-Regular.ttf") {
  static std::map<std::string, font::FacePtr> faces;
  font::FacePtr& face = faces[file];
  if (face) return face;
  Diagnostics diagnostics;
  font::CollectionOptions options;
  options.onlyFiles = {testFont(file)};
  face = font::openCollection(options, diagnostics)->primary({{"Octavo Test"}, 400, false, "en"});
  return face;
}

/// A run at 10pt of the test font: ASCII 5pt, ideographs 10pt wide; its baseline 9pt below its top.
inline fragment::GlyphRun run(std::string_view utf8, const font::FacePtr& face = testFace(),
                              bool vertical = false) {
  fragment::GlyphRun made;
  made.face = face;
  made.size = 10_pt;
  made.baseline = vertical ? 5_pt : 9_pt;
  made.text = toUtf16(utf8);
  made.vertical = vertical;
  font::ShapeRequest request;
  request.face = face;
  request.size = made.size;
  request.text = made.text;
  request.end = made.text.size();
  request.language = "en";
  request.vertical = vertical;
  made.glyphs = font::shape(request);
  return made;
}

inline Length widthOf(const fragment::GlyphRun& run) {
  Length width;
  for (const font::Glyph& glyph : run.glyphs) width += glyph.advance;
  return width;
}

using Attributes = std::vector<dom::Attribute>;

/// A tree in one expression: Tree("p", {}).text("a").child(Tree("em").text("b")).
class Tree {
 public:
  explicit Tree(std::string name, Attributes attributes = {}, dom::Namespace space = dom::Namespace::Xhtml)
      : element_(std::make_unique<dom::Element>(space, std::move(name), SourcePosition{})) {
    element_->attributes = std::move(attributes);
  }
  Tree&& text(std::string value) && {
    element_->appendText(std::move(value), {});
    return std::move(*this);
  }
  Tree&& child(Tree inner) && {
    element_->append(std::move(inner.element_));
    return std::move(*this);
  }
  std::unique_ptr<dom::Element> take() { return std::move(element_); }

 private:
  std::unique_ptr<dom::Element> element_;
};

/// Publication and pages that belong together.
struct HandMadeBook {
  publication::Publication publication;
  fragment::PrintedBook printed;

  std::string write(unsigned threads = 1, Diagnostics* diagnostics = nullptr) const {
    Diagnostics own;
    PdfOptions options;
    options.date = "2024-06-03T12:15:00Z";
    options.producer = "Octavo test";
    options.threads = threads;
    return writePdf(printed, publication, options, diagnostics ? *diagnostics : own);
  }
};

/// Places every text of the chapters on a line of 20pt, from the top, `linesPerPage` lines on a page of 300
/// by 400pt. An <li> gets a marker "-", an <img> a square of 20pt. Elements with ids become destinations.
class Typesetter {
 public:
  explicit Typesetter(HandMadeBook& book, int linesPerPage = 15) : book_(book), linesPerPage_(linesPerPage) {
    for (const publication::Chapter& chapter : book.publication.chapters) walk(*chapter.root);
    endPage();
  }

 private:
  void walk(const dom::Element& element) {
    const std::string_view id = element.attributeOr("id");
    if (!id.empty())
      book_.printed.destinations[std::string(id)] = {book_.printed.pages.size(), {10_pt, 20_pt * line_}};
    if (element.name == "li") line(run("-"), element, fragment::Role::Marker);
    if (element.name == "img") {
      line(
          fragment::Picture{std::string(element.attributeOr("src")), std::string(element.attributeOr("alt"))},
          element, fragment::Role::Content, {20_pt, 20_pt});
    }
    for (const auto& child : element.children()) {
      if (const dom::Text* text = dom::asText(*child)) line(run(text->value), element, roleOf(element, text->value));
      if (const dom::Element* inner = dom::asElement(*child)) walk(*inner);
    }
  }

  static fragment::Role roleOf(const dom::Element& element, std::string_view text) {
    if (element.name == "rt") return fragment::Role::RubyText;
    const bool isBracket = text == "（" || text == "）";
    if (element.hasWord("class", "warichu")) {
      return isBracket ? fragment::Role::WarichuMark : fragment::Role::WarichuText;
    }
    if (element.parent() && element.parent()->hasWord("class", "warichu")) return fragment::Role::WarichuText;
    if (element.hasWord("role", "doc-backlink")) return fragment::Role::NoteMarker;
    return fragment::Role::Content;
  }

  void line(fragment::GlyphRun run, const dom::Element& element, fragment::Role role) {
    const PhysicalSize size{widthOf(run), 12_pt};
    line(std::move(run), element, role, size);
  }

  template <class Content>
  void line(Content content, const dom::Element& element, fragment::Role role, PhysicalSize size) {
    if (line_ == linesPerPage_) endPage();
    fragment::Fragment made;
    made.size = size;
    made.content = std::move(content);
    made.source = &element;
    made.role = role;
    made.order = ++order_;
    page_.children.push_back({{10_pt, 20_pt * line_}, std::make_shared<fragment::Fragment>(std::move(made))});
    ++line_;
  }

  void endPage() {
    page_.size = {300_pt, 400_pt};
    fragment::Page page;
    page.size = page_.size;
    page.content = std::make_shared<fragment::Fragment>(std::move(page_));
    page.label = std::to_string(book_.printed.pages.size() + 1);
    book_.printed.pages.push_back(std::move(page));
    page_ = {};
    line_ = 0;
  }

  HandMadeBook& book_;
  int linesPerPage_;
  fragment::Fragment page_;
  int line_ = 0;
  std::uint32_t order_ = 0;
};

inline void addChapter(HandMadeBook& book, Tree tree,
                       publication::ChapterKind kind = publication::ChapterKind::Chapter) {
  publication::Chapter chapter;
  chapter.kind = kind;
  chapter.root = tree.take();
  book.publication.chapters.push_back(std::move(chapter));
}

inline HandMadeBook bookOf(Tree tree, int linesPerPage = 15) {
  HandMadeBook book;
  book.publication.metadata.title = {"A Title", "en"};
  book.publication.metadata.languages = {"en"};
  addChapter(book, std::move(tree));
  Typesetter(book, linesPerPage);
  return book;
}

}  // namespace octavo::pdf
