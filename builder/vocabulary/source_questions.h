// vocabulary: small questions that readers ask of the source's elements, and classes for what they make.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.h"

namespace octavo::vocabulary {

/// Child elements, of that name or all.
std::vector<const dom::Element*> childrenOf(const dom::Element& element, std::string_view name = {});
/// The first child of that name that has words or a picture; an empty <title/> is none.
const dom::Element* firstSaying(const dom::Element& element, std::string_view name);
bool hasOwnText(const dom::Element& element);
bool isBlank(std::string_view text);
/// In small letters, of ASCII.
std::string lowered(std::string_view text);
bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names);
bool hasAncestor(const dom::Element& element, std::string_view name);
/// The element's words with white space collapsed.
std::string plainText(const dom::Element& element);
/// The first subtag in small letters: EN-us → en.
std::string primaryLanguage(std::string_view language);
/// True for Chinese and Japanese, which are set without blanks between words.
bool isCjkLanguage(std::string_view language);

/// Adds one class, in a form that is safe as a class name ("Author Keywords" → author-keywords).
void addClass(dom::Element& element, std::string_view words);
/// Words of an attribute of the source (types, roles, uses) as classes with a prefix, `type-speech`, `role-tip`: no word of
/// the program has one, so that such a class meets a style's rule only where a style asks for it. What names a look of
/// words (proper-name, small-caps, warichu…) is that look's class where `element` holds running text.
void addSourceClass(dom::Element& element, std::string_view kind, std::string_view words);
/// The name of an element without a rule as a class; with `element-` before it where the sheets have that word.
void addElementClass(dom::Element& element, std::string_view name);
/// Adds each of the words between white space as a class of its own.
void addClasses(dom::Element& element, std::string_view words);

}  // namespace octavo::vocabulary
