// pdf: what the file says of itself.
#include "pdf/metadata.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "pdf/language_tag.h"

namespace octavo::pdf {

namespace {

using publication::Contributor;

constexpr std::string_view kCreatorTool = "Octavo";

/// Text of an XML element; characters that XML 1.0 does not allow are dropped.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = decodeUtf8(text, at);
    if (character == U'&') {
      out += "&amp;";
    } else if (character == U'<') {
      out += "&lt;";
    } else if (character == U'>') {
      out += "&gt;";
    } else if (character == U'"') {
      out += "&quot;";
    } else if (character >= 0x20 && character != 0xFFFE && character != 0xFFFF) {
      appendUtf8(out, character);
    } else if (character == U'\n' || character == U'\t') {
      out.push_back(' ');
    }
  }
  return out;
}

std::string simple(std::string_view property, std::string_view value) {
  if (value.empty()) return {};
  return "   <" + std::string(property) + ">" + escaped(value) + "</" + std::string(property) + ">\n";
}

/// rdf:Seq or rdf:Bag.
std::string list(std::string_view property, std::string_view kind, const std::vector<std::string>& values) {
  if (values.empty()) return {};
  std::string out = "   <" + std::string(property) + "><rdf:" + std::string(kind) + ">";
  for (const std::string& value : values) out += "<rdf:li>" + escaped(value) + "</rdf:li>";
  return out + "</rdf:" + std::string(kind) + "></" + std::string(property) + ">\n";
}

std::string alternatives(std::string_view property, const std::vector<publication::LocalizedText>& texts) {
  if (texts.empty() || texts.front().text.empty()) return {};
  std::string out = "   <" + std::string(property) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                    escaped(texts.front().text) + "</rdf:li>";
  std::vector<std::string> seen;
  for (const auto& [text, language] : texts) {
    if (text.empty() || !isLanguageTag(language) || std::ranges::find(seen, language) != seen.end()) continue;
    seen.push_back(language);
    out += "<rdf:li xml:lang=\"" + language + "\">" + escaped(text) + "</rdf:li>";
  }
  return out + "</rdf:Alt></" + std::string(property) + ">\n";
}

std::vector<std::string> names(const std::vector<Contributor>& contributors, bool creators) {
  std::vector<std::string> found;
  for (const Contributor& contributor : contributors) {
    if ((contributor.role == "aut") == creators && !contributor.name.empty())
      found.push_back(contributor.name);
  }
  return found;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::vector<std::string> subjects(const publication::Metadata& metadata) {
  std::vector<std::string> found;
  for (const auto& subject : metadata.subjects) {
    if (!subject.text.empty()) found.push_back(subject.text);
  }
  return found;
}

std::string languageOr(const std::string& language, const std::string& otherwise) {
  return language.empty() ? otherwise : language;
}

constexpr std::string_view kExtensionSchema =
    R"(   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of PDF/UA that the file keeps to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
)";

constexpr std::string_view kNamespaces = R"(
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#")";

std::vector<publication::LocalizedText> titles(const MetadataInputs& inputs) {
  const publication::Metadata& metadata = inputs.metadata;
  std::vector<publication::LocalizedText> all{
      {inputs.title, languageOr(metadata.title.language, inputs.language)}};
  all.insert(all.end(), metadata.translatedTitles.begin(), metadata.translatedTitles.end());
  return all;
}

std::string properties(const MetadataInputs& inputs) {
  const publication::Metadata& metadata = inputs.metadata;
  std::string out = simple("dc:format", "application/pdf") + alternatives("dc:title", titles(inputs));
  out += list("dc:creator", "Seq", names(metadata.contributors, true));
  out += list("dc:contributor", "Bag", names(metadata.contributors, false));
  std::vector<std::string> languages = metadata.languages;
  if (languages.empty()) languages.push_back(inputs.language);
  out += list("dc:language", "Bag", languages);
  out +=
      alternatives("dc:description",
                   {{metadata.description.text, languageOr(metadata.description.language, inputs.language)}});
  out += list("dc:subject", "Bag", subjects(metadata));
  if (!metadata.publisher.empty()) out += list("dc:publisher", "Bag", {metadata.publisher});
  out += alternatives("dc:rights", {{metadata.rights, inputs.language}});
  out += simple("dc:identifier", metadata.identifier) + simple("dc:source", metadata.source);
  if (!pdfDate(inputs.date).empty()) {
    for (const auto* property : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"})
      out += simple(property, inputs.date);
  }
  out += simple("xmp:CreatorTool", kCreatorTool) + simple("pdf:Producer", inputs.producer);
  out += simple("pdf:Keywords", joined(subjects(metadata)));
  out += simple("pdfaid:part", "2") + simple("pdfaid:conformance", "A") + simple("pdfuaid:part", "1");
  return out + std::string(kExtensionSchema);
}

}  // namespace

std::string pdfDate(std::string_view iso8601) {
  constexpr std::string_view kPattern = "dddd-dd-ddTdd:dd:ddZ";
  if (iso8601.size() != kPattern.size()) return {};
  std::string out = "D:";
  for (std::size_t i = 0; i < kPattern.size(); ++i) {
    const bool isDigit = iso8601[i] >= '0' && iso8601[i] <= '9';
    if (kPattern[i] == 'd' ? !isDigit : iso8601[i] != kPattern[i]) return {};
    if (isDigit) out.push_back(iso8601[i]);
  }
  return out + "Z";
}

Dictionary infoDictionary(const MetadataInputs& inputs) {
  Dictionary info;
  const auto set = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) info.set(key, Value::text(text));
  };
  set("Title", inputs.title);
  set("Author", joined(names(inputs.metadata.contributors, true)));
  set("Subject", inputs.metadata.description.text);
  set("Keywords", joined(subjects(inputs.metadata)));
  set("Creator", std::string(kCreatorTool));
  set("Producer", inputs.producer);
  set("CreationDate", pdfDate(inputs.date));
  set("ModDate", pdfDate(inputs.date));
  return info;
}

std::string xmpPacket(const MetadataInputs& inputs) {
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "  <rdf:Description rdf:about=\"\"" +
         std::string(kNamespaces) + ">\n" + properties(inputs) +
         "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace octavo::pdf
