#include "base/dictionary.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/pages.h"
#include "base/workers.h"

namespace gainsay::internal {
namespace {

// Lengths around those at which the layout of a key changes; few letters, so
// that many meet.
std::vector<std::string> RandomStrings(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::string> strings;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text(random() % 20, 'a');
    for (char& c : text) c = "ab\0c"[random() % 4];
    strings.push_back(std::move(text));
  }
  return strings;
}

TEST(Dictionary, NumbersStringsByFirstAppearance) {
  const std::vector<std::string> strings = RandomStrings(1, 50000);
  Dictionary dictionary;
  std::map<std::string, std::uint32_t> expected;
  for (const std::string& text : strings) {
    const auto [it, added] =
        expected.emplace(text, static_cast<std::uint32_t>(expected.size()));
    ASSERT_EQ(dictionary.Intern(text), it->second);
  }
  ASSERT_EQ(dictionary.size(), expected.size());
  for (const auto& [text, id] : expected) EXPECT_EQ(dictionary[id], text);
}

TEST(Dictionary, BatchesGiveTheSameIds) {
  const std::vector<std::string> strings = RandomStrings(2, 3001);
  std::string bytes;
  std::vector<std::size_t> at;
  for (const std::string& text : strings)
    at.push_back(bytes.size()), bytes += text;
  bytes.append(Dictionary::kPadding,
               'x');  // what follows a string is no part of it
  std::vector<std::string_view> views;
  for (std::size_t i = 0; i < strings.size(); ++i)
    views.emplace_back(&bytes[at[i]], strings[i].size());
  Dictionary one, batch;
  std::vector<std::uint32_t> ids(strings.size());
  batch.InternPadded(views, ids.data());
  for (std::size_t i = 0; i < strings.size(); ++i)
    EXPECT_EQ(ids[i], one.Intern(strings[i])) << i;
}

TEST(Dictionary, AbsorbMapsEveryString) {
  Dictionary a, b;
  for (const std::string& text : RandomStrings(3, 5000)) a.Intern(text);
  for (const std::string& text : RandomStrings(4, 5000)) b.Intern(text);
  const std::size_t before = a.size();
  const std::vector<std::uint32_t> map = a.Absorb(b);
  ASSERT_EQ(map.size(), b.size());
  for (std::uint32_t id = 0; id < b.size(); ++id) EXPECT_EQ(a[map[id]], b[id]);
  EXPECT_GT(a.size(), before);
}

TEST(PageArena, PiecesAreZeroedAlignedAndApart) {
  PageArena arena(1 << 12);
  std::vector<std::uint32_t*> pieces;
  for (std::uint32_t i = 0; i < 200; ++i) {
    std::uint32_t* const piece = arena.Allocate<std::uint32_t>(i * 7);
    EXPECT_EQ(reinterpret_cast<std::size_t>(piece) % 64, 0U);
    for (std::uint32_t k = 0; k < i * 7; ++k)
      EXPECT_EQ(std::exchange(piece[k], i), 0U);
    pieces.push_back(piece);
  }
  for (std::uint32_t i = 0; i < 200; ++i) {
    for (std::uint32_t k = 0; k < i * 7; ++k) ASSERT_EQ(pieces[i][k], i);
  }
  EXPECT_LE(arena.used(), arena.reserved());
}

TEST(PageBlock, HugeBlocksMoveAndGoAway) {
  PageBlock block(std::size_t{5} << 20);
  block.data()[block.size() - 1] = std::byte{7};
  PageBlock other = std::move(block);
  EXPECT_EQ(block.data(), nullptr);
  EXPECT_EQ(other.data()[other.size() - 1], std::byte{7});
  other = PageBlock(10);
  EXPECT_EQ(other.data()[9], std::byte{0});
}

TEST(RunWorkers, CallsEachOnceAndPassesOnAnException) {
  std::vector<int> calls(5);
  RunWorkers(5, [&](std::uint32_t worker) { ++calls[worker]; });
  EXPECT_EQ(calls, std::vector<int>(5, 1));
  EXPECT_THROW(RunWorkers(3,
                          [](std::uint32_t worker) {
                            if (worker == 2) throw std::string("two");
                          }),
               std::string);
}

}  // namespace
}  // namespace gainsay::internal
