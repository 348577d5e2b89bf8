// pdf: where finished objects go. One file knows the library that writes them.
#pragma once

#include <memory>
#include <string>

#include "pdf/value.h"

namespace octavo::pdf {

/// Collects the objects of one file. Not thread-safe: streams are compressed elsewhere and handed over.
class PdfSink {
 public:
  virtual ~PdfSink() = default;
  /// A number first, the body later. Numbers rise from 1.
  virtual Ref reserve() = 0;
  virtual void put(Ref ref, Dictionary dictionary) = 0;
  virtual void put(Ref ref, Value value) = 0;
  /// `bytes` stand in the file as they are; `dictionary` names their filters. Length is added.
  virtual void putStream(Ref ref, Dictionary dictionary, std::string bytes) = 0;
  /// The whole file, version 1.7, with an ID made of its content. Once; `info` must be a dictionary. Throws
  /// BuildError (pdf-write) when the library fails.
  virtual std::string finish(Ref root, Ref info) = 0;

  Ref add(Dictionary dictionary) {
    const Ref ref = reserve();
    put(ref, std::move(dictionary));
    return ref;
  }
  Ref addStream(Dictionary dictionary, std::string bytes) {
    const Ref ref = reserve();
    putStream(ref, std::move(dictionary), std::move(bytes));
    return ref;
  }
};

std::unique_ptr<PdfSink> openSink();

}  // namespace octavo::pdf
