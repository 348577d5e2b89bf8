// vocabulary: film and sound: found in the input's folder, told by their bytes, for screens only.
#include <fmt/format.h>

#include "vocabulary/conversion_files_private.h"
#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view name, ending;  // empty: none that every reading system plays
};

/// By the first bytes. EPUB 3.3, section 3.2: MP3 and AAC in MP4 are core types; of film, which has none, what all browsers play.
MediaType mediaTypeOf(std::string_view bytes, bool isVideo) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const bool isFrame = at(0) == 0xFF && (at(1) & 0xE6U) == 0xE2U;  // MPEG 1 or 2, layer III
  if (!isVideo && (bytes.starts_with("ID3") || isFrame)) return {"audio/mpeg", ".mp3"};
  if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return isVideo ? MediaType{"video/mp4", ".mp4"} : MediaType{"audio/mp4", ".m4a"};
  if (isVideo && bytes.starts_with("\x1A\x45\xDF\xA3")) return {"video/webm", ".webm"};
  return {};
}

}  // namespace

/// The resource's path and type, its bytes being taken up already. Nothing, with a warning, where it cannot be carried.
std::optional<publication::Resource> Conversion::readMedia(const std::string& href, const MediaRequest& request) {
  if (isRemote(href)) {
    warn("media-remote", request.where, fmt::format("{} is not fetched from the network", href), href);
    return std::nullopt;
  }
  const fs::path base = baseOf(request.where);
  const auto file = inputs_.folder.resolve(base, href);
  if (!file) {
    const bool isOutside = leavesFolder(href, base, inputs_.folder);
    warn("media-missing", request.where,
         fmt::format("{} {}", href, isOutside ? "is not in the input's folder; it is not read" : "does not exist"), href);
    return std::nullopt;
  }
  std::string bytes = readFile(*file, request.where);
  const MediaType type = mediaTypeOf(bytes, request.isVideo);
  if (type.name.empty()) {
    warn("media-unsupported", request.where,
         fmt::format("{} is not of a kind that reading systems play: {}", href, request.isVideo ? "MP4, WebM" : "MP3, M4A"), href);
    return std::nullopt;
  }
  const std::string name(type.name);
  auto known = state_->shown.find(*file);
  if (known == state_->shown.end()) {
    const std::string stem = "media/" + inputs_.idPrefix + safeStem(*file);
    const std::string path = addResource({{}, name, std::move(bytes), request.where, false}, stem, type.ending);
    known = state_->shown.emplace(*file, Shown{path, false, {}, {}}).first;
  }
  return publication::Resource{known->second.path, name, {}, request.where, false};
}

bool Conversion::appendMedia(dom::Element& parent, const MediaRequest& request) {
  std::vector<publication::Resource> resources;
  std::string name;
  if (request.hrefs.empty()) warn("media-missing", request.where, "film or sound without a file");
  for (const std::string& href : request.hrefs) {
    auto resource = readMedia(href, request);
    if (!resource) continue;
    if (name.empty()) name = fs::path(href).filename().string();
    resources.push_back(std::move(*resource));
  }
  if (resources.empty()) return false;
  diagnostics().report({Severity::Note, "media-screen-only", request.where,
                        "film and sound are in the EPUB only; on paper their names stand", {}, inputs_.file.string()});
  const std::string words = dom::collapseWhiteSpace(request.words.empty() ? name : request.words);
  dom::Element& player = appendPlain(parent, request.isVideo ? "video" : "audio", request.where);
  player.setAttribute("controls", "controls");
  player.setAttribute("preload", "none");
  player.setAttribute("aria-label", words);
  player.setAttribute(publication::kMediumAttribute, "screen");
  for (const publication::Resource& resource : resources) {
    dom::Element& source = appendPlain(player, "source", request.where);
    source.setAttribute("src", resource.path);
    source.setAttribute("type", resource.mediaType);
  }
  player.appendText(words, request.where);
  return true;
}

}  // namespace octavo::vocabulary
