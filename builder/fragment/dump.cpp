// fragment: the text dump of finished pages, as goldens hold it.
#include <fmt/format.h>

#include "base/utf8.h"
#include "fragment/describe.h"
#include "fragment/fragment.h"

namespace octavo::fragment {

namespace {

Length longerSide(PhysicalSize size) { return size.width > size.height ? size.width : size.height; }

std::string pointText(PhysicalPoint at) { return pointsText(at.left) + "," + pointsText(at.top); }

std::string sizeText(PhysicalSize size) { return pointsText(size.width) + "x" + pointsText(size.height); }

std::string frameText(const Frame& frame) {
  std::string text;
  if (frame.background.alpha != 0) text += " background " + colorText(frame.background);
  const PhysicalEdges<BorderLine>& border = frame.border;
  if (border == PhysicalEdges<BorderLine>{}) return text;
  if (border.top == border.right && border.top == border.bottom && border.top == border.left) {
    return text + " border " + borderText(border.top);
  }
  return text + fmt::format(" border {}, {}, {}, {}", borderText(border.top), borderText(border.right),
                            borderText(border.bottom), borderText(border.left));
}

/// Adds what every fragment may have: its role and the ids that begin here.
std::string marksText(const Fragment& fragment) {
  std::string text;
  if (fragment.role != Role::Content) text += " " + std::string(roleText(fragment.role));
  for (const std::string& anchor : fragment.anchors) text += " #" + anchor;
  return text;
}

struct Describe {
  const Fragment& fragment;
  std::string at;

  std::string container(const std::string& name) const {
    const std::string source = sourceText(fragment.source);
    return name + (source.empty() ? "" : " " + source) + at + " size " + sizeText(fragment.size);
  }
  std::string operator()(const Nothing&) const { return container(fragment.isLine ? "line" : "block"); }
  std::string operator()(const Frame& frame) const {
    return container(fragment.isLine ? "line" : "block") + frameText(frame);
  }
  std::string operator()(const GlyphRun& run) const {
    return fmt::format("text {}{} width {} {}", quoted(toUtf8(run.text)), at, pointsText(longerSide(fragment.size)),
                       runText(run));
  }
  std::string operator()(const Picture& picture) const {
    return container("picture") + " " + picture.path +
           (picture.alternative.empty() ? "" : " " + quoted(picture.alternative));
  }
  std::string operator()(const Rule& rule) const { return container("rule") + " " + borderText(rule.line); }
};

void append(std::string& text, const Fragment& fragment, const std::string& at, std::size_t depth) {
  text.append(depth * 2, ' ');
  text += std::visit(Describe{fragment, at}, fragment.content) + marksText(fragment) + "\n";
  for (const PlacedFragment& child : fragment.children) {
    append(text, *child.fragment, " at " + pointText(child.at), depth + 1);
  }
}

}  // namespace

std::string dump(const Fragment& fragment) {
  std::string text;
  append(text, fragment, "", 0);
  return text;
}

std::string dump(const PrintedBook& book) {
  std::string text;
  for (std::size_t index = 0; index < book.pages.size(); ++index) {
    const Page& page = book.pages[index];
    text += fmt::format("page {} {} {}{}\n", index + 1, quoted(page.label), sizeText(page.size),
                        page.isLeft ? " left" : "");
    if (page.content) append(text, *page.content, " at 0,0", 1);
  }
  for (const auto& [id, destination] : book.destinations) {
    text += fmt::format("#{} page {} at {}\n", id, destination.page + 1, pointText(destination.at));
  }
  return text;
}

}  // namespace octavo::fragment
