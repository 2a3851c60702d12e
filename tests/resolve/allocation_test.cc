// How often tagging asks for memory once its scratch has grown: never for a
// token, a few times for a mention.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "gainsay/tag.h"

namespace {

std::atomic<std::size_t> allocations{0};

void* Allocate(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return Allocate(size); }
void* operator new[](std::size_t size) { return Allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace gainsay {
namespace {

constexpr std::size_t kOfAResult = 12, kOfAMention = 6;

std::string Repeat(const std::string& text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

// Allocations of tagging a text whose words the scratch has seen.
std::size_t AllocationsOf(const std::string& text, std::size_t* mentions) {
  const Tagger tagger;
  const Date date = Date::Parse("2001-03-14").value();
  TagScratch scratch;
  for (int i = 0; i < 2; ++i) tagger.Tag(text, date, scratch);
  const std::size_t before = allocations.load();
  const TagResult result = tagger.Tag(text, date, scratch);
  const std::size_t after = allocations.load();
  *mentions = result.tags().size();
  return after - before;
}

TEST(Allocations, AreNoneForATokenInTheSteadyState) {
  const std::string prose =
      "The mill stood by the river, and its owners sold cloth to the town. ";
  std::size_t mentions = 0;
  for (const int n : {10, 100, 1000}) {
    EXPECT_LE(AllocationsOf(Repeat(prose, n), &mentions), kOfAResult) << n;
    EXPECT_EQ(mentions, 0U);
  }
}

// Plain numbers have short values: none for a mention either, three for a block
// of a long text.
TEST(Allocations, AreNoneForAPlainNumber) {
  std::size_t mentions = 0;
  for (const int n : {1000, 10000, 100000}) {
    const std::string text = Repeat("12 ", n);
    const std::size_t blocks = text.size() / 32768 + 1;
    EXPECT_LE(AllocationsOf(text, &mentions), kOfAResult + 3 * blocks) << n;
    EXPECT_EQ(mentions, static_cast<std::size_t>(n));
  }
}

TEST(Allocations, AreFewForAMention) {
  const std::string prose =
      "The mill opened on 9 June 1948 and sold 60 bales a week for $40 each. ";
  std::size_t mentions = 0;
  for (const int n : {10, 100, 1000}) {
    const std::size_t count = AllocationsOf(Repeat(prose, n), &mentions);
    EXPECT_LE(count, kOfAResult + kOfAMention * mentions) << n;
    EXPECT_GE(mentions, static_cast<std::size_t>(4 * n));
  }
}

}  // namespace
}  // namespace gainsay
