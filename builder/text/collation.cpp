// text: words in the order in which a language's readers look for them.
#include "text/collation.h"

#include <unicode/alphaindex.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace octavo::text {

namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot sort: ") + u_errorName(status));
}

}  // namespace

std::vector<IndexGroup> indexGroups(const std::vector<std::string>& keys, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag({language.data(), static_cast<int>(language.size())}, status);
  if (U_FAILURE(status)) status = U_ZERO_ERROR;  // no tag: the root's order
  icu::AlphabeticIndex index(locale, status);
  index.addLabels(icu::Locale::getEnglish(), status);  // Latin words have their letters in every language
  for (const std::string& key : keys) index.addRecord(icu::UnicodeString::fromUTF8(key), &key, status);
  require(status);
  std::vector<IndexGroup> groups;
  while (index.nextBucket(status)) {
    if (index.getBucketRecordCount() == 0) continue;
    IndexGroup& group = groups.emplace_back();
    if (index.getBucketLabelType() == U_ALPHAINDEX_NORMAL) index.getBucketLabel().toUTF8String(group.label);
    while (index.nextRecord(status)) {
      group.members.push_back(static_cast<std::size_t>(static_cast<const std::string*>(index.getRecordData()) - keys.data()));
    }
  }
  require(status);
  return groups;
}

}  // namespace octavo::text
