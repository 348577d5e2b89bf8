// vocabulary: notes: numbered in the order of their calls, gathered at the chapter's end, linked both ways.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_notes_private.h"

namespace octavo::vocabulary {
namespace {

bool isNoteCall(const dom::Element& element) { return element.hasWord("role", "doc-noteref"); }

void collectCalls(dom::Element& element, std::vector<dom::Element*>& into) {
  if (isNoteCall(element)) into.push_back(&element);
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) collectCalls(*below, into);
  }
}

/// The first element that takes a line of text: where the backlink goes.
dom::Element* firstTextBlock(dom::Element& block) {
  if (block.name == "p" || block.name == "dt" || headingLevel(block) > 0) return &block;
  if (isPhrasing(block)) return nullptr;
  for (const auto& child : block.children()) {
    dom::Element* below = dom::asElement(*child);
    if (dom::Element* found = below ? firstTextBlock(*below) : nullptr) return found;
  }
  return nullptr;
}

/// Whether the source shows another mark than the number: "†", "12" for the first; brackets do not count.
bool isOtherMark(std::string_view written, int number) {
  std::string mark;
  for (const char c : written) {
    if (std::string_view(" \t\r\n()[].").find(c) == std::string_view::npos) mark += c;
  }
  return !mark.empty() && mark != std::to_string(number);
}

void setWords(dom::Element& element, std::string_view words) {
  element.takeChildren();
  if (!words.empty()) element.appendText(std::string(words), element.position());
}

}  // namespace

dom::Element& Conversion::appendNoteCall(dom::Element& parent, std::string_view sourceId,
                                         std::string_view words, SourcePosition where) {
  dom::Element& call = appendPlain(parent, "a", where);
  call.setAttribute("role", "doc-noteref");
  call.setAttribute("epub:type", "noteref");
  // finish() writes the number; until then there is something, so that white space beside it is not taken for doubled.
  call.appendText(words.empty() ? "0" : std::string(words), where);
  state_->calls.push_back({&call, dom::collapseWhiteSpace(sourceId), std::string(words)});
  return call;
}

Conversion::Note Conversion::makeNote(std::string_view sourceId, SourcePosition where) {
  auto body = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "aside", where);
  std::string key = dom::collapseWhiteSpace(sourceId);
  if (!key.empty()) setId(*body, key, where);
  const bool isTaken = std::ranges::find(state_->notes, key, &State::NoteRecord::key) != state_->notes.end();
  // XML has no U+0001, so that such a key never meets a source id, and it survives the trimming of calls.
  if (key.empty() || isTaken) key = fmt::format("\x01note {}", state_->notes.size() + 1);
  state_->notes.push_back({key, std::move(body), where, 0, {}});
  return {*state_->notes.back().body, state_->notes.back().key};
}

void Conversion::reportNoteHeading(const std::string& words, SourcePosition where) const {
  if (words.empty()) return;
  diagnostics().report({Severity::Note, "note-heading", where,
                        fmt::format("the heading \"{}\" is left out: its notes go to the places that call them", words), {}, words});
}

NoteSettler::NoteSettler(Conversion& conversion, Conversion::State& state, dom::Element& root)
    : conversion_(conversion), state_(state), root_(root) {}

void NoteSettler::number() {
  numberCalls(root_);
}

void NoteSettler::close() {
  if (order_.empty()) return;
  dom::Element& section = conversion_.appendPlain(root_, "section", root_.position());
  section.setAttribute("class", "notes");
  section.setAttribute("role", "doc-endnotes");
  section.setAttribute("epub:type", "endnotes");
  for (State::NoteRecord* note : order_) {
    finishNote(*note);
    section.append(std::move(note->body));
  }
}

void NoteSettler::numberCalls(dom::Element& below) {
  std::vector<dom::Element*> calls;
  collectCalls(below, calls);
  for (dom::Element* element : calls) {
    const auto call = std::ranges::find(state_.calls, element, &State::Call::element);
    if (call == state_.calls.end() || element->attribute("href")) continue;
    const auto note = std::ranges::find(state_.notes, call->key, &State::NoteRecord::key);
    if (note == state_.notes.end()) {
      makePlainLink(*call);
    } else {
      numberCall(*call, *note);
    }
  }
}

void NoteSettler::numberCall(State::Call& call, State::NoteRecord& note) {
  const bool isFirstCall = note.number == 0;
  if (isFirstCall) {
    order_.push_back(&note);
    note.number = static_cast<int>(order_.size());
    conversion_.ensureId(*note.body, fmt::format("note-{}", note.number));
  }
  const std::string id = conversion_.ensureId(*call.element, fmt::format("noteref-{}", note.number));
  if (note.callId.empty()) note.callId = id;
  call.element->setAttribute("href", "#" + *note.body->attribute("id"));
  setWords(*call.element, std::to_string(note.number));
  if (isOtherMark(call.words, note.number)) {
    conversion_.diagnostics().report({Severity::Note, "note-marks-replaced", call.element->position(),
                                      fmt::format("notes are numbered anew: the mark \"{}\" becomes {}", call.words, note.number),
                                      "words that refer to notes by their marks should be links", "mark"});
  }
  // Notes may call notes: a reader meets those first, before the text goes on.
  if (isFirstCall) numberCalls(*note.body);
}

/// What a call points to is something else: an ordinary link with the source's words.
void NoteSettler::makePlainLink(State::Call& call) {
  call.element->removeAttribute("role");
  call.element->removeAttribute("epub:type");
  setWords(*call.element, call.words.empty() ? std::string_view("*") : std::string_view(call.words));
  conversion_.linkTo(*call.element, call.key);
}

void NoteSettler::finishNote(State::NoteRecord& note) {
  note.body->setAttribute("role", "doc-footnote");
  note.body->setAttribute("epub:type", "footnote");
  dom::Element* block = nullptr;
  for (const auto& child : note.body->children()) {
    block = firstTextBlock(*dom::asElement(*child));
    break;
  }
  if (!block) {
    block = dom::asElement(
        note.body->insert(0, std::make_unique<dom::Element>(dom::Namespace::Xhtml, "p", note.where)));
  }
  auto back = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "a", note.where);
  back->setAttribute("href", "#" + note.callId);
  back->setAttribute("role", "doc-backlink");
  back->appendText(std::to_string(note.number), note.where);
  block->insert(0, std::move(back));
}

void NoteSettler::takeUncalled() {
  for (State::NoteRecord& note : state_.notes) {
    if (note.number == 0) numberCalls(*note.body);
  }
  dom::Element* group = nullptr;
  for (State::NoteRecord& note : state_.notes) {
    if (note.number != 0) continue;
    if (!group) {
      group = &conversion_.appendPlain(root_, "div", note.where);
      group->setAttribute("class", "general-notes");
    }
    note.body->name = "div";
    note.body->setAttribute("class", "note");
    group->append(std::move(note.body));
  }
}

}  // namespace octavo::vocabulary
