// tests/css: small documents and sheets in one string each.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "css/cascade.h"
#include "dom/dom.h"

namespace octavo::css::test {

/// A tree from markup without entities and comments: `<p class="a" hidden>text</p>`, `<br/>`. Elements below
/// `<math>` are MathML, all others XHTML.
std::unique_ptr<dom::Element> tree(std::string_view markup);

/// One or more sheets over one tree. The first text is the program's own sheet.
class Styled {
 public:
  Styled(std::string_view markup, std::vector<std::string> sheets, Cascade::Options options = {});
  const dom::Element& element(std::string_view id) const;
  StylePtr style(std::string_view id) const { return style(element(id)); }
  StylePtr style(const dom::Element& element) const;
  StylePtr style(std::string_view id, PseudoElement pseudo) const;
  const Cascade& cascade() const { return *cascade_; }
  const dom::Element& root() const { return *root_; }
  /// "code line:column subject" of each message.
  std::vector<std::string> messages() const;

 private:
  Diagnostics diagnostics_;
  SourceFiles files_;
  std::unique_ptr<dom::Element> root_;
  std::unique_ptr<Cascade> cascade_;
};

StylesheetPtr parseText(std::string_view css, Diagnostics& diagnostics);
/// The codes and places of what a sheet is told: "css-unknown-property 1:5".
std::vector<std::string> complaints(std::string_view css);
/// The value of a property in the dump of a style: "10pt"; empty where it is initial.
std::string valueOf(const ComputedStyle& style, std::string_view property);
/// The value of a property on a lone <p id="p"> under this declaration.
std::string computed(std::string_view declarations, std::string_view property);
/// The sheet as an EPUB gets it.
std::string forEpub(std::string_view css);
/// A sheet of styles/, and its imports.
StylesheetPtr builtIn(std::string_view name, Diagnostics& diagnostics);

}  // namespace octavo::css::test
