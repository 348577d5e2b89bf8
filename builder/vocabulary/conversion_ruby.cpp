// vocabulary: ruby of every historical form in one form.
//
// Bases and readings are gathered in segments, as HTML 5.0's ruby extension (section 2.5, "segmentation and
// categorization") does: bases, then one or more levels of readings. The first level is written as pairs; a
// second level goes around it as an outer ruby.
#include <memory>
#include <utility>
#include <vector>

#include "vocabulary/conversion.h"
#include "vocabulary/conversion_content.h"

namespace octavo::vocabulary {
namespace {

using Nodes = std::vector<std::unique_ptr<dom::Node>>;
using Reading = std::unique_ptr<dom::Element>;  // an rt

struct Level {
  std::vector<Reading> readings;
  bool spans = false;  // one reading for all bases
};

struct Segment {
  std::vector<Nodes> bases;
  std::vector<Level> levels;
};

std::unique_ptr<dom::Element> make(std::string name, SourcePosition where) {
  return std::make_unique<dom::Element>(dom::Namespace::Xhtml, std::move(name), where);
}

bool isElement(const dom::Node& node, std::string_view name) {
  const dom::Element* element = dom::asElement(node);
  return element && element->name == name;
}

std::string words(const dom::Node& node) { return dom::collapseWhiteSpace(dom::textContent(node)); }

/// Reads a ruby element's children into segments.
class RubyReader {
 public:
  std::vector<Segment> read(Nodes children) {
    for (auto& child : children) readChild(std::move(child));
    flush();
    return std::move(segments_);
  }
  bool isMalformed() const { return isMalformed_; }

 private:
  void readChild(std::unique_ptr<dom::Node> child) {
    dom::Element* element = dom::asElement(*child);
    if (isElement(*child, "rp")) return;  // only a fallback's brackets: ours are written anew
    if (isElement(*child, "rbc")) {
      for (auto& base : element->takeChildren()) readChild(std::move(base));
    } else if (isElement(*child, "rb")) {
      readBase(*element);
    } else if (isElement(*child, "rt")) {
      readReading(std::move(child));
    } else if (isElement(*child, "rtc")) {
      readContainer(*element);
    } else if (!isBlank(*child)) {
      readLooseBase(std::move(child));
    }
  }

  void readBase(dom::Element& rb) {
    startBases();
    Nodes content;
    if (rb.attributes.empty()) {
      content = rb.takeChildren();
    } else {
      auto span = make("span", rb.position());
      span->attributes = rb.attributes;
      for (auto& node : rb.takeChildren()) span->append(std::move(node));
      content.push_back(std::move(span));
    }
    segment_.bases.push_back(std::move(content));
    isLoose_ = false;
  }

  void readLooseBase(std::unique_ptr<dom::Node> node) {
    startBases();
    if (!isLoose_ || segment_.bases.empty()) segment_.bases.emplace_back();
    segment_.bases.back().push_back(std::move(node));
    isLoose_ = true;
  }

  void readReading(std::unique_ptr<dom::Node> node) {
    Reading reading(dom::asElement(*node.release()));
    flattenNested(*reading);
    if (segment_.levels.empty()) segment_.levels.emplace_back();
    // One base, several readings: each further one is a level of its own.
    const bool isFurther = segment_.bases.size() <= 1 && !segment_.levels.back().readings.empty();
    if (isFurther) segment_.levels.emplace_back();
    segment_.levels.back().readings.push_back(std::move(reading));
  }

  void readContainer(dom::Element& rtc) {
    Level level;
    Nodes loose;
    for (auto& node : rtc.takeChildren()) {
      if (isElement(*node, "rt")) {
        level.readings.emplace_back(dom::asElement(*node.release()));
        flattenNested(*level.readings.back());
      } else if (!isElement(*node, "rp") && !isBlank(*node)) {
        loose.push_back(std::move(node));
      }
    }
    if (!loose.empty()) {
      auto reading = make("rt", rtc.position());
      for (auto& node : loose) reading->append(std::move(node));
      flattenNested(*reading);
      level.readings.push_back(std::move(reading));
    }
    level.spans = level.readings.size() == 1;
    if (!level.readings.empty()) segment_.levels.push_back(std::move(level));
  }

  /// A ruby within a reading becomes its words: base(reading).
  void flattenNested(dom::Element& reading) {
    Nodes children = reading.takeChildren();
    for (auto& child : children) {
      if (isElement(*child, "ruby")) {
        isMalformed_ = true;
        reading.appendText(dom::textContent(*child), child->position());
      } else {
        reading.append(std::move(child));
      }
    }
  }

  void startBases() {
    if (!segment_.levels.empty()) flush();
  }

  void flush() {
    if (!segment_.bases.empty() || !segment_.levels.empty()) segments_.push_back(std::move(segment_));
    segment_ = {};
    isLoose_ = false;
  }

  std::vector<Segment> segments_;
  Segment segment_;
  bool isLoose_ = false;
  bool isMalformed_ = false;
};

/// Writes segments. Where all have bases and readings the result is one ruby; else rubies and text in a span.
class RubyWriter {
 public:
  explicit RubyWriter(dom::Element& ruby) : ruby_(ruby) {}

  void write(std::vector<Segment> segments) {
    const bool isMixed = needsSpan(segments);
    if (isMixed) ruby_.name = "span";
    for (Segment& segment : segments) {
      if (segment.bases.empty()) {
        appendOrphans(segment);
      } else if (!hasReading(segment)) {
        appendPlain(segment, isMixed);
      } else {
        appendSegment(segment, isMixed);
      }
    }
  }
  bool isMalformed() const { return isMalformed_; }

 private:
  static bool hasReading(const Segment& segment) {
    for (const Level& level : segment.levels) {
      for (const Reading& reading : level.readings) {
        if (!words(*reading).empty()) return true;
      }
    }
    return false;
  }

  /// An empty reading beside full ones is a way to write kana between them, and may stay in the ruby.
  static bool needsSpan(const std::vector<Segment>& segments) {
    bool any = false;
    for (const Segment& segment : segments) {
      if (segment.bases.empty() || segment.levels.empty() || segment.levels.size() > 1) return true;
      const bool isUneven =
          !segment.levels[0].spans && segment.levels[0].readings.size() != segment.bases.size();
      if (isUneven) return true;
      any = any || hasReading(segment);
    }
    return !any;
  }

  void appendNodes(dom::Element& into, Nodes nodes) {
    for (auto& node : nodes) into.append(std::move(node));
  }

  void appendOrphans(Segment& segment) {
    isMalformed_ = true;
    for (Level& level : segment.levels) {
      for (Reading& reading : level.readings) appendNodes(ruby_, reading->takeChildren());
    }
  }

  void appendPlain(Segment& segment, bool isMixed) {
    isMalformed_ = isMalformed_ || isMixed;
    for (Nodes& base : segment.bases) appendNodes(ruby_, std::move(base));
    if (!isMixed) ruby_.appendElement(dom::Namespace::Xhtml, "rt", ruby_.position());
  }

  void appendReading(dom::Element& into, Reading reading) {
    if (words(*reading).empty()) {
      into.append(std::move(reading));
      return;
    }
    const SourcePosition where = reading->position();
    into.appendElement(dom::Namespace::Xhtml, "rp", where).appendText("(", where);
    into.append(std::move(reading));
    into.appendElement(dom::Namespace::Xhtml, "rp", where).appendText(")", where);
  }

  void appendSegment(Segment& segment, bool isMixed) {
    if (segment.levels[0].spans) joinBases(segment);
    foldFurtherLevels(segment);
    Level& first = segment.levels[0];
    foldExtraReadings(first, segment.bases.size());
    const bool hasSecond = segment.levels.size() > 1;
    const bool isPaired = hasSecond && segment.levels[1].readings.size() == segment.bases.size();
    if (hasSecond && !isPaired) foldExtraReadings(segment.levels[1], 1);
    dom::Element* outer = hasSecond && !isPaired ? &open(ruby_) : nullptr;
    dom::Element* pairs = outer ? &open(*outer) : isMixed && !isPaired ? &open(ruby_) : &ruby_;
    for (std::size_t i = 0; i < segment.bases.size(); ++i) {
      if (i >= first.readings.size()) {  // a base without a reading, at the end
        isMalformed_ = true;
        appendNodes(outer ? *outer : ruby_, std::move(segment.bases[i]));
        continue;
      }
      dom::Element* around = isPaired ? &open(ruby_) : nullptr;
      dom::Element& pair = around ? open(*around) : *pairs;
      appendNodes(pair, std::move(segment.bases[i]));
      appendReading(pair, std::move(first.readings[i]));
      if (around) appendReading(*around, std::move(segment.levels[1].readings[i]));
    }
    if (outer) appendReading(*outer, std::move(segment.levels[1].readings[0]));
  }

  dom::Element& open(dom::Element& parent) {
    return parent.appendElement(dom::Namespace::Xhtml, "ruby", ruby_.position());
  }

  static void joinBases(Segment& segment) {
    for (std::size_t i = 1; i < segment.bases.size(); ++i) {
      for (auto& node : segment.bases[i]) segment.bases[0].push_back(std::move(node));
    }
    segment.bases.resize(1);
  }

  /// Two levels can be shown; what a third says goes into the second.
  void foldFurtherLevels(Segment& segment) {
    while (segment.levels.size() > 2) {
      isMalformed_ = true;
      for (Reading& reading : segment.levels.back().readings)
        segment.levels[1].readings.push_back(std::move(reading));
      segment.levels.pop_back();
    }
  }

  void foldExtraReadings(Level& level, std::size_t count) {
    while (level.readings.size() > count) {
      isMalformed_ = true;
      Reading extra = std::move(level.readings[count]);
      level.readings.erase(level.readings.begin() + static_cast<std::ptrdiff_t>(count));
      dom::Element& last = *level.readings[count - 1];
      last.appendText(" ", extra->position());
      appendNodes(last, extra->takeChildren());
    }
  }

  dom::Element& ruby_;
  bool isMalformed_ = false;
};

}  // namespace

void normalizeRuby(dom::Element& ruby, Diagnostics& diagnostics) {
  RubyReader reader;
  std::vector<Segment> segments = reader.read(ruby.takeChildren());
  RubyWriter writer(ruby);
  writer.write(std::move(segments));
  if (!reader.isMalformed() && !writer.isMalformed()) return;
  diagnostics.report({Severity::Warning,
                      "ruby-malformed",
                      ruby.position(),
                      "ruby whose bases and readings do not fit; all words are kept",
                      {},
                      ruby.position().file ? ruby.position().file->name : std::string("ruby")});
}

}  // namespace octavo::vocabulary
