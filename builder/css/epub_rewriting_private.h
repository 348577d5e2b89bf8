// css: the steps by which a rule's declarations are rewritten for reading systems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "css/epub_style.h"
#include "css/selector.h"
#include "css/stylesheet.h"

namespace octavo::css {

/// A declaration on its way into the EPUB: no custom property, no var().
struct EpubDeclaration {
  std::string name;  // lower case
  Values value;
  bool isImportant = false;
};
using EpubDeclarations = std::vector<EpubDeclaration>;

/// What a rule's selectors say of the elements it is for.
struct RuleSubject {
  bool isRoot = false;      // html and body, and nothing else
  bool isOrdinary = false;  // running text: types of plain blocks only, without class, id or attribute
  bool isPicture = false;
  bool isTable = false;     // tables and their cells
  bool isBold = false;      // bold by itself: strong, headings
};
RuleSubject subjectOf(const StyleRule& rule);
/// The range of :lang() on the selector's last element; empty without one.
std::string languageOf(const Selector& selector);

/// Component values from text that is known to be good.
Values valuesOf(std::string_view css);
ComponentValue dimension(double number, std::string_view unit);
const EpubDeclaration* find(const EpubDeclarations& declarations, std::string_view name);

/// epub_twins.cpp: the declaration as engines want it that know the property by a prefix only.
std::vector<std::pair<std::string, std::string>> twinsOf(std::string_view name, const std::string& value);
bool hasTwins(std::string_view name);

/// epub_lengths.cpp: pt, px, mm … become rem (sizes), em and mere numbers (line heights); calc() is worked out where it
/// can be. The base size on html and body goes: the reader's own counts.
void makeRelative(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style);
/// The value for engines that do not know rem: in em, by the rule's own font size. Empty where there is no rem.
Values withoutRem(const EpubDeclaration& declaration, const EpubDeclarations& rule);

/// epub_colors.cpp: the rules are told there.
void makeReadable(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style);

/// epub_flow.cpp: inline and block sides as left, right, top, bottom.
void makePhysical(EpubDeclarations& declarations, const TextFlow& flow);
/// The older names and values that say the same, to stand before the declaration.
EpubDeclarations olderForms(const EpubDeclaration& declaration, const TextFlow& flow);

/// epub_fonts.cpp: the value of font-family with faces of devices before its generic families.
Values withDeviceFaces(ValueSpan families, std::string_view language, const EpubStyle& style);
/// Drops zh-Hant-TW where zh-Hant, whose faces are the same, is there.
void keepWidestLanguages(std::vector<std::string>& tags);
/// Whether the language has such faces at all.
bool hasDeviceFaces(std::string_view language);

/// epub_devices.cpp: what single devices cannot take.
void makeFit(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style);
/// The selector in CSS 2.1, elements of HTML 5 as div with a class; empty where it cannot be said.
std::string plainSelector(const Selector& selector);

}  // namespace octavo::css
