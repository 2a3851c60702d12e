#include "base/interner.h"

#include <algorithm>
#include <cstring>

namespace gainsay::internal {
namespace {
constexpr std::size_t kChunk = std::size_t{1} << 16;
}

char* Interner::Allocate(std::size_t size) {
  if (size > left_) {
    const std::size_t chunk = std::max(size, kChunk);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk));
    next_ = chunks_.back().get();
    left_ = chunk;
    bytes_ += chunk;
  }
  char* const at = next_;
  next_ += size;
  left_ -= size;
  return at;
}

StringId Interner::InternWords(std::string_view text) {
  // One search whether it is known or not: most strings of records are new.
  const auto it = ids_.lazy_emplace(text, [&](const auto& make) {
    std::string_view kept;
    if (!text.empty()) {
      char* const copy = Allocate(text.size());
      std::memcpy(copy, text.data(), text.size());
      kept = {copy, text.size()};
    }
    make(kept, static_cast<std::uint32_t>(views_.size()));
    views_.push_back(kept);
  });
  return StringId(it->second);
}

StringId Interner::Find(std::string_view text) const {
  const auto it = ids_.find(text);
  return it == ids_.end() ? StringId() : StringId(it->second);
}

}  // namespace gainsay::internal
