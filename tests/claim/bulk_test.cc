#include "claim/bulk.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "../support/temp_path.h"

namespace gainsay::internal {
namespace {

const std::vector<std::string> kColumns = {
    "id", "subject", "predicate", "kind", "num", "txt", "source", "doc", "off"};

std::string WriteFile(const std::string& bytes) {
  const std::string path = TempPath("bulk.csv");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

BulkClaims Load(const std::string& path, std::uint32_t jobs = 1,
                std::size_t block_size = 1 << 20) {
  const auto reader = BlockReader::Open(path, {.block_size = block_size,
                                               .quoted_newlines = true})
                          .value();
  return LoadBulkCsv(*reader, BulkLayout::FromNames(kColumns).value(), jobs)
      .value();
}

using Told = std::tuple<std::string, std::string, std::string, std::string,
                        Axis, double, std::string, std::uint32_t>;

// Claims as a person would read them: strings for ids.
std::vector<Told> Tell(const ClaimColumns& columns) {
  std::vector<Told> claims;
  const ClaimStrings& strings = columns.strings;
  for (const ClaimChunk& chunk : columns.chunks) {
    for (std::uint32_t row = 0; row < chunk.rows; ++row) {
      const bool text = chunk.axis[row] == Axis::kText;
      claims.emplace_back(
          strings.subjects[chunk.subject[row]],
          strings.predicates[chunk.predicate[row]],
          strings.sources[chunk.source[row]],
          strings.documents[chunk.document[row]], chunk.axis[row],
          text ? 0 : chunk.value[row],
          text
              ? std::string(
                    strings.texts[static_cast<std::uint32_t>(chunk.value[row])])
              : "",
          chunk.offset[row]);
    }
  }
  return claims;
}

TEST(LoadBulkCsv, ReadsEachKindOfValue) {
  const BulkClaims claims = Load(WriteFile(
      "0,harbour,depth,n,12.50,,survey,chart 3,17\n"
      "1,harbour,opened,d,-4022,,survey,chart 3,90\n"
      "2,\"harbour, old\",name,t,,\"the \"\"Pool\"\"\",gazette,,0\n"));
  EXPECT_EQ(Tell(claims.columns),
            (std::vector<Told>{{"harbour", "depth", "survey", "chart 3",
                                Axis::kQuantity, 12.5, "", 17},
                               {"harbour", "opened", "survey", "chart 3",
                                Axis::kDay, -4022, "", 90},
                               {"harbour, old", "name", "gazette", "",
                                Axis::kText, 0, "the \"Pool\"", 0}}));
  EXPECT_EQ(claims.errors.bad_records + claims.errors.bad_values, 0U);
}

TEST(LoadBulkCsv, NamesWhatIsWrongAndGoesOn) {
  const std::string path = WriteFile(
      "0,harbour,depth,n,12.5,,survey,c,17\n"
      "1,harbour,depth,n\n"
      "2,harbour,depth,n,deep,,survey,c,17\n"
      "3,harbour,depth,q,1,,survey,c,17\n"
      "4,harbour,depth,n,13,,survey,c,minus\n");
  const BulkClaims claims = Load(path);
  EXPECT_EQ(claims.columns.rows(), 4U);
  EXPECT_EQ(claims.errors.bad_records, 1U);
  EXPECT_EQ(claims.errors.bad_values, 3U);
  std::vector<std::tuple<std::uint32_t, std::string, std::string>> errors;
  for (const BulkError& error : claims.errors.listed) {
    errors.emplace_back(error.place.byte, error.field, error.what);
  }
  EXPECT_EQ(errors,
            (decltype(errors){
                {36, "", "expected 9 fields, got 4"},
                {54, "num", "expected a number, got \"deep\""},
                {90, "kind", "expected n, d or t, got \"q\""},
                {123, "off",
                 "expected a byte offset below 4294967296, got \"minus\""},
            }));
  EXPECT_EQ(claims.columns.chunks[0].axis[1], Axis::kBad);
}

TEST(LoadBulkCsv, ReadsTheSameWhateverTheJobsAndBlocks) {
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    const auto n = [&](std::uint32_t below) {
      return std::to_string(random() % below);
    };
    const std::size_t kind = random() % 3;
    text += std::to_string(i) + ",subject of some length " + n(900) + ",P" +
            n(9) + "," + "ndt"[kind] + "," + (kind == 2 ? "" : n(500)) + "," +
            (kind == 2 ? "\"title " + n(40) + "\n\"" : "") + ",s" + n(20) +
            (i % 777 == 0 ? "" : ",doc" + n(5000)) + "," + n(90) + "\n";
  }
  const std::string path = WriteFile(text);
  const BulkClaims one = Load(path);
  const std::vector<Told> expected = Tell(one.columns);
  EXPECT_EQ(one.errors.bad_records, 26U);
  for (const std::uint32_t jobs : {1, 2, 4}) {
    for (const std::size_t block_size : {1000, 50000}) {
      const BulkClaims other = Load(path, jobs, block_size);
      ASSERT_EQ(Tell(other.columns), expected);
      EXPECT_EQ(other.errors.listed.size(), one.errors.listed.size());
    }
  }
}

TEST(BulkLayout, AsksForWhatItNeeds) {
  EXPECT_EQ(BulkLayout::FromNames({"subject", "kind"}).error().what,
            "expected a column \"predicate\"");
  EXPECT_EQ(BulkLayout::FromNames({"subject", "subject"}).error().what,
            "column \"subject\" stands twice");
}

}  // namespace
}  // namespace gainsay::internal
