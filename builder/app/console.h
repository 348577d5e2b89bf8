// app: what is written to the standard streams, and whether it got there.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace octavo::app {

/// Opens streams that the caller closed, so that no file of ours takes their place; writing to them fails.
void keepStandardStreams();

/// Errors show in isWritten().
void write(std::FILE* to, std::string_view text);

/// True where all that was written is out. A stream that the caller closed on purpose counts for messages, not for results.
bool isWritten(std::FILE* stream);

/// The text without what a terminal would obey or would show in another order (CWE-150): control characters of C0 and C1 and
/// those of bidirectional text stand as \u{1b}.
std::string shown(std::string_view text);
/// Whether shown() replaces the character.
bool isControl(char32_t character);

}  // namespace octavo::app
