#include "vocabulary/added_words.h"

#include <algorithm>
#include <array>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

struct Words {
  std::string_view english, german, french, spanish, portuguese, russian, arabic;
};
constexpr std::array kWords{
    Words{"Abstract", "Zusammenfassung", "Résumé", "Resumen", "Resumo", "Аннотация", "الملخص"},
    Words{"Keywords", "Schlüsselwörter", "Mots-clés", "Palabras clave", "Palavras-chave", "Ключевые слова", "الكلمات المفتاحية"},
    Words{"References", "Literatur", "Références", "Referencias", "Referências", "Литература", "المراجع"},
    Words{"Bibliography", "Literaturverzeichnis", "Bibliographie", "Bibliografía", "Bibliografia", "Библиография", "المراجع"},
    Words{"Acknowledgements", "Danksagung", "Remerciements", "Agradecimientos", "Agradecimentos", "Благодарности", "شكر وتقدير"},
    Words{"Glossary", "Glossar", "Glossaire", "Glosario", "Glossário", "Глоссарий", "مسرد"},
    Words{"Appendix", "Anhang", "Annexe", "Apéndice", "Apêndice", "Приложение", "ملحق"},
    Words{"Appendix %", "Anhang %", "Annexe %", "Apéndice %", "Apêndice %", "Приложение %", "ملحق %"},
    Words{"Part %", "Teil %", "Partie %", "Parte %", "Parte %", "Часть %", "الجزء %"},
    Words{"Chapter %", "Kapitel %", "Chapitre %", "Capítulo %", "Capítulo %", "Глава %", "الفصل %"},
    Words{"Figure %", "Abbildung %", "Figure %", "Figura %", "Figura %", "Рисунок %", "الشكل %"},
    Words{"Table %", "Tabelle %", "Tableau %", "Tabla %", "Tabela %", "Таблица %", "الجدول %"},
    Words{"Example %", "Beispiel %", "Exemple %", "Ejemplo %", "Exemplo %", "Пример %", "مثال %"},
    Words{"Equation %", "Gleichung %", "Équation %", "Ecuación %", "Equação %", "Уравнение %", "المعادلة %"},
    Words{"Procedure %", "Prozedur %", "Procédure %", "Procedimiento %", "Procedimento %", "Процедура %", "الإجراء %"},
    Words{"step %", "Schritt %", "étape %", "paso %", "passo %", "шаг %", "الخطوة %"},
    Words{"About this article", "Über diesen Artikel", "À propos de cet article", "Sobre este artículo", "Sobre este artigo", "О статье", "عن هذا المقال"},
    Words{"About this book", "Über dieses Buch", "À propos de ce livre", "Sobre este libro", "Sobre este livro", "О книге", "عن هذا الكتاب"},
    Words{"About this text", "Über diesen Text", "À propos de ce texte", "Sobre este texto", "Sobre este texto", "О тексте", "عن هذا النص"},
    Words{"About this document", "Über dieses Dokument", "À propos de ce document", "Sobre este documento", "Sobre este documento", "О документе", "عن هذه الوثيقة"},
    Words{"Index", "Register", "Index", "Índice", "Índice", "Указатель", "الفهرس"},
    Words{"Contents", "Inhalt", "Table des matières", "Contenido", "Sumário", "Содержание", "المحتويات"},
    Words{"Dedication", "Widmung", "Dédicace", "Dedicatoria", "Dedicatória", "Посвящение", "إهداء"},
    Words{"Preface", "Vorwort", "Préface", "Prefacio", "Prefácio", "Предисловие", "تمهيد"},
    Words{"Colophon", "Kolophon", "Colophon", "Colofón", "Colofão", "Выходные данные", "بيانات النشر"},
    Words{"see", "siehe", "voir", "véase", "ver", "см.", "انظر"},
    Words{"see also", "siehe auch", "voir aussi", "véase también", "ver também", "см. также", "انظر أيضا"},
    Words{"See", "Siehe", "Voir", "Véase", "Ver", "См.", "انظر"},
    Words{"See also", "Siehe auch", "Voir aussi", "Véase también", "Ver também", "См. также", "انظر أيضا"},
    Words{"Answer", "Antwort", "Réponse", "Respuesta", "Resposta", "Ответ", "الإجابة"},
    Words{"Explanation", "Erklärung", "Explication", "Explicación", "Explicação", "Объяснение", "الشرح"},
    Words{"Short title", "Kurztitel", "Titre abrégé", "Título abreviado", "Título abreviado", "Краткое название", "العنوان المختصر"},
    Words{"Title", "Titel", "Titre", "Título", "Título", "Название", "العنوان"},
    Words{"Journal", "Zeitschrift", "Revue", "Revista", "Revista", "Журнал", "المجلة"},
    Words{"Publisher", "Verlag", "Éditeur", "Editorial", "Editora", "Издательство", "الناشر"},
    Words{"Identifier", "Kennung", "Identifiant", "Identificador", "Identificador", "Идентификатор", "المعرف"},
    Words{"Dates", "Daten", "Dates", "Fechas", "Datas", "Даты", "التواريخ"},
    Words{"Date", "Datum", "Date", "Fecha", "Data", "Дата", "التاريخ"},
    Words{"Received", "Eingegangen", "Reçu", "Recibido", "Recebido", "Поступила", "تاريخ الاستلام"},
    Words{"Accepted", "Angenommen", "Accepté", "Aceptado", "Aceito", "Принята", "تاريخ القبول"},
    Words{"Revised", "Überarbeitet", "Révisé", "Revisado", "Revisado", "Исправлена", "تاريخ التعديل"},
    Words{"Published", "Veröffentlicht", "Publié", "Publicado", "Publicado", "Опубликована", "تاريخ النشر"},
    Words{"Published online", "Online veröffentlicht", "Publié en ligne", "Publicado en línea", "Publicado on-line", "Опубликована онлайн", "نشر على الإنترنت"},
    Words{"Printed", "Gedruckt", "Imprimé", "Impreso", "Impresso", "Напечатана", "طبع"},
    Words{"Rights", "Rechte", "Droits", "Derechos", "Direitos", "Права", "الحقوق"},
    Words{"Funding", "Förderung", "Financement", "Financiación", "Financiamento", "Финансирование", "التمويل"},
    Words{"Correspondence", "Korrespondenz", "Correspondance", "Correspondencia", "Correspondência", "Для переписки", "المراسلة"},
    Words{"Notes", "Anmerkungen", "Notes", "Notas", "Notas", "Примечания", "ملاحظات"},
    Words{"Note", "Anmerkung", "Note", "Nota", "Nota", "Примечание", "ملاحظة"},
    Words{"Contributors", "Mitwirkende", "Contributeurs", "Colaboradores", "Colaboradores", "Авторы", "المساهمون"},
    Words{"Affiliation", "Zugehörigkeit", "Affiliation", "Afiliación", "Afiliação", "Место работы", "جهة العمل"},
    Words{"Author", "Autor", "Auteur", "Autor", "Autor", "Автор", "المؤلف"},
    Words{"Editor", "Herausgeber", "Éditeur scientifique", "Editor", "Editor", "Редактор", "المحرر"},
    Words{"Edition", "Ausgabe", "Édition", "Edición", "Edição", "Издание", "الطبعة"},
    Words{"Source", "Quelle", "Source", "Fuente", "Fonte", "Источник", "المصدر"},
    Words{"Publication", "Veröffentlichung", "Publication", "Publicación", "Publicação", "Публикация", "النشر"},
    Words{"File", "Datei", "Fichier", "Archivo", "Arquivo", "Файл", "ملف"},
    Words{"Related", "Verwandtes", "Articles liés", "Relacionado", "Relacionado", "Связанные материалы", "ذات صلة"},
    Words{"Language", "Sprache", "Langue", "Idioma", "Idioma", "Язык", "اللغة"},
    Words{"Warning", "Warnung", "Avertissement", "Advertencia", "Aviso", "Предупреждение", "تحذير"},
    Words{"Caution", "Vorsicht", "Attention", "Precaución", "Cuidado", "Осторожно", "تنبيه"},
    Words{"Important", "Wichtig", "Important", "Importante", "Importante", "Важно", "مهم"},
    Words{"Tip", "Tipp", "Astuce", "Consejo", "Dica", "Совет", "نصيحة"},
    Words{"Danger", "Gefahr", "Danger", "Peligro", "Perigo", "Опасность", "خطر"},
    Words{"Legal notice", "Rechtlicher Hinweis", "Mentions légales", "Aviso legal", "Aviso legal", "Правовая информация", "إشعار قانوني"},
    Words{"Edited by", "Herausgegeben von", "Édité par", "Editado por", "Editado por", "Под редакцией", "تحرير"},
    Words{"and", "und", "et", "y", "e", "и", "و"},
    Words{"or", "oder", "ou", "o", "ou", "или", "أو"},
    Words{"eds.", "Hg.", "éd.", "eds.", "eds.", "ред.", "تحرير"},
    Words{"trans.", "Übers.", "trad.", "trad.", "trad.", "пер.", "ترجمة"},
};

}  // namespace

std::string_view addedWord(std::string_view english, std::string_view language) {
  const auto found = std::ranges::find(kWords, english, &Words::english);
  if (found == kWords.end()) return {};
  const std::string primary = primaryLanguage(language);
  if (primary == "de") return found->german;
  if (primary == "fr") return found->french;
  if (primary == "es") return found->spanish;
  if (primary == "pt") return found->portuguese;
  if (primary == "ru") return found->russian;
  if (primary == "ar") return found->arabic;
  return {};
}

}  // namespace octavo::vocabulary
