#include "font/licence.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "base/utf8.h"
#include "font/face_private.h"

namespace octavo::font {
namespace {

namespace fs = std::filesystem;

std::string nameOf(hb_face_t* face, hb_ot_name_id_t id) {
  const hb_language_t english = hb_language_from_string("en", -1);
  unsigned size = 0;
  size = hb_ot_name_get_utf8(face, id, english, &size, nullptr) + 1;
  std::string text(size, '\0');
  hb_ot_name_get_utf8(face, id, english, &size, text.data());
  text.resize(size);
  return text;
}

bool isLicenceName(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
  const std::string ending = fs::path(name).extension().string();
  const bool isText = ending.empty() || ending == ".txt" || ending == ".md";
  constexpr std::array<std::string_view, 5> kBeginnings{"ofl", "ufl", "license", "licence", "copying"};
  return isText && std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
}

std::vector<LicenceFile> filesBeside(const std::string& path) {
  constexpr std::uintmax_t kMostBytes = 256U << 10;
  std::vector<LicenceFile> files;
  std::error_code trouble;
  for (const auto& entry : fs::directory_iterator(fs::path(path).parent_path(), trouble)) {
    const std::string name = entry.path().filename().string();
    if (!isLicenceName(name) || !entry.is_regular_file(trouble) || entry.file_size(trouble) > kMostBytes) continue;
    std::string text = readFile(entry.path());
    if (findMalformedUtf8(text) == std::string::npos) files.push_back({name, std::move(text)});
  }
  std::ranges::sort(files, {}, &LicenceFile::name);
  return files;
}

unsigned embeddingBits(hb_face_t* face) {
  const HbBlob os2(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  unsigned length = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(os2.get(), &length));
  constexpr unsigned kFsType = 8;
  return length < kFsType + 2 ? 0 : static_cast<unsigned>(data[kFsType]) << 8 | data[kFsType + 1];
}

std::string bytesOf(const HbBlob& blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

/// All tables but the signature, which holds for the collection.
std::string takenOut(hb_face_t* face) {
  const HbFace builder(hb_face_builder_create());
  constexpr unsigned kMostTables = 128;
  std::array<hb_tag_t, kMostTables> tags{};
  unsigned count = kMostTables;
  hb_face_get_table_tags(face, 0, &count, tags.data());
  for (unsigned i = 0; i < count; ++i) {
    if (tags[i] == HB_TAG('D', 'S', 'I', 'G')) continue;
    const HbBlob table(hb_face_reference_table(face, tags[i]));
    hb_face_builder_add_table(builder.get(), tags[i], table.get());
  }
  return bytesOf(HbBlob(hb_face_reference_blob(builder.get())));
}

}  // namespace

Licence licenceOf(const Face& face) {
  hb_face_t* handle = fileFace(face).hbFace();
  return {nameOf(handle, HB_OT_NAME_ID_COPYRIGHT), nameOf(handle, HB_OT_NAME_ID_LICENSE),
          nameOf(handle, HB_OT_NAME_ID_LICENSE_URL), filesBeside(face.path())};
}

bool mayEmbedWhole(const Face& face) {
  constexpr unsigned kUsage = 0x000F, kRestricted = 0x0002, kBitmapOnly = 0x0200;  // OpenType 1.9, OS/2 fsType
  const unsigned bits = embeddingBits(fileFace(face).hbFace());
  return (bits & kUsage) != kRestricted && (bits & kBitmapOnly) == 0;
}

std::string wholeFont(const Face& face) {
  hb_face_t* handle = fileFace(face).hbFace();
  std::string file = bytesOf(HbBlob(hb_face_reference_blob(handle)));
  return file.starts_with("ttcf") ? takenOut(handle) : file;
}

}  // namespace octavo::font
