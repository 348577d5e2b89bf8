// vocabulary: ruby of every historical form in one form.
//
// Bases and readings are gathered in segments, as HTML 5.0's ruby extension (section 2.5, "segmentation and
// categorization") does: bases, then one or more levels of readings. The first level is written as pairs; a
// second level goes around it as an outer ruby.
#include <charconv>
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
    reading->removeAttribute("rbspan");
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
    joinSpannedBases(segment);
    foldFurtherLevels(segment);
    const std::size_t count = segment.bases.size();
    foldExtraReadings(segment.levels[0], count);
    if (segment.levels.size() == 1) {
      appendPairs(segment, {0, count}, isMixed ? open(ruby_) : ruby_, ruby_);
      return;
    }
    // The second level goes around the pairs that each of its readings spans.
    Level& second = segment.levels[1];
    std::vector<std::size_t> groups = groupsOf(second, count);
    if (groups.empty()) {
      foldExtraReadings(second, 1);
      groups = {count};
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      dom::Element& outer = open(ruby_);
      appendPairs(segment, {begin, begin + groups[i]}, open(outer), outer);
      appendReading(outer, std::move(second.readings[i]));
      begin += groups[i];
    }
  }

  struct Range {
    std::size_t begin, end;
  };

  /// Bases with their readings of the first level; a base without one, at the end, goes beside the pairs.
  void appendPairs(Segment& segment, Range range, dom::Element& pairs, dom::Element& beside) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (i >= segment.levels[0].readings.size()) {
        isMalformed_ = true;
        appendNodes(beside, std::move(segment.bases[i]));
        continue;
      }
      appendNodes(pairs, std::move(segment.bases[i]));
      appendReading(pairs, std::move(segment.levels[0].readings[i]));
    }
  }

  /// How many bases each reading has (Ruby Annotation, section 2.3: rbspan); empty where they do not come to `count`.
  static std::vector<std::size_t> groupsOf(const Level& level, std::size_t count) {
    if (level.spans) return {count};
    std::vector<std::size_t> groups;
    std::size_t sum = 0;
    for (const Reading& reading : level.readings) {
      const std::string_view written = reading->attributeOr("rbspan", "1");
      std::size_t span = 0;
      std::from_chars(written.data(), written.data() + written.size(), span);
      if (span == 0 || span > count) return {};
      groups.push_back(span);
      sum += span;
    }
    return sum == count ? groups : std::vector<std::size_t>();
  }

  dom::Element& open(dom::Element& parent) {
    return parent.appendElement(dom::Namespace::Xhtml, "ruby", ruby_.position());
  }

  /// Bases that share a reading of the first level become one; so do what they have of their own in the others.
  static void joinSpannedBases(Segment& segment) {
    const std::size_t count = segment.bases.size();
    const std::vector<std::size_t> groups = groupsOf(segment.levels[0], count);
    if (groups.empty() || groups.size() == count) return;
    std::vector<Nodes> joined;
    for (std::size_t group = 0, at = 0; group < groups.size(); ++group) {
      Nodes& nodes = joined.emplace_back();
      for (const std::size_t end = at + groups[group]; at < end; ++at) {
        for (auto& node : segment.bases[at]) nodes.push_back(std::move(node));
      }
    }
    segment.bases = std::move(joined);
    for (Level& level : segment.levels) {
      if (groupsOf(level, count) == groups) {
        for (Reading& reading : level.readings) reading->removeAttribute("rbspan");
      } else if (level.readings.size() == count) {
        joinReadings(level, groups);
      }
    }
  }

  static void joinReadings(Level& level, const std::vector<std::size_t>& groups) {
    std::vector<Reading> joined;
    for (std::size_t group = 0, at = 0; group < groups.size(); ++group) {
      const std::size_t end = at + groups[group];
      joined.push_back(std::move(level.readings[at]));
      for (++at; at < end; ++at) {
        joined.back()->appendText(" ", level.readings[at]->position());
        for (auto& node : level.readings[at]->takeChildren()) joined.back()->append(std::move(node));
      }
    }
    level.readings = std::move(joined);
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
