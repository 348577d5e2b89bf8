#include "base/utf8.h"
#include "font/test_faces.h"

namespace octavo::font {
namespace {

std::uint32_t glyphOf(const FacePtr& face, std::string_view utf8) {
  const std::u16string text = toUtf16(utf8);
  ShapeRequest request;
  request.face = face;
  request.size = 10_pt;
  request.text = text;
  request.end = text.size();
  return shape(request).at(0).id;
}

TEST(Ink, OfABoxIsItsWidthBetweenItsSides) {
  const FacePtr face = testFace();
  const std::uint32_t glyph = glyphOf(face, "n");
  const InkBox box = inkBox(*face, glyph);
  ASSERT_LT(box.left, box.right);
  const int middle = (box.bottom + box.top) / 2;
  // The whole height and a band inside the box, where only its two stems have edges.
  EXPECT_EQ(inkBetween(*face, glyph, middle - 10, middle + 10), (std::vector<InkSpan>{{box.left, box.right}}));
  EXPECT_EQ(inkBetween(*face, glyph, box.bottom, box.top), (std::vector<InkSpan>{{box.left, box.right}}));
}

TEST(Ink, IsNoneOutsideTheGlyph) {
  const FacePtr face = testFace();
  const std::uint32_t glyph = glyphOf(face, "n");
  EXPECT_TRUE(inkBetween(*face, glyph, -200, -150).empty());
  EXPECT_TRUE(inkBetween(*face, glyphOf(face, " "), 0, 500).empty());
}

TEST(Ink, OfADescenderIsTheDescenderAlone) {
  const FacePtr face = installedFace("Noto Serif", "en");
  if (!face) GTEST_SKIP() << "Noto Serif is not installed";
  // The stem of p under the baseline: narrower than half the letter, and nothing under n.
  const std::uint32_t p = glyphOf(face, "p");
  const std::vector<InkSpan> stem = inkBetween(*face, p, -150, -100);
  ASSERT_EQ(stem.size(), 1u);
  EXPECT_LT(stem[0].end - stem[0].begin, face->advance(p) / 2);
  EXPECT_TRUE(inkBetween(*face, glyphOf(face, "n"), -150, -100).empty());
}

}  // namespace
}  // namespace octavo::font
