#include "epub/archive.h"

#include <zip.h>

#include <memory>

#include <fmt/format.h>

#include "base/diagnostics.h"

namespace octavo::epub {
namespace {

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* handle) const {
    Destroy(handle);
  }
};
using Source = std::unique_ptr<zip_source_t, Destroyer<zip_source_free>>;
using Archive = std::unique_ptr<zip_t, Destroyer<zip_discard>>;

constexpr zip_uint16_t kDosTime = 0;
constexpr zip_uint16_t kDosDate = (0 << 9) | (1 << 5) | 1;  // 1980-01-01, the first day a ZIP file knows
constexpr zip_uint32_t kRegularFile = 0100644U << 16U;

[[noreturn]] void throwWriteError(const std::string& what) {
  throw BuildError({Severity::Error, "epub-write", {}, "cannot make the EPUB container: " + what, {}, {}},
                   ExitCode::TryAgain);
}

void addEntry(zip_t& archive, const ArchiveEntry& entry) {
  // The bytes are read at zip_close: the entries outlive the archive.
  Source source(zip_source_buffer(&archive, entry.bytes.data(), entry.bytes.size(), 0));
  if (!source) throwWriteError(zip_strerror(&archive));
  const zip_int64_t index = zip_file_add(&archive, entry.path.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) throwWriteError(fmt::format("{}: {}", entry.path, zip_strerror(&archive)));
  static_cast<void>(source.release());  // the archive owns it now
  const auto at = static_cast<zip_uint64_t>(index);
  const bool isSet = zip_set_file_compression(&archive, at, entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) == 0 &&
                     zip_file_set_dostime(&archive, at, kDosTime, kDosDate, 0) == 0 &&
                     zip_file_set_external_attributes(&archive, at, 0, ZIP_OPSYS_UNIX, kRegularFile) == 0;
  if (!isSet) throwWriteError(zip_strerror(&archive));
}

std::string contentsOf(zip_source_t& buffer) {
  zip_stat_t statistics;
  zip_stat_init(&statistics);
  if (zip_source_stat(&buffer, &statistics) != 0 || zip_source_open(&buffer) != 0) throwWriteError("no memory");
  std::string bytes(statistics.size, '\0');
  const zip_int64_t count = zip_source_read(&buffer, bytes.data(), bytes.size());
  zip_source_close(&buffer);
  if (count < 0 || static_cast<std::size_t>(count) != bytes.size()) throwWriteError("short read");
  return bytes;
}

}  // namespace

std::string makeArchive(const std::vector<ArchiveEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) throwWriteError(zip_error_strerror(&error));
  zip_source_keep(buffer.get());  // the archive takes one reference, the reader below the other
  Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) throwWriteError(zip_error_strerror(&error));
  for (const ArchiveEntry& entry : entries) addEntry(*archive, entry);
  if (zip_close(archive.get()) != 0) throwWriteError(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return contentsOf(*buffer);
}

}  // namespace octavo::epub
