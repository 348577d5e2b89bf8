#include "vocabulary/jats/terms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/added_words.h"
#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {
namespace {

struct Term {
  std::string_view key, english, chineseSimplified, chineseTraditional, japanese, korean;
};

constexpr std::array kTerms{
    Term{"abstract", "Abstract", "摘要", "摘要", "要旨", "초록"},
    Term{"keywords", "Keywords", "关键词", "關鍵詞", "キーワード", "주제어"},
    Term{"references", "References", "参考文献", "參考文獻", "参考文献", "참고문헌"},
    Term{"acknowledgements", "Acknowledgements", "致谢", "致謝", "謝辞", "감사의 글"},
    Term{"glossary", "Glossary", "词汇表", "詞彙表", "用語集", "용어집"},
    Term{"appendix", "Appendix", "附录", "附錄", "付録", "부록"},
    Term{"about-article", "About this article", "关于本文", "關於本文", "この記事について", "이 글에 대하여"},
    Term{"about-book", "About this book", "关于本书", "關於本書", "この本について", "이 책에 대하여"},
    Term{"index", "Index", "索引", "索引", "索引", "찾아보기"},
    Term{"dedication", "Dedication", "献词", "獻詞", "献辞", "헌사"},
    Term{"see-entry", "see", "见", "見", "→", "→"},
    Term{"see-also-entry", "see also", "另见", "另見", "⇒", "⇒"},
    Term{"answer", "Answer", "答案", "答案", "解答", "답"},
    Term{"explanation", "Explanation", "解析", "解析", "解説", "해설"},
    Term{"short-title", "Short title", "短标题", "短標題", "短い題名", "짧은 제목"},
    Term{"journal", "Journal", "期刊", "期刊", "掲載誌", "학술지"},
    Term{"publisher", "Publisher", "出版者", "出版者", "出版者", "발행처"},
    Term{"article-id", "Identifier", "标识符", "識別碼", "識別子", "식별자"},
    Term{"history", "Dates", "日期", "日期", "日付", "날짜"},
    Term{"received", "Received", "收稿", "收稿", "受付", "접수"},
    Term{"accepted", "Accepted", "接受", "接受", "受理", "게재 확정"},
    Term{"published", "Published", "出版", "出版", "発行", "발행"},
    Term{"permissions", "Rights", "版权", "版權", "権利", "저작권"},
    Term{"funding", "Funding", "资助", "資助", "助成", "연구비"},
    Term{"correspondence", "Correspondence", "通信作者", "通信作者", "連絡先", "교신"},
    Term{"author-notes", "Notes", "附注", "附註", "注記", "주"},
    Term{"contributors", "Contributors", "作者", "作者", "著者", "저자"},
    Term{"affiliation", "Affiliation", "单位", "單位", "所属", "소속"},
    Term{"funding-group", "Funding", "资助", "資助", "助成", "연구비"},
    Term{"support-group", "Support", "支持", "支持", "支援", "지원"},
    Term{"self-uri", "File", "文件", "檔案", "ファイル", "파일"},
    Term{"custom-meta-group", "Other details", "其他信息", "其他資訊", "その他", "기타"},
    Term{"journal-id", "Journal code", "期刊代码", "期刊代碼", "雑誌コード", "학술지 코드"},
    Term{"issn", "ISSN", "ISSN", "ISSN", "ISSN", "ISSN"},
    Term{"issn-l", "ISSN-L", "ISSN-L", "ISSN-L", "ISSN-L", "ISSN-L"},
    Term{"isbn", "ISBN", "ISBN", "ISBN", "ISBN", "ISBN"},
    Term{"pub", "Published", "出版", "出版", "発行", "발행"},
    Term{"ppub", "Printed", "印刷版", "印刷版", "冊子体", "인쇄본"},
    Term{"epub", "Published online", "在线出版", "線上出版", "オンライン公開", "온라인 발행"},
    Term{"rev-recd", "Revised", "修回", "修回", "改訂", "수정"},
    Term{"pub-history", "Publication history", "出版历史", "出版歷史", "発行履歴", "발행 이력"},
    Term{"event", "Event", "事件", "事件", "経過", "경과"},
    Term{"related", "Related", "相关", "相關", "関連", "관련 글"},
    Term{"counts", "Counts", "统计", "統計", "分量", "분량"},
    Term{"issue", "Issue", "期", "期", "号", "호"},
    Term{"issue-title", "Title of the issue", "本期题名", "本期題名", "号の題", "호 제목"},
    Term{"supplement", "Supplement", "增刊", "增刊", "別冊", "부록"},
    Term{"note", "Note", "注", "註", "注", "주"},
    Term{"editors", "eds.", "编", "編", "編", "편"},
    Term{"translators", "trans.", "译", "譯", "訳", "역"},
};

std::string_view wordFor(const Term& term, std::string_view language) {
  const std::string primary = primaryLanguage(language);
  if (primary == "ja") return term.japanese;
  if (primary == "ko") return term.korean;
  if (primary == "zh") {
    for (const std::string_view mark : {"Hant", "hant", "TW", "HK", "MO"}) {
      if (language.find(mark) != std::string_view::npos) return term.chineseTraditional;
    }
    return term.chineseSimplified;
  }
  const std::string_view word = addedWord(term.english, language);
  return word.empty() ? term.english : word;
}

}  // namespace

std::string term(std::string_view key, std::string_view language) {
  const auto found = std::ranges::find(kTerms, key, &Term::key);
  if (found != kTerms.end()) return std::string(wordFor(*found, language));
  std::string shown(key);
  std::ranges::replace(shown, '-', ' ');
  std::ranges::replace(shown, '_', ' ');
  if (!shown.empty()) shown[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(shown[0])));
  return shown;
}

std::string_view listSeparator(std::string_view language) { return isCjkLanguage(language) ? "、" : ", "; }

std::string_view colon(std::string_view language) { return isCjkLanguage(language) ? "：" : ": "; }

}  // namespace octavo::vocabulary::jats
