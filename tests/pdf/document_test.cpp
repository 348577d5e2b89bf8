#include <gtest/gtest.h>

#include "pdf/annotations.h"
#include "pdf/color_profile.h"
#include "pdf/hand_made_book.h"
#include "pdf/image_embedding.h"
#include "pdf/language_tag.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/structure_objects.h"

namespace octavo::pdf {
namespace {

std::string labelsOf(const std::vector<std::string>& labels) { return Value(pageLabels(labels)).syntax(); }

TEST(PageLabels, AreRangesOfNumbersInTheirStyle) {
  EXPECT_EQ(labelsOf({"i", "ii", "iii", "1", "2"}), "<</Nums[0 <</S/r>> 3 <</S/D>>]>>");
  EXPECT_EQ(labelsOf({"XI", "XII", "5"}), "<</Nums[0 <</S/R/St 11>> 2 <</S/D/St 5>>]>>");
}

TEST(PageLabels, KeepPrefixesAndTextsThatAreNoNumbers) {
  EXPECT_EQ(labelsOf({"A-1", "A-2", "cover", "", "007"}),
            "<</Nums[0 <</S/D/P(A-)>> 2 <</P(cover)>> 3 <<>> 4 <</S/D/P(00)/St 7>>]>>");
}

TEST(PageLabels, ARepeatedNumberBeginsARange) {
  EXPECT_EQ(labelsOf({"1", "1", "2"}), "<</Nums[0 <</S/D>> 1 <</S/D>>]>>");
}

/// Objects as text, in the order of their numbers.
class RecordingSink final : public PdfSink {
 public:
  Ref reserve() override {
    objects.emplace_back();
    return {static_cast<std::uint32_t>(objects.size())};
  }
  void put(Ref ref, Dictionary dictionary) override { objects[ref.number - 1] = Value(dictionary).syntax(); }
  void put(Ref ref, Value value) override { objects[ref.number - 1] = value.syntax(); }
  void putStream(Ref ref, Dictionary dictionary, std::string bytes) override {
    objects[ref.number - 1] = Value(dictionary).syntax() + " " + bytes;
  }
  std::string finish(Ref, Ref) override { return {}; }
  std::vector<std::string> objects;
};

TEST(Outline, NestsFoldsAndLeavesOutWhatHasNoPlace) {
  RecordingSink sink;
  const PageRefs pages{{Ref{100}, Ref{101}}, {400_pt, 400_pt}};
  const std::map<std::string, fragment::Destination> places{
      {"a", {0, {10_pt, 20_pt}}}, {"b", {1, {}}}, {"c", {1, {}}}};
  putOutline({{"甲", "", "a", {{"B", "", "b", {}}, {"Lost", "", "lost", {{"C", "", "c", {}}}}}}}, places,
             pages, sink);
  EXPECT_EQ(
      sink.objects,
      (std::vector<std::string>{
          "<</Type/Outlines/First 2 0 R/Last 2 0 R/Count 1>>",
          "<</Title<FEFF7532>/Parent 1 0 R/Dest[100 0 R /XYZ 10 380 null]/First 3 0 R/Last 4 0 R/Count -2>>",
          "<</Title(B)/Parent 2 0 R/Dest[101 0 R /XYZ 0 400 null]/Next 4 0 R>>",
          "<</Title(C)/Parent 2 0 R/Dest[101 0 R /XYZ 0 400 null]/Prev 3 0 R>>"}));
}

TEST(Outline, OfNothingIsNothing) {
  RecordingSink sink;
  EXPECT_EQ(putOutline({{"A", "", "a", {}}}, {}, {{Ref{9}}, {400_pt}}, sink), Ref{});
  EXPECT_TRUE(sink.objects.empty());
}

TEST(NumberTree, HasLeavesOf64) {
  RecordingSink sink;
  const std::vector<Value> values(65, Value(true));
  EXPECT_EQ(Value(numberTree(values, sink)).syntax(), "<</Kids[1 0 R 2 0 R]>>");
  EXPECT_EQ(sink.objects[1], "<</Nums[64 true]/Limits[64 64]>>");
}

TEST(Annotations, ALinkThatWrapsIsOneAnnotationWithAQuadrilateralForEachLine) {
  const auto anchor = Tree("a", {{"href", "https://a.example/甲"}}).text(" to  it ").take();
  LinkIndex index({});
  Mark mark;
  mark.kind = MarkKind::Content;
  mark.source = anchor.get();
  fragment::Fragment first, second;
  first.size = {20_pt, 10_pt};
  second.size = {30_pt, 10_pt};
  PagePlan plan;
  plan.items = {{&first, {70_pt, 10_pt}}, {&second, {10_pt, 30_pt}}, {&first, {40_pt, 30_pt}}};
  mark.endItem = 3;
  plan.marks = {mark};
  const std::vector<LinkArea> areas = collectLinks({plan}, index);
  RecordingSink sink;
  putAnnotations(areas, {{Ref{100}}, {100_pt}}, 7, sink);
  EXPECT_EQ(sink.objects,
            std::vector<std::string>{
                "<</Type/Annot/Subtype/Link/Rect[10 60 90 90]/Border[0 0 0]/F 4/Contents(to it)/P 100 0 R"
                "/StructParent 7/QuadPoints[70 90 90 90 70 80 90 80 10 70 60 70 10 60 60 60]"
                "/A<</S/URI/URI(https://a.example/%E7%94%B2)>>>>"});
}

publication::Metadata metadata() {
  publication::Metadata made;
  made.title = {"A & B", "en"};
  made.translatedTitles = {{"甲", "zh-Hans"}};
  made.contributors = {
      {"Ada", {}, "aut", {}, {}, {}}, {"山田", {}, "aut", {}, {}, {}}, {"Ed", {}, "edt", {}, {}, {}}};
  made.languages = {"en", "zh-Hans"};
  made.subjects = {{"x", {}}, {"y", {}}};
  return made;
}

TEST(Metadata, InfoAndXmpSayTheSame) {
  const publication::Metadata book = metadata();
  const MetadataInputs inputs{book, "A & B", "en", "2024-06-03T12:15:00Z", "Octavo 1"};
  EXPECT_EQ(Value(infoDictionary(inputs)).syntax(),
            "<</Title(A & B)/Author<FEFF004100640061003B00205C717530>/Keywords(x; "
            "y)/Creator(Octavo)/Producer(Octavo 1)"
            "/CreationDate(D:20240603121500Z)/ModDate(D:20240603121500Z)>>");
  const std::string xmp = xmpPacket(inputs);
  for (const std::string_view part :
       {"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A &amp; B</rdf:li><rdf:li xml:lang=\"en\">A &amp; "
        "B</rdf:li>"
        "<rdf:li xml:lang=\"zh-Hans\">甲</rdf:li></rdf:Alt></dc:title>",
        "<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>山田</rdf:li></rdf:Seq></dc:creator>",
        "<dc:contributor><rdf:Bag><rdf:li>Ed</rdf:li></rdf:Bag></dc:contributor>",
        "<dc:language><rdf:Bag><rdf:li>en</rdf:li><rdf:li>zh-Hans</rdf:li></rdf:Bag></dc:language>",
        "<xmp:CreateDate>2024-06-03T12:15:00Z</xmp:CreateDate>", "<pdf:Producer>Octavo 1</pdf:Producer>",
        "<pdf:Keywords>x; y</pdf:Keywords>", "<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>"}) {
    EXPECT_NE(xmp.find(part), std::string::npos) << part << "\nin\n" << xmp;
  }
}

TEST(Metadata, DatesThatAreNoneAreLeftOut) {
  EXPECT_EQ(pdfDate("2024-06-03T12:15:00Z"), "D:20240603121500Z");
  EXPECT_EQ(pdfDate("2024-06-03"), "");
  EXPECT_EQ(pdfDate("2024-06-03T12:15:00+"), "");
}

TEST(LanguageTag, HasTheShapeOfBcp47) {
  for (const auto* good : {"en", "zh-Hans", "de-CH-1996", "x-private", "und"})
    EXPECT_TRUE(isLanguageTag(good)) << good;
  for (const auto* bad : {"", "e", "zh_CN", "en-", "-en", "x", "123", "日本"})
    EXPECT_FALSE(isLanguageTag(bad)) << bad;
}

unsigned read32(const std::string& bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

TEST(ColorProfile, HeaderAndTagTableAddUp) {
  for (const std::string& profile : {rgbProfile(), cmykProfile()}) {
    EXPECT_EQ(read32(profile, 0), profile.size());
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    for (unsigned i = 0; i < read32(profile, 128); ++i) {
      const unsigned offset = read32(profile, 132 + 12 * i + 4), size = read32(profile, 132 + 12 * i + 8);
      EXPECT_EQ(offset % 4, 0U);
      EXPECT_LE(offset + size, profile.size());
      EXPECT_EQ(read32(profile, offset + 4), 0U)
          << "reserved bytes after the type " << profile.substr(offset, 4);
    }
  }
  EXPECT_EQ(rgbProfile().substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(cmykProfile().substr(12, 12), "scnrCMYKLab ");
}

TEST(Images, RowsAreFilteredSoThatTheyCanBeUndone) {
  const std::string samples{10, 20, 30, 11, 21, 31,
                            10, 20, 30, 11, 21, 31};  // two equal rows of two RGB pixels
  const std::string filtered = filterRows(samples, 6, 3);
  ASSERT_EQ(filtered.size(), 14U);
  EXPECT_EQ(filtered.substr(0, 7), std::string({1, 10, 20, 30, 1, 1, 1}));
  EXPECT_EQ(filtered.substr(7), std::string({2, 0, 0, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace octavo::pdf
