// vocabulary: what a source says for the heads of pages, where there is one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publication/publication.h"

namespace octavo::vocabulary {

/// On a heading, a byline or a chapter's root: what running heads show in the place of its words. base.css reads it.
inline constexpr std::string_view kShortTitle = "data-short-title";

/// The authors among them in one line: "Ada Lovelace, Li Na"; from three on "Lovelace et al.", 李娜等, 山田花子ほか.
std::string authorsInHead(const std::vector<publication::Contributor>& people, std::string_view language);

/// Tells it of a byline whose words say it otherwise: of one of several names, or of one with all names of many.
void shortenByline(dom::Element& line, const std::vector<publication::Contributor>& people, std::string_view language);

/// True for words that name the short title for the heads of pages: "running-head", "short", "runhead".
bool namesShortTitle(std::string_view type);

}  // namespace octavo::vocabulary
