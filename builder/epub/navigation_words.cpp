// epub: the words of a navigation document in the book's language.
#include "epub/navigation_words.h"

#include <algorithm>
#include <array>

namespace octavo::epub {
namespace {

constexpr std::array kWords{
    Words{"en", "Contents", "Landmarks", "Cover", "Title page", "Start of the text", "Pages", "Figures", "Tables", "Index", "Bibliography", "Glossary", "Notes"},
    Words{"zh-Hant", "目錄", "導覽", "封面", "書名頁", "正文", "頁碼", "圖目錄", "表目錄", "索引", "參考文獻", "詞彙表", "註釋"},
    Words{"zh-TW", "目錄", "導覽", "封面", "書名頁", "正文", "頁碼", "圖目錄", "表目錄", "索引", "參考文獻", "詞彙表", "註釋"},
    Words{"zh-HK", "目錄", "導覽", "封面", "書名頁", "正文", "頁碼", "圖目錄", "表目錄", "索引", "參考文獻", "詞彙表", "註釋"},
    Words{"zh", "目录", "导览", "封面", "书名页", "正文", "页码", "图目录", "表目录", "索引", "参考文献", "词汇表", "注释"},
    Words{"ja", "目次", "ランドマーク", "表紙", "扉", "本文", "ページ", "図の一覧", "表の一覧", "索引", "参考文献", "用語集", "注"},
    Words{"ko", "차례", "주요 위치", "표지", "속표지", "본문", "쪽", "그림 차례", "표 차례", "찾아보기", "참고 문헌", "용어집", "주석"},
    Words{"de", "Inhalt", "Orientierungspunkte", "Umschlag", "Titelseite", "Beginn des Textes", "Seiten", "Abbildungen", "Tabellen", "Register", "Literatur", "Glossar", "Anmerkungen"},
    Words{"fr", "Table des matières", "Repères", "Couverture", "Page de titre", "Début du texte", "Pages", "Figures", "Tableaux", "Index", "Bibliographie", "Glossaire", "Notes"},
};

}  // namespace

const Words& wordsFor(std::string_view language) {
  const auto found = std::ranges::find_if(kWords, [&](const Words& words) { return language.starts_with(words.language); });
  return found == kWords.end() ? kWords.front() : *found;
}

std::string_view wordFor(std::string_view type, const Words& words) {
  if (type == "loi") return words.figures;
  if (type == "lot") return words.tables;
  if (type == "index") return words.index;
  if (type == "bibliography") return words.bibliography;
  if (type == "glossary") return words.glossary;
  return words.notes;
}

}  // namespace octavo::epub
