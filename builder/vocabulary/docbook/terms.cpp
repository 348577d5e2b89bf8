// vocabulary/docbook: which of the program's words stand for DocBook's elements.
#include "vocabulary/docbook/terms.h"

#include <algorithm>
#include <array>

namespace octavo::vocabulary::docbook {
namespace {

using words::Term;

/// Names of elements, and a few keys of the reader's own.
struct Key {
  std::string_view name;
  Term term;
};
constexpr std::array kKeys{
    Key{"note", Term::NoteAdmonition}, Key{"warning", Term::Warning}, Key{"caution", Term::Caution},
    Key{"important", Term::Important}, Key{"tip", Term::Tip}, Key{"danger", Term::Danger},
    Key{"question", Term::QuestionMark}, Key{"answer", Term::AnswerMark}, Key{"see", Term::See},
    Key{"seealso", Term::SeeAlso}, Key{"abstract", Term::Abstract}, Key{"keywordset", Term::Keywords},
    Key{"legalnotice", Term::LegalNotice}, Key{"revhistory", Term::RevisionHistory}, Key{"dedication", Term::Dedication},
    Key{"preface", Term::Preface}, Key{"colophon", Term::Colophon}, Key{"acknowledgements", Term::Acknowledgements},
    Key{"glossary", Term::Glossary}, Key{"bibliography", Term::Bibliography}, Key{"index", Term::Index},
    Key{"setindex", Term::Index}, Key{"toc", Term::Contents}, Key{"refsynopsisdiv", Term::Synopsis},
    Key{"refnamediv", Term::Name}, Key{"edited-by", Term::EditedBy}, Key{"edition", Term::NumberedEdition},
    Key{"volumenum", Term::Volume}, Key{"issuenum", Term::Issue},
};
constexpr std::array kNumbered{
    Key{"part", Term::NumberedPart}, Key{"chapter", Term::NumberedChapter}, Key{"appendix", Term::NumberedAppendix},
    Key{"figure", Term::NumberedFigure}, Key{"table", Term::NumberedTable}, Key{"example", Term::NumberedExample},
    Key{"equation", Term::NumberedEquation}, Key{"procedure", Term::NumberedProcedure}, Key{"step", Term::NumberedStep},
};

}  // namespace

std::string term(std::string_view key, std::string_view language) {
  const auto found = std::ranges::find(kKeys, key, &Key::name);
  return std::string(found == kKeys.end() ? key : words::of(language)[found->term]);
}

std::string numbered(std::string_view key, std::string_view number, std::string_view language) {
  const auto found = std::ranges::find(kNumbered, key, &Key::name);
  return found == kNumbered.end() ? std::string(number) : words::of(language).with(found->term, number);
}

}  // namespace octavo::vocabulary::docbook
