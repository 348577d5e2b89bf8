// epub: long chapters in several files, for readers that take their time with long ones.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "dom/dom.h"

namespace octavo::epub {

/// Kobo and readers of its time turn pages slowly in files of more than this many bytes.
inline constexpr std::size_t kMostDocumentBytes = 260'000;

/// The chapter in parts whose markup has at most about `limit` bytes, in reading order. Parts end before sections, as far
/// down the tree as it takes; in a section that is too long by itself between its blocks, in a long table between its rows, whose
/// head is repeated, in a long list between its items. A paragraph, row or item that is longer stays whole. Notes go to the part that calls them first. The parts behind the first repeat the elements around
/// them without their ids and roles.
std::vector<std::unique_ptr<dom::Element>> splitChapter(std::unique_ptr<dom::Element> root, std::size_t limit);

}  // namespace octavo::epub
