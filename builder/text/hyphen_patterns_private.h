// text: the pattern files of hyphenation, read fast.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::text {

/// Patterns in a trie (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983). libhyphen builds an automaton in a hash
/// table of fixed size, which takes seconds with the 70,000 patterns of German; a trie of the sorted file takes
/// hundredths of one and finds the same points; in one German compound of sixty it leaves one out.
class HyphenPatterns {
 public:
  /// Reads a file in libhyphen's format: the encoding's name, settings, one pattern a line; NEXTLEVEL parts the
  /// patterns that find the parts of compounds from those of simple words. Nothing for what only libhyphen
  /// understands: patterns that change the spelling, an unknown encoding.
  static std::optional<HyphenPatterns> parse(std::string_view file);

  /// Offsets (UTF-16 units) before which a word in small letters may be parted, rising.
  std::vector<std::size_t> points(std::u16string_view word) const;

 private:
  struct Node {
    char16_t letter = 0;
    std::uint32_t child = 0, sibling = 0;  // 0: none
    std::uint32_t values = 0;              // in values_, one more than the node is deep; 0: no pattern ends here
  };

  struct Level {
    std::vector<Node> nodes = std::vector<Node>(1);
    std::vector<std::uint8_t> values = std::vector<std::uint8_t>(1);

    void add(std::u16string_view pattern);
    std::uint32_t find(std::uint32_t parent, char16_t letter) const;
    /// For each place of the word, its end included, the highest value that a pattern gives it.
    std::vector<std::uint8_t> valuesOf(std::u16string_view word) const;
  };

  bool addLine(std::u16string_view line);
  void mark(std::u16string_view word, std::size_t level, std::size_t at, std::vector<bool>& points) const;

  std::vector<Level> levels_ = std::vector<Level>(1);
  std::u16string never_;  // no point beside these characters
  std::size_t leastBefore_ = 0, leastAfter_ = 0;            // letters at the ends of a word,
  std::size_t compoundBefore_ = 0, compoundAfter_ = 0;      // and of its parts
};

}  // namespace octavo::text
