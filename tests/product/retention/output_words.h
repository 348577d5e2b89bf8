// The words of what a build made: the XHTML of an EPUB, the text of a PDF.
#pragma once

#include <filesystem>
#include <string>

#include "support/words.h"

namespace octavo::test {

struct EpubWords {
  WordBag shown;  // text
  WordBag told;   // alternative texts, titles, addresses and other attributes with words
};

/// Of every content document but the navigation and the cover, whose words are copies.
EpubWords epubWords(const std::filesystem::path& epub);
/// By pdftotext.
WordBag pdfWords(const std::filesystem::path& pdf);

/// What of `expected` is not in `found`, where a word may be parted or joined by markup: a lost word is found where it can
/// be laid together from words that were not expected, and the other way round.
WordBag lostWords(const WordBag& expected, const WordBag& found);

/// What of the text that the EPUB shows is not on the pages, where lines part words, and formulas and narrow columns join
/// them in any number: a word is lost where the letters that are not those of expected words do not hold its own.
WordBag lostInPdf(const WordBag& expected, const WordBag& found);

}  // namespace octavo::test
