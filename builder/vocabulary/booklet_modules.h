// vocabulary: the chapters of a booklet that are gathered from its articles: glossary, answers, index.
#pragma once

#include <string>
#include <vector>

#include "publication/publication.h"
#include "vocabulary/booklet_plan.h"

namespace octavo::vocabulary {

/// "Glossary", "Answers", "Index" in the language of the tag.
std::string gatheredHeading(Gathered what, std::string_view language);

/// Fills the chapter, whose id and title are set, from the others:
///  - the glossary takes the entries out of the articles' glossaries, sorts them and joins what comes twice;
///  - the answers and explanations leave their places and stand by article, each naming its question;
///  - the index lists the articles' index marks, which stay.
/// What is left empty is taken out of the articles and the contents; links go where the words went. False: nothing was
/// found, and the chapter has no root.
bool gather(Gathered what, publication::Chapter& chapter, publication::Publication& publication, SourcePosition where);

}  // namespace octavo::vocabulary
