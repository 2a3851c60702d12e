// Strings interned once to dense 32-bit ids. Equal strings have equal ids.
//
// Views stay valid as long as the interner: bytes live in chunks that never
// move. Not copyable. Thread safety: as std::vector (many readers or one
// writer).
#ifndef GAINSAY_LIB_BASE_INTERNER_H_
#define GAINSAY_LIB_BASE_INTERNER_H_

#include <memory>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "base/ids.h"

namespace gainsay::internal {

class Interner {
 public:
  Interner() { InternWords({}); }
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;

  // The id of a string; the empty string is always id 0. Amortised O(length).
  StringId Intern(std::string_view text) {
    return text.empty() ? StringId(0) : InternWords(text);
  }
  // The id of a string that was interned, else none.
  StringId Find(std::string_view text) const;
  std::string_view View(StringId id) const {
    return id.valid() ? views_[id.index] : std::string_view();
  }
  std::size_t size() const { return views_.size(); }
  // Room for so many more strings.
  void Reserve(std::size_t more) {
    views_.reserve(views_.size() + more);
    ids_.reserve(views_.size() + more);
  }
  std::size_t bytes() const { return bytes_; }

 private:
  StringId InternWords(std::string_view text);
  char* Allocate(std::size_t size);

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t left_ = 0, bytes_ = 0;
  char* next_ = nullptr;
  std::vector<std::string_view> views_;
  absl::flat_hash_map<std::string_view, std::uint32_t> ids_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_INTERNER_H_
