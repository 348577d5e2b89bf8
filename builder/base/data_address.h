// base: addresses that hold the file they name (data:), and how an address stands in a message. RFC 2397.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo {

bool isDataAddress(std::string_view address);
/// The bytes that the address holds, from Base64 or percent escapes; nothing where it is broken.
std::optional<std::string> bytesOfDataAddress(std::string_view address);
/// The address of a file of that type that holds these bytes.
std::string dataAddressOf(std::string_view mediaType, std::string_view bytes);

/// For messages and stand-ins: long addresses end after 100 characters with "…", those that hold a file after 30.
std::string shownAddress(std::string_view address);

}  // namespace octavo
