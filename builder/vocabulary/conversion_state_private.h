// vocabulary: what a conversion remembers between its calls.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

struct Conversion::State {
  struct Call {
    dom::Element* element;
    std::string key;
    std::string words;
  };
  struct NoteRecord {
    std::string key;
    std::unique_ptr<dom::Element> body;
    SourcePosition where;
    int number = 0;      // 0: nothing calls it
    std::string callId;  // of the first call
  };

  int roots = 0;
  std::map<std::string, std::string> ids;  // source → output
  std::set<std::string> takenIds;
  std::map<std::string, int> lastNumbers;  // behind a stem whose id was taken (freshId)
  std::vector<OpenReference> links;
  std::vector<Call> calls;
  std::deque<NoteRecord> notes;
  std::vector<publication::Resource> resources;
  std::map<std::filesystem::path, Shown> shown;  // file → what the publication has of it
  std::set<std::string> takenPaths;                            // lower case
};

/// Makes an `a` that leads nowhere a plain element with the same words.
void unlink(dom::Element& link);

}  // namespace octavo::vocabulary
