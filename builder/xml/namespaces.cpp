// xml: which namespace a prefix stands for.
#include "xml/namespaces.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace octavo::xml {
namespace {

using dom::Namespace;

struct KnownNamespace {
  std::string_view name;
  Namespace known;
  std::string_view customaryPrefix;
};

constexpr std::array kKnown{
    KnownNamespace{"http://www.w3.org/1999/xhtml", Namespace::Xhtml, ""},
    KnownNamespace{"http://www.w3.org/1998/Math/MathML", Namespace::MathMl, ""},
    KnownNamespace{"http://www.w3.org/2000/svg", Namespace::Svg, ""},
    KnownNamespace{"http://www.w3.org/2001/XInclude", Namespace::XInclude, ""},
    KnownNamespace{"http://docbook.org/ns/docbook", Namespace::DocBook, ""},
    KnownNamespace{"http://www.tei-c.org/ns/1.0", Namespace::Tei, ""},
    KnownNamespace{"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table", Namespace::OasisTable, ""},
    KnownNamespace{"http://docs.oasis-open.org/ns/oasis-exchange/table", Namespace::OasisTable, ""},
    KnownNamespace{"http://www.niso.org/schemas/ali/1.0/", Namespace::Ali, ""},
    KnownNamespace{"http://www.w3.org/XML/1998/namespace", Namespace::Other, "xml"},
    KnownNamespace{"http://www.w3.org/1999/xlink", Namespace::Other, "xlink"},
    KnownNamespace{"http://www.idpf.org/2007/ops", Namespace::Other, "epub"},
};

}  // namespace

NamespaceScope::NamespaceScope() {
  bind("", "");
  bind("xml", "http://www.w3.org/XML/1998/namespace");
}

void NamespaceScope::bind(std::string_view prefix, std::string_view name) {
  NamespaceBinding binding{std::string(prefix), std::string(name), Namespace::Other, {}};
  const auto found = std::ranges::find(kKnown, name, &KnownNamespace::name);
  if (found != kKnown.end()) {
    binding.known = found->known;
    binding.customaryPrefix = found->customaryPrefix;
  } else if (name.empty()) {
    binding.known = Namespace::None;
  }
  bindings_.push_back(std::move(binding));
}

void NamespaceScope::bindByDtd(std::string_view publicId) {
  if (!publicId.starts_with("-//NLM//DTD ") && !publicId.starts_with("-//ARCHIVES//DTD ")) return;
  bind("xlink", "http://www.w3.org/1999/xlink");
  bind("mml", "http://www.w3.org/1998/Math/MathML");
  bind("xsi", "http://www.w3.org/2001/XMLSchema-instance");
  bind("ali", "http://www.niso.org/schemas/ali/1.0/");
}

const NamespaceBinding* NamespaceScope::find(std::string_view prefix) const {
  const auto reversed = std::views::reverse(bindings_);
  const auto found = std::ranges::find(reversed, prefix, &NamespaceBinding::prefix);
  // xmlns:p="" (Namespaces 1.1) takes a prefix out of use; without a prefix it means no namespace.
  if (found == reversed.end() || (!prefix.empty() && found->name.empty())) return nullptr;
  return &*found;
}

}  // namespace octavo::xml
