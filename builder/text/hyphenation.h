// text: where text may break, its direction, script, hyphenation, order.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::text {

/// Hyphenation by the pattern files that Debian's hyphen-* packages install. Thread-safe; dictionaries open on
/// first use.
class Hyphenator {
 public:
  Hyphenator();
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Offsets (UTF-16 units) in `word` before which a hyphen may end a line, rising; empty where the language
  /// (BCP 47) has no patterns. "hyphenation", en → 2, 6 (hy-phen-ation).
  std::vector<std::size_t> points(std::u16string_view word, std::string_view language) const;

 private:
  struct Dictionaries;
  std::unique_ptr<Dictionaries> dictionaries_;
};

}  // namespace octavo::text
