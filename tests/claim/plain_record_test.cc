#include "claim/plain_record.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <random>
#include <string>

#include "claim/records.h"

namespace gainsay::internal {
namespace {

// The bytes stay as long as the record's views are looked at.
struct Scanned {
  explicit Scanned(std::string line) : bytes(std::move(line)) {
    bytes += '\n';
    const std::size_t size = bytes.size();
    bytes.append(kPlainPadding, '\0');
    const char* end = nullptr;
    plain = ScanPlainRecord(bytes.data(), record, end);
    if (plain) {
      EXPECT_EQ(end, bytes.data() + size - 1);
    }
  }
  std::string bytes;
  ClaimRecord record;
  bool plain = false;
};

TEST(PlainRecord, TakesWhatIsUsual) {
  const Scanned s(
      R"( {"id":"1", "source" : "wire","subject":{"id":"Q1","name":"Zürich"},)"
      R"("predicate":"height","object":{"type":"quantity","value":-12.50,)"
      R"("unit":"m"},"doc":"d","span":[1, 20],"confidence":0.5,"x":null}  )");
  ASSERT_TRUE(s.plain);
  EXPECT_EQ(s.record.id, "1");
  EXPECT_EQ(s.record.source, "wire");
  EXPECT_EQ(s.record.subject_id, "Q1");
  EXPECT_EQ(s.record.subject, "Zürich");
  EXPECT_EQ(s.record.predicate, "height");
  EXPECT_EQ(s.record.type, "quantity");
  EXPECT_EQ(s.record.number, -12.5);
  EXPECT_EQ(s.record.unit, "m");
  EXPECT_EQ(s.record.span, (ByteSpan{1, 20}));
  EXPECT_EQ(s.record.confidence, 0.5);
  EXPECT_EQ(Scanned(R"({"object":true})").record.truth, true);
  EXPECT_EQ(Scanned(R"({"object":false})").record.truth, false);
}

TEST(PlainRecord, RefusesTheRest) {
  for (const char* line : {R"()",
                           R"({})",
                           R"([1])",
                           R"({"object":1)",
                           R"({"object":1}})",
                           R"({"object":1,})",
                           R"({"object":"a\n"})",
                           R"({"object":1,"object":1})",
                           R"({"object":1,"x":2,"x":2})",
                           R"({"object":[1]})",
                           R"({"object":01})",
                           R"({"object":1e3})",
                           R"({"object":1.})",
                           R"({"object":-})",
                           R"({"object":1234567890123456})",
                           R"({"object":nul})",
                           R"({"object":1,"source":1})",
                           R"({"object":1,"span":[2,1]})",
                           R"({"object":1,"span":[1.5,2]})",
                           R"({"object":1,"confidence":0})",
                           R"({"object":1,"country_cow":20})",
                           R"({"object":{"mod":"about"}})",
                           R"({"object":1,"subject":{"aliases":[]}})",
                           R"({"object":1,"x":{}})",
                           "{\"object\":\"\xff\"}",
                           "{\"object\":\"a\tb\"}"}) {
    EXPECT_FALSE(Scanned(line).plain) << line;
  }
}

// Every start of a record ends within its bytes.
TEST(PlainRecord, StopsAtTheEndOfItsLine) {
  const std::string line =
      R"({"source":"a long name of a source","subject":"S","span":[1,2],)"
      R"("object":{"value":12.5,"unit":"metres"},"confidence":1})";
  for (std::size_t size = 0; size < line.size(); ++size)
    EXPECT_FALSE(Scanned(line.substr(0, size)).plain) << size;
  EXPECT_TRUE(Scanned(line).plain);
}

// Numbers are those that the general reader makes of the same digits.
TEST(PlainRecord, NumbersAreThoseOfTheGeneralReader) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 200000; ++i) {
    std::string digits =
        std::to_string(random() % 1000000000000000 >> (random() % 50));
    if (random() % 4 != 0) digits.insert(1 + random() % digits.size(), ".");
    if (digits.ends_with('.')) digits += "0";
    if (digits.size() > 16) continue;
    if (random() % 3 == 0) digits.insert(0, "-");
    const Scanned s(R"({"object":)" + digits + "}");
    if (!s.plain) continue;
    const double general = boost::json::parse(digits).to_number<double>();
    ASSERT_EQ(*s.record.number, general) << digits;
  }
}

}  // namespace
}  // namespace gainsay::internal
