// app: both outputs in memory, for a command to write or to look at.
#pragma once

#include <string>

#include "app/material.h"
#include "epub/writer.h"

namespace octavo::app {

struct Outputs {
  std::string epub, pdf;        // the files' bytes; empty: not asked for
  fragment::PrintedBook pages;  // those of the PDF
};

struct WantedOutputs {
  bool epub = true, pdf = true;
  epub::Wishes wishes = {};
};

/// Lays the pages out, then writes both beside each other: the EPUB lists the pages of the PDF that is made with it. Messages
/// come in a fixed order all the same.
Outputs makeOutputs(const Material& material, WantedOutputs wanted, Progress& progress, Diagnostics& diagnostics);

}  // namespace octavo::app
