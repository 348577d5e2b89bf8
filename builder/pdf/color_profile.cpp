// pdf: ICC profiles (ICC.1:2001-04), written out tag by tag.
#include "pdf/color_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace octavo::pdf {

namespace {

void append16(std::string& to, unsigned value) {
  to.push_back(static_cast<char>(value >> 8));
  to.push_back(static_cast<char>(value));
}

void append32(std::string& to, std::uint32_t value) {
  append16(to, value >> 16);
  append16(to, value & 0xFFFF);
}

void appendFixed(std::string& to, double value) {
  append32(to, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string typed(std::string_view signature) { return std::string(signature) + std::string(4, '\0'); }

std::string textTag(std::string_view text) { return typed("text") + std::string(text) + '\0'; }

/// textDescriptionType: ASCII, no Unicode, no Macintosh script.
std::string descriptionTag(std::string_view text) {
  std::string tag = typed("desc");
  append32(tag, static_cast<std::uint32_t>(text.size() + 1));
  tag += text;
  tag.append(1 + 4 + 4 + 2 + 1 + 67, '\0');
  return tag;
}

std::string xyzTag(double x, double y, double z) {
  std::string tag = typed("XYZ ");
  appendFixed(tag, x);
  appendFixed(tag, y);
  appendFixed(tag, z);
  return tag;
}

/// The transfer function of sRGB in 256 steps.
std::string curveTag() {
  std::string tag = typed("curv");
  append32(tag, 256);
  for (int i = 0; i < 256; ++i) {
    const double encoded = i / 255.0;
    const double linear = encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
    append16(tag, static_cast<unsigned>(std::lround(linear * 65535)));
  }
  return tag;
}

struct Lab {
  double lightness, a, b;
};

/// Full overprints on coated paper relative to its white, as offset standards have them, by bits: cyan 8, magenta 4, yellow 2,
/// black 1.
constexpr std::array<Lab, 16> kOverprints{{{100, 0, 0},
                                           {16, 0, 0},
                                           {89, -5, 93},
                                           {15, 0, 5},
                                           {48, 74, -3},
                                           {14, 5, 0},
                                           {47, 68, 48},
                                           {13, 4, 3},
                                           {55, -37, -50},
                                           {13, -3, -5},
                                           {50, -68, 33},
                                           {12, -4, 2},
                                           {24, 22, -46},
                                           {10, 2, -4},
                                           {23, 0, 0},
                                           {8, 0, 0}}};

/// lut16Type with two grid points for each ink and straight curves.
std::string overprintTag() {
  std::string tag = typed("mft2");
  tag += {4, 3, 2, 0};  // inks, Lab channels, grid points
  for (int i = 0; i < 9; ++i) appendFixed(tag, i % 4 == 0 ? 1 : 0);
  append16(tag, 2);
  append16(tag, 2);
  const auto appendStraight = [&] {
    append16(tag, 0);
    append16(tag, 0xFFFF);
  };
  for (int ink = 0; ink < 4; ++ink) appendStraight();
  for (const Lab& lab : kOverprints) {
    append16(tag, static_cast<unsigned>(std::lround(lab.lightness * 0xFF00 / 100)));
    append16(tag, static_cast<unsigned>(std::lround((lab.a + 128) * 256)));
    append16(tag, static_cast<unsigned>(std::lround((lab.b + 128) * 256)));
  }
  for (int channel = 0; channel < 3; ++channel) appendStraight();
  return tag;
}

struct Kind {
  std::string_view profileClass, colorSpace, connectionSpace;
};
using Tags = std::vector<std::pair<std::string_view, std::string>>;

std::string header(const Kind& kind, std::size_t size) {
  std::string out;
  append32(out, static_cast<std::uint32_t>(size));
  out.append(4, '\0');
  append32(out, 0x02400000);  // version 2.4
  out += kind.profileClass;
  out += kind.colorSpace;
  out += kind.connectionSpace;
  for (const unsigned part : {2024U, 1U, 1U, 0U, 0U, 0U}) append16(out, part);  // a date that never changes
  out += "acsp";
  out.append(28, '\0');  // platform, flags, device, attributes, intent: perceptual
  appendFixed(out, 0.9642);
  appendFixed(out, 1);
  appendFixed(out, 0.8249);
  out.append(48, '\0');
  return out;
}

/// Header, tag table, tags; equal tags are stored once.
std::string profile(const Kind& kind, const Tags& tags) {
  const std::size_t bodyStart = 128 + 4 + 12 * tags.size();
  std::string table, body;
  append32(table, static_cast<std::uint32_t>(tags.size()));
  for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
    const auto same =
        std::find_if(tags.begin(), tag, [&](const auto& other) { return other.second == tag->second; });
    std::size_t offset = bodyStart + body.size();
    if (same != tag) {
      const std::size_t entry = 4 + 12 * static_cast<std::size_t>(same - tags.begin());
      table += tag->first;
      table += table.substr(entry + 4, 8);
      continue;
    }
    table += tag->first;
    append32(table, static_cast<std::uint32_t>(offset));
    append32(table, static_cast<std::uint32_t>(tag->second.size()));
    body += tag->second;
    body.append((4 - body.size() % 4) % 4, '\0');
  }
  return header(kind, bodyStart + body.size()) + table + body;
}

constexpr std::string_view kCopyright = "No copyright; use freely";

}  // namespace

std::string rgbProfile() {
  // The primaries of ITU-R BT.709 adapted from D65 to D50 by Bradford's matrix.
  return profile({"mntr", "RGB ", "XYZ "}, {{"desc", descriptionTag("sRGB IEC61966-2.1")},
                                            {"cprt", textTag(kCopyright)},
                                            {"wtpt", xyzTag(0.9505, 1, 1.0891)},
                                            {"rXYZ", xyzTag(0.43607, 0.22249, 0.01392)},
                                            {"gXYZ", xyzTag(0.38515, 0.71687, 0.09708)},
                                            {"bXYZ", xyzTag(0.14307, 0.06061, 0.71410)},
                                            {"rTRC", curveTag()},
                                            {"gTRC", curveTag()},
                                            {"bTRC", curveTag()}});
}

std::string cmykProfile() {
  return profile({"scnr", "CMYK", "Lab "}, {{"desc", descriptionTag("CMYK on coated paper, by overprints")},
                                            {"cprt", textTag(kCopyright)},
                                            {"wtpt", xyzTag(0.9642, 1, 0.8249)},
                                            {"A2B0", overprintTag()}});
}

}  // namespace octavo::pdf
