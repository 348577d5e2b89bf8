// vocabulary/xhtml: notes that stand in a file of their own, beside the pages that call them.
#include "vocabulary/xhtml/notes_elsewhere.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/percent_encoding.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
namespace fs = std::filesystem;

/// A link into another file.
struct Link {
  fs::path file;  // canonical
  std::string id;
};

std::optional<Link> linkOf(const Element& element, const PageOfBuild& page) {
  const std::string_view href = element.name == "a" ? element.attributeOr("href") : std::string_view();
  const std::size_t hash = href.find('#');
  if (hash == std::string_view::npos || hash + 1 >= href.size()) return std::nullopt;
  if (hash == 0) return Link{page.file, percentDecoded(href.substr(1))};
  const auto file = page.folder.resolve(element.position().file ? fs::path(element.position().file->name) : page.file, href.substr(0, hash));
  if (!file) return std::nullopt;
  std::error_code error;
  return Link{fs::weakly_canonical(fs::absolute(*file), error), percentDecoded(href.substr(hash + 1))};
}

using Ids = std::map<std::string, const Element*, std::less<>>;

void collectIds(const Element& element, Ids& into) {
  if (const std::string* id = element.attribute("id")) into.emplace(*id, &element);
  for (const Element* child : childrenOf(element)) collectIds(*child, into);
}

template <class Visit>
void visitLinks(Element& element, const Visit& visit) {
  if (element.name == "a") visit(element);
  for (std::size_t i = 0; i < element.children().size(); ++i) {
    if (Element* below = dom::asElement(*element.children()[i])) visitLinks(*below, visit);
  }
}

class NoteMover {
 public:
  explicit NoteMover(std::vector<PageOfBuild>& pages) : pages_(pages) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      places_.emplace(pages_[i].file, i);
      collectIds(*pages_[i].document->root, ids_.emplace_back());
    }
  }

  void move() {
    for (std::size_t i = 0; i < pages_.size(); ++i) takeNotesOf(i);
    for (const Element* body : taken_) takeOut(*body);
    for (PageOfBuild& page : pages_) page.isEmptied = losers_.contains(&page) && prune(*page.document->root);
  }

 private:
  struct Call {
    Element* link;
    std::size_t from;     // which page has the note
    const Element* body;  // the note there
    std::string id;       // that the link names
  };

  std::vector<Call> callsOf(std::size_t place) {
    std::vector<Call> calls;
    visitLinks(*pages_[place].document->root, [&](Element& element) {
      const auto link = linkOf(element, pages_[place]);
      const auto known = link ? places_.find(link->file) : places_.end();
      if (known == places_.end() || known->second == place) return;
      const auto target = ids_[known->second].find(link->id);
      const Element* body = target == ids_[known->second].end() ? nullptr : xhtml::bodyOf(*target->second);
      if (!body || !(xhtml::isTypedCall(element) || xhtml::isTypedNote(*body))) return;
      // A link in a note back to a call is none itself; a whole chapter is no note.
      const bool isBack = element.hasWord("epub:type", "backlink") || element.hasWord("role", "doc-backlink") || callsBack(*body, place);
      if (!isBack) calls.push_back({&element, known->second, body, link->id});
    });
    return calls;
  }

  /// True where the target holds a call of a note in this page: it is text, not the note.
  bool callsBack(const Element& body, std::size_t place) {
    bool found = false;
    visitLinks(const_cast<Element&>(body), [&](Element& inner) {
      const auto link = linkOf(inner, pages_[place]);
      found = found || (link && link->file == pages_[place].file && xhtml::isTypedCall(inner));
    });
    return found;
  }

  void takeNotesOf(std::size_t place) {
    std::map<const Element*, std::string> known;  // notes that the page has already → the prefix of their ids
    Element* list = nullptr;
    for (const Call& call : callsOf(place)) {
      const auto [note, isNew] = known.emplace(call.body, std::string());
      if (isNew) {
        auto copy = dom::clone(*call.body);
        if (!xhtml::isTypedNote(*copy)) copy->setAttribute("epub:type", "endnote");
        note->second = makeIdsUnique(*copy, place);
        pointHome(*copy, place);
        if (!list) list = &appendList(*call.link, copy->name == "li");
        list->append(std::move(copy));
        taken_.insert(call.body);
        losers_.insert(&pages_[call.from]);
      }
      call.link->setAttribute("href", "#" + note->second + call.id);
      if (!xhtml::isTypedCall(*call.link)) call.link->setAttribute("epub:type", "noteref");
    }
  }

  /// What holds the page's own notes goes at the end of the part that calls them first.
  static Element& appendList(Element& call, bool isOfItems) {
    Element* part = &call;
    for (Element* at = &call; at && at->name != "html"; at = at->parent()) {
      if (isOneOf(at->name, {"section", "article", "main", "body"})) part = at;
      if (at->name == "section" && at->parent() && at->parent()->name == "body") break;
      if (isOneOf(at->name, {"main", "body"})) break;
    }
    Element& section = part->appendElement(part->namespaceName, "section", call.position());
    section.setAttribute("epub:type", "endnotes");
    return isOfItems ? section.appendElement(part->namespaceName, "ol", call.position()) : section;
  }

  /// Ids that the page has already get a prefix.
  std::string makeIdsUnique(Element& copy, std::size_t place) {
    Ids own;
    collectIds(copy, own);
    const auto isTaken = [&](const auto& entry) { return ids_[place].contains(entry.first); };
    const std::string prefix = std::ranges::any_of(own, isTaken) ? "note-" + std::to_string(++renamed_) + "-" : std::string();
    rename(copy, prefix);
    for (const auto& [id, element] : own) ids_[place].emplace(prefix + id, element);
    return prefix;
  }

  static void rename(Element& element, const std::string& prefix) {
    if (const std::string* id = element.attribute("id"); id && !prefix.empty()) element.setAttribute("id", prefix + *id);
    for (const auto& child : element.children()) {
      if (Element* below = dom::asElement(*child)) rename(*below, prefix);
    }
  }

  /// Links of the note to the page that has it now stay within it.
  void pointHome(Element& copy, std::size_t place) {
    visitLinks(copy, [&](Element& link) {
      const auto target = linkOf(link, pages_[place]);
      if (target && target->file == pages_[place].file) link.setAttribute("href", "#" + target->id);
    });
  }

  static void takeOut(const Element& body) {
    Element* parent = body.parent();
    for (std::size_t i = 0; parent && i < parent->children().size(); ++i) {
      if (parent->children()[i].get() != &body) continue;
      parent->remove(i);
      return;
    }
  }

  /// Takes out what holds nothing but headings any more; true where that is all that there was.
  static bool prune(Element& element) {
    bool isLeft = isOneOf(element.name, {"img", "table", "svg", "math", "hr"}) && element.name != "hr";
    for (std::size_t i = 0; i < element.children().size();) {
      dom::Node& child = *element.children()[i];
      Element* below = dom::asElement(child);
      const bool isBeside = below && (headingLevel(*below) > 0 || isOneOf(below->name, {"head", "header", "hr"}));
      if (!below) isLeft = isLeft || !isBlank(child);
      const bool isGone = below && !isBeside && prune(*below);
      isLeft = isLeft || (below && !isBeside && !isGone);
      const bool isFrame = isGone && isOneOf(below->name, {"ol", "ul", "li", "section", "aside", "div"});
      isFrame ? static_cast<void>(element.remove(i)) : static_cast<void>(++i);
    }
    return !isLeft;
  }

  std::vector<PageOfBuild>& pages_;
  std::map<fs::path, std::size_t> places_;
  std::vector<Ids> ids_;  // of each page
  std::set<const Element*> taken_;
  std::set<const PageOfBuild*> losers_;
  int renamed_ = 0;
};

}  // namespace

void bringNotesToTheirCalls(std::vector<PageOfBuild>& pages) { NoteMover(pages).move(); }

}  // namespace octavo::vocabulary
