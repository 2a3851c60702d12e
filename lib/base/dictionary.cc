#include "base/dictionary.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "base/hash.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kBatch = 64;
constexpr std::size_t kFirstBuckets = 64;
constexpr std::size_t kChunk = std::size_t{1} << 16;
constexpr std::uint64_t kLongTag = std::uint64_t{255} << 56;

static_assert(std::endian::native == std::endian::little,
              "keys are loaded as little-endian words");

std::uint64_t Load8(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, 8);
  return word;
}

// The first `size` bytes (0 to 8) of a word.
std::uint64_t Keep(std::uint64_t word, std::size_t size) {
  return size >= 8 ? word : word & ((std::uint64_t{1} << (8 * size)) - 1);
}

// Folds the 128-bit product of two words (the mixing step of wyhash).
std::uint64_t Fold(std::uint64_t x, std::uint64_t y) {
  const auto product = static_cast<unsigned __int128>(x) * y;
  return static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64);
}

[[gnu::noinline]] std::uint64_t HashLong(const char* data, std::size_t size,
                                         std::uint64_t seed) {
  std::uint64_t h = seed ^ size;
  std::size_t i = 0;
  for (; i + 16 <= size; i += 16) {
    h = Fold(h ^ Load8(data + i) ^ 0x9e3779b97f4a7c15U,
             Load8(data + i + 8) ^ 0xbf58476d1ce4e5b9U);
  }
  // The last 16 bytes, overlapping what was read: `size` is at least 16.
  return Fold(h ^ Load8(data + size - 16) ^ 0x94d049bb133111ebU,
              Load8(data + size - 8) ^ 0x2545f4914f6cdd1dU);
}

}  // namespace

Dictionary::Dictionary()
    : arena_((kEntryMask + 1) * sizeof(Key)),
      seed_(Mix64(reinterpret_cast<std::uintptr_t>(&kLongTag))) {
  memory_ = PageBlock(kFirstBuckets * sizeof(Bucket));
  buckets_ = reinterpret_cast<Bucket*>(memory_.data());
  mask_ = kFirstBuckets - 1;
}

inline Dictionary::Key Dictionary::MakeKey(const char* data,
                                           std::size_t size) const {
  if (size > kInline) [[unlikely]] {
    return {Load8(data), kLongTag | (HashLong(data, size, seed_) >> 8)};
  }
  const std::uint64_t head = Load8(data), tail = Load8(data + 8);
  const std::uint64_t length = static_cast<std::uint64_t>(size + 1) << 56;
  return {Keep(head, size), length | (size > 8 ? Keep(tail, size - 8) : 0)};
}

inline std::size_t Dictionary::Home(const Key& key) const {
  return static_cast<std::size_t>(
             Fold(key.a ^ seed_, key.b ^ 0x9e3779b97f4a7c15U)) &
         mask_;
}

const char* Dictionary::Store(std::string_view text) {
  if (text.size() > left_) {
    const std::size_t size = std::max(text.size(), kChunk);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = chunks_.back().get();
    left_ = size;
    chunk_bytes_ += size;
  }
  char* const at = next_;
  std::memcpy(at, text.data(), text.size());
  next_ += text.size();
  left_ -= text.size();
  return at;
}

// All keys of a bucket are compared without a branch: where in its bucket a
// string stands can't be foreseen.
inline std::uint32_t Dictionary::FindOrAdd(const Key& key,
                                           std::string_view text) {
  for (std::size_t at = Home(key);; at = (at + 1) & mask_) {
    const Bucket& bucket = buckets_[at];
    unsigned match = 0;
    for (unsigned i = 0; i < bucket.keys.size(); ++i) {
      match |= unsigned{((bucket.keys[i].a ^ key.a) |
                         (bucket.keys[i].b ^ key.b)) == 0}
               << i;
    }
    for (; match != 0; match &= match - 1) {
      const std::uint32_t id = bucket.ids[std::countr_zero(match)];
      if (text.size() <= kInline || (*this)[id] == text) return id;
    }
    if (bucket.used < bucket.keys.size()) return Add(key, text);
  }
}

[[gnu::noinline]] std::uint32_t Dictionary::Add(const Key& key,
                                                std::string_view text) {
  // At most two keys of three a bucket on average: probes stay short.
  if (size_ + 1 > (mask_ + 1) * 2) Grow();
  const auto id = static_cast<std::uint32_t>(size_);
  assert(id != UINT32_MAX);
  if ((size_ & kEntryMask) == 0) {
    entries_.push_back(arena_.Allocate<Key>(kEntryMask + 1));
  }
  Key& entry = entries_.back()[size_++ & kEntryMask];
  entry = key;
  if (text.size() > kInline) {
    assert(text.size() <= UINT32_MAX);
    entry = {reinterpret_cast<std::uintptr_t>(Store(text)),
             kLongTag | text.size()};
  }
  std::size_t at = Home(key);
  while (buckets_[at].used == buckets_[at].keys.size()) at = (at + 1) & mask_;
  Bucket& bucket = buckets_[at];
  bucket.keys[bucket.used] = key;
  bucket.ids[bucket.used] = id;
  ++bucket.used;
  return id;
}

void Dictionary::Grow() {
  const PageBlock old_memory = std::move(memory_);
  const auto* const old = reinterpret_cast<const Bucket*>(old_memory.data());
  const std::size_t old_count = mask_ + 1;
  const std::size_t count = old_count * 2;
  memory_ = PageBlock(count * sizeof(Bucket));
  buckets_ = reinterpret_cast<Bucket*>(memory_.data());
  mask_ = count - 1;
  for (std::size_t i = 0; i < old_count; ++i) {
    for (std::uint32_t k = 0; k < old[i].used; ++k) {
      std::size_t at = Home(old[i].keys[k]);
      while (buckets_[at].used == buckets_[at].keys.size())
        at = (at + 1) & mask_;
      Bucket& bucket = buckets_[at];
      bucket.keys[bucket.used] = old[i].keys[k];
      bucket.ids[bucket.used] = old[i].ids[k];
      ++bucket.used;
    }
  }
}

void Dictionary::InternPadded(std::span<const std::string_view> strings,
                              std::uint32_t* ids) {
  std::array<Key, kBatch> keys;
  for (std::size_t begin = 0; begin < strings.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, strings.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view text = strings[begin + i];
      keys[i] = MakeKey(text.data(), text.size());
      __builtin_prefetch(&buckets_[Home(keys[i])]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      ids[begin + i] = FindOrAdd(keys[i], strings[begin + i]);
    }
  }
}

std::uint32_t Dictionary::Intern(std::string_view text) {
  if (text.size() > kInline)
    return FindOrAdd(MakeKey(text.data(), text.size()), text);
  std::array<char, kInline + 1> padded{};
  std::copy(text.begin(), text.end(), padded.begin());
  return FindOrAdd(MakeKey(padded.data(), text.size()), text);
}

std::size_t Dictionary::bytes() const {
  return memory_.size() + arena_.reserved() + chunk_bytes_;
}

std::vector<std::uint32_t> Dictionary::Absorb(const Dictionary& other) {
  std::vector<std::uint32_t> ids(other.size());
  std::array<std::array<char, kInline + 1>, kBatch> padded{};
  std::array<Key, kBatch> keys;
  for (std::size_t begin = 0; begin < ids.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, ids.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view text =
          other[static_cast<std::uint32_t>(begin + i)];
      const char* data = text.data();
      if (text.size() <= kInline) {
        std::memcpy(padded[i].data(), text.data(), text.size());
        data = padded[i].data();
      }
      keys[i] = MakeKey(data, text.size());
      __builtin_prefetch(&buckets_[Home(keys[i])]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      ids[begin + i] =
          FindOrAdd(keys[i], other[static_cast<std::uint32_t>(begin + i)]);
    }
  }
  return ids;
}

}  // namespace gainsay::internal
