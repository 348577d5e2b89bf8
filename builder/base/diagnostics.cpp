#include "base/diagnostics.h"

#include <algorithm>

namespace octavo {

namespace {

/// A message may name a value or an id that is a megabyte long: its beginning and its end say enough.
std::string shortened(std::string message) {
  constexpr std::size_t kLongest = 600, kBeginning = 300, kEnd = 200;
  if (message.size() <= kLongest) return message;
  const auto isInside = [&](std::size_t at) { return (static_cast<unsigned char>(message[at]) & 0xC0) == 0x80; };
  std::size_t begin = kBeginning, end = message.size() - kEnd;
  while (begin > 0 && isInside(begin)) --begin;
  while (end < message.size() && isInside(end)) ++end;
  return message.substr(0, begin) + "\u2026" + message.substr(end);
}

}  // namespace

std::string_view SourceFile::line(std::uint32_t number) const {
  std::string_view rest = text;
  for (std::uint32_t current = 1; current < number; ++current) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  std::string_view found = number == 0 ? std::string_view{} : rest.substr(0, rest.find('\n'));
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

const SourceFile& SourceFiles::add(std::string name, std::string text) {
  return files_.emplace_back(SourceFile{std::move(name), std::move(text)});
}

void Diagnostics::report(Diagnostic diagnostic) {
  if (!diagnostic.subject.empty()) {
    const auto [found, isNew] =
        firstOfKind_.try_emplace({diagnostic.code, diagnostic.subject}, entries_.size());
    if (!isNew) {
      ++entries_[found->second].count;
      return;
    }
  }
  diagnostic.message = shortened(std::move(diagnostic.message));
  diagnostic.hint = shortened(std::move(diagnostic.hint));
  entries_.push_back({std::move(diagnostic), 1});
}

void Diagnostics::append(const Diagnostics& other) {
  for (const Entry& entry : other.entries_) {
    for (std::size_t n = 0; n < (entry.diagnostic.subject.empty() ? 1 : entry.count); ++n) report(entry.diagnostic);
  }
}

bool Diagnostics::hasErrors() const {
  return std::ranges::any_of(entries_, [](const Entry& e) { return e.diagnostic.severity == Severity::Error; });
}

bool Diagnostics::hasWarnings() const {
  return std::ranges::any_of(entries_, [](const Entry& e) { return e.diagnostic.severity == Severity::Warning; });
}

}  // namespace octavo
