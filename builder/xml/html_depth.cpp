// xml: what must be known of an HTML text before a parser makes a tree of it: how deep its tags are nested, where main is.
#include "xml/html_depth.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace octavo::xml {
namespace {

using Names = std::initializer_list<std::string_view>;

template <class Range>
bool isOneOf(std::string_view name, const Range& names) {
  return std::ranges::find(names, name) != std::ranges::end(names);
}

constexpr std::string_view kVoid[] = {"area", "base",  "basefont", "bgsound", "br",    "col",    "embed", "frame", "hr",
                      "img",  "input", "keygen",   "link",    "meta",  "param",  "source", "track", "wbr"};
/// Elements whose content is no markup.
constexpr std::string_view kRaw[] = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"};
/// HTML, section 13.2.6.4.7: start tags that end an open paragraph.
constexpr std::string_view kBlocks[] = {"address", "article",  "aside",  "blockquote", "center", "details", "dialog", "dir",
                        "div",     "dl",       "dd",     "dt",         "fieldset", "figcaption", "figure", "footer",
                        "form",    "h1",       "h2",     "h3",         "h4",     "h5",      "h6",     "header",
                        "hgroup",  "hr",       "li",     "listing",    "main",   "menu",    "nav",    "ol",
                        "p",       "pre",      "section", "summary",   "table",  "ul"};
constexpr std::string_view kScopes[] = {"table", "td", "th", "caption", "button", "object", "html", "body", "template"};

constexpr std::string_view kSingle[] = {"html", "head", "body"};
const Names kParagraph{"p"};

/// A start tag that ends an open element of its own kind, unless one of `barriers` stands between.
struct Implied {
  Names kind;
  Names barriers;
};
const std::array kImplied{
    Implied{{"li"}, {"ul", "ol", "menu", "dir", "table", "td", "th"}},
    Implied{{"dt", "dd"}, {"dl", "table", "td", "th"}},
    Implied{{"option", "optgroup"}, {"select"}},
    Implied{{"td", "th"}, {"tr", "table"}},
    Implied{{"tr"}, {"table"}},
    Implied{{"thead", "tbody", "tfoot"}, {"table"}},
    Implied{{"rb", "rt", "rp", "rtc"}, {"ruby"}},
    Implied{{"a"}, {"table", "td", "th"}},
    Implied{{"nobr"}, {"table", "td", "th"}},
    Implied{{"button"}, {"table", "td", "th"}},
};

class DepthScan {
 public:
  DepthScan(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

  TagScan run() {
    for (std::size_t at = text_.find('<'); at < text_.size(); at = text_.find('<', at)) {
      const std::size_t begin = at;
      if (text_.substr(at).starts_with("<!--")) {
        at = past("-->", at + 4);
        continue;
      }
      const bool isEnd = at + 1 < text_.size() && text_[at + 1] == '/';
      const std::string name = nameAt(at + (isEnd ? 2 : 1));
      at = name.empty() ? at + 1 : endOfTag(at);
      if (name.empty()) continue;
      if (name == "main") found_.mains.push_back(begin + (isEnd ? 2 : 1));
      if (isEnd) {
        close(name);
      } else {
        open(name);
        if (isOneOf(name, kRaw)) at = closeRaw(name, at);
      }
      if (open_.size() > limit_) {
        found_.tooDeep = begin;
        break;
      }
    }
    return std::move(found_);
  }

 private:
  std::size_t past(std::string_view end, std::size_t from) const {
    const std::size_t found = text_.find(end, std::min(from, text_.size()));
    return found == std::string_view::npos ? text_.size() : found + end.size();
  }

  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

  /// Empty where no letter begins a name: < then stands for itself.
  std::string nameAt(std::size_t at) const {
    std::string name;
    for (; at < text_.size(); ++at) {
      const char c = lower(text_[at]);
      const bool isLetter = c >= 'a' && c <= 'z';
      if (name.empty() ? !isLetter : std::string_view(" \t\n/>").find(c) != std::string_view::npos) break;
      name += c;
    }
    return name;
  }

  std::size_t endOfTag(std::size_t at) const {
    char quote = 0;
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote ? c == quote : c == '>') {
        if (!quote) return at + 1;
        quote = 0;
      } else if (!quote && (c == '"' || c == '\'') && text_[at - 1] == '=') {
        quote = c;
      }
    }
    return at;
  }

  /// Ends the innermost open element of the kind with all it holds, unless a barrier stands before it.
  template <class Barriers>
  void end(const Names& kind, const Barriers& barriers) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (isOneOf(open_[i], kind)) {
        open_.resize(i);
        return;
      }
      if (isOneOf(open_[i], barriers)) return;
      if (open_.size() - i > kFarEnough) return;
    }
  }

  void open(const std::string& name) {
    if (isOneOf(name, kVoid) || isOneOf(name, kSingle)) return;
    if (isOneOf(name, kBlocks)) end(kParagraph, kScopes);
    for (const Implied& implied : kImplied) {
      if (isOneOf(name, implied.kind)) end(implied.kind, implied.barriers);
    }
    open_.push_back(name);
  }

  void close(const std::string& name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
  }

  std::size_t closeRaw(const std::string& name, std::size_t from) {
    open_.pop_back();
    for (std::size_t at = text_.find("</", from); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      if (nameAt(at + 2) == name) return endOfTag(at);
    }
    return text_.size();
  }

  static constexpr std::size_t kFarEnough = 64;
  std::string_view text_;
  std::size_t limit_;
  std::vector<std::string> open_;
  TagScan found_;
};

}  // namespace

TagScan scanTags(std::string_view html, std::size_t limit) {
  return DepthScan(html, limit).run();
}

}  // namespace octavo::xml
