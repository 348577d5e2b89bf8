#include "app/codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace octavo::app {
namespace {

constexpr auto kCodes = std::to_array<CodeMeaning>({
    {"active-content", "A script, an event handler or a javascript: link was left out; books hold none.",
     "Nothing, unless readers need what the script did: say it in words."},
    {"alt-missing", "A picture has no alternative text; its caption serves, or nothing does.",
     "Say in words what the picture shows: alt, alt-text or textobject."},
    {"binary-object-left-out", "Data of a file stand in the text itself; a marked place stands for them.",
     "Save the object as a file beside the document."},
    {"choices-made", "Where the source gives two readings, one is shown; the other is kept as its title.",
     "Nothing; the message counts them."},
    {"css-font-face", "An @font-face rule lacks its family or its source and does nothing.",
     "Give font-family and src."},
    {"css-import-cycle", "A stylesheet imports itself by way of others; the second import is left out.",
     "Take one of the imports away."},
    {"css-import-missing", "An imported stylesheet is no file below the folder of the first one.",
     "Put it there: nothing is fetched from a network."},
    {"css-invalid-selector", "A selector is no CSS; its whole rule is left out.",
     "Mend the selector."},
    {"css-invalid-variable", "A var() gives a value that its property does not take; the property keeps its usual value.",
     "Look at where the custom property is set."},
    {"css-layer", "Cascade layers are not supported; the rules count in the order they stand.",
     "Order the rules by hand."},
    {"css-misplaced-rule", "A rule stands where its kind may not, such as @import behind others; it is left out.",
     "Move it."},
    {"css-nested-rule", "A rule inside a rule is not supported and left out.",
     "Write it on its own with the whole selector."},
    {"css-nesting-too-deep", "Blocks are nested too deep; the innermost are left out.",
     "Look for a brace that is not closed."},
    {"css-parse-error", "Something is no CSS; what it belongs to is left out.",
     "Mend it at the place named."},
    {"css-string-in-flow", "string() has a value in page margin boxes only.",
     "Use content() or attr() in the text."},
    {"css-target-counter", "target-counter() knows only the counter page.",
     "Give the element an id and use target-text()."},
    {"css-unknown-at-rule", "An at-rule that the program does not know is left out.",
     "Look at the manual of styles for what is understood."},
    {"css-unknown-property", "A property that no standard the program follows has; perhaps it is misspelt.",
     "Look at the hint: it names the nearest property."},
    {"css-unsupported-media-feature", "A media feature is not known; its rules do not apply.",
     "Use width, height, orientation or the media print and all."},
    {"css-unsupported-property", "A known property without an effect on pages; the EPUB keeps it.",
     "Nothing, if it is meant for screens."},
    {"css-unsupported-selector", "A selector or page box without a meaning on pages; its rule is left out there.",
     "Nothing, if it is meant for screens."},
    {"css-unsupported-value", "A value that the property does not take here; the usual one stays.",
     "Look at the table of properties in the manual of styles."},
    {"epub-not-accessible", "The EPUB claims no conformance to WCAG, because pictures lack alternative texts.",
     "Give every picture an alternative text."},
    {"epub-write", "The EPUB container cannot be made: memory or disk is lacking.",
     "Make room and try again."},
    {"file-unreadable", "A file cannot be opened or read.",
     "Look at its name and its permissions."},
    {"file-unwritable", "An output cannot be written; the one that was there is untouched.",
     "Look at the folder, its permissions and the room on the disk."},
    {"font-face-missing", "The file of an @font-face rule is not below the stylesheet's folder.",
     "Put it there, or name an installed font by local()."},
    {"font-families", "A line of the list of font families cannot be read.",
     "Write: generic language: Family, Family."},
    {"font-none", "No font can be used at all.",
     "Install fonts-noto-core and fonts-noto-cjk."},
    {"font-not-embeddable", "A font forbids embedding, so it stays out of the EPUB.",
     "Use another font, or ask who made it."},
    {"font-subset", "A font cannot be cut down to the glyphs in use.",
     "Use another font."},
    {"font-unreadable", "A font file is broken or of a kind that cannot be used.",
     "Install it anew."},
    {"forme-work-hidden", "Running heads and catchwords of the source's pages are kept as marks without words.",
     "Nothing."},
    {"generated-division", "The source asks a program for a list such as contents; the book gets its own.",
     "Nothing."},
    {"glyph-missing", "No installed font has a character; a box stands for it.",
     "Install a font that has it; Noto has nearly all."},
    {"heading-empty", "A heading has no words; it is left out of contents and page.",
     "Give it words or take it away."},
    {"html-tag-soup", "A file is no well-formed XML and was read by the rules of HTML, as --html asks.",
     "Look at the result: unclosed tags may have moved text."},
    {"html-too-large", "The HTML would need a larger tree than a book can have.",
     "Look for tags that are opened again and again and never closed."},
    {"id-duplicate", "Two elements have the same id; links go to the first.",
     "Rename one."},
    {"image-broken", "A picture is damaged; a marked place stands for it.",
     "Export the picture anew."},
    {"image-missing", "A picture is no file; a marked place stands for it.",
     "Put it where the document says, or mend the name."},
    {"image-outside", "A picture lies outside the input's folder and is not opened.",
     "Copy it below the folder."},
    {"image-remote", "A picture on the network is not fetched; a marked place stands for it.",
     "Save it below the input's folder."},
    {"image-too-large", "A picture has more pixels than memory should be spent on; a marked place stands for it.",
     "Scale it down."},
    {"image-unsupported", "A picture is in a format that cannot be shown; a marked place stands for it.",
     "Give it as PNG or JPEG."},
    {"index-terms-hidden", "Index terms are kept as marks without words: they are no part of the text.",
     "Nothing."},
    {"input-missing", "No input was named.",
     "Name an article or a booklet."},
    {"lang-guessed", "The document does not say its language; it was guessed from the text.",
     "Write xml:lang on the root, or use --lang."},
    {"lang-invalid", "A language tag is none of BCP 47 and is left out.",
     "Write it as zh-Hans, en-GB, ja."},
    {"lang-missing", "Nothing says or shows the language of a document.",
     "Write xml:lang on the root, or use --lang."},
    {"line-overfull", "A line is longer than its measure: something in it cannot be parted.",
     "Allow breaks (overflow-wrap, hyphens), or widen the column."},
    {"link-invalid", "A link goes to no web address; its words stay.",
     "Mend the address."},
    {"manifest-invalid", "The booklet's manifest cannot be followed.",
     "See the message; the README tells what a manifest holds."},
    {"manifest-unsupported", "A part of the manifest is not supported and does nothing.",
     "Take it away, or do without it."},
    {"math-malformed", "A formula has parts that MathML does not allow; it is shown as far as it goes.",
     "Mend the formula."},
    {"media-linked", "Film or sound is told by the name of its file.",
     "Nothing, or give a picture beside it."},
    {"media-unsupported", "Film, sound or an embedded object is left out; what it holds for readers without it is shown.",
     "Give text or a picture inside the element."},
    {"module-unsupported", "A generated part of a booklet cannot be made yet.",
     "Write it as an article, or take the module away."},
    {"outside-article", "What stands beside the page's article is left out as no part of it.",
     "Move it into the article if it belongs there."},
    {"page-overfull", "Something is higher than the page and runs over its foot.",
     "Make it smaller or let it break."},
    {"page-references-unstable", "Page numbers in the text change with the pages they change; some may be off by one.",
     "Shorten a reference near the place, or leave it."},
    {"pdf-write", "The PDF cannot be made.",
     "See the message; try again."},
    {"picture-format", "A picture of the EPUB cannot go into the PDF.",
     "Give it as PNG or JPEG."},
    {"picture-missing", "The pages ask for a picture that the book does not have.",
     "Look at the messages about that picture before."},
    {"picture-size-unknown", "A picture does not say its size and is left out of the pages.",
     "Give it a width and a height in the stylesheet."},
    {"resolution-low", "A picture has fewer than 150 dots to the inch where it is printed: its dots will be seen.",
     "Use a larger original, or print it smaller."},
    {"resolution-modest", "A picture has fewer than the 300 dots to the inch that print shops ask for in photographs.",
     "Nothing for drawings; for photographs a larger original."},
    {"ruby-leading", "The leading is too small for the readings beside the text: lines grow.",
     "Set line-height to 1.7, or 2.2 with readings on both sides."},
    {"ruby-malformed", "Readings do not fit their bases; base and reading are all kept.",
     "Mend the ruby element."},
    {"structure-chosen", "A booklet has several structures and the first is built.",
     "Name one with --structure."},
    {"structure-unknown", "No structure of the booklet has the id asked for.",
     "Look at the ids in the manifest."},
    {"style-dropped", "Style attributes are left out; classes stay.",
     "Write a rule for a class in a stylesheet."},
    {"style-missing", "A stylesheet that the document names is no file in its folder.",
     "Put it there, or name another with --style."},
    {"style-unknown", "No built-in look has that name and no file either.",
     "octavo build --help lists the looks."},
    {"table-columns", "The number of columns that a table states is none; its rows tell it.",
     "Mend cols."},
    {"table-span-clamped", "A cell spans more rows or columns than a table can have.",
     "Mend the span."},
    {"table-too-wide", "A table is wider than the measure though all its columns are as narrow as they can be.",
     "Set it smaller, or turn its page."},
    {"text-encoding", "An included text is not in the encoding it should be; what can be read is shown.",
     "Say its encoding."},
    {"text-misplaced", "Words stand where the vocabulary allows none; they are kept at the end.",
     "Move them into a paragraph."},
    {"text-missing", "A text to be included is no file below the input's folder.",
     "Put it there."},
    {"title-assumed", "A booklet has no title; that of its first article serves.",
     "Use --title, or write one in the manifest."},
    {"title-empty", "A title has no words.",
     "Give it words or take it away."},
    {"title-missing", "A document has no title; its file name serves.",
     "Give it one, or use --title."},
    {"unknown-element", "The vocabulary's reader has no rule for an element; its words are kept as plain text.",
     "Nothing is lost; look whether it reads well."},
    {"vocabulary-unsupported", "The root element belongs to no vocabulary the program reads.",
     "The README lists those it reads."},
    {"warichu-nested", "A note in two rows holds what it cannot, or stands in another; it is set as ordinary text.",
     "Keep to words inside it."},
    {"xml-character", "The text has a character that XML forbids.",
     "Take it out."},
    {"xml-empty", "The file is empty.",
     "Look whether it was saved."},
    {"xml-encoding", "The bytes do not fit the encoding the file declares.",
     "Declare the true one, or use --encoding; the message names the likely one."},
    {"xml-encoding-conflict", "Byte order mark, declaration and --encoding do not agree; the first that counts is taken.",
     "Mend the declaration."},
    {"xml-entity", "An entity is not declared, refers to itself or cannot be read.",
     "Declare it, or write the character."},
    {"xml-entity-limit", "Entities expand to more than a document may hold.",
     "Write the text without nested entities."},
    {"xml-entity-skipped", "Declarations in an outside file are not read, because it is not in the input's folder.",
     "Put the file beside the document."},
    {"xml-include", "An xi:include cannot be followed.",
     "See the message: the file must lie below the input's folder."},
    {"xml-namespace", "A prefix is not declared, or a name is no qualified name.",
     "Declare the prefix with xmlns."},
    {"xml-not-well-formed", "The file is no well-formed XML.",
     "Mend it at the place named."},
    {"xml-not-xml", "The file is no XML at all.",
     "Save the article as XML; for HTML there is --html."},
    {"xml-too-deep", "Elements are nested deeper than a document can mean.",
     "Look for tags that are never closed."},
    {"xref-dangling", "A reference goes to an id that is nowhere; its words stay.",
     "Mend the id."},
    {"xref-unnamed", "A reference goes to something without a title or a number to call it by.",
     "Give the target a title, or the reference its own words."},
});

/// Letters to change, add or take away to make one word of the other (V. I. Levenshtein, 1965).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::span<const CodeMeaning> codeMeanings() { return kCodes; }

std::string explanation(std::string_view code) {
  std::string text;
  for (const CodeMeaning& each : kCodes) {
    if (code.empty()) text += fmt::format("{:<30} {}\n", each.code, each.meaning);
    if (each.code == code) text = fmt::format("{}\n  {}\n  What to do: {}\n", each.code, each.meaning, each.advice);
  }
  return text;
}

std::string nearestCodes(std::string_view code) {
  constexpr std::size_t kShown = 3;
  std::vector<std::string_view> codes;
  for (const CodeMeaning& each : kCodes) codes.push_back(each.code);
  std::ranges::stable_sort(codes, {}, [&](std::string_view each) { return distance(code, each); });
  codes.resize(kShown);
  return fmt::format("{}, {}, {}", codes[0], codes[1], codes[2]);
}

}  // namespace octavo::app
