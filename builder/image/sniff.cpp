#include <array>

#include "image/image.h"

namespace octavo::image {
namespace {

struct Signature {
  std::string_view bytes;
  Format format;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures{Signature{"\x89PNG\r\n\x1A\n"sv, Format::Png},
                                 Signature{"\xFF\xD8\xFF"sv, Format::Jpeg},
                                 Signature{"GIF87a"sv, Format::Gif},
                                 Signature{"GIF89a"sv, Format::Gif},
                                 Signature{"II*\0"sv, Format::Tiff},
                                 Signature{"MM\0*"sv, Format::Tiff}};

/// What stands after `open` … `close`, or the text itself where it does not begin so.
std::string_view without(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return text;
  const auto end = text.find(close, open.size());
  return end == std::string_view::npos ? std::string_view{} : text.substr(end + close.size());
}

/// The root element decides: an HTML page with a drawing inside is none.
bool isSvg(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    text.remove_prefix(first);
    const std::size_t before = text.size();
    text = without(text, "<!--", "-->");
    text = without(text, "<?", "?>");
    text = without(text, "<!DOCTYPE", ">");
    if (text.size() == before) break;
  }
  if (!text.starts_with('<')) return false;
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  return name == "svg" || name.ends_with(":svg");
}

/// Two letters are a weak sign: the header's size must be one that exists, too.
bool isBmp(std::string_view bytes) {
  return bytes.size() >= 18 && bytes.starts_with("BM") && bytes.substr(6, 4) == "\0\0\0\0"sv &&
         bytes[15] == 0 && bytes[16] == 0 && bytes[17] == 0;
}

}  // namespace

Format sniff(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.format;
  }
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return Format::WebP;
  if (isBmp(bytes)) return Format::Bmp;
  constexpr std::size_t kFarthestRoot = 4096;
  return isSvg(bytes.substr(0, kFarthestRoot)) ? Format::Svg : Format::Unknown;
}

std::string_view mediaType(Format format) {
  switch (format) {
    case Format::Png:
      return "image/png";
    case Format::Jpeg:
      return "image/jpeg";
    case Format::Gif:
      return "image/gif";
    case Format::WebP:
      return "image/webp";
    case Format::Tiff:
      return "image/tiff";
    case Format::Bmp:
      return "image/bmp";
    case Format::Svg:
      return "image/svg+xml";
    case Format::Unknown:
      return "application/octet-stream";
  }
  return "application/octet-stream";
}

}  // namespace octavo::image
