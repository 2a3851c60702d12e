// Any bytes are tagged: spans lie in the text, in order, intervals are sane.
#include "gainsay/tag.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const gainsay::Tagger tagger;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::optional<gainsay::Date> date;
  if (size % 2 == 0) date = gainsay::Date::Parse("2001-03-14").value();
  const gainsay::TagResult result = tagger.Tag(text, date);
  std::uint32_t at = 0;
  for (const gainsay::Tag& tag : result.tags()) {
    const bool sane = tag.span.begin < tag.span.end && tag.span.end <= size &&
                      tag.span.begin >= at;
    if (!sane || tag.core.lo < tag.hull.lo || tag.core.hi > tag.hull.hi)
      std::abort();
    at = tag.span.begin;
    for (const gainsay::TagReading& reading : tag.readings) {
      if (reading.core.empty() || reading.value.empty()) std::abort();
    }
  }
  return 0;
}
