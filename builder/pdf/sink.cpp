// pdf: the sink over PoDoFo 0.9.8, of which it uses only the object list and the writer with a classic xref
// table.
#include "pdf/sink.h"

#include <podofo/podofo.h>

#include <cassert>
#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "pdf/content_hash.h"

namespace octavo::pdf {

namespace {

using namespace PoDoFo;

struct Stored {
  std::optional<Dictionary> dictionary;
  Value value;  // where there is no dictionary
  std::optional<std::string> stream;
};

PdfVariant toVariant(const Value& value) {
  return PdfVariant(PdfData(value.syntax().data(), value.syntax().size()));
}

PdfVariant toVariant(const Dictionary& dictionary) {
  PdfDictionary result;
  for (const auto& [key, value] : dictionary.entries())
    result.AddKey(PdfName(key), PdfObject(toVariant(value)));
  return PdfVariant(result);
}

PdfReference toReference(Ref ref) { return PdfReference(ref.number, 0); }

void setStream(PdfObject& object, const std::string& bytes) {
  PdfStream& stream = *object.GetStream();
  // An empty filter list means "as it is"; without the last argument it would also drop the Filter key.
  stream.BeginAppend(TVecFilters(), true, false);
  stream.Append(bytes.data(), bytes.size());
  stream.EndAppend();
}

/// The writer makes its ID of the Info dictionary alone, so that two documents with equal Info would share
/// it. Both halves have a fixed width: a hash of the content takes their place.
void patchId(std::string& file) {
  constexpr std::size_t kDigits = 32;
  const std::size_t trailer = file.rfind("trailer");
  assert(trailer != std::string::npos);
  const std::size_t first = file.find('<', file.find("/ID", trailer)) + 1;
  const std::size_t second = file.find('<', first) + 1;
  assert(second + kDigits < file.size() && file[first + kDigits] == '>' && file[second + kDigits] == '>');
  file.replace(first, kDigits, kDigits, '0');
  file.replace(second, kDigits, kDigits, '0');
  ContentHash hash;
  hash.add(file);
  const std::string id = Value::bytes(hash.bytes()).syntax().substr(1, kDigits);
  file.replace(first, kDigits, id);
  file.replace(second, kDigits, id);
}

class PodofoSink final : public PdfSink {
 public:
  Ref reserve() override {
    objects_.emplace_back();
    return {static_cast<std::uint32_t>(objects_.size())};
  }
  void put(Ref ref, Dictionary dictionary) override { at(ref).dictionary = std::move(dictionary); }
  void put(Ref ref, Value value) override { at(ref).value = std::move(value); }
  void putStream(Ref ref, Dictionary dictionary, std::string bytes) override {
    at(ref).dictionary = std::move(dictionary);
    at(ref).stream = std::move(bytes);
  }

  std::string finish(Ref root, Ref info) override {
    try {
      return write(root, info);
    } catch (const PdfError& error) {
      const char* message = PdfError::ErrorMessage(error.GetError());
      throw BuildError({Severity::Error,
                        "pdf-write",
                        {},
                        std::string("the PDF file could not be written: ") +
                            (message ? message : PdfError::ErrorName(error.GetError())),
                        {},
                        {}});
    }
  }

 private:
  Stored& at(Ref ref) {
    assert(ref.number >= 1 && ref.number <= objects_.size());
    return objects_[ref.number - 1];
  }

  std::string write(Ref root, Ref info) {
    PdfError::EnableDebug(false);  // else the library talks on stderr
    PdfError::EnableLogging(false);
    PdfVecObjects list;
    list.SetAutoDelete(true);
    // In the order of their numbers: the cross-reference table is quadratic otherwise.
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      Stored& stored = objects_[i];
      // The writer itself looks into streams' dictionaries, for Length, and into Info, for its ID.
      const bool isOpen = stored.dictionary && (stored.stream || i + 1 == info.number);
      if (stored.dictionary && !isOpen) stored.value = *stored.dictionary;
      PdfObject* object = list.CreateObject(isOpen ? toVariant(*stored.dictionary) : toVariant(stored.value));
      if (stored.stream) setStream(*object, *stored.stream);
      stored = Stored{};
    }
    PdfObject trailer;
    trailer.GetDictionary().AddKey("Root", toReference(root));
    trailer.GetDictionary().AddKey("Info", toReference(info));
    PdfWriter writer(&list, &trailer);
    writer.SetWriteMode(ePdfWriteMode_Clean);  // PDF/A-2, 6.1.9: a line ends after "obj"
    writer.SetPdfVersion(ePdfVersion_1_7);
    PdfRefCountedBuffer buffer;
    PdfOutputDevice device(&buffer);
    writer.Write(&device);
    std::string file(buffer.GetBuffer(), buffer.GetSize());
    patchId(file);
    return file;
  }

  std::vector<Stored> objects_;
};

}  // namespace

std::unique_ptr<PdfSink> openSink() { return std::make_unique<PodofoSink>(); }

}  // namespace octavo::pdf
