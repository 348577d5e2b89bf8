// css: the faces that reading devices have for each language and each generic family.
//
// A device chooses by the generic name alone, and some choose a face without the language's characters, or the forms of
// another country: asciidoctor/asciidoctor-epub3#378 and #1583 of asciidoctor (Chinese as nothing, as boxes),
// koreader/koreader#1609. A list of names costs nothing where none of them is there.
#include <algorithm>
#include <array>

#include "css/epub_rewriting_private.h"

namespace octavo::css {
namespace {

struct Faces {
  std::string_view language;  // as familyLanguage tells it
  std::string_view generic;
  std::string_view names;  // in the order of Apple's, the free, Microsoft's devices
};
constexpr std::array kFaces{
    Faces{"zh-Hans", "serif", R"("Songti SC", STSong, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun)"},
    Faces{"zh-Hans", "sans-serif", R"("PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", STHeiti)"},
    Faces{"zh-Hans", "kai", R"("Kaiti SC", STKaiti, KaiTi, "LXGW WenKai")"},
    Faces{"zh-Hans", "fangsong", R"(STFangsong, FangSong)"},
    Faces{"zh-Hant", "serif", R"("Songti TC", "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", PMingLiU)"},
    Faces{"zh-Hant", "sans-serif", R"("PingFang TC", "Source Han Sans TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei")"},
    Faces{"zh-Hant", "kai", R"("Kaiti TC", BiauKai, DFKai-SB, "LXGW WenKai TC")"},
    Faces{"ja", "serif", R"("Hiragino Mincho ProN", YuMincho, "Yu Mincho", "Source Han Serif", "Noto Serif CJK JP", "Noto Serif JP", "MS Mincho")"},
    Faces{"ja", "sans-serif", R"("Hiragino Kaku Gothic ProN", YuGothic, "Yu Gothic", "Source Han Sans", "Noto Sans CJK JP", "Noto Sans JP", Meiryo)"},
    Faces{"ko", "serif", R"(AppleMyungjo, "Source Han Serif K", "Noto Serif CJK KR", "Noto Serif KR", NanumMyeongjo, Batang)"},
    Faces{"ko", "sans-serif", R"("Apple SD Gothic Neo", "Source Han Sans K", "Noto Sans CJK KR", "Noto Sans KR", NanumGothic, "Malgun Gothic")"},
};

/// Duokan's own, by the names its shop's books use.
constexpr std::array kDuokanFaces{Faces{"", "serif", "DK-SONGTI"}, Faces{"", "sans-serif", "DK-HEITI"},
                                  Faces{"", "kai", "DK-KAITI"}, Faces{"", "fangsong", "DK-FANGSONG"}};

/// zh-CN and zh are zh-Hans, zh-TW is zh-Hant. Empty: a language without a row.
std::string_view familyLanguage(std::string_view tag) {
  const std::string lower = toLower(tag);
  const std::string_view primary = std::string_view(lower).substr(0, lower.find('-'));
  if (primary == "ja") return "ja";
  if (primary == "ko") return "ko";
  if (primary != "zh" && primary != "yue" && primary != "lzh" && primary != "cmn") return {};
  for (const std::string_view part : {"-hant", "-tw", "-hk", "-mo"}) {
    if (lower.find(part) != std::string::npos && lower.find("-hans") == std::string::npos) return "zh-Hant";
  }
  return "zh-Hans";
}

void append(std::string& list, std::string_view names) {
  if (names.empty()) return;
  if (!list.empty()) list += ", ";
  list += names;
}

/// Names of `names` that the list does not have yet.
void appendNew(std::string& list, std::string_view names) {
  const Values parsed = valuesOf(names);
  for (const ValueSpan name : splitAtCommas(parsed)) {
    const std::string css = toCss(trimmed(name));
    if ((", " + list + ",").find(", " + css + ",") == std::string::npos) append(list, css);
  }
}

}  // namespace

void keepWidestLanguages(std::vector<std::string>& tags) {
  const std::vector<std::string> all = tags;
  std::erase_if(tags, [&](const std::string& tag) {
    return std::ranges::any_of(all, [&](const std::string& other) {
      return tag.starts_with(other + "-") && familyLanguage(tag) == familyLanguage(other);
    });
  });
}

bool hasDeviceFaces(std::string_view language) { return !familyLanguage(language).empty(); }

Values withDeviceFaces(ValueSpan families, std::string_view language, const EpubStyle& style) {
  const std::string_view known = familyLanguage(language);
  std::string list;
  for (const ValueSpan family : splitAtCommas(families)) {
    const ValueSpan name = trimmed(family);
    const std::string generic = name.size() == 1 && name[0].is(TokenType::Ident) ? toLower(name[0].token.text) : "";
    for (const Faces& faces : kDuokanFaces) {
      if (style.hasDuokanFaces && !known.empty() && faces.generic == generic) appendNew(list, faces.names);
    }
    for (const Faces& faces : kFaces) {
      if (faces.language == known && faces.generic == generic) appendNew(list, faces.names);
    }
    if (generic != "kai") appendNew(list, toCss(name));  // no reading system has this generic family
  }
  return valuesOf(list);
}

}  // namespace octavo::css
