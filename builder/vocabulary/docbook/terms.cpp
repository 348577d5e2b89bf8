#include "vocabulary/docbook/terms.h"

#include <algorithm>
#include <array>

#include "vocabulary/added_words.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary::docbook {
namespace {

struct Term {
  std::string_view key, english, german, french, chineseSimplified, chineseTraditional, japanese, korean;
};

/// `%` is the number.
constexpr std::array kTerms{
    Term{"part", "Part %", "Teil %", "Partie %", "第%部分", "第%部分", "第%部", "제%부"},
    Term{"chapter", "Chapter %", "Kapitel %", "Chapitre %", "第%章", "第%章", "第%章", "제%장"},
    Term{"appendix", "Appendix %", "Anhang %", "Annexe %", "附录%", "附錄%", "付録%", "부록 %"},
    Term{"figure", "Figure %", "Abbildung %", "Figure %", "图%", "圖%", "図%", "그림 %"},
    Term{"table", "Table %", "Tabelle %", "Tableau %", "表%", "表%", "表%", "표 %"},
    Term{"example", "Example %", "Beispiel %", "Exemple %", "例%", "例%", "例%", "예 %"},
    Term{"equation", "Equation %", "Gleichung %", "Équation %", "式%", "式%", "式%", "식 %"},
    Term{"procedure", "Procedure %", "Prozedur %", "Procédure %", "步骤%", "步驟%", "手順%", "절차 %"},
    Term{"step", "step %", "Schritt %", "étape %", "第%步", "第%步", "手順%", "단계 %"},
    Term{"note", "Note", "Anmerkung", "Note", "注意", "注意", "注記", "참고"},
    Term{"warning", "Warning", "Warnung", "Avertissement", "警告", "警告", "警告", "경고"},
    Term{"caution", "Caution", "Vorsicht", "Attention", "小心", "小心", "注意", "주의"},
    Term{"important", "Important", "Wichtig", "Important", "重要", "重要", "重要", "중요"},
    Term{"tip", "Tip", "Tipp", "Astuce", "提示", "提示", "ヒント", "팁"},
    Term{"danger", "Danger", "Gefahr", "Danger", "危险", "危險", "危険", "위험"},
    Term{"question", "Q:", "F:", "Q :", "问：", "問：", "問：", "질문:"},
    Term{"answer", "A:", "A:", "R :", "答：", "答：", "答：", "답:"},
    Term{"see", "See", "Siehe", "Voir", "见", "見", "参照：", "참조:"},
    Term{"seealso", "See also", "Siehe auch", "Voir aussi", "参见", "參見", "関連項目：", "또한 참조:"},
    Term{"abstract", "Abstract", "Zusammenfassung", "Résumé", "摘要", "摘要", "要旨", "초록"},
    Term{"keywordset", "Keywords", "Schlüsselwörter", "Mots-clés", "关键词", "關鍵詞", "キーワード", "주제어"},
    Term{"legalnotice", "Legal notice", "Rechtlicher Hinweis", "Mentions légales", "法律声明", "法律聲明", "法的告知", "법적 고지"},
    Term{"revhistory", "Revision history", "Versionsgeschichte", "Historique", "修订历史", "修訂歷史", "改訂履歴", "개정 이력"},
    Term{"about", "About this document", "Über dieses Dokument", "À propos de ce document", "关于本文", "關於本文", "この文書について", "이 문서에 대하여"},
    Term{"dedication", "Dedication", "Widmung", "Dédicace", "献辞", "獻辭", "献辞", "헌사"},
    Term{"preface", "Preface", "Vorwort", "Préface", "前言", "前言", "はじめに", "머리말"},
    Term{"colophon", "Colophon", "Kolophon", "Colophon", "版权页", "版權頁", "奥付", "판권"},
    Term{"acknowledgements", "Acknowledgements", "Danksagungen", "Remerciements", "致谢", "致謝", "謝辞", "감사의 글"},
    Term{"glossary", "Glossary", "Glossar", "Glossaire", "词汇表", "詞彙表", "用語集", "용어집"},
    Term{"bibliography", "Bibliography", "Literaturverzeichnis", "Bibliographie", "参考文献", "參考文獻", "参考文献", "참고문헌"},
    Term{"index", "Index", "Stichwortverzeichnis", "Index", "索引", "索引", "索引", "찾아보기"},
    Term{"setindex", "Index", "Stichwortverzeichnis", "Index", "索引", "索引", "索引", "찾아보기"},
    Term{"toc", "Contents", "Inhalt", "Table des matières", "目录", "目錄", "目次", "차례"},
    Term{"refsynopsisdiv", "Synopsis", "Übersicht", "Synopsis", "概要", "概要", "書式", "개요"},
    Term{"refnamediv", "Name", "Name", "Nom", "名称", "名稱", "名前", "이름"},
    Term{"edited-by", "Edited by", "Herausgegeben von", "Édité par", "编辑：", "編輯：", "編集：", "편집:"},
    Term{"edition", "Edition", "Auflage", "Édition", "版次", "版次", "版", "판"},
    Term{"volumenum", "Volume", "Band", "Volume", "卷", "卷", "巻", "권"},
    Term{"issuenum", "Issue", "Heft", "Numéro", "期", "期", "号", "호"},
    Term{"and", "and", "und", "et", "和", "和", "と", "및"},
    Term{"or", "or", "oder", "ou", "或", "或", "または", "또는"},
};

std::string_view wordFor(const Term& term, std::string_view language) {
  const std::string primary = primaryLanguage(language);
  if (primary == "de") return term.german;
  if (primary == "fr") return term.french;
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
  return std::string(found == kTerms.end() ? key : wordFor(*found, language));
}

std::string numbered(std::string_view key, std::string_view number, std::string_view language) {
  const auto found = std::ranges::find(kTerms, key, &Term::key);
  if (found == kTerms.end()) return std::string(number);
  std::string words(wordFor(*found, language));
  const std::size_t place = words.find('%');
  if (place == std::string::npos) return std::string(number);
  return words.replace(place, 1, number);
}

std::string_view listSeparator(std::string_view language) { return isCjkLanguage(language) ? "、" : ", "; }

}  // namespace octavo::vocabulary::docbook
