// vocabulary: where links go: to ids of the document, to other files, to the web.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/address.h"
#include "base/percent_encoding.h"
#include "text/encoding.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {
namespace {

/// RFC 3986: what may not stand in a URL is escaped; letters beyond ASCII stay (RFC 3987).
std::string escapedUrl(std::string_view address) {
  constexpr std::string_view kForbidden = " \"<>\\^`{|}";
  std::string result;
  bool inFragment = false;
  const std::size_t slashes = address.find("://");
  const std::size_t host = slashes == std::string_view::npos ? 0 : std::min(address.find_first_of("/?#", slashes + 3), address.size());
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool isStray = (c == '%' && !isPercentEscape(address, i)) || (c == '#' && inFragment);
    if (isStray || static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
        kForbidden.find(c) != std::string_view::npos || ((c == '[' || c == ']') && i >= host)) {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
    inFragment = inFragment || c == '#';
  }
  return result;
}

/// RFC 4291, section 2.2, roughly: groups of hexadecimal digits between colons.
bool isIpv6(std::string_view address) {
  return address.size() >= 2 && address.find(':') != std::string_view::npos &&
         address.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos && address.find(":::") == std::string_view::npos;
}

/// A host that ends in a number must be four of them (URL, section 3.5).
bool isIpv4OrName(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.empty() || last.find_first_not_of("0123456789") != std::string_view::npos) return !last.empty();
  int parts = 0;
  for (std::string_view rest = host; !rest.empty(); ++parts) {
    const std::string_view part = rest.substr(0, rest.find('.'));
    int value = 256;
    std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.empty() || part.size() > 3 || part.find_first_not_of("0123456789") != std::string_view::npos || value > 255) return false;
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  return parts == 4;
}

/// ":8080" or nothing.
bool isPort(std::string_view port) {
  if (port.empty() || port == ":") return true;
  int number = -1;
  const auto end = std::from_chars(port.data() + 1, port.data() + port.size(), number);
  return port[0] == ':' && end.ptr == port.data() + port.size() && end.ec == std::errc() && number >= 0 && number <= 65535;
}

/// The address with its host in ASCII; nothing where it has no host. RFC 3986, section 3.2: user@host:port.
std::optional<std::string> withAsciiHost(std::string_view address) {
  const std::size_t slashes = address.find("://");
  if (slashes == std::string_view::npos) return std::nullopt;
  std::size_t begin = slashes + 3;
  const std::size_t end = std::min(address.find_first_of("/?#", begin), address.size());
  const std::size_t user = address.substr(begin, end - begin).rfind('@');
  if (user != std::string_view::npos) begin += user + 1;
  std::string_view host = address.substr(begin, end - begin);
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : std::string_view::npos;
  const std::size_t colon = bracket == std::string_view::npos ? host.find(':') : bracket + 1;
  const std::string_view port = colon < host.size() ? host.substr(colon) : std::string_view();
  if (!isPort(port)) return std::nullopt;
  host.remove_suffix(port.size());
  std::optional<std::string> name;
  if (bracket != std::string_view::npos) {
    if (isIpv6(host.substr(1, host.size() - 2))) name = std::string(host);
  } else {
    // Names of machines with an underscore are none by the rules, but they are used.
    const bool isPlain = std::ranges::all_of(host, [](char c) { return c > ' ' && c < 0x7F; }) &&
                         host.find_first_of("\"<>\\^`{|}%,;[]@") == std::string_view::npos;
    if (host.empty() || host.front() == '.') return std::nullopt;
    name = isPlain ? std::string(host) : host.find_first_of("[]@") == std::string_view::npos ? text::asciiHostName(host) : std::nullopt;
    if (name && !isIpv4OrName(*name)) name.reset();
  }
  if (!name) return std::nullopt;
  return std::string(address.substr(0, begin)) + *name + std::string(port) + std::string(address.substr(end));
}

constexpr std::array<std::string_view, 4> kActive{"javascript", "vbscript", "data", "blob"};

}  // namespace

void unlink(dom::Element& link) {
  std::erase_if(link.attributes, [](const dom::Attribute& attribute) {
    constexpr std::array<std::string_view, 6> kKept{"id", "class", "lang", "xml:lang", "title", "dir"};
    return std::ranges::find(kKept, attribute.name) == kKept.end();
  });
  // An `a` may hold blocks, a `span` may not; without href it is no link.
  if (isPhrasing(link)) link.name = "span";
}

void Conversion::linkTo(dom::Element& link, std::string_view sourceId) {
  state_->links.push_back({&link, {}, dom::collapseWhiteSpace(sourceId)});
}

void Conversion::linkToFile(dom::Element& link, std::string_view href) {
  const std::size_t hash = href.find('#');
  const std::string id =
      hash == std::string_view::npos ? std::string() : percentDecoded(href.substr(hash + 1));
  const std::string_view path = href.substr(0, hash);
  if (path.empty() && !id.empty()) {
    linkTo(link, id);
    return;
  }
  const SourcePosition& where = link.position();
  const std::filesystem::path base = where.file && where.file != inputs_.document.source
                                         ? std::filesystem::path(where.file->name)
                                         : inputs_.file;
  const auto file = inputs_.folder.resolve(base, path);
  const std::filesystem::path named = file ? *file : base.parent_path() / percentDecoded(path);
  std::error_code error;
  const bool isOwn = path.empty() || (file && std::filesystem::equivalent(*file, inputs_.file, error));
  if (isOwn && id.empty()) {
    link.setAttribute("href", "#" + inputs_.chapterId);
  } else {
    state_->links.push_back({&link, isOwn ? std::filesystem::path() : named, id});
  }
}

void Conversion::linkToWeb(dom::Element& link, std::string_view address, SourcePosition where) {
  std::string target = trimmedAddress(address);
  if (target.starts_with("www.")) target.insert(0, "http://");
  if (target.starts_with("//")) target.insert(0, "https:");
  std::string scheme = schemeOf(target);
  if (scheme == "doi") {
    target = "https://doi.org/" + target.substr(4);
    scheme = "https";
  }
  if (std::ranges::find(kActive, scheme) != kActive.end()) {
    warn("active-content", where, fmt::format("a link with {}: is left out; its words stay", scheme), scheme);
    unlink(link);
    return;
  }
  std::optional<std::string> whole;
  if (scheme == "http" || scheme == "https" || scheme == "ftp") whole = withAsciiHost(target);
  if ((scheme == "mailto" || scheme == "tel") && target.size() > scheme.size() + 1) whole = target;
  if (!whole) {
    warn("link-invalid", where, fmt::format("\"{}\" is no web address; its words stay", target), target);
    unlink(link);
    return;
  }
  link.setAttribute("href", escapedUrl(*whole));
}

}  // namespace octavo::vocabulary
