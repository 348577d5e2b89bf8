// base: finished files on their way to the disk.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "base/diagnostics.h"

namespace octavo {

struct OutputFile {
  std::filesystem::path path;
  std::string bytes;
};

/// Throws BuildError (output-name; exit status 2) where a path names no file that could be written: it ends in no name, in one
/// that is too long or has control characters, leads to a folder, a device or round in a circle of links, or stands twice in the list.
void checkOutputPaths(std::span<const std::filesystem::path> paths);

/// Throws BuildError (output-is-input; exit status 2) where one of the paths leads to a file that this program has read, by
/// whatever name: another spelling, a symbolic or a hard link.
void refuseToOverwriteInputs(std::span<const std::filesystem::path> paths);

/// Puts all files in place, or none. Each is written whole beside its place first, and only when all are there they take
/// their places, so that readers see old files or new ones and never a part. Folders that are missing are made. What is a
/// symbolic link stays one: the file it leads to is replaced. A file that was there keeps its mode; a new one has what the
/// umask leaves. Signals that end programs wait until it is done; what a killed run left is cleared away.
/// Throws BuildError (file-unwritable).
void writeFilesTogether(std::span<const OutputFile> files);

}  // namespace octavo
