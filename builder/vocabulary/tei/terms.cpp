#include "vocabulary/tei/terms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/added_words.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

struct Term {
  std::string_view key, english, chineseSimplified, chineseTraditional, japanese, korean;
};
constexpr std::array kTerms{
    Term{"about", "About this text", "关于本文", "關於本文", "このテキストについて", "이 글에 대하여"},
    Term{"titleStmt", "Title", "题名", "題名", "題名", "표제"},
    Term{"editionStmt", "Edition", "版本", "版本", "版", "판"},
    Term{"extent", "Extent", "篇幅", "篇幅", "分量", "분량"},
    Term{"publicationStmt", "Publication", "发布", "發布", "公開", "발행"},
    Term{"seriesStmt", "Series", "丛书", "叢書", "シリーズ", "총서"},
    Term{"notesStmt", "Notes", "附注", "附註", "注記", "주"},
    Term{"sourceDesc", "Source", "来源", "來源", "底本", "출전"},
    Term{"encodingDesc", "Encoding", "编码", "編碼", "符号化", "부호화"},
    Term{"profileDesc", "Profile", "概况", "概況", "概要", "개요"},
    Term{"revisionDesc", "Revisions", "修订", "修訂", "改訂", "수정"},
    Term{"xenoData", "Other data", "其他数据", "其他資料", "他のデータ", "기타 자료"},
    Term{"respStmt", "Responsibility", "责任", "責任", "担当", "책임"},
    Term{"author", "Author", "作者", "作者", "著者", "저자"},
    Term{"editor", "Editor", "编者", "編者", "編者", "엮은이"},
    Term{"publisher", "Publisher", "出版者", "出版者", "発行所", "발행처"},
    Term{"distributor", "Distributor", "发行者", "發行者", "配布", "배포"},
    Term{"authority", "Authority", "发布机构", "發布機構", "公開者", "공개"},
    Term{"pubPlace", "Place", "出版地", "出版地", "発行地", "발행지"},
    Term{"date", "Date", "日期", "日期", "日付", "날짜"},
    Term{"availability", "Availability", "使用条件", "使用條件", "利用条件", "이용 조건"},
    Term{"licence", "Licence", "许可", "授權", "ライセンス", "라이선스"},
    Term{"birth", "Birth", "生", "生", "生年", "출생"},
    Term{"death", "Death", "卒", "卒", "没年", "사망"},
    Term{"occupation", "Occupation", "职业", "職業", "職業", "직업"},
    Term{"residence", "Residence", "居所", "居所", "居住", "거주"},
    Term{"abstract", "Abstract", "摘要", "摘要", "要旨", "초록"},
    Term{"keywords", "Keywords", "关键词", "關鍵詞", "キーワード", "주제어"},
    Term{"language", "Language", "语言", "語言", "言語", "언어"},
    Term{"funder", "Funder", "资助者", "資助者", "助成", "연구비"},
    Term{"principal", "Principal researcher", "主持人", "主持人", "研究代表者", "연구 책임자"},
    Term{"projectDesc", "Project", "项目", "計畫", "プロジェクト", "사업"},
    Term{"tagsDecl", "Tags", "标签", "標籤", "タグ", "태그"},
    Term{"listWit", "Witnesses", "见证本", "見證本", "諸本", "이본"},
    Term{"appInfo", "Programs", "程序", "程式", "プログラム", "프로그램"},
    Term{"editorialDecl", "Editorial practice", "编辑方针", "編輯方針", "編集方針", "편집 방침"},
    Term{"msDesc", "Manuscript", "写本", "寫本", "写本", "사본"},
    Term{"origDate", "Date of origin", "写作时间", "寫作時間", "成立年", "제작 시기"},
    Term{"origPlace", "Place of origin", "写作地", "寫作地", "成立地", "제작 장소"},
};

std::string_view wordFor(const Term& term, std::string_view language) {
  const std::string primary = primaryLanguage(language);
  if (primary == "ja") return term.japanese;
  if (primary == "ko") return term.korean;
  if (primary != "zh") {
    const std::string_view word = addedWord(term.english, language);
    return word.empty() ? term.english : word;
  }
  for (const std::string_view mark : {"Hant", "hant", "TW", "HK", "MO"}) {
    if (language.find(mark) != std::string_view::npos) return term.chineseTraditional;
  }
  return term.chineseSimplified;
}

}  // namespace

std::string term(std::string_view element, std::string_view language) {
  const auto found = std::ranges::find(kTerms, element, &Term::key);
  if (found != kTerms.end()) return std::string(wordFor(*found, language));
  std::string shown = dashed(element);
  std::ranges::replace(shown, '-', ' ');
  if (!shown.empty()) shown[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(shown[0])));
  return shown;
}

}  // namespace octavo::vocabulary::tei
