// base: messages to the author of the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octavo {

/// A text the program read, as UTF-8, kept so that messages can show its lines.
struct SourceFile {
  std::string name;  // as the user wrote it
  std::string text;  // UTF-8, after conversion from the file's own encoding
  /// The line's text without its end; empty for a line that does not exist. Lines count from 1.
  std::string_view line(std::uint32_t number) const;
};

/// Owns every text read in one run. Source positions point into it, so it outlives all documents.
class SourceFiles {
 public:
  const SourceFile& add(std::string name, std::string text);

 private:
  std::deque<SourceFile> files_;  // a deque: references stay valid
};

/// A place in a text. Line and column count from 1; columns count characters. Line 0: the file as a whole.
struct SourcePosition {
  const SourceFile* file = nullptr;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class Severity { Note, Warning, Error };

/// A message to the author of the input: what is wrong, where, and what would mend it.
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;      // stable; tests assert on it, never on the prose
  SourcePosition where;  // file, line, column
  std::string message;
  std::string hint;     // empty when there is nothing to suggest
  std::string subject;  // what it is about ("unknown-element" about "tp:taxon"): the same code and subject are
                        // reported once, with the first place and a count; empty: never merged
};

/// What went wrong so far, in the order it was found. Passed by reference, never global.
class Diagnostics {
 public:
  struct Entry {
    Diagnostic diagnostic;
    std::size_t count = 1;
  };

  void report(Diagnostic diagnostic);
  /// Appends what another stage (or thread) collected, merging by code and subject.
  void append(const Diagnostics& other);
  const std::vector<Entry>& entries() const { return entries_; }
  bool hasErrors() const;
  bool hasWarnings() const;

 private:
  std::vector<Entry> entries_;
  std::map<std::pair<std::string, std::string>, std::size_t> firstOfKind_;
};

/// What the program's exit status says when a build cannot go on.
enum class ExitCode { Good = 0, DocumentErrors = 1, Usage = 2, BadData = 65, TryAgain = 75 };

/// The build cannot go on. Caught in main() only (and at the border of a test).
class BuildError : public std::exception {
 public:
  explicit BuildError(Diagnostic diagnostic, ExitCode exitCode = ExitCode::BadData)
      : diagnostic_(std::move(diagnostic)), exitCode_(exitCode) {}
  const Diagnostic& diagnostic() const { return diagnostic_; }
  ExitCode exitCode() const { return exitCode_; }
  const char* what() const noexcept override { return diagnostic_.message.c_str(); }

 private:
  Diagnostic diagnostic_;
  ExitCode exitCode_;
};

}  // namespace octavo
