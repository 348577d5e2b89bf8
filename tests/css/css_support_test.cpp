#include "css_support.h"

#include <gtest/gtest.h>

#include <cctype>
#include <deque>
#include <fstream>
#include <map>

#include "base/files.h"

namespace octavo::css::test {
namespace {

/// Sheets keep references to their texts; tests are short, so all texts live to the end.
SourceFiles& allFiles() {
  static SourceFiles files;
  return files;
}

class MarkupReader {
 public:
  explicit MarkupReader(std::string_view text) : text_(text) {}

  std::unique_ptr<dom::Element> run() {
    auto root = takeTag();
    takeContent(*root);
    return root;
  }

 private:
  std::unique_ptr<dom::Element> takeTag() {
    ++at_;  // <
    const std::string name = takeWord();
    if (name == "math") isMath_ = true;
    auto element = std::make_unique<dom::Element>(isMath_ ? dom::Namespace::MathMl : dom::Namespace::Xhtml,
                                                  name, SourcePosition{});
    while (text_.at(at_) != '>' && text_.at(at_) != '/') {
      if (text_[at_] == ' ') {
        ++at_;
        continue;
      }
      const std::string attribute = takeWord();
      std::string value;
      if (text_.at(at_) == '=') {
        const char quote = text_.at(at_ + 1);
        const std::size_t end = text_.find(quote, at_ + 2);
        value = text_.substr(at_ + 2, end - at_ - 2);
        at_ = end + 1;
      }
      element->setAttribute(attribute, value);
    }
    isEmpty_ = text_[at_] == '/';
    at_ += isEmpty_ ? 2 : 1;
    return element;
  }

  std::string takeWord() {
    const std::size_t begin = at_;
    while (std::string_view(" =/>").find(text_.at(at_)) == std::string_view::npos) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  void takeContent(dom::Element& element) {
    if (isEmpty_) {
      isEmpty_ = false;
      return;
    }
    while (at_ < text_.size()) {
      if (text_.substr(at_).starts_with("</")) {
        at_ = text_.find('>', at_) + 1;
        if (element.name == "math") isMath_ = false;
        return;
      }
      if (text_[at_] == '<') {
        auto child = takeTag();
        takeContent(*child);
        element.append(std::move(child));
      } else {
        const std::size_t end = std::min(text_.find('<', at_), text_.size());
        element.appendText(std::string(text_.substr(at_, end - at_)), {});
        at_ = end;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool isMath_ = false, isEmpty_ = false;
};

const SourceFile* loadStyle(std::string_view name) {
  static std::map<std::string, const SourceFile*, std::less<>> loaded;
  const auto known = loaded.find(name);
  if (known != loaded.end()) return known->second;
  const std::filesystem::path path = std::filesystem::path(OCTAVO_SOURCE_DIR) / "styles" / name;
  const SourceFile& file = allFiles().add(std::string(name), readFile(path));
  return loaded.emplace(std::string(name), &file).first->second;
}

}  // namespace

std::unique_ptr<dom::Element> tree(std::string_view markup) { return MarkupReader(markup).run(); }

StylesheetPtr parseText(std::string_view css, Diagnostics& diagnostics) {
  return parse(allFiles().add("test.css", std::string(css)), {}, diagnostics);
}

StylesheetPtr builtIn(std::string_view name, Diagnostics& diagnostics) {
  const ImportLoader load = [](std::string_view reference, const SourceFile&) {
    return loadStyle(reference);
  };
  return parse(*loadStyle(name), load, diagnostics);
}

Styled::Styled(std::string_view markup, std::vector<std::string> sheets, Cascade::Options options)
    : root_(tree(markup)) {
  std::vector<StylesheetPtr> parsed;
  for (const std::string& sheet : sheets) {
    parsed.push_back(sheet.ends_with(".css") ? builtIn(sheet, diagnostics_)
                                             : parse(files_.add("test.css", sheet), {}, diagnostics_));
  }
  cascade_ = std::make_unique<Cascade>(std::move(parsed), std::move(options), diagnostics_);
}

const dom::Element& Styled::element(std::string_view id) const {
  const dom::Element* found = dom::findById(*root_, id);
  if (!found) throw std::runtime_error("no element " + std::string(id));
  return *found;
}

StylePtr Styled::style(const dom::Element& element) const {
  return cascade_->styleOf(element, element.parent() ? style(*element.parent()) : nullptr);
}

StylePtr Styled::style(std::string_view id, PseudoElement pseudo) const {
  return cascade_->styleOf(element(id), pseudo, style(id));
}

std::vector<std::string> Styled::messages() const {
  std::vector<std::string> messages;
  for (const Diagnostics::Entry& entry : diagnostics_.entries()) {
    const Diagnostic& one = entry.diagnostic;
    messages.push_back(one.code + " " + std::to_string(one.where.line) + ":" +
                       std::to_string(one.where.column) + " " + one.subject);
  }
  return messages;
}

std::vector<std::string> complaints(std::string_view css) {
  Diagnostics diagnostics;
  parseText(css, diagnostics);
  std::vector<std::string> found;
  for (const Diagnostics::Entry& entry : diagnostics.entries()) {
    const SourcePosition& where = entry.diagnostic.where;
    found.push_back(entry.diagnostic.code + " " + std::to_string(where.line) + ":" +
                    std::to_string(where.column));
  }
  return found;
}

std::string valueOf(const ComputedStyle& style, std::string_view property) {
  const std::string lines = "\n" + dump(style);
  const std::string start = "\n" + std::string(property) + ": ";
  const std::size_t at = lines.find(start);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + start.size();
  return lines.substr(begin, lines.find('\n', begin) - begin);
}

std::string computed(std::string_view declarations, std::string_view property) {
  const Styled styled("<section><p id=\"p\">x</p></section>",
                      {"", "p { " + std::string(declarations) + " }"});
  return valueOf(*styled.style("p"), property);
}

std::string forEpub(std::string_view css) {
  Diagnostics diagnostics;
  return serializeForEpub({parseText(css, diagnostics)}, {});
}

}  // namespace octavo::css::test
