#include "io/csv.h"

#include <cstdlib>
#include <string>

// Every record has one field a column, and every call ends.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace gainsay::internal;
  auto reader = CsvReader::Open(Input::OfMemory(
      "input", std::string(reinterpret_cast<const char*>(data), size)));
  if (!reader) return 0;
  std::size_t records = 0;
  while (const auto record = reader->Next()) {
    if (++records > size + 1) std::abort();
    if (*record && (*record)->fields.size() != reader->columns().size()) {
      std::abort();
    }
  }
  return 0;
}
