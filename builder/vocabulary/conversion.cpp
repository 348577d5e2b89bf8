// vocabulary: what the readers share: elements, ids, warnings.
#include "vocabulary/conversion.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "vocabulary/conversion_language.h"
#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {
namespace {

bool isLetter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters, digits, `-`, `_` and `.` stay; any other character becomes its number: 図1 → u56F31.
std::string asciiId(std::string_view id) {
  constexpr std::size_t kLongest = 80;
  std::string result;
  for (std::size_t at = 0; at < id.size() && result.size() < kLongest;) {
    const char32_t c = decodeUtf8(id, at);
    if (isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.') {
      result += static_cast<char>(c);
    } else {
      result += c > 0x7F ? fmt::format("u{:X}", static_cast<std::uint32_t>(c)) : "_";
    }
  }
  return result;
}

/// An XML name begins with a letter or `_`.
std::string asName(std::string id) {
  if (id.empty() || !(isLetter(static_cast<unsigned char>(id.front())) || id.front() == '_'))
    id.insert(0, "x");
  return id;
}

}  // namespace

Conversion::Conversion(const ReaderInputs& inputs) : inputs_(inputs), state_(std::make_unique<State>()) {
  state_->takenIds.insert(inputs_.chapterId);
}

Conversion::~Conversion() = default;

void Conversion::warn(std::string code, SourcePosition where, std::string message,
                      std::string subject) const {
  diagnostics().report(
      {Severity::Warning, std::move(code), where, std::move(message), {}, std::move(subject)});
}

void Conversion::reportUnknown(const dom::Element& element) const {
  warn("unknown-element", element.position(), fmt::format("no rule for <{}>; its text is kept", element.name),
       element.name);
}

std::unique_ptr<dom::Element> Conversion::makeRoot(const dom::Element& source, std::string_view language) {
  auto root = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "section", source.position());
  const bool isFirst = ++state_->roots == 1;
  std::string id = isFirst ? inputs_.chapterId : fmt::format("{}-{}", inputs_.chapterId, state_->roots);
  if (!isFirst && !state_->takenIds.insert(id).second) id = freshId(id);
  root->setAttribute("id", id);
  setLanguage(*root, language, source.position());
  if (!root->attribute("lang")) {
    root->setAttribute("lang", "und");
    root->setAttribute("xml:lang", "und");
  }
  return root;
}

dom::Element& Conversion::append(dom::Element& parent, std::string_view name, const dom::Element& source) {
  dom::Element& element = appendPlain(parent, name, source.position());
  takeIdentity(element, source);
  return element;
}

dom::Element& Conversion::appendPlain(dom::Element& parent, std::string_view name, SourcePosition where) {
  return parent.appendElement(dom::Namespace::Xhtml, std::string(name), where);
}

void Conversion::takeIdentity(dom::Element& element, const dom::Element& source) {
  const std::string* id = source.attribute("id");
  if (!id) id = source.attribute("xml:id");
  if (id) setId(element, *id, source.position());
  const std::string* language = source.attribute("xml:lang");
  if (!language) language = source.attribute("lang");
  if (language) setLanguage(element, *language, source.position());
}

void Conversion::setLanguage(dom::Element& element, std::string_view tag, SourcePosition where) {
  const auto usual = language(tag, where);
  if (!usual) return;
  element.setAttribute("lang", *usual);
  element.setAttribute("xml:lang", *usual);
}

std::optional<std::string> Conversion::language(std::string_view tag, SourcePosition where) const {
  const std::string trimmed = dom::collapseWhiteSpace(tag);
  if (trimmed.empty()) return std::nullopt;
  auto usual = canonicalLanguage(trimmed);
  if (!usual) {
    warn("lang-invalid", where, fmt::format("\"{}\" is no language tag, as en, zh-Hans and ja are; it is left out", trimmed), trimmed);
  }
  return usual;
}

void Conversion::setId(dom::Element& element, std::string_view sourceId, SourcePosition where) {
  const std::string id = dom::collapseWhiteSpace(sourceId);
  if (id.empty()) return;
  const std::string output = freshId(asciiId(id));
  element.setAttribute("id", output);
  if (!state_->ids.emplace(id, output).second) {
    warn("id-duplicate", where, fmt::format("id \"{}\" stands twice; links go to the first", id), id);
  }
}

void Conversion::aliasId(std::string_view sourceId, std::string_view outputId) {
  const std::string id = dom::collapseWhiteSpace(sourceId);
  if (!id.empty()) state_->ids.emplace(id, outputId);
}

std::string Conversion::freshId(std::string_view stem) {
  const std::string first = asName(inputs_.idPrefix + std::string(stem));
  std::string id = first;
  if (state_->takenIds.insert(id).second) return id;
  int& last = state_->lastNumbers[first];  // to count from the start for each of many would take the square of the time
  if (last == 0) last = 1;
  do {
    id = fmt::format("{}-{}", first, ++last);
  } while (!state_->takenIds.insert(id).second);
  return id;
}

std::string Conversion::ensureId(dom::Element& element, std::string_view stem) {
  if (const std::string* id = element.attribute("id")) return *id;
  std::string id = freshId(stem);
  element.setAttribute("id", id);
  return id;
}

}  // namespace octavo::vocabulary
