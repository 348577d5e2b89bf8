// vocabulary: which way the parts of a publication run.
#pragma once

#include "publication/publication.h"

namespace octavo::vocabulary {

/// Gives `dir` to each chapter that its language writes from the right, and to each element whose own language turns the
/// direction around it; where the source says dir itself, that holds. Most vocabularies have no word for it, and neither
/// output guesses.
void settleDirections(publication::Publication& publication);

}  // namespace octavo::vocabulary
