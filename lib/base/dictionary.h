// Many strings to dense 32-bit ids, in batches: an Interner for millions of
// rows.
//
// A bucket is one cache line of three keys; strings of up to 15 bytes live in
// the key itself, so that finding one costs one line of memory, asked for
// before it is needed (a batch first hashes and prefetches, then looks up).
// Longer strings are verified against the arena. Equal strings have equal ids,
// different ones different ids: no two strings are ever taken for one because
// their hashes meet. Ids count up from 0 in the order of first appearance.
//
// Not copyable. Thread safety: as std::vector (many readers or one writer).
#ifndef GAINSAY_LIB_BASE_DICTIONARY_H_
#define GAINSAY_LIB_BASE_DICTIONARY_H_

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/pages.h"

namespace gainsay::internal {

class Dictionary {
 public:
  Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;
  Dictionary(Dictionary&&) = default;
  Dictionary& operator=(Dictionary&&) = default;

  // ids[i] = id of strings[i]. At least kPadding readable bytes must follow the
  // bytes of each string. Amortised O(bytes).
  static constexpr std::size_t kPadding = 16;
  void InternPadded(std::span<const std::string_view> strings,
                    std::uint32_t* ids);
  // Without any condition on what follows the strings.
  std::uint32_t Intern(std::string_view text);

  // The string of an id; valid as long as the dictionary.
  std::string_view operator[](std::uint32_t id) const {
    const Key& key = entries_[id >> kEntryBits][id & kEntryMask];
    const auto length = static_cast<std::size_t>(key.b >> 56);
    if (length <= kInline + 1) {
      return {reinterpret_cast<const char*>(&key), length - 1};
    }
    return {reinterpret_cast<const char*>(key.a),
            static_cast<std::size_t>(key.b & UINT32_MAX)};
  }
  std::size_t size() const { return size_; }
  // Memory taken by strings, keys and entries.
  std::size_t bytes() const;

  // For each id of `other` the id of the same string here, new where there was
  // none.
  std::vector<std::uint32_t> Absorb(const Dictionary& other);

 private:
  static constexpr std::size_t kInline = 15;  // bytes that fit a key
  static constexpr unsigned kEntryBits = 14;
  static constexpr std::uint32_t kEntryMask = (1U << kEntryBits) - 1;

  // The bytes of a short string, then its length + 1 in the last byte. Of a
  // longer one 255 in the last byte, beside the first bytes and a hash in a
  // bucket, the address and the size in an entry. All zero: no key.
  struct Key {
    std::uint64_t a = 0, b = 0;
  };
  struct alignas(64) Bucket {
    std::array<Key, 3> keys;
    std::array<std::uint32_t, 3> ids;
    std::uint32_t used;
  };
  static_assert(sizeof(Bucket) == 64);

  Key MakeKey(const char* data, std::size_t size) const;
  std::size_t Home(const Key& key) const;
  std::uint32_t FindOrAdd(const Key& key, std::string_view text);
  std::uint32_t Add(const Key& key, std::string_view text);
  void Grow();
  const char* Store(std::string_view text);

  PageBlock memory_;
  Bucket* buckets_ = nullptr;
  std::size_t mask_ = 0;  // number of buckets - 1
  std::size_t size_ = 0;
  PageArena arena_;            // of the entries
  std::vector<Key*> entries_;  // 2^kEntryBits each; they never move
  std::vector<std::unique_ptr<char[]>> chunks_;  // bytes of longer strings
  char* next_ = nullptr;
  std::size_t left_ = 0, chunk_bytes_ = 0;
  std::uint64_t seed_;  // differs from run to run; no id depends on it
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_DICTIONARY_H_
