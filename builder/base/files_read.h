// base: which files of the disk this process has read, so that none of them is overwritten.
#pragma once

#include <sys/stat.h>

namespace octavo {

/// Safe in any thread.
void rememberRead(const struct stat& file);
/// Whether it is a file that was read, by whatever name.
bool wasRead(const struct stat& file);

}  // namespace octavo
