#include "schema/schema.h"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto schema = gainsay::internal::Schema::Parse(
      std::string_view(reinterpret_cast<const char*>(data), size), "input");
  return schema && schema->size() == 0 ? 1 : 0;
}
