// vocabulary: the pages of a booklet that no article brings: title page, contents, part titles.
#pragma once

#include <string>
#include <vector>

#include "publication/publication.h"

namespace octavo::vocabulary {

publication::Chapter makeTitlePage(const publication::Metadata& metadata, SourcePosition where);

/// The entries down to the sections of chapters, as a `nav` of nested lists.
publication::Chapter makeContents(const std::vector<publication::NavigationEntry>& navigation,
                                  const publication::LocalizedText& title, const std::string& language,
                                  SourcePosition where);

publication::Chapter makePart(const publication::LocalizedText& title, const std::string& id,
                              const std::string& language, SourcePosition where);

}  // namespace octavo::vocabulary
