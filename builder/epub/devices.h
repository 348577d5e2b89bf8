// epub: the workarounds that single families of readers need.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "css/epub_style.h"
#include "epub/content_document.h"
#include "epub/package.h"

namespace octavo::epub {

enum class Device { Generic, Kindle, Kobo, Apple, Koreader, Duokan, Old };

/// The form of notes and of their calls.
enum class NoteForm {
  Asides,        // as they are
  InnerTargets,  // the id on a <div> inside the <aside>
  Bare,          // not in a section of their own
  DuokanItems,   // lists of one item, called by a picture
};

struct DeviceProfile {
  css::EpubStyle style;
  NoteForm notes = NoteForm::Asides;
  std::uint64_t mostPixels = 0;      // of a picture; 0: no limit
  bool mustAllowFonts = false;       // embedded fonts need a permission of the maker's own
  bool hasOldElements = false;       // those of HTML 4: others become div with their name as class
};

/// Each rule has its evidence in the source.
DeviceProfile profileOf(Device device);

/// Gives notes and elements the profile's form. Notes' ids stay what they were.
void fitDocuments(std::vector<Document>& documents, const DeviceProfile& profile);

/// Files that documents so fitted refer to.
std::vector<Item> deviceItems(const DeviceProfile& profile);

}  // namespace octavo::epub
