// Stable 64-bit hashing: the same bytes give the same hash in every build, so
// that ids of findings and orders of ties never depend on the machine.
#ifndef GAINSAY_LIB_BASE_HASH_H_
#define GAINSAY_LIB_BASE_HASH_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay::internal {

// Mixes 64 bits (the finaliser of splitmix64).
constexpr std::uint64_t Mix64(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

// Eight bytes, the first one highest: compilers make one load of it.
constexpr std::uint64_t BigEndianWord(const char* at) {
  const auto byte = [at](int i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
  };
  return byte(0) << 56 | byte(1) << 48 | byte(2) << 40 | byte(3) << 32 |
         byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7);
}

// Feeds fields one after another; length-prefixed, so "a","bc" differs from
// "ab","c".
class Hasher {
 public:
  constexpr Hasher& Add(std::uint64_t x) {
    state_ =
        Mix64(state_ ^ Mix64(x + 0x9e3779b97f4a7c15U)) + 0x9e3779b97f4a7c15U;
    return *this;
  }
  constexpr Hasher& Add(std::string_view text) {
    Add(static_cast<std::uint64_t>(text.size()));
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) Add(BigEndianWord(text.data() + at));
    if (at < text.size()) {
      std::uint64_t word = 0;
      for (; at < text.size(); ++at)
        word = word << 8 | static_cast<unsigned char>(text[at]);
      Add(word);
    }
    return *this;
  }
  constexpr std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0x67616e7361793031U;
};

// The same, at half the cost: for tables that live no longer than a run, not
// for ids.
class RunHasher {
 public:
  constexpr RunHasher& Add(std::uint64_t x) {
    state_ = Mix64(state_ ^ x) + 0x9e3779b97f4a7c15U;
    return *this;
  }
  constexpr RunHasher& Add(std::string_view text) {
    Add(static_cast<std::uint64_t>(text.size()));
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) Add(BigEndianWord(text.data() + at));
    std::uint64_t rest = 0;
    for (; at < text.size(); ++at)
      rest = rest << 8 | static_cast<unsigned char>(text[at]);
    return rest == 0 ? *this : Add(rest);
  }
  constexpr std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0x67616e7361793031U;
};

// 16 lower-case hexadecimal digits.
std::string Hex64(std::uint64_t x);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_HASH_H_
