// epub: fonts that no one can lift out of the package by a double click.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octavo::epub {

/// The font with its first 1040 bytes mixed with a key made of the package's unique identifier; applied twice it is the font
/// again. EPUB 3.3, section 4.4.3.
std::string obfuscated(std::string font, std::string_view identifier);

/// META-INF/encryption.xml for files with these paths from the container's root. EPUB 3.3, sections 4.2.6.3.2 and 4.4.4.
std::string encryptionDocument(const std::vector<std::string>& paths);

}  // namespace octavo::epub
