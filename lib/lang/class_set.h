// Which classes of words (SyntaxTables::classes) a lemma or a thing is of.
#ifndef GAINSAY_LIB_LANG_CLASS_SET_H_
#define GAINSAY_LIB_LANG_CLASS_SET_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace gainsay::internal {

inline constexpr std::size_t kMostClasses = 384;

// A set of bits with the operators of an unsigned number; 0 is the empty set.
class ClassSet {
 public:
  constexpr ClassSet() = default;
  constexpr ClassSet(int none)  // NOLINT: "= 0", "!= 0"
      : words_{static_cast<std::uint64_t>(none)} {}
  static constexpr ClassSet Bit(std::size_t i) {
    ClassSet set;
    set.words_[i / kBits] = std::uint64_t{1} << (i % kBits);
    return set;
  }

  constexpr bool Test(std::size_t i) const {
    return (words_[i / kBits] >> (i % kBits) & 1) != 0;
  }
  constexpr ClassSet& operator|=(const ClassSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  constexpr ClassSet& operator&=(const ClassSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  constexpr ClassSet operator~() const {
    ClassSet out;
    for (std::size_t i = 0; i < kWords; ++i) out.words_[i] = ~words_[i];
    return out;
  }
  friend constexpr ClassSet operator|(ClassSet a, const ClassSet& b) {
    return a |= b;
  }
  friend constexpr ClassSet operator&(ClassSet a, const ClassSet& b) {
    return a &= b;
  }
  friend constexpr bool operator==(const ClassSet&, const ClassSet&) = default;

 private:
  static constexpr std::size_t kBits = 64, kWords = kMostClasses / kBits;
  std::array<std::uint64_t, kWords> words_ = {};
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_CLASS_SET_H_
