// app: what a terminal shows while a build runs; nothing in a pipe.
#pragma once

#include <cstddef>
#include <string_view>

namespace octavo::app {

class Progress {
 public:
  explicit Progress(bool isOn) : isOn_(isOn) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// True when standard error is a terminal that can redraw a line.
  static bool terminalCanShow();
  void stage(std::string_view name);
  void pages(std::size_t composed);
  /// Takes the line away, before a message or at the end.
  void clear();

 private:
  bool isOn_;
  bool isShown_ = false;
};

}  // namespace octavo::app
