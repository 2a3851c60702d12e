#include "base/hash.h"

namespace gainsay::internal {

std::string Hex64(std::uint64_t x) {
  std::string text(16, '0');
  for (int i = 15; i >= 0; --i, x >>= 4)
    text[static_cast<std::size_t>(i)] = "0123456789abcdef"[x & 15];
  return text;
}

}  // namespace gainsay::internal
