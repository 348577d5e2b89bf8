// words: the table: every word that the program writes itself, a row a term, a column a language.
#include "words/table_private.h"

#include <algorithm>
#include <array>

namespace octavo::words {
namespace {

struct Row {
  Term term;
  std::array<std::string_view, kLanguages> words;  // in the order of Language
};

constexpr std::array kRows{
    // Parts of a text and the headings of those that bring none.
    Row{Term::Abstract, {
        "Abstract", "Zusammenfassung", "Résumé", "Resumen", "Resumo", "Riassunto", "Samenvatting",
        "Аннотация", "摘要", "摘要", "要旨", "초록", "الملخص"}},
    Row{Term::Keywords, {
        "Keywords", "Schlüsselwörter", "Mots-clés", "Palabras clave", "Palavras-chave", "Parole chiave", "Trefwoorden",
        "Ключевые слова", "关键词", "關鍵詞", "キーワード", "주제어", "الكلمات المفتاحية"}},
    Row{Term::References, {
        "References", "Literatur", "Références", "Referencias", "Referências", "Riferimenti bibliografici", "Referenties",
        "Литература", "参考文献", "參考文獻", "参考文献", "참고문헌", "المراجع"}},
    Row{Term::Bibliography, {
        "Bibliography", "Literaturverzeichnis", "Bibliographie", "Bibliografía", "Bibliografia", "Bibliografia", "Bibliografie",
        "Библиография", "参考文献", "參考文獻", "参考文献", "참고문헌", "المراجع"}},
    Row{Term::Acknowledgements, {
        "Acknowledgements", "Danksagung", "Remerciements", "Agradecimientos", "Agradecimentos", "Ringraziamenti", "Dankwoord",
        "Благодарности", "致谢", "致謝", "謝辞", "감사의 글", "شكر وتقدير"}},
    Row{Term::Dedication, {
        "Dedication", "Widmung", "Dédicace", "Dedicatoria", "Dedicatória", "Dedica", "Opdracht",
        "Посвящение", "献辞", "獻辭", "献辞", "헌사", "إهداء"}},
    Row{Term::Preface, {
        "Preface", "Vorwort", "Préface", "Prefacio", "Prefácio", "Prefazione", "Voorwoord",
        "Предисловие", "前言", "前言", "はじめに", "머리말", "تمهيد"}},
    Row{Term::Colophon, {
        "Colophon", "Kolophon", "Colophon", "Colofón", "Colofão", "Colophon", "Colofon",
        "Выходные данные", "版权页", "版權頁", "奥付", "판권", "بيانات النشر"}},
    Row{Term::Appendix, {
        "Appendix", "Anhang", "Annexe", "Apéndice", "Apêndice", "Appendice", "Bijlage",
        "Приложение", "附录", "附錄", "付録", "부록", "ملحق"}},
    Row{Term::Glossary, {
        "Glossary", "Glossar", "Glossaire", "Glosario", "Glossário", "Glossario", "Verklarende woordenlijst",
        "Глоссарий", "词汇表", "詞彙表", "用語集", "용어집", "مسرد"}},
    Row{Term::Contents, {
        "Contents", "Inhalt", "Table des matières", "Índice", "Sumário", "Indice", "Inhoud",
        "Содержание", "目录", "目錄", "目次", "차례", "المحتويات"}},
    Row{Term::Index, {
        "Index", "Register", "Index", "Índice alfabético", "Índice", "Indice analitico", "Register",
        "Указатель", "索引", "索引", "索引", "찾아보기", "الفهرس"}},
    Row{Term::Answer, {
        "Answer", "Antwort", "Réponse", "Respuesta", "Resposta", "Risposta", "Antwoord",
        "Ответ", "答案", "答案", "解答", "답", "الإجابة"}},
    Row{Term::Answers, {
        "Answers", "Lösungen", "Réponses", "Respuestas", "Respostas", "Soluzioni", "Antwoorden",
        "Ответы", "答案", "解答", "解答", "정답", "الإجابات"}},
    Row{Term::Explanation, {
        "Explanation", "Erklärung", "Explication", "Explicación", "Explicação", "Spiegazione", "Uitleg",
        "Объяснение", "解析", "解析", "解説", "해설", "الشرح"}},
    Row{Term::Note, {
        "Note", "Anmerkung", "Note", "Nota", "Nota", "Nota", "Noot",
        "Примечание", "注", "註", "注", "주", "ملاحظة"}},
    Row{Term::Notes, {
        "Notes", "Anmerkungen", "Notes", "Notas", "Notas", "Note", "Noten",
        "Примечания", "附注", "附註", "注記", "주", "ملاحظات"}},
    Row{Term::LegalNotice, {
        "Legal notice", "Rechtlicher Hinweis", "Mentions légales", "Aviso legal", "Aviso legal", "Note legali", "Juridische kennisgeving",
        "Правовая информация", "法律声明", "法律聲明", "法的告知", "법적 고지", "إشعار قانوني"}},
    Row{Term::RevisionHistory, {
        "Revision history", "Versionsgeschichte", "Historique", "Historial de revisiones", "Histórico de revisões", "Cronologia delle revisioni", "Revisiegeschiedenis",
        "История изменений", "修订历史", "修訂歷史", "改訂履歴", "개정 이력", "سجل المراجعات"}},
    Row{Term::Synopsis, {
        "Synopsis", "Übersicht", "Synopsis", "Sinopsis", "Sinopse", "Sinossi", "Overzicht",
        "Обзор", "概要", "概要", "書式", "개요", "موجز"}},
    Row{Term::Name, {
        "Name", "Name", "Nom", "Nombre", "Nome", "Nome", "Naam",
        "Имя", "名称", "名稱", "名前", "이름", "الاسم"}},
    // What numbered things are called; `%` is the number.
    Row{Term::NumberedPart, {
        "Part %", "Teil %", "Partie %", "Parte %", "Parte %", "Parte %", "Deel %",
        "Часть %", "第%部分", "第%部分", "第%部", "제%부", "الجزء %"}},
    Row{Term::NumberedChapter, {
        "Chapter %", "Kapitel %", "Chapitre %", "Capítulo %", "Capítulo %", "Capitolo %", "Hoofdstuk %",
        "Глава %", "第%章", "第%章", "第%章", "제%장", "الفصل %"}},
    Row{Term::NumberedAppendix, {
        "Appendix %", "Anhang %", "Annexe %", "Apéndice %", "Apêndice %", "Appendice %", "Bijlage %",
        "Приложение %", "附录%", "附錄%", "付録%", "부록 %", "ملحق %"}},
    Row{Term::NumberedFigure, {
        "Figure %", "Abbildung %", "Figure %", "Figura %", "Figura %", "Figura %", "Figuur %",
        "Рисунок %", "图%", "圖%", "図%", "그림 %", "الشكل %"}},
    Row{Term::NumberedTable, {
        "Table %", "Tabelle %", "Tableau %", "Tabla %", "Tabela %", "Tabella %", "Tabel %",
        "Таблица %", "表%", "表%", "表%", "표 %", "الجدول %"}},
    Row{Term::NumberedExample, {
        "Example %", "Beispiel %", "Exemple %", "Ejemplo %", "Exemplo %", "Esempio %", "Voorbeeld %",
        "Пример %", "例%", "例%", "例%", "예 %", "مثال %"}},
    Row{Term::NumberedEquation, {
        "Equation %", "Gleichung %", "Équation %", "Ecuación %", "Equação %", "Equazione %", "Vergelijking %",
        "Уравнение %", "式%", "式%", "式%", "식 %", "المعادلة %"}},
    Row{Term::NumberedProcedure, {
        "Procedure %", "Prozedur %", "Procédure %", "Procedimiento %", "Procedimento %", "Procedura %", "Procedure %",
        "Процедура %", "步骤%", "步驟%", "手順%", "절차 %", "الإجراء %"}},
    Row{Term::NumberedStep, {
        "step %", "Schritt %", "étape %", "paso %", "passo %", "passo %", "stap %",
        "шаг %", "第%步", "第%步", "手順%", "단계 %", "الخطوة %"}},
    // Admonitions, questions.
    Row{Term::NoteAdmonition, {
        "Note", "Anmerkung", "Note", "Nota", "Nota", "Nota", "Opmerking",
        "Примечание", "注意", "注意", "注記", "참고", "ملاحظة"}},
    Row{Term::Warning, {
        "Warning", "Warnung", "Avertissement", "Advertencia", "Aviso", "Avvertenza", "Waarschuwing",
        "Предупреждение", "警告", "警告", "警告", "경고", "تحذير"}},
    Row{Term::Caution, {
        "Caution", "Vorsicht", "Attention", "Precaución", "Cuidado", "Attenzione", "Voorzichtig",
        "Осторожно", "小心", "小心", "注意", "주의", "تنبيه"}},
    Row{Term::Important, {
        "Important", "Wichtig", "Important", "Importante", "Importante", "Importante", "Belangrijk",
        "Важно", "重要", "重要", "重要", "중요", "مهم"}},
    Row{Term::Tip, {
        "Tip", "Tipp", "Astuce", "Consejo", "Dica", "Suggerimento", "Tip",
        "Совет", "提示", "提示", "ヒント", "팁", "نصيحة"}},
    Row{Term::Danger, {
        "Danger", "Gefahr", "Danger", "Peligro", "Perigo", "Pericolo", "Gevaar",
        "Опасность", "危险", "危險", "危険", "위험", "خطر"}},
    Row{Term::QuestionMark, {
        "Q:", "F:", "Q :", "P:", "P:", "D:", "V:",
        "В:", "问：", "問：", "問：", "질문:", "س:"}},
    Row{Term::AnswerMark, {
        "A:", "A:", "R :", "R:", "R:", "R:", "A:",
        "О:", "答：", "答：", "答：", "답:", "ج:"}},
    // References from one place to another: beginning a line, inside the line of an entry, behind an entry of an index (`%` is the other).
    Row{Term::See, {
        "See", "Siehe", "Voir", "Véase", "Ver", "Vedi", "Zie",
        "См.", "见", "見", "参照：", "참조:", "انظر"}},
    Row{Term::SeeAlso, {
        "See also", "Siehe auch", "Voir aussi", "Véase también", "Ver também", "Vedi anche", "Zie ook",
        "См. также", "参见", "參見", "関連項目：", "또한 참조:", "انظر أيضا"}},
    Row{Term::SeeEntry, {
        "see", "siehe", "voir", "véase", "ver", "vedi", "zie",
        "см.", "见", "見", "→", "→", "انظر"}},
    Row{Term::SeeAlsoEntry, {
        "see also", "siehe auch", "voir aussi", "véase también", "ver também", "vedi anche", "zie ook",
        "см. также", "另见", "另見", "⇒", "⇒", "انظر أيضا"}},
    Row{Term::IndexSee, {
        "See %", "Siehe %", "Voir %", "Véase %", "Ver %", "Vedi %", "Zie %",
        "См. %", "见%", "見%", "→ %", "→ %", "انظر %"}},
    Row{Term::IndexSeeAlso, {
        "See also %", "Siehe auch %", "Voir aussi %", "Véase también %", "Ver também %", "Vedi anche %", "Zie ook %",
        "См. также %", "另见%", "另見%", "⇒ %", "⇒ %", "انظر أيضا %"}},
    // What a document tells of itself.
    Row{Term::AboutArticle, {
        "About this article", "Über diesen Artikel", "À propos de cet article", "Sobre este artículo", "Sobre este artigo", "Informazioni sull’articolo", "Over dit artikel",
        "О статье", "关于本文", "關於本文", "この記事について", "이 글에 대하여", "عن هذا المقال"}},
    Row{Term::AboutBook, {
        "About this book", "Über dieses Buch", "À propos de ce livre", "Sobre este libro", "Sobre este livro", "Informazioni sul libro", "Over dit boek",
        "О книге", "关于本书", "關於本書", "この本について", "이 책에 대하여", "عن هذا الكتاب"}},
    Row{Term::AboutText, {
        "About this text", "Über diesen Text", "À propos de ce texte", "Sobre este texto", "Sobre este texto", "Informazioni sul testo", "Over deze tekst",
        "О тексте", "关于本文", "關於本文", "このテキストについて", "이 글에 대하여", "عن هذا النص"}},
    Row{Term::Title, {
        "Title", "Titel", "Titre", "Título", "Título", "Titolo", "Titel",
        "Название", "题名", "題名", "題名", "표제", "العنوان"}},
    Row{Term::ShortTitle, {
        "Short title", "Kurztitel", "Titre abrégé", "Título abreviado", "Título abreviado", "Titolo breve", "Korte titel",
        "Краткое название", "短标题", "短標題", "短い題名", "짧은 제목", "العنوان المختصر"}},
    Row{Term::Language, {
        "Language", "Sprache", "Langue", "Idioma", "Idioma", "Lingua", "Taal",
        "Язык", "语言", "語言", "言語", "언어", "اللغة"}},
    Row{Term::Identifier, {
        "Identifier", "Kennung", "Identifiant", "Identificador", "Identificador", "Identificatore", "Identificatiecode",
        "Идентификатор", "标识符", "識別碼", "識別子", "식별자", "المعرف"}},
    Row{Term::Source, {
        "Source", "Quelle", "Source", "Fuente", "Fonte", "Fonte", "Bron",
        "Источник", "来源", "來源", "底本", "출전", "المصدر"}},
    Row{Term::File, {
        "File", "Datei", "Fichier", "Archivo", "Arquivo", "File", "Bestand",
        "Файл", "文件", "檔案", "ファイル", "파일", "ملف"}},
    Row{Term::Extent, {
        "Extent", "Umfang", "Étendue", "Extensión", "Extensão", "Estensione", "Omvang",
        "Объём", "篇幅", "篇幅", "分量", "분량", "الحجم"}},
    Row{Term::Counts, {
        "Counts", "Umfang", "Décomptes", "Recuento", "Contagem", "Conteggi", "Aantallen",
        "Объём", "统计", "統計", "分量", "분량", "الإحصاءات"}},
    Row{Term::Related, {
        "Related", "Verwandtes", "Articles liés", "Relacionado", "Relacionado", "Correlati", "Gerelateerd",
        "Связанные материалы", "相关", "相關", "関連", "관련 글", "ذات صلة"}},
    Row{Term::OtherDetails, {
        "Other details", "Weitere Angaben", "Autres informations", "Otros datos", "Outras informações", "Altre informazioni", "Overige gegevens",
        "Прочие сведения", "其他信息", "其他資訊", "その他", "기타", "تفاصيل أخرى"}},
    Row{Term::OtherData, {
        "Other data", "Weitere Daten", "Autres données", "Otros datos", "Outros dados", "Altri dati", "Overige data",
        "Прочие данные", "其他数据", "其他資料", "他のデータ", "기타 자료", "بيانات أخرى"}},
    // Where and how it was published.
    Row{Term::Publication, {
        "Publication", "Veröffentlichung", "Publication", "Publicación", "Publicação", "Pubblicazione", "Publicatie",
        "Публикация", "发布", "發布", "公開", "발행", "النشر"}},
    Row{Term::Journal, {
        "Journal", "Zeitschrift", "Revue", "Revista", "Revista", "Rivista", "Tijdschrift",
        "Журнал", "期刊", "期刊", "掲載誌", "학술지", "المجلة"}},
    Row{Term::JournalCode, {
        "Journal code", "Zeitschriftenkürzel", "Code de la revue", "Código de la revista", "Código da revista", "Codice della rivista", "Tijdschriftcode",
        "Код журнала", "期刊代码", "期刊代碼", "雑誌コード", "학술지 코드", "رمز المجلة"}},
    Row{Term::Series, {
        "Series", "Reihe", "Collection", "Colección", "Coleção", "Collana", "Reeks",
        "Серия", "丛书", "叢書", "シリーズ", "총서", "السلسلة"}},
    Row{Term::Volume, {
        "Volume", "Band", "Volume", "Volumen", "Volume", "Volume", "Deel",
        "Том", "卷", "卷", "巻", "권", "المجلد"}},
    Row{Term::Issue, {
        "Issue", "Heft", "Numéro", "Número", "Número", "Fascicolo", "Nummer",
        "Выпуск", "期", "期", "号", "호", "العدد"}},
    Row{Term::IssueTitle, {
        "Title of the issue", "Titel des Heftes", "Titre du numéro", "Título del número", "Título do número", "Titolo del fascicolo", "Titel van het nummer",
        "Название выпуска", "本期题名", "本期題名", "号の題", "호 제목", "عنوان العدد"}},
    Row{Term::Supplement, {
        "Supplement", "Supplement", "Supplément", "Suplemento", "Suplemento", "Supplemento", "Supplement",
        "Приложение", "增刊", "增刊", "別冊", "부록", "ملحق"}},
    Row{Term::Edition, {
        "Edition", "Ausgabe", "Édition", "Edición", "Edição", "Edizione", "Editie",
        "Издание", "版本", "版本", "版", "판", "الطبعة"}},
    Row{Term::NumberedEdition, {
        "Edition", "Auflage", "Édition", "Edición", "Edição", "Edizione", "Druk",
        "Издание", "版次", "版次", "版", "판", "الطبعة"}},
    Row{Term::Publisher, {
        "Publisher", "Verlag", "Éditeur", "Editorial", "Editora", "Editore", "Uitgever",
        "Издательство", "出版者", "出版者", "出版者", "발행처", "الناشر"}},
    Row{Term::PublishingHouse, {
        "Publisher", "Verlag", "Éditeur", "Editorial", "Editora", "Editore", "Uitgever",
        "Издательство", "出版者", "出版者", "発行所", "발행처", "الناشر"}},
    Row{Term::Distributor, {
        "Distributor", "Vertrieb", "Diffuseur", "Distribuidor", "Distribuidor", "Distributore", "Distributeur",
        "Распространитель", "发行者", "發行者", "配布", "배포", "الموزع"}},
    Row{Term::Authority, {
        "Authority", "Verantwortliche Stelle", "Autorité responsable", "Autoridad responsable", "Autoridade responsável", "Autorità responsabile", "Verantwoordelijke instantie",
        "Ответственная организация", "发布机构", "發布機構", "公開者", "공개", "الجهة المسؤولة"}},
    Row{Term::PlaceOfPublication, {
        "Place", "Ort", "Lieu", "Lugar", "Local", "Luogo", "Plaats",
        "Место", "出版地", "出版地", "発行地", "발행지", "مكان النشر"}},
    Row{Term::Rights, {
        "Rights", "Rechte", "Droits", "Derechos", "Direitos", "Diritti", "Rechten",
        "Права", "版权", "版權", "権利", "저작권", "الحقوق"}},
    Row{Term::Availability, {
        "Availability", "Verfügbarkeit", "Disponibilité", "Disponibilidad", "Disponibilidade", "Disponibilità", "Beschikbaarheid",
        "Доступность", "使用条件", "使用條件", "利用条件", "이용 조건", "الإتاحة"}},
    Row{Term::Licence, {
        "Licence", "Lizenz", "Licence", "Licencia", "Licença", "Licenza", "Licentie",
        "Лицензия", "许可", "授權", "ライセンス", "라이선스", "الترخيص"}},
    // When.
    Row{Term::Date, {
        "Date", "Datum", "Date", "Fecha", "Data", "Data", "Datum",
        "Дата", "日期", "日期", "日付", "날짜", "التاريخ"}},
    Row{Term::Dates, {
        "Dates", "Daten", "Dates", "Fechas", "Datas", "Date", "Data",
        "Даты", "日期", "日期", "日付", "날짜", "التواريخ"}},
    Row{Term::Received, {
        "Received", "Eingegangen", "Reçu", "Recibido", "Recebido", "Ricevuto", "Ontvangen",
        "Поступила", "收稿", "收稿", "受付", "접수", "تاريخ الاستلام"}},
    Row{Term::Revised, {
        "Revised", "Überarbeitet", "Révisé", "Revisado", "Revisado", "Rivisto", "Herzien",
        "Исправлена", "修回", "修回", "改訂", "수정", "تاريخ التعديل"}},
    Row{Term::Accepted, {
        "Accepted", "Angenommen", "Accepté", "Aceptado", "Aceito", "Accettato", "Geaccepteerd",
        "Принята", "接受", "接受", "受理", "게재 확정", "تاريخ القبول"}},
    Row{Term::Published, {
        "Published", "Veröffentlicht", "Publié", "Publicado", "Publicado", "Pubblicato", "Gepubliceerd",
        "Опубликована", "出版", "出版", "発行", "발행", "تاريخ النشر"}},
    Row{Term::PublishedOnline, {
        "Published online", "Online veröffentlicht", "Publié en ligne", "Publicado en línea", "Publicado on-line", "Pubblicato online", "Online gepubliceerd",
        "Опубликована онлайн", "在线出版", "線上出版", "オンライン公開", "온라인 발행", "نشر على الإنترنت"}},
    Row{Term::Printed, {
        "Printed", "Gedruckt", "Imprimé", "Impreso", "Impresso", "Stampato", "Gedrukt",
        "Напечатана", "印刷版", "印刷版", "冊子体", "인쇄본", "طبع"}},
    Row{Term::PublicationHistory, {
        "Publication history", "Publikationsgeschichte", "Historique de publication", "Historial de publicación", "Histórico de publicação", "Cronologia della pubblicazione", "Publicatiegeschiedenis",
        "История публикации", "出版历史", "出版歷史", "発行履歴", "발행 이력", "سجل النشر"}},
    Row{Term::Event, {
        "Event", "Ereignis", "Événement", "Evento", "Evento", "Evento", "Gebeurtenis",
        "Событие", "事件", "事件", "経過", "경과", "حدث"}},
    // Who.
    Row{Term::Author, {
        "Author", "Autor", "Auteur", "Autor", "Autor", "Autore", "Auteur",
        "Автор", "作者", "作者", "著者", "저자", "المؤلف"}},
    Row{Term::Editor, {
        "Editor", "Herausgeber", "Éditeur scientifique", "Editor", "Editor", "Curatore", "Redacteur",
        "Редактор", "编者", "編者", "編者", "엮은이", "المحرر"}},
    Row{Term::EditorsShort, {
        "eds.", "Hg.", "éd.", "eds.", "eds.", "a cura di", "red.",
        "ред.", "编", "編", "編", "편", "تحرير"}},
    Row{Term::TranslatorsShort, {
        "trans.", "Übers.", "trad.", "trad.", "trad.", "trad.", "vert.",
        "пер.", "译", "譯", "訳", "역", "ترجمة"}},
    Row{Term::EditedBy, {
        "Edited by", "Herausgegeben von", "Édité par", "Editado por", "Editado por", "A cura di", "Onder redactie van",
        "Под редакцией", "编辑：", "編輯：", "編集：", "편집:", "تحرير"}},
    Row{Term::Contributors, {
        "Contributors", "Mitwirkende", "Contributeurs", "Colaboradores", "Colaboradores", "Collaboratori", "Bijdragers",
        "Авторы", "作者", "作者", "著者", "저자", "المساهمون"}},
    Row{Term::Affiliation, {
        "Affiliation", "Zugehörigkeit", "Affiliation", "Afiliación", "Afiliação", "Affiliazione", "Affiliatie",
        "Место работы", "单位", "單位", "所属", "소속", "جهة العمل"}},
    Row{Term::Correspondence, {
        "Correspondence", "Korrespondenz", "Correspondance", "Correspondencia", "Correspondência", "Corrispondenza", "Correspondentie",
        "Для переписки", "通信作者", "通信作者", "連絡先", "교신", "المراسلة"}},
    Row{Term::Responsibility, {
        "Responsibility", "Verantwortlichkeit", "Responsabilité", "Responsabilidad", "Responsabilidade", "Responsabilità", "Verantwoordelijkheid",
        "Ответственность", "责任", "責任", "担当", "책임", "المسؤولية"}},
    Row{Term::Funding, {
        "Funding", "Förderung", "Financement", "Financiación", "Financiamento", "Finanziamenti", "Financiering",
        "Финансирование", "资助", "資助", "助成", "연구비", "التمويل"}},
    Row{Term::Funder, {
        "Funder", "Förderer", "Financeur", "Financiador", "Financiador", "Finanziatore", "Financier",
        "Финансирующая организация", "资助者", "資助者", "助成", "연구비", "الممول"}},
    Row{Term::Support, {
        "Support", "Unterstützung", "Soutien", "Apoyo", "Apoio", "Sostegno", "Ondersteuning",
        "Поддержка", "支持", "支持", "支援", "지원", "الدعم"}},
    Row{Term::PrincipalResearcher, {
        "Principal researcher", "Projektleitung", "Chercheur principal", "Investigador principal", "Pesquisador principal", "Responsabile della ricerca", "Hoofdonderzoeker",
        "Руководитель исследования", "主持人", "主持人", "研究代表者", "연구 책임자", "الباحث الرئيسي"}},
    // Persons in records.
    Row{Term::Birth, {
        "Birth", "Geburt", "Naissance", "Nacimiento", "Nascimento", "Nascita", "Geboorte",
        "Рождение", "生", "生", "生年", "출생", "الميلاد"}},
    Row{Term::Death, {
        "Death", "Tod", "Décès", "Fallecimiento", "Morte", "Morte", "Overlijden",
        "Смерть", "卒", "卒", "没年", "사망", "الوفاة"}},
    Row{Term::Occupation, {
        "Occupation", "Beruf", "Profession", "Ocupación", "Ocupação", "Professione", "Beroep",
        "Род занятий", "职业", "職業", "職業", "직업", "المهنة"}},
    Row{Term::Residence, {
        "Residence", "Wohnort", "Résidence", "Residencia", "Residência", "Residenza", "Woonplaats",
        "Место жительства", "居所", "居所", "居住", "거주", "محل الإقامة"}},
    // How a text was edited and encoded.
    Row{Term::Encoding, {
        "Encoding", "Kodierung", "Encodage", "Codificación", "Codificação", "Codifica", "Codering",
        "Кодирование", "编码", "編碼", "符号化", "부호화", "الترميز"}},
    Row{Term::Profile, {
        "Profile", "Profil", "Profil", "Perfil", "Perfil", "Profilo", "Profiel",
        "Профиль", "概况", "概況", "概要", "개요", "نبذة"}},
    Row{Term::Revisions, {
        "Revisions", "Änderungen", "Révisions", "Revisiones", "Revisões", "Revisioni", "Revisies",
        "Изменения", "修订", "修訂", "改訂", "수정", "المراجعات"}},
    Row{Term::Project, {
        "Project", "Projekt", "Projet", "Proyecto", "Projeto", "Progetto", "Project",
        "Проект", "项目", "計畫", "プロジェクト", "사업", "المشروع"}},
    Row{Term::Tags, {
        "Tags", "Tags", "Balises", "Etiquetas", "Etiquetas", "Marcatori", "Tags",
        "Теги", "标签", "標籤", "タグ", "태그", "الوسوم"}},
    Row{Term::Witnesses, {
        "Witnesses", "Textzeugen", "Témoins", "Testimonios", "Testemunhos", "Testimoni", "Tekstgetuigen",
        "Свидетели текста", "见证本", "見證本", "諸本", "이본", "شواهد النص"}},
    Row{Term::Programs, {
        "Programs", "Programme", "Logiciels", "Programas", "Programas", "Programmi", "Programma’s",
        "Программы", "程序", "程式", "プログラム", "프로그램", "البرامج"}},
    Row{Term::EditorialPractice, {
        "Editorial practice", "Editionsrichtlinien", "Principes éditoriaux", "Criterios editoriales", "Critérios editoriais", "Criteri editoriali", "Editieprincipes",
        "Принципы издания", "编辑方针", "編輯方針", "編集方針", "편집 방침", "منهج التحرير"}},
    Row{Term::Manuscript, {
        "Manuscript", "Handschrift", "Manuscrit", "Manuscrito", "Manuscrito", "Manoscritto", "Handschrift",
        "Рукопись", "写本", "寫本", "写本", "사본", "المخطوط"}},
    Row{Term::DateOfOrigin, {
        "Date of origin", "Entstehungszeit", "Date d’origine", "Fecha de origen", "Data de origem", "Data di origine", "Datum van ontstaan",
        "Время создания", "写作时间", "寫作時間", "成立年", "제작 시기", "تاريخ النشأة"}},
    Row{Term::PlaceOfOrigin, {
        "Place of origin", "Entstehungsort", "Lieu d’origine", "Lugar de origen", "Local de origem", "Luogo di origine", "Plaats van ontstaan",
        "Место создания", "写作地", "寫作地", "成立地", "제작 장소", "مكان النشأة"}},
    // Inside a line; `%` is the name or number that it belongs to.
    Row{Term::AndOthers, {
        "% et al.", "% et al.", "% et al.", "% et al.", "% et al.", "% et al.", "% et al.",
        "% и др.", "%等", "%等", "%ほか", "% 외", "% وآخرون"}},
    Row{Term::CitedPages, {
        "pp. %", "S. %", "p. %", "pp. %", "p. %", "pp. %", "p. %",
        "с. %", "%", "%", "%", "pp. %", "ص %"}},
    Row{Term::CitedVolume, {
        "vol. %", "Bd. %", "vol. %", "vol. %", "vol. %", "vol. %", "dl. %",
        "т. %", "%", "%", "%", "vol. %", "مج %"}},
    Row{Term::CitedIssue, {
        "no. %", "Nr. %", "n° %", "n.º %", "n. %", "n. %", "nr. %",
        "№ %", "%", "%", "%", "no. %", "ع %"}},
    Row{Term::ListSeparator, {
        ", ", ", ", ", ", ", ", ", ", ", ", ", ",
        ", ", "、", "、", "、", ", ", "، "}},
    Row{Term::Colon, {
        ": ", ": ", ": ", ": ", ": ", ": ", ": ",
        ": ", "：", "：", "：", ": ", ": "}},
    // The navigation of an EPUB.
    Row{Term::Landmarks, {
        "Landmarks", "Orientierungspunkte", "Repères", "Puntos de referencia", "Pontos de referência", "Punti di riferimento", "Oriëntatiepunten",
        "Ориентиры", "导览", "導覽", "ランドマーク", "주요 위치", "المعالم"}},
    Row{Term::Cover, {
        "Cover", "Umschlag", "Couverture", "Cubierta", "Capa", "Copertina", "Omslag",
        "Обложка", "封面", "封面", "表紙", "표지", "الغلاف"}},
    Row{Term::TitlePage, {
        "Title page", "Titelseite", "Page de titre", "Portada", "Folha de rosto", "Frontespizio", "Titelpagina",
        "Титульный лист", "书名页", "書名頁", "扉", "속표지", "صفحة العنوان"}},
    Row{Term::StartOfText, {
        "Start of the text", "Beginn des Textes", "Début du texte", "Comienzo del texto", "Início do texto", "Inizio del testo", "Begin van de tekst",
        "Начало текста", "正文", "正文", "本文", "본문", "بداية النص"}},
    Row{Term::Pages, {
        "Pages", "Seiten", "Pages", "Páginas", "Páginas", "Pagine", "Pagina’s",
        "Страницы", "页码", "頁碼", "ページ", "쪽", "الصفحات"}},
    Row{Term::Figures, {
        "Figures", "Abbildungen", "Figures", "Figuras", "Figuras", "Figure", "Figuren",
        "Рисунки", "图目录", "圖目錄", "図の一覧", "그림 차례", "الأشكال"}},
    Row{Term::Tables, {
        "Tables", "Tabellen", "Tableaux", "Tablas", "Tabelas", "Tabelle", "Tabellen",
        "Таблицы", "表目录", "表目錄", "表の一覧", "표 차례", "الجداول"}},
    Row{Term::LiteratureLandmark, {
        "Bibliography", "Literatur", "Bibliographie", "Bibliografía", "Bibliografia", "Bibliografia", "Literatuur",
        "Библиография", "参考文献", "參考文獻", "参考文献", "참고 문헌", "المراجع"}},
    Row{Term::Endnotes, {
        "Notes", "Anmerkungen", "Notes", "Notas", "Notas", "Note", "Noten",
        "Примечания", "注释", "註釋", "注", "주석", "الحواشي"}},
    // For those who cannot see the page.
    Row{Term::NoPicture, {
        "no picture", "kein Bild", "image absente", "sin imagen", "sem imagem", "nessuna immagine", "geen afbeelding",
        "нет изображения", "无图", "無圖", "図版なし", "그림 없음", "لا توجد صورة"}},
    Row{Term::PictureWithoutDescription, {
        "Picture without description", "Bild ohne Beschreibung", "Image sans description", "Imagen sin descripción", "Imagem sem descrição", "Immagine senza descrizione", "Afbeelding zonder beschrijving",
        "Изображение без описания", "没有说明的图片", "沒有說明的圖片", "説明のない図", "설명이 없는 그림", "صورة بلا وصف"}},
    Row{Term::FormulaWithoutDescription, {
        "Formula without description", "Formel ohne Beschreibung", "Formule sans description", "Fórmula sin descripción", "Fórmula sem descrição", "Formula senza descrizione", "Formule zonder beschrijving",
        "Формула без описания", "没有说明的公式", "沒有說明的公式", "説明のない数式", "설명이 없는 수식", "صيغة بلا وصف"}},
    Row{Term::BackToCall, {
        "Back to the call of note %", "Zurück zum Verweis auf Anmerkung %", "Retour à l’appel de la note %", "Volver a la llamada de la nota %", "Voltar à chamada da nota %", "Torna al richiamo della nota %", "Terug naar de verwijzing naar noot %",
        "Назад к знаку сноски %", "返回注释处 %", "返回註釋處 %", "注の参照箇所へ戻る %", "각주 표시로 돌아가기 %", "عودة إلى موضع الحاشية %"}},
    Row{Term::Accessible, {
        "This publication has a table of contents, headings, alternative texts and a logical reading order.",
        "Diese Publikation hat ein Inhaltsverzeichnis, Überschriften, Alternativtexte und eine logische Lesereihenfolge.",
        "Cette publication comporte une table des matières, des titres, des textes de remplacement et un ordre de lecture logique.",
        "Esta publicación tiene índice, títulos, textos alternativos y un orden de lectura lógico.",
        "Esta publicação tem sumário, títulos, textos alternativos e uma ordem de leitura lógica.",
        "Questa pubblicazione ha un indice, titoli, testi alternativi e un ordine di lettura logico.",
        "Deze publicatie heeft een inhoudsopgave, koppen, alternatieve teksten en een logische leesvolgorde.",
        "В этой публикации есть оглавление, заголовки, альтернативные тексты и логический порядок чтения.",
        "本书有目录、标题、图片的替代文字和合乎逻辑的阅读顺序。",
        "本書有目錄、標題、圖片的替代文字和合乎邏輯的閱讀順序。",
        "本書には目次、見出し、画像の代替テキスト、論理的な読み上げ順序があります。",
        "이 책에는 차례, 제목, 그림의 대체 텍스트, 논리적인 읽기 순서가 있습니다.",
        "يحتوي هذا المنشور على جدول محتويات وعناوين ونصوص بديلة وترتيب منطقي للقراءة."}},
    Row{Term::AccessibleButForPictures, {
        "This publication has a table of contents, headings and a logical reading order; some pictures have no alternative text.",
        "Diese Publikation hat ein Inhaltsverzeichnis, Überschriften und eine logische Lesereihenfolge; einige Bilder haben keinen Alternativtext.",
        "Cette publication comporte une table des matières, des titres et un ordre de lecture logique ; certaines images n’ont pas de texte de remplacement.",
        "Esta publicación tiene índice, títulos y un orden de lectura lógico; algunas imágenes no tienen texto alternativo.",
        "Esta publicação tem sumário, títulos e uma ordem de leitura lógica; algumas imagens não têm texto alternativo.",
        "Questa pubblicazione ha un indice, titoli e un ordine di lettura logico; alcune immagini non hanno un testo alternativo.",
        "Deze publicatie heeft een inhoudsopgave, koppen en een logische leesvolgorde; sommige afbeeldingen hebben geen alternatieve tekst.",
        "В этой публикации есть оглавление, заголовки и логический порядок чтения; у некоторых изображений нет альтернативного текста.",
        "本书有目录、标题和合乎逻辑的阅读顺序，部分图片没有替代文字。",
        "本書有目錄、標題和合乎邏輯的閱讀順序，部分圖片沒有替代文字。",
        "本書には目次、見出し、論理的な読み上げ順序がありますが、一部の画像には代替テキストがありません。",
        "이 책에는 차례, 제목, 논리적인 읽기 순서가 있으며 일부 그림에는 대체 텍스트가 없습니다.",
        "يحتوي هذا المنشور على جدول محتويات وعناوين وترتيب منطقي للقراءة، وبعض الصور ليس لها نص بديل."}},
};

constexpr bool standsInOrder() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].term) != i) return false;
  }
  return true;
}
static_assert(standsInOrder(), "a row stands where its term does in the enumeration");
static_assert(kRows.size() == kTerms);

}  // namespace

std::string_view inTable(Language language, Term term) {
  return kRows[static_cast<std::size_t>(term)].words[static_cast<std::size_t>(language)];
}

}  // namespace octavo::words
