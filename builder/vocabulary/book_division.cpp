#include "vocabulary/book_division.h"

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using publication::ChapterKind;

std::string_view classOf(ChapterKind kind) {
  switch (kind) {
    case ChapterKind::TitlePage:
      return "title-page";
    case ChapterKind::Part:
      return "part";
    case ChapterKind::Appendix:
      return "appendix";
    case ChapterKind::Index:
      return "index";
    case ChapterKind::Cover:
    case ChapterKind::Contents:
    case ChapterKind::Chapter:
      return {};
  }
  return {};
}

std::string_view semanticsOf(ChapterKind kind) {
  switch (kind) {
    case ChapterKind::Part:
      return "part";
    case ChapterKind::Appendix:
      return "appendix";
    case ChapterKind::Index:
      return "index";
    case ChapterKind::Chapter:
      return "chapter";
    case ChapterKind::TitlePage:
    case ChapterKind::Cover:
    case ChapterKind::Contents:
      return {};
  }
  return {};
}

}  // namespace

dom::Element& appendDivision(std::vector<Division>& divisions, const dom::Element& source, std::string_view language,
                             DivisionPlace place, Conversion& conversion) {
  Division division;
  division.kind = place.kind;
  division.depth = place.depth;
  division.isListed = place.kind != ChapterKind::TitlePage;
  division.root = conversion.makeRoot(source, language);
  dom::Element& root = *division.root;
  for (const auto* name : {"id", "xml:id"}) {
    const std::string* id = place.takesId ? source.attribute(name) : nullptr;
    if (id) conversion.aliasId(*id, *root.attribute("id"));
  }
  addClass(root, classOf(place.kind));
  if (const std::string_view name = semanticsOf(place.kind); !name.empty()) {
    root.setAttribute("role", "doc-" + std::string(name));
    root.setAttribute("epub:type", std::string(name));
  }
  divisions.push_back(std::move(division));
  return root;
}

}  // namespace octavo::vocabulary
