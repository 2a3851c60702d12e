// Lines read by their shape are read as by the scanner of single records.
#include "claim/plain_shapes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>

#include "claim/plain_record.h"

namespace gainsay::internal {
namespace {

auto Fields(const ClaimRecord& r) {
  return std::tuple(r.id, r.source, r.subject, r.subject_id, r.subject_type,
                    r.predicate, r.type, r.value, r.number, r.truth, r.unit,
                    r.precision, r.object_id, r.start, r.end, r.modality, r.doc,
                    r.span, r.confidence, r.aliases.size());
}

class Lines {
 public:
  explicit Lines(std::uint32_t seed) : random_(seed) {}

  // Members of one of a few orders, most lines alike, some broken.
  std::string Next() {
    std::string out = "{";
    const bool blanks = Odd(20);
    const auto add = [&](const std::string& member) {
      if (out.size() > 1) out += blanks ? " , " : ",";
      out += member;
    };
    if (!Odd(9)) add(R"("id":")" + Word() + "\"");
    add(R"("source":")" + Word() + "\"");
    add(Odd(5) ? R"("subject":")" + Word() + "\""
               : R"("subject":{"id":")" + Word() + R"(","name":")" + Word() +
                     "\"}");
    add(R"("predicate":")" + Word() + "\"");
    add(R"("object":)" + Object());
    if (!Odd(6)) add(R"("doc":")" + Word() + R"(","span":)" + Span());
    if (Odd(6)) add(R"("confidence":)" + Number());
    if (Odd(6)) add(R"("extra":)" + Any({"null", "true", "12", "\"a\"", "[]"}));
    if (Odd(30)) add(R"("modality":null)");
    out += "}";
    if (Odd(20)) out[random_() % out.size()] = static_cast<char>(random_());
    if (Odd(30)) out.resize(random_() % out.size());
    if (Odd(20)) out += Any({" ", "\t", "\r", " \r"});
    return out;
  }

 private:
  bool Odd(std::uint32_t n) { return random_() % n == 0; }
  std::string Any(std::initializer_list<const char*> of) {
    return *(of.begin() + random_() % of.size());
  }
  std::string Word() {
    std::string word(random_() % 40, 'x');
    if (Odd(4)) word += Any({"é", "\\n", "{", "\":", ",", "\xff"});
    return word + std::to_string(random_() % 100);
  }
  std::string Number() {
    return Any({"0", "1", "-5", "0.25", "12.50", "1e3", "00", "1."});
  }
  std::string Span() {
    return "[" + std::to_string(random_() % 50) + "," +
           Any({"60", "70", "1", "2.5", "-1"}) + "]";
  }
  std::string Object() {
    switch (random_() % 5) {
      case 0:
        return R"({"type":"quantity","value":)" + Number() + "}";
      case 1:
        return R"({"type":"text","value":")" + Word() + "\"}";
      case 2:
        return R"({"type":"date","value":"1904","precision":"year"})";
      case 3:
        return Any({"true", "false", "null", "3", "\"words\""});
      default:
        return R"({"value":)" + Number() + R"(,"unit":")" + Word() + "\"}";
    }
  }

  std::mt19937 random_;
};

TEST(PlainShapes, ReadWhatTheScannerReads) {
  int plain = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Lines lines(seed);
    PlainShapes shapes;
    for (int i = 0; i < 3000; ++i) {
      std::string line = lines.Next();
      const std::size_t size = line.size();
      line += '\n';
      line.append(kPlainPadding, '\0');
      ClaimRecord expected;
      const char *end = nullptr, *shaped = nullptr;
      const bool takes = ScanPlainRecord(line.data(), expected, end);
      const ClaimRecord* const record = shapes.Scan(line.data(), shaped);
      ASSERT_EQ(record != nullptr, takes) << line.substr(0, size);
      if (!takes) continue;
      ++plain;
      ASSERT_EQ(shaped - line.data(), end - line.data());
      ASSERT_EQ(Fields(*record), Fields(expected)) << line.substr(0, size);
    }
  }
  EXPECT_GT(plain, 5000);
}

}  // namespace
}  // namespace gainsay::internal
