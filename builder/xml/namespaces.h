// xml: which namespace a prefix stands for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.h"

namespace octavo::xml {

struct NamespaceBinding {
  std::string prefix;  // empty: the default namespace
  std::string name;    // the namespace's name (URI); empty: none
  dom::Namespace known = dom::Namespace::None;
  std::string_view customaryPrefix;  // for attributes: xml, xlink, epub; empty: as written
};

/// The bindings in force, innermost last (Namespaces in XML 1.0, section 6).
class NamespaceScope {
 public:
  NamespaceScope();
  std::size_t mark() const { return bindings_.size(); }
  void restore(std::size_t mark) { bindings_.resize(mark); }
  void bind(std::string_view prefix, std::string_view name);
  /// Binds what a DTD that we know by its public identifier fixes on the root: the DTDs of JATS, BITS and their NLM forebears
  /// have xlink, mml, xsi and ali as fixed attributes, so that valid documents need not write them.
  void bindByDtd(std::string_view publicId);
  /// Null for a prefix without a declaration.
  const NamespaceBinding* find(std::string_view prefix) const;

 private:
  std::vector<NamespaceBinding> bindings_;
};

}  // namespace octavo::xml
