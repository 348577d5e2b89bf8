// vocabulary: what a source says for the heads of pages, where there is one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publication/publication.h"

namespace octavo::vocabulary {

/// On a heading, a byline or a chapter's root: what running heads show in the place of its words. base.css reads it.
inline constexpr std::string_view kShortTitle = "data-short-title";

/// On a chapter's root: the book that it belongs to (its title, else the journal's, else who wrote it), and whose text it is (its own
/// authors, else the book's where no chapter has its own, else the book's title). Heads of pages show no other chapter's authors, and none is without words.
inline constexpr std::string_view kHeadBook = "data-head-book";
inline constexpr std::string_view kHeadAuthors = "data-head-authors";

/// The authors among them in one line: "Ada Lovelace, Li Na"; from three on "Lovelace et al.", 李娜等, 山田花子ほか.
std::string authorsInHead(const std::vector<publication::Contributor>& people, std::string_view language);

/// Tells it of a byline whose words say it otherwise: of one of several names, or of one with all names of many.
void shortenByline(dom::Element& line, const std::vector<publication::Contributor>& people, std::string_view language);

/// Tells both of each chapter.
void settleRunningHeads(publication::Publication& publication);

/// True for words that name the short title for the heads of pages: "running-head", "short", "runhead".
bool namesShortTitle(std::string_view type);

}  // namespace octavo::vocabulary
