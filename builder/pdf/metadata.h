// pdf: what the file says of itself: the Info dictionary and the XMP packet, equal to each other.
#pragma once

#include <string>
#include <string_view>

#include "pdf/value.h"
#include "publication/publication.h"

namespace octavo::pdf {

struct MetadataInputs {
  const publication::Metadata& metadata;
  std::string title;     // never empty
  std::string language;  // of the document
  std::string date;      // ISO 8601, UTC; empty: none
  std::string producer;
};

Dictionary infoDictionary(const MetadataInputs& inputs);
/// ISO 16684-1, with the claims of PDF/UA-1 and PDF/A-2a and the description of the one schema PDF/A does not
/// know.
std::string xmpPacket(const MetadataInputs& inputs);
/// `D:20240603121500Z` of `2024-06-03T12:15:00Z`; empty for what is no such date.
std::string pdfDate(std::string_view iso8601);

}  // namespace octavo::pdf
