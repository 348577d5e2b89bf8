// pdf: the contents at the reader's side.
#include "pdf/outline.h"

#include "base/utf8.h"
#include "dom/dom.h"

namespace octavo::pdf {

namespace {

using Destinations = std::map<std::string, fragment::Destination>;

struct Item {
  std::string title;
  fragment::Destination destination;
  std::vector<Item> children;
};

void collect(const std::vector<publication::NavigationEntry>& entries, const Destinations& destinations,
             std::vector<Item>& items) {
  for (const publication::NavigationEntry& entry : entries) {
    const auto found = destinations.find(entry.target);
    if (found == destinations.end()) {
      collect(entry.children, destinations, items);
      continue;
    }
    Item item{dom::collapseWhiteSpace(entry.label), found->second, {}};
    collect(entry.children, destinations, item.children);
    items.push_back(std::move(item));
  }
}

struct Writer {
  const PageRefs& pages;
  PdfSink& sink;

  struct Ends {
    Ref first, last;
  };
  Ends put(const std::vector<Item>& items, Ref parent) {
    std::vector<Ref> refs;
    for (std::size_t i = 0; i < items.size(); ++i) refs.push_back(sink.reserve());
    for (std::size_t i = 0; i < items.size(); ++i) {
      Dictionary entry{{"Title", Value::text(items[i].title)},
                       {"Parent", parent},
                       {"Dest", destinationValue(items[i].destination, pages)}};
      if (i > 0) entry.set("Prev", refs[i - 1]);
      if (i + 1 < items.size()) entry.set("Next", refs[i + 1]);
      if (!items[i].children.empty()) {
        const Ends ends = put(items[i].children, refs[i]);
        entry.set("First", ends.first).set("Last", ends.last);
        entry.set("Count", -static_cast<std::int64_t>(items[i].children.size()));  // negative: folded
      }
      sink.put(refs[i], std::move(entry));
    }
    return {refs.front(), refs.back()};
  }
};

}  // namespace

Value destinationValue(const fragment::Destination& destination, const PageRefs& pages) {
  const std::size_t page = std::min(destination.page, pages.refs.size() - 1);
  return Value::array({pages.refs[page], Value::name("XYZ"), destination.at.left,
                       pages.heights[page] - destination.at.top, Value()});
}

Ref putOutline(const std::vector<publication::NavigationEntry>& navigation, const Destinations& destinations,
               const PageRefs& pages, PdfSink& sink) {
  std::vector<Item> items;
  collect(navigation, destinations, items);
  if (items.empty() || pages.refs.empty()) return {};
  const Ref root = sink.reserve();
  const Writer::Ends ends = Writer{pages, sink}.put(items, root);
  sink.put(root, Dictionary{{"Type", Value::name("Outlines")},
                            {"First", ends.first},
                            {"Last", ends.last},
                            {"Count", items.size()}});
  return root;
}

}  // namespace octavo::pdf
