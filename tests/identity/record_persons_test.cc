#include "identity/record_persons.h"

#include <gtest/gtest.h>

#include "claim/records.h"
#include "identity/person_name.h"

namespace gainsay::internal {
namespace {

PersonMatch Match(std::string_view a, std::string_view b) {
  return MatchPersons(ParsePersonName(a), ParsePersonName(b));
}

TEST(PersonName, MatchesByStructure) {
  struct Case {
    const char *a, *b;
    PersonMatch match;
  };
  constexpr Case kCases[] = {
      {"Vell, Ada", "Ada Vell", PersonMatch::kEqual},
      {"Sir Ada Vell", "Ada Vell", PersonMatch::kEqual},
      {"A. Vell", "Ada Vell", PersonMatch::kCompatible},
      {"Ada M. Vell", "Ada Vell", PersonMatch::kCompatible},
      {"Vell", "Ada Vell", PersonMatch::kFamily},
      {"Vell IV", "Vell", PersonMatch::kEqual},
      {"Göran Pérsson", "Goran Persson", PersonMatch::kEqual},
      {"Мария Иванова", "Maria Ivanova", PersonMatch::kEqual},
      {"Mueller", "Müller", PersonMatch::kNear},
      {"Saksgobur", "Sakskobur", PersonMatch::kNear},
      {"Ada Vell, 2nd Countess of Mere", "Ada Vell", PersonMatch::kEqual},
      {"Karl, baron de Vell", "De Vell", PersonMatch::kFamily},
      {"Ada Vell", "Ben Vell", PersonMatch::kConflict},
      {"Ada Vell", "Ada Mere", PersonMatch::kDifferent},
      {"Ada Vell (son)", "Ada Vell", PersonMatch::kConflict},
      {"Ada Vell (politician)", "Ada Vell", PersonMatch::kEqual},
      {"Vell", "Mere", PersonMatch::kDifferent},
      {"Vela", "Vell", PersonMatch::kDifferent},
  };
  for (const Case& row : kCases) {
    EXPECT_EQ(Match(row.a, row.b), row.match) << row.a << " / " << row.b;
    EXPECT_EQ(Match(row.b, row.a), row.match) << row.b << " / " << row.a;
  }
}

class RecordPersonsTest : public testing::Test {
 protected:
  void Add(const std::string& source, const std::string& subject,
           const std::string& start, const std::string& end,
           const std::string& country = "ruritania") {
    lines_ += R"({"source":")" + source + R"(","subject":)" + subject +
              R"(,"predicate":"holds_office","object":{"type":"office",)" +
              R"("office":"premier","country":")" + country +
              R"("},"start":")" + start + R"(","end":")" + end + "\"}\n";
  }
  static std::string Named(const std::string& name,
                           const std::string& id = {}) {
    return R"({"name":")" + name + "\"" +
           (id.empty() ? "" : R"(,"id":")" + id + "\"") + "}";
  }
  // How many persons the records tell of.
  std::size_t Count(const AliasBook* aliases = nullptr) {
    Interner strings;
    Schema schema = Schema::BuiltIn();
    ClaimTable table;
    std::vector<Error> errors;
    ReadClaims(Input::OfMemory("t.jsonl", lines_), {},
               {table, strings, schema, errors, {}})
        .value();
    std::vector<ReferentIndex> all;
    for (std::size_t i = 0; i < table.referents.size(); ++i)
      all.push_back(ReferentIndex(i));
    out_ = Subjects();
    ResolveRecordPersons({table, strings, schema, aliases}, all, out_);
    return out_.subjects.size();
  }

  std::string lines_;
  Subjects out_;
};

TEST_F(RecordPersonsTest, AFamilyNameMeetsAFullNameInOneOffice) {
  Add("a", Named("Vell", "a:1"), "1990-01-01", "1994-01-01");
  Add("b", Named("Ada Vell", "b:9"), "1990-01-02", "1994-02");
  EXPECT_EQ(Count(), 1U);
  ASSERT_FALSE(out_.evidence.empty());
  EXPECT_NE(out_.evidence[0].text.find("family name alone +4"),
            std::string::npos);
}

TEST_F(RecordPersonsTest, NamesakesOfOtherCountriesAndTimesStayApart) {
  Add("a", Named("Vell", "a:1"), "1990-01-01", "1994-01-01");
  Add("b", Named("Ada Vell", "b:9"), "1990-01-02", "1994-02", "elbonia");
  EXPECT_EQ(Count(), 2U);
  Add("b", Named("Ben Vell", "b:10"), "1950-01-02", "1954-02");
  EXPECT_EQ(Count(), 3U);
}

TEST_F(RecordPersonsTest, IdsWinOverNames) {
  Add("a", Named("Ada Vell", "a:1"), "1990-01-01", "1994-01-01");
  Add("a", Named("Ada Vell", "a:2"), "1990-01-01", "1994-01-01");
  Add("b", Named("A. V.", "a:1"), "1980", "1984");
  EXPECT_EQ(Count(), 2U);
}

TEST_F(RecordPersonsTest, CabinetsOfOnePremierAreOnePerson) {
  Add("a", Named("Vell I"), "1990-01-01", "1992-01-01");
  Add("a", Named("Vell II"), "1992-01-01", "1994-01-01");
  EXPECT_EQ(Count(), 1U);
  Add("a", Named("Vell III"), "2020-01-01", "2024-01-01");
  EXPECT_EQ(Count(), 2U);
}

TEST_F(RecordPersonsTest, TheAliasFileJoinsAndKeepsApart) {
  Add("a", Named("Ada Vell", "a:1"), "1990-01-01", "1994-01-01");
  Add("b", Named("Countess Mere", "b:1"), "1990-01-01", "1994-01-01");
  EXPECT_EQ(Count(), 2U);
  const AliasBook joins =
      ParseAliases(R"({"aliases":[["Ada Vell","b:1"]]})", "f").value();
  EXPECT_EQ(Count(&joins), 1U);
  Add("c", Named("Ada Vell", "c:1"), "1990-01-01", "1994-01-01");
  EXPECT_EQ(Count(), 2U);
  const AliasBook apart =
      ParseAliases(R"({"never_merge":[["a:1","c:1"]]})", "f").value();
  EXPECT_EQ(Count(&apart), 3U);
}

TEST(Aliases, SaysWhatIsWrong) {
  for (const char* const text :
       {"[]", R"({"alias":[]})", R"({"aliases":["a"]})",
        R"({"aliases":[["a"]]})", R"({"never_merge":[["a",7]]})"}) {
    const Result<AliasBook> book = ParseAliases(text, "aliases.json");
    ASSERT_FALSE(book) << text;
    EXPECT_EQ(book.error().file, "aliases.json");
  }
}

}  // namespace
}  // namespace gainsay::internal
