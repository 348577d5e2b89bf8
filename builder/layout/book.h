// layout: the door of the room: a book's boxes and page rules in, pages out.
#pragma once

#include <functional>
#include <string>

#include "css/cascade.h"
#include "fragment/fragment.h"
#include "layout/contract.h"

namespace octavo::layout {

struct BookInputs {
  const box::Tree& boxes;
  const css::Cascade& cascade;
  const font::Collection& fonts;
  const text::Hyphenator& hyphenator;
  const ImageSizes& images;
};

/// Called with the number of pages composed so far.
using Progress = std::function<void(std::size_t)>;

/// Lays out every chapter once into its galley, chooses page ends, cuts and composes. Repeats, at most four times,
/// what page references change; then warns (page-references-unstable).
fragment::PrintedBook layoutBook(const BookInputs& inputs, const Progress& progress, Diagnostics& diagnostics);

}  // namespace octavo::layout
