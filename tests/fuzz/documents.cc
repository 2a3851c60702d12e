#include "ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using gainsay::internal::FileFormat;
  return gainsay::internal::FuzzIngest(data, size, FileFormat::kDocuments);
}
