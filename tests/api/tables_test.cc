// Structured claims through the whole pipeline, with tables of our own.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "gainsay/checker.h"

namespace gainsay {
namespace {

ClaimInput Quantity(std::string source, std::string subject, double value) {
  ClaimInput claim;
  claim.source = std::move(source);
  claim.subject.name = std::move(subject);
  claim.predicate = "windspeed";
  claim.object = Value::OfQuantity(value, "");
  return claim;
}

std::size_t Findings(std::string_view a, std::string_view b) {
  Corpus corpus;
  EXPECT_TRUE(corpus.Add(Quantity("north", std::string(a), 4)));
  EXPECT_TRUE(corpus.Add(Quantity("south", std::string(b), 9)));
  const Report report = Checker().Check(corpus).value();
  return report.findings().size();
}

// Two names of records are two things; case and spaces aside.
TEST(Tables, NamesOfThingsMeetOnlyAsTheyStand) {
  EXPECT_EQ(Findings("Pier Nine--Sun 11:05:00", "Pier Nine--Sun 11:05:00"), 1U);
  EXPECT_EQ(Findings("Pier  Nine", "pier nine"), 1U);
  const std::pair<const char*, const char*> others[] = {
      {"Pier Nine--Sun 11:05:00", "Pier Nine--Sun 05:11:00"},
      {"Pier Nine--Sun 11:40:00", "Pier Nine--Sun 11:00:00"},
      {"Harbour Line Station", "Harbour Line Station East"},
      {"Station -1", "Station 1"},
      {"C++", "C"},
      {"North Ridge Tower", "Tower North Ridge"},
  };
  for (const auto& [a, b] : others) EXPECT_EQ(Findings(a, b), 0U) << a << b;
}

}  // namespace
}  // namespace gainsay
