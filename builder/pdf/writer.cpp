// pdf: pages and reading order in, the bytes of a tagged PDF out.
#include "pdf/writer.h"

#include <algorithm>
#include <functional>
#include <set>

#include "pdf/annotations.h"
#include "pdf/color_profile.h"
#include "pdf/font_embedding.h"
#include "pdf/image_embedding.h"
#include "pdf/language_tag.h"
#include "pdf/metadata.h"
#include "pdf/number.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/page_painting.h"
#include "pdf/parallel.h"
#include "pdf/sink.h"
#include "pdf/structure_objects.h"

namespace octavo::pdf {

namespace {

using fragment::PrintedBook;
using publication::Publication;

/// What takes time to make and depends on nothing else: on several threads.
struct Prepared {
  std::vector<PreparedFont> fonts;
  std::vector<PreparedImage> images;
  std::vector<PaintedPage> pages;  // `content` moved on to:
  std::vector<Stream> contents;
};

struct Planned {
  FontUsage fonts;
  std::vector<PagePlan> pages;
};

Prepared prepare(const PrintedBook& book, const Planned& planned, std::vector<PreparedImage> images,
                 unsigned threads) {
  Prepared prepared;
  prepared.images = std::move(images);
  prepared.fonts.resize(planned.fonts.programs().size());
  prepared.pages.resize(planned.pages.size());
  prepared.contents.resize(planned.pages.size());
  const ImageNumbers numbers = numberImages(prepared.images);
  std::vector<std::function<void()>> jobs;
  for (std::size_t i = 0; i < prepared.fonts.size(); ++i) {  // the longest first
    jobs.emplace_back([&, i] { prepared.fonts[i] = prepareFont(planned.fonts.programs()[i]); });
  }
  for (PreparedImage& image : prepared.images) jobs.emplace_back([&image] { prepareImage(image); });
  for (std::size_t i = 0; i < prepared.pages.size(); ++i) {
    jobs.emplace_back([&, i] {
      prepared.pages[i] = paintPage(planned.pages[i], book.pages[i].size, planned.fonts, numbers);
      prepared.contents[i] = deflated(prepared.pages[i].content);
      prepared.pages[i].content = {};
    });
  }
  runJobs(jobs, threads);
  return prepared;
}

/// A resource's name on its page: F3, I2, A128.
std::string resourceName(char letter, std::size_t number) {
  std::string name(1, letter);
  appendInteger(name, static_cast<std::int64_t>(number));
  return name;
}

Dictionary named(char letter, const std::vector<std::size_t>& numbers, const std::vector<Ref>& refs) {
  Dictionary dictionary;
  for (const std::size_t number : numbers) dictionary.set(resourceName(letter, number), refs[number]);
  return dictionary;
}

/// What pages refer to.
struct Shared {
  std::vector<Ref> fonts, images;
  std::map<unsigned char, Ref> opacities;
};

std::map<unsigned char, Ref> putOpacities(const std::vector<PaintedPage>& pages, PdfSink& sink) {
  std::set<unsigned char> used;
  for (const PaintedPage& page : pages) used.insert(page.opacities.begin(), page.opacities.end());
  std::map<unsigned char, Ref> refs;
  for (const unsigned char alpha : used) {
    const Value opacity = Value::thousandths((alpha * 1000 + 127) / 255);
    refs[alpha] = sink.add({{"Type", Value::name("ExtGState")}, {"ca", opacity}, {"CA", opacity}});
  }
  return refs;
}

Dictionary resourcesOf(const PaintedPage& page, const Shared& shared) {
  Dictionary resources;
  if (!page.fonts.empty()) resources.set("Font", named('F', page.fonts, shared.fonts));
  if (!page.images.empty()) resources.set("XObject", named('I', page.images, shared.images));
  Dictionary states;
  for (const char c : page.opacities) {
    const auto alpha = static_cast<unsigned char>(c);
    states.set(resourceName('A', alpha), shared.opacities.at(alpha));
  }
  if (!states.empty()) resources.set("ExtGState", states);
  return resources;
}

/// A balanced tree of at most 32 kids a node (ISO 32000-1, 7.7.3); fills in the pages' Parent.
Ref putPageTree(std::vector<Dictionary> pages, const std::vector<Ref>& refs, PdfSink& sink) {
  constexpr std::size_t kKids = 32;
  std::vector<Dictionary> level = std::move(pages);
  std::vector<Ref> levelRefs = refs;
  std::vector<std::size_t> counts(level.size(), 1);
  while (true) {
    std::vector<Dictionary> parents;
    std::vector<Ref> parentRefs;
    std::vector<std::size_t> parentCounts;
    for (std::size_t begin = 0; begin == 0 || begin < level.size(); begin += kKids) {
      const Ref parent = sink.reserve();
      const std::size_t end = std::min(level.size(), begin + kKids);
      std::vector<Value> kids;
      std::size_t count = 0;
      for (std::size_t i = begin; i < end; ++i) {
        kids.push_back(levelRefs[i]);
        count += counts[i];
        sink.put(levelRefs[i], level[i].set("Parent", parent));
      }
      parents.push_back({{"Type", Value::name("Pages")}, {"Kids", Value::array(kids)}, {"Count", count}});
      parentRefs.push_back(parent);
      parentCounts.push_back(count);
    }
    level = std::move(parents);
    levelRefs = std::move(parentRefs);
    counts = std::move(parentCounts);
    if (level.size() == 1) break;
  }
  sink.put(levelRefs.front(), std::move(level.front()));
  return levelRefs.front();
}

std::vector<Dictionary> pageDictionaries(const PrintedBook& book, Prepared& prepared, const Shared& shared,
                                         PdfSink& sink) {
  std::vector<Dictionary> pages;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    const Value box = Value::array({0, 0, book.pages[i].size.width, book.pages[i].size.height});
    Stream& content = prepared.contents[i];
    pages.push_back({{"Type", Value::name("Page")},
                     {"MediaBox", box},
                     {"TrimBox", box},
                     {"Resources", resourcesOf(prepared.pages[i], shared)},
                     {"Contents", sink.addStream(std::move(content.dictionary), std::move(content.bytes))},
                     {"StructParents", i},
                     {"Tabs", Value::name("S")}});
  }
  return pages;
}

void addAnnotations(std::vector<Dictionary>& pages, const std::vector<LinkArea>& areas,
                    const std::vector<Ref>& refs) {
  for (std::size_t i = 0; i < areas.size();) {
    const std::size_t page = areas[i].page;
    std::vector<Value> ofPage;
    for (; i < areas.size() && areas[i].page == page; ++i) ofPage.push_back(refs[i]);
    pages[page].set("Annots", Value::array(ofPage));
  }
}

std::string languageOf(const Publication& publication, const PdfOptions& options) {
  for (const std::string& language :
       {options.language,
        publication.metadata.languages.empty() ? std::string() : publication.metadata.languages.front()}) {
    if (isLanguageTag(language)) return language;
  }
  return "und";
}

std::string titleOf(const Publication& publication) {
  if (!publication.metadata.title.text.empty()) return publication.metadata.title.text;
  for (const publication::Chapter& chapter : publication.chapters) {
    if (!chapter.title.empty()) return chapter.title;
  }
  return publication.metadata.identifier.empty() ? "Untitled" : publication.metadata.identifier;
}

Value outputIntent(PdfSink& sink) {
  Stream profile = deflated(rgbProfile(), {{"N", 3}});
  const Ref ref = sink.addStream(std::move(profile.dictionary), std::move(profile.bytes));
  return Dictionary{{"Type", Value::name("OutputIntent")},
                    {"S", Value::name("GTS_PDFA1")},
                    {"OutputConditionIdentifier", Value::text("sRGB IEC61966-2.1")},
                    {"Info", Value::text("sRGB IEC61966-2.1")},
                    {"DestOutputProfile", ref}};
}

/// A book whose first page is a left one opens to the right.
bool bindsRight(const PrintedBook& book) { return !book.pages.empty() && book.pages.front().isLeft; }

std::vector<std::string> labelsOf(const PrintedBook& book) {
  std::vector<std::string> labels;
  for (const fragment::Page& page : book.pages) labels.push_back(page.label);
  return labels;
}

/// All that the catalog names, but for the pages and what is in them.
Dictionary catalog(const PrintedBook& book, const std::string& language, PdfSink& sink) {
  Dictionary preferences{{"DisplayDocTitle", true}};
  if (bindsRight(book)) preferences.set("Direction", Value::name("R2L"));
  return {{"Type", Value::name("Catalog")},
          {"Lang", Value::text(language)},
          {"MarkInfo", Dictionary{{"Marked", true}}},
          {"ViewerPreferences", preferences},
          {"OutputIntents", Value::array({outputIntent(sink)})},
          {"PageLabels", sink.add(pageLabels(labelsOf(book)))}};
}

/// Strings have a limit in PDF/A; what is over it is cut or left out, and told.
void reportLongTexts(const dom::Element& element, Diagnostics& diagnostics) {
  const bool isLongLink = element.name == "a" && element.attributeOr("href").size() > kLongestString;
  if (isLongLink || isTooLong(element.attributeOr("alt")) || isTooLong(element.attributeOr("alttext"))) {
    diagnostics.report({Severity::Warning, "pdf-text-cut", element.position(),
                        isLongLink ? "the address is longer than a PDF may hold; its words stand in the PDF without a link"
                                   : "the alternative text is longer than a PDF may hold; the PDF has its beginning",
                        {}, isLongLink ? "address" : "alternative"});
  }
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) reportLongTexts(*below, diagnostics);
  }
}

Ref putXmp(const MetadataInputs& inputs, PdfSink& sink) {
  // Without a filter, so that tools that know no PDF can find it.
  return sink.addStream({{"Type", Value::name("Metadata")}, {"Subtype", Value::name("XML")}},
                        xmpPacket(inputs));
}

}  // namespace

std::string writePdf(const PrintedBook& book, const Publication& publication, const PdfOptions& options,
                     Diagnostics& diagnostics) {
  const std::string language = languageOf(publication, options);
  Planned planned;
  planned.pages = planPages(book, planned.fonts);
  LinkIndex links(book.destinations);
  const std::vector<LinkArea> areas = collectLinks(planned.pages, links);
  for (const publication::Chapter& chapter : publication.chapters) {
    if (chapter.root) reportLongTexts(*chapter.root, diagnostics);
  }
  const StructureTree tree = buildStructure({publication, planned.pages, areas, links, language});
  Prepared prepared =
      prepare(book, planned, findImages(planned.pages, publication, diagnostics), options.threads);

  const std::unique_ptr<PdfSink> sink = openSink();
  const Ref root = sink->reserve();
  PageRefs pageRefs;
  for (const fragment::Page& page : book.pages) {
    pageRefs.refs.push_back(sink->reserve());
    pageRefs.heights.push_back(page.size.height);
  }
  Shared shared{putFonts(planned.fonts, std::move(prepared.fonts), *sink),
                putImages(std::move(prepared.images), *sink, diagnostics),
                putOpacities(prepared.pages, *sink)};
  std::vector<Dictionary> pages = pageDictionaries(book, prepared, shared, *sink);
  const std::vector<Ref> annotations = putAnnotations(areas, pageRefs, pages.size(), *sink);
  addAnnotations(pages, areas, annotations);

  Dictionary document = catalog(book, language, *sink);
  document.set("Pages", putPageTree(std::move(pages), pageRefs.refs, *sink));
  document.set("StructTreeRoot", putStructure(tree, {pageRefs.refs, pageRefs.heights, annotations}, *sink));
  const Ref outline = putOutline(publication.navigation, book.destinations, pageRefs, *sink);
  if (outline.number != 0) document.set("Outlines", outline).set("PageMode", Value::name("UseOutlines"));
  const MetadataInputs metadata{publication.metadata, titleOf(publication), language, options.date,
                                options.producer};
  document.set("Metadata", putXmp(metadata, *sink));
  sink->put(root, std::move(document));
  return sink->finish(root, sink->add(infoDictionary(metadata)));
}

}  // namespace octavo::pdf
