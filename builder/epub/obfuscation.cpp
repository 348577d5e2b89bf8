#include "epub/obfuscation.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/sha1.h"
#include "xml/xml.h"

namespace octavo::epub {

std::string obfuscated(std::string font, std::string_view identifier) {
  constexpr std::size_t kMixedBytes = 1040;
  std::string bare(identifier);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  const auto key = sha1(bare);
  for (std::size_t i = 0; i < std::min(kMixedBytes, font.size()); ++i) {
    font[i] = static_cast<char>(static_cast<unsigned char>(font[i]) ^ key[i % key.size()]);
  }
  return font;
}

std::string encryptionDocument(const std::vector<std::string>& paths) {
  std::string lines;
  for (const std::string& path : paths) {
    lines += fmt::format(
        "<enc:EncryptedData>\n<enc:EncryptionMethod Algorithm=\"http://www.idpf.org/2008/embedding\"/>\n"
        "<enc:CipherData><enc:CipherReference URI=\"{}\"/></enc:CipherData>\n</enc:EncryptedData>\n",
        xml::escapeAttribute(path));
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<encryption xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" "
         "xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\">\n" + lines + "</encryption>\n";
}

}  // namespace octavo::epub
