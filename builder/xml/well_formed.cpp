// xml: why a text is not well-formed, told better than the parser does.
#include "xml/well_formed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xml/refusal.h"

namespace octavo::xml {
namespace {

struct Problem {
  std::size_t offset = 0;
  std::string message;
};

struct OpenTag {
  std::string_view name;
  std::size_t offset;
};

struct Delimited {
  std::string_view begin, end, what;
};
constexpr std::array kDelimited{
    Delimited{"<!--", "-->", "comment"},
    Delimited{"<![CDATA[", "]]>", "CDATA section"},
    Delimited{"<?", "?>", "processing instruction"},
};

/// The offset of the tag's `>`, over quoted values; npos without one or where another `<` comes first.
std::size_t endOfTag(std::string_view text, std::size_t begin) {
  char quote = 0;
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i;
    } else if (c == '<') {
      return std::string_view::npos;
    }
  }
  return std::string_view::npos;
}

std::string_view nameAt(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find_first_of(" \t\n/>", begin), text.size());
  return text.substr(begin, end - begin);
}

/// Walks over the tags and keeps the open ones.
class TagScan {
 public:
  explicit TagScan(const SourceFile& source) : source_(source), text_(source.text) {}

  std::optional<Problem> run() {
    std::size_t at = 0;
    while ((at = text_.find('<', at)) != std::string_view::npos) {
      if (const auto problem = step(at)) return problem;
    }
    if (open_.empty()) return std::nullopt;
    return Problem{text_.size(), fmt::format("the text ends, but <{}>, opened at {}, is not closed",
                                             open_.back().name, place(open_.back().offset))};
  }

 private:
  std::string place(std::size_t offset) const {
    const SourcePosition position = positionAt(source_, offset);
    return fmt::format("{}:{}", position.line, position.column);
  }

  /// Moves past the markup at `at`.
  std::optional<Problem> step(std::size_t& at) {
    for (const Delimited& delimited : kDelimited) {
      if (!text_.substr(at).starts_with(delimited.begin)) continue;
      const std::size_t end = text_.find(delimited.end, at + delimited.begin.size());
      if (end == std::string_view::npos) return Problem{at, fmt::format("{} without an end", delimited.what)};
      at = end + delimited.end.size();
      return std::nullopt;
    }
    const std::size_t end = endOfTag(text_, at);
    if (text_.substr(at).starts_with(
            "<!")) {  // a DOCTYPE may hold tags in its subset: leave it to the parser
      const std::size_t subset = text_.find('[', at);
      const std::size_t close =
          subset != std::string_view::npos && subset < text_.find('>', at) ? text_.find("]", subset) : at;
      at = close == std::string_view::npos ? text_.size() : std::max(close, at + 1);
      return std::nullopt;
    }
    if (end == std::string_view::npos) return Problem{at, "this tag has no end, or < stands for itself"};
    const bool isEnd = text_[at + 1] == '/';
    const std::string_view name = nameAt(text_, at + (isEnd ? 2 : 1));
    std::optional<Problem> problem;
    if (isEnd) {
      problem = close(name, at);
    } else if (text_[end - 1] != '/') {
      open_.push_back({name, at});
    }
    at = end + 1;
    return problem;
  }

  std::optional<Problem> close(std::string_view name, std::size_t at) {
    if (open_.empty()) return Problem{at, fmt::format("</{}> closes nothing", name)};
    const OpenTag last = open_.back();
    open_.pop_back();
    if (last.name == name) return std::nullopt;
    return Problem{at,
                   fmt::format("</{}> does not fit <{}>, opened at {}", name, last.name, place(last.offset))};
  }

  const SourceFile& source_;
  std::string_view text_;
  std::vector<OpenTag> open_;
};

}  // namespace

bool looksLikeHtml(std::string_view text) {
  std::string head(text.substr(0, 2048));
  std::ranges::transform(head, head.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  const bool hasHtml =
      head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos;
  return hasHtml && !head.starts_with("<?xml") &&
         head.find("http://www.w3.org/1999/xhtml") == std::string::npos;
}

void refuseNotWellFormed(const SourceFile& source, std::size_t offset, std::string_view message) {
  const Problem problem = TagScan(source).run().value_or(Problem{offset, std::string(message)});
  const SourcePosition where = positionAt(source, problem.offset);
  if (looksLikeHtml(source.text)) {
    refuse("xml-not-xml", where, fmt::format("this is HTML, not XML: {}", problem.message),
           "save it as XHTML (every tag closed, every value quoted), or have it read as HTML: --html");
  }
  refuse("xml-not-well-formed", where, fmt::format("not well-formed: {}", problem.message));
}

}  // namespace octavo::xml
