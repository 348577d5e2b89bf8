// words: what the program has words for. One entry here is one row in table.cpp.
#pragma once

#include <cstdint>

namespace octavo::words {

/// A term is one sense, not one English word: a language may need two words where English has one ("Note" at a text and "Note"
/// above a box).
enum class Term : std::uint8_t {
  // Parts of a text and the headings of those that bring none.
  Abstract, Keywords, References, Bibliography, Acknowledgements, Dedication, Preface, Colophon, Appendix, Glossary, Contents,
  Index, Answer, Answers, Explanation, Note, Notes, LegalNotice, RevisionHistory, Synopsis, Name,
  // What numbered things are called; `%` is the number.
  NumberedPart, NumberedChapter, NumberedAppendix, NumberedFigure, NumberedTable, NumberedExample, NumberedEquation,
  NumberedProcedure, NumberedStep,
  // Admonitions, questions.
  NoteAdmonition, Warning, Caution, Important, Tip, Danger, QuestionMark, AnswerMark,
  // References from one place to another: beginning a line, inside the line of an entry, behind an entry of an index (`%` is the other).
  See, SeeAlso, SeeEntry, SeeAlsoEntry, IndexSee, IndexSeeAlso,
  // What a document tells of itself.
  AboutArticle, AboutBook, AboutText, Title, ShortTitle, Language, Identifier, Source, File, Extent, Counts, Related,
  OtherDetails, OtherData,
  // Where and how it was published.
  Publication, Journal, JournalCode, Series, Volume, Issue, IssueTitle, Supplement, Edition, NumberedEdition, Publisher,
  PublishingHouse, Distributor, Authority, PlaceOfPublication, Rights, Availability, Licence,
  // When.
  Date, Dates, Received, Revised, Accepted, Published, PublishedOnline, Printed, PublicationHistory, Event,
  // Who.
  Author, Editor, EditorsShort, TranslatorsShort, EditedBy, Contributors, Affiliation, Correspondence, Responsibility, Funding,
  Funder, Support, PrincipalResearcher,
  // Persons in records.
  Birth, Death, Occupation, Residence,
  // How a text was edited and encoded.
  Encoding, Profile, Revisions, Project, Tags, Witnesses, Programs, EditorialPractice, Manuscript, DateOfOrigin, PlaceOfOrigin,
  // Inside a line; `%` is the name or number that it belongs to.
  AndOthers, CitedPages, CitedVolume, CitedIssue, ListSeparator, Colon,
  // The navigation of an EPUB.
  Landmarks, Cover, TitlePage, StartOfText, Pages, Figures, Tables, LiteratureLandmark, Endnotes,
  // Where a figure has no picture.
  NoPicture,
  // For those who cannot see the page.
  PictureWithoutDescription, FormulaWithoutDescription, BackToCall, Accessible, AccessibleButForPictures
};

}  // namespace octavo::words
