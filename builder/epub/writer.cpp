#include "epub/writer.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "base/address.h"
#include "base/content_hash.h"
#include "epub/accessibility.h"
#include "epub/archive.h"
#include "epub/compose.h"
#include "epub/content_document.h"
#include "epub/cover.h"
#include "text/direction.h"
#include "epub/fonts.h"
#include "epub/navigation.h"
#include "epub/obfuscation.h"
#include "epub/package.h"
#include "epub/pictures.h"
#include "epub/style.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::Chapter;
using publication::ChapterKind;
using publication::Publication;

constexpr std::string_view kContainer =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

/// The publication's own identifier where it is a URI; else one made of the content: a name-based UUID (RFC 9562,
/// version 8), the same for the same book.
std::string identifierOf(const Publication& publication, const std::vector<Item>& items) {
  const std::string& own = publication.metadata.identifier;
  if (hasScheme(own)) return own;
  std::string content = publication.metadata.title.text;
  for (const Item& item : items) content += item.bytes;
  auto hash = contentHash(content);
  hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0FU) | 0x80U);
  hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3FU) | 0x80U);
  std::string uuid = "urn:uuid:";
  for (std::size_t i = 0; i < hash.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += fmt::format("{:02x}", hash[i]);
  }
  return uuid;
}

/// Lines from right to left, or lines in columns from right to left.
bool readsRightToLeft(const Publication& publication, WritingMode writingMode) {
  if (writingMode != WritingMode::HorizontalTb) return writingMode == WritingMode::VerticalRl;
  return text::isRightToLeft(publication.metadata.languages.front());
}

/// The cover page shows the picture whole, whatever the screen.
Item coverPage(const Publication& publication, std::string_view picture) {
  const std::string title = xml::escapeAttribute(publication.metadata.title.text);
  const std::string body = fmt::format(
      "<section class=\"cover\" epub:type=\"cover\" aria-label=\"{}\"><img src=\"{}\" alt=\"{}\" role=\"doc-cover\"/></section>",
      title, picture, title);
  const std::string& language = publication.metadata.languages.front();
  return {"cover.xhtml", "application/xhtml+xml", {},
          documentText({publication.metadata.title.text, language, "frontmatter", body}), true};
}

/// The cover's picture, the publication's own or drawn, and the page that shows it.
void addCover(const Publication& publication, const font::Collection& fonts, std::vector<Item>& items) {
  const auto own = std::ranges::find(publication.resources, true, &publication::Resource::isCover);
  Item picture{"images/cover.png", "image/png", "cover-image", {}, false};
  if (own != publication.resources.end()) {
    picture = {own->path, own->mediaType, "cover-image", own->bytes, false};
  } else {
    picture.bytes = drawCover(publication.metadata, fonts);
  }
  items.push_back(coverPage(publication, picture.path));
  items.push_back(std::move(picture));
}

/// The documents, and the navigation document where the publication has its contents or, out of the spine, behind all.
void addDocuments(std::vector<Document> documents, const FilesById& files, std::string navigation, std::vector<Item>& items) {
  Item contents{"nav.xhtml", "application/xhtml+xml", "nav", std::move(navigation), true};
  bool isPlaced = false;
  for (Document& document : documents) {
    if (document.kind == ChapterKind::Contents) {
      if (!isPlaced) items.push_back(std::move(contents));
      isPlaced = true;
      continue;
    }
    std::string path = document.path;
    ContentDocument made = contentDocument(std::move(document), files);
    items.push_back({std::move(path), "application/xhtml+xml", std::move(made.properties), std::move(made.bytes), true});
  }
  contents.isInSpine = false;
  if (!isPlaced) items.push_back(std::move(contents));
}

/// What could not be parted: a paragraph, a row, an item that is larger than a file should be.
void reportLargeDocuments(const std::vector<Item>& items, Diagnostics& diagnostics) {
  constexpr std::size_t kMost = 260 * 1024;
  for (const Item& item : items) {
    if (item.mediaType != "application/xhtml+xml" || item.bytes.size() <= kMost) continue;
    diagnostics.report({Severity::Warning, "document-large", {},
                        fmt::format("{} has {} KB, since a part of it cannot go on in another file; old readers may refuse it", item.path,
                                    item.bytes.size() / 1024),
                        "part long paragraphs, rows and items", item.path});
  }
}

void composeDocuments(std::vector<Item>& items, Diagnostics& diagnostics) {
  bool isChanged = false;
  for (Item& item : items) {
    if (item.mediaType == "application/xhtml+xml") isChanged |= composeMarkup(item.bytes);
  }
  if (!isChanged) return;
  diagnostics.report({Severity::Note, "text-composed", {},
                      "letters and marks that stand apart in the source are one character in the EPUB", {}, "text"});
}

/// The smaller of two, of which 0 is none.
std::uint64_t leastLimit(std::uint64_t one, std::uint64_t other) {
  return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
}

void addPictures(const Publication& publication, std::uint64_t mostPixels, std::vector<Item>& items, Diagnostics& diagnostics) {
  for (const publication::Resource& resource : publication.resources) {
    if (resource.isCover) continue;
    std::string bytes = fittedPicture(resource, mostPixels, diagnostics);
    items.push_back({resource.path, resource.mediaType, {}, std::move(bytes), false});
  }
}

/// The stylesheets, and the fonts that they name.
void addStyle(const Options& options, const BookStyle& style, const font::Collection& fonts, std::vector<Item>& items,
              Diagnostics& diagnostics) {
  FontsToEmbed wanted{options.fontFaces, options.wishes.fonts, {}};
  std::u32string characters;
  if (wanted.embedding == FontEmbedding::Subset && !wanted.rules.empty()) {
    const std::vector<Item> bare = styleItems(style, options.sheets, {});
    std::vector<std::string_view> texts{bare.front().bytes};  // all say the same words
    for (const Item& item : items) {
      if (item.mediaType == "application/xhtml+xml") texts.push_back(item.bytes);
    }
    characters = charactersOf(texts, style.reader.mainLanguage);
    wanted.characters = characters;
  }
  EmbeddedFonts embedded = embedFonts(wanted, fonts, diagnostics);
  std::ranges::move(styleItems(style, options.sheets, embedded.pathOf), std::back_inserter(items));
  std::ranges::move(embedded.items, std::back_inserter(items));
}

/// Where asked; returns META-INF/encryption.xml, empty without obfuscated fonts.
std::string obfuscateFonts(const Wishes& wishes, std::string_view identifier, std::vector<Item>& items) {
  std::vector<std::string> paths;
  for (Item& item : items) {
    if (!wishes.obfuscatesFonts || !item.mediaType.starts_with("font/")) continue;
    item.bytes = obfuscated(std::move(item.bytes), identifier);
    paths.push_back("EPUB/" + item.path);
  }
  return paths.empty() ? std::string() : encryptionDocument(paths);
}

/// Apple Books Asset Guide, "Embedded fonts": without it they are not used.
constexpr std::string_view kAppleOptions =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<display_options>\n<platform name=\"*\">\n<option name=\"specified-fonts\">true</option>\n</platform>\n</display_options>\n";

/// The container's own files, which stand in META-INF.
struct ContainerFiles {
  std::string encryption;  // empty: none
  bool allowsFonts = false;
};

std::vector<ArchiveEntry> archiveEntries(std::string packageText, ContainerFiles files, std::vector<Item> items) {
  std::vector<ArchiveEntry> entries;
  entries.push_back({"mimetype", "application/epub+zip", true});
  entries.push_back({"META-INF/container.xml", std::string(kContainer), false});
  if (!files.encryption.empty()) entries.push_back({"META-INF/encryption.xml", std::move(files.encryption), false});
  if (files.allowsFonts) entries.push_back({"META-INF/com.apple.ibooks.display-options.xml", std::string(kAppleOptions), false});
  entries.push_back({"EPUB/package.opf", std::move(packageText), false});
  for (Item& item : items) {
    // Pictures, film and sound are compressed already.
    const bool isStored = item.mediaType == "image/jpeg" || item.mediaType == "image/png" || item.mediaType.starts_with("audio/") ||
                          item.mediaType.starts_with("video/");
    entries.push_back({"EPUB/" + item.path, std::move(item.bytes), isStored});
  }
  return entries;
}

}  // namespace

std::string writeEpub(const Publication& publication, const Options& options, const font::Collection& fonts,
                      Diagnostics& diagnostics) {
  const DeviceProfile device = profileOf(options.wishes.device);
  const PageMarks pages = findPageMarks(publication, options.pagination);
  std::vector<Document> documents = makeDocuments(publication, pages);
  fitDocuments(documents, device);
  const FilesById files = filesById(documents);
  const NavigationInputs navigation{publication, documents, files, pages};
  std::string contents = navigationDocument(navigation);
  const BookStyle style = planStyle(publication, options.sheets, device.style, documents);
  std::vector<Item> items;
  addCover(publication, fonts, items);
  addDocuments(std::move(documents), files, std::move(contents), items);
  composeDocuments(items, diagnostics);
  reportLargeDocuments(items, diagnostics);
  addPictures(publication, leastLimit(options.wishes.mostPixels, device.mostPixels), items, diagnostics);
  std::ranges::move(deviceItems(device), std::back_inserter(items));
  addStyle(options, style, fonts, items, diagnostics);
  const bool hasFonts = std::ranges::any_of(items, [](const Item& item) { return item.mediaType.starts_with("font/"); });
  const bool allowsFonts = device.mustAllowFonts && hasFonts;
  const std::string identifier = identifierOf(publication, items);
  std::string encryption = obfuscateFonts(options.wishes, identifier, items);
  std::string ncx = ncxDocument(navigation, identifier);
  composeMarkup(ncx);
  items.push_back({"toc.ncx", "application/x-dtbncx+xml", {}, std::move(ncx), false});
  const PackageFacts facts{publication.metadata, identifier, options.modified,
                           describeAccessibility(publication, !pages.list.empty(), diagnostics), pages.source,
                           readsRightToLeft(publication, style.writingMode), allowsFonts};
  std::string packageText = packageDocument(facts, items);
  composeMarkup(packageText);
  return makeArchive(archiveEntries(std::move(packageText), {std::move(encryption), allowsFonts}, std::move(items)));
}

}  // namespace octavo::epub
