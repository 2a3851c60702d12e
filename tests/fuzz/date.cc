#include "gainsay/date.h"

#include <cstdlib>
#include <string_view>

// What parses is written as something that reads back equal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto date = gainsay::Date::Parse(
      std::string_view(reinterpret_cast<const char*>(data), size));
  if (!date) return 0;
  const auto again = gainsay::Date::Parse(date->ToString());
  if (!again || again->core() != date->core()) std::abort();
  const bool interval = date->grain() == gainsay::Grain::kUnknown;
  if (!interval && *again != *date) std::abort();
  return 0;
}
