#include "claim/records.h"

#include <gtest/gtest.h>

#include "claim/name_list.h"
#include "claim/quantity.h"

namespace gainsay::internal {
namespace {

struct Read {
  ClaimTable table;
  Interner strings;
  Schema schema = Schema::BuiltIn();
  std::vector<Error> errors;
  std::uint64_t claims = 0;

  Read(std::string name, std::string bytes,
       std::vector<std::string> columns = {}) {
    const Result<std::uint64_t> n =
        ReadClaims(Input::OfMemory(std::move(name), std::move(bytes)),
                   {DocumentIndex(3), std::move(columns)},
                   {table, strings, schema, errors, {}});
    if (n) {
      claims = *n;
    } else {
      errors.push_back(n.error());
    }
  }
  const ValueRow& value(std::size_t i) const {
    return table[table.claims[i].value];
  }
  std::string_view text(StringId id) const { return strings.View(id); }
};

TEST(Records, ReadsJsonLines) {
  const Read read(
      "t.jsonl",
      R"#({"id":"a1","source":"annals","subject":{"name":"Vell, Ada","id":"x:7","aliases":["A. Vell"]},"predicate":"holds_office","object":{"type":"office","office":"Prime Minister (cabinet start)","country":"Ruritania","country_cow":77},"start":"1901-03","as_of":"1903-01-02"}
{"source":"annals","subject":{"name":"Vell, Ada","id":"x:7","aliases":["A. Vell"]},"predicate":"born","object":{"type":"date","value":"1850-01-01","precision":"year"}}

{"source":"wire","subject":"Port Vell","predicate":"population","object":{"type":"quantity","value":1200,"unit":"Persons"},"point_in_time":"1900"}
{"source":"wire","subject":"flight 7","predicate":"actual_arrival","object":{"type":"datetime","value":"1970-01-02T01:30","precision":"minute"}}
{"source":"wire","subject":"flight 7","predicate":"actual_arrival","object":{"type":"datetime","value":"T01:30"}}
{"source":"wire","subject":"x","predicate":"authors","object":{"type":"names","value":"Knuth, Donald E.; Graham, R."}}
{"source":"wire","subject":"x","predicate":"gone","object":{"type":"duration","value":"P6Y","mod":"APPROX"},"modality":"denied","confidence":0.5})#");
  ASSERT_EQ(read.errors.size(), 0U) << read.errors[0].message();
  ASSERT_EQ(read.claims, 7U);
  const Claim& tenure = read.table.claims[0];
  EXPECT_EQ(read.text(read.value(0).text), "prime minister");
  EXPECT_EQ(read.text(read.value(0).qualifier), "cow:77");
  EXPECT_EQ(read.text(tenure.scope), "definition=cabinet start");
  EXPECT_EQ(FormatDay(tenure.valid.begin.hi), "1901-03-31");
  EXPECT_FALSE(tenure.valid.end_known);
  EXPECT_EQ(FormatDay(tenure.as_of.lo), "1903-01-02");
  EXPECT_EQ(tenure.line, 1U);
  EXPECT_EQ(tenure.document, DocumentIndex(3));
  EXPECT_EQ(read.table.claims[1].subject, tenure.subject);
  EXPECT_EQ(read.table[tenure.subject].kind, Referent::Kind::kPerson);
  EXPECT_EQ(read.value(1).grain, Grain::kYear);
  EXPECT_EQ(FormatDay(read.value(1).core.hi), "1850-12-31");
  EXPECT_EQ(read.table.claims[2].line, 4U);
  EXPECT_EQ(read.value(2).number, 1200);
  EXPECT_EQ(read.text(read.value(2).text), "persons");
  EXPECT_TRUE(read.table.claims[2].valid.end_known);
  EXPECT_EQ(read.value(3).number, 1440 + 90);
  EXPECT_EQ(read.value(4).kind, ValueKind::kTime);
  EXPECT_EQ(read.text(read.value(5).text), "graham;knuth");
  EXPECT_EQ(read.value(6).count.n, 6);
  EXPECT_EQ(read.value(6).count.modifier, Modifier::kAbout);
  EXPECT_TRUE(read.table.claims[6].negated);
}

TEST(Records, BadRecordsAreErrorsAndBadValuesAreKept) {
  const Read read(
      "w.jsonl",
      R"#({"source":"a","subject":"s","predicate":"born","object":{"type":"date","raw":"1960-04-1970"}}
{"source":"a","subject":"s","predicate":"lasts","object":{"type":"duration","value":"three days"}}
{"source":"a","subject":"s","object":{"type":"text","value":"x"}}
{"source":"a","subject":7,"predicate":"p","object":{"type":"text","value":"x"}}
{"source":"a","subject":"s","predicate":"p","object":{"type":"text","value":"x"},"start":"soon"}
not json
{"source":"a","subject":"s","predicate":"p","object":{"type":"colour","value":"x"}}
{"source":"a","subject":"s","predicate":"p","object":{"type":"text","value":"x"},"confidence":2}
{"source":"a","subject":"s","predicate":"p","object":{"type":"text","value":"fine"}})#");
  EXPECT_EQ(read.claims, 4U);
  EXPECT_EQ(read.value(0).kind, ValueKind::kBad);
  EXPECT_EQ(read.text(read.value(0).surface), "1960-04-1970");
  EXPECT_EQ(read.value(1).kind, ValueKind::kBad);
  ASSERT_EQ(read.errors.size(), 8U);
  EXPECT_EQ(
      read.errors[1].message(),
      "w.jsonl:2: \"object.value\": expected an ISO 8601 duration such as P6Y, "
      "got \"three days\"");
  EXPECT_EQ(read.errors[2].field, "predicate");
  EXPECT_EQ(read.errors[3].field, "subject");
  EXPECT_EQ(read.errors[4].field, "start");
  EXPECT_EQ(read.errors[5].line, 6U);
  EXPECT_EQ(read.errors[7].field, "confidence");
}

TEST(Records, ReadsCsvWithAndWithoutAHeader) {
  const Read header("t.csv",
                    "id,source,subject,predicate,type,value,start,aliases\n1,"
                    "annals,\"Vell, Ada\",born,date,1850,,A. Vell;Ada V.\n");
  ASSERT_EQ(header.claims, 1U) << header.errors[0].message();
  EXPECT_EQ(header.text(header.table.referents[0].name), "Vell, Ada");
  EXPECT_EQ(header.table.referents[0].aliases.size(), 2U);
  EXPECT_EQ(header.value(0).grain, Grain::kYear);
  const Read plain("-", "annals,s,population,120\n",
                   {"source", "subject", "predicate", "value"});
  ASSERT_EQ(plain.claims, 1U);
  EXPECT_EQ(plain.value(0).kind, ValueKind::kQuantity);
  EXPECT_EQ(plain.value(0).number, 120);
  const Read lacking("t.csv", "source,subject\na,b\n");
  ASSERT_EQ(lacking.errors.size(), 1U);
  EXPECT_EQ(lacking.errors[0].field, "predicate");
}

TEST(Records, ClaimInputGoesInAndComesBack) {
  Read read("-", "", {"source", "subject", "predicate", "value"});
  read.errors.clear();
  RecordBuilder builder(
      {read.table, read.strings, read.schema, read.errors, {}});
  ClaimInput input;
  input.id = "7";
  input.source = "annals";
  input.subject.name = "Port Vell";
  input.predicate = "population";
  input.object = Value::OfQuantity(1200, "people", Modifier::kAbout);
  input.start = Date::Parse("1900-05").value();
  input.as_of = Date::Parse("1900").value();
  ASSERT_TRUE(builder.Add(input, {}));
  const ClaimInput back =
      InputOf(read.table, ClaimIndex(read.table.claims.size() - 1), read.schema,
              read.strings);
  EXPECT_EQ(back.object.ToString(), "about 1200 people");
  EXPECT_EQ(back.start->ToString(), "1900-05");
  EXPECT_EQ(back.as_of->ToString(), "1900");
  EXPECT_EQ(back.subject.name, "Port Vell");
  input.predicate.clear();
  EXPECT_FALSE(builder.Add(input, {}));
}

TEST(NameList, ComparesFamilyNames) {
  struct Case {
    const char* list;
    std::vector<std::string> families;
  };
  const Case cases[] = {
      {"Knuth, Donald Ervin", {"knuth"}},
      {"Donald E. Knuth", {"knuth"}},
      {"KNUTH, D. E.; GRAHAM, R. L.", {"graham", "knuth"}},
      {"Ronald Graham and Donald Knuth", {"graham", "knuth"}},
      {"Graham, Ronald; Knuth, Donald; (editor)", {"graham", "knuth"}},
      {"by Ronald Graham & Donald Knuth, Jr.", {"graham", "knuth"}},
      {"Erdős, Paul", {"erdos"}},
      {"Ronald Graham, Donald Knuth", {"graham", "knuth"}},
      {"Graham, Ronald, Knuth, Donald", {"graham", "knuth"}},
      {"Knuth [Author]", {"knuth"}},
      {"", {}},
      {" ; , ;", {}},
      {"Vell, Ada, Ph.D.", {"vell"}},
      {"Ada Vell , Ph.D.", {"vell"}},
      {"J.R. Orla", {"orla"}},
  };
  for (const Case& row : cases)
    EXPECT_EQ(FamilyNames(row.list), row.families) << row.list;
}

TEST(Quantity, WindowsContainTheirCore) {
  EXPECT_EQ(LastDigitUnit(12000), 1000);
  EXPECT_EQ(LastDigitUnit(120), 10);
  EXPECT_NEAR(LastDigitUnit(4.7), 0.1, 1e-12);
  EXPECT_EQ(WindowsOfQuantity(120, 120, Modifier::kBare, 0).hull,
            (QuantityInterval{120, 120}));
  EXPECT_EQ(WindowsOfQuantity(120, 120, Modifier::kAbout, 0).core,
            (QuantityInterval{108, 132}));
  EXPECT_TRUE(WindowsOfQuantity(120, 120, Modifier::kMoreThan, 0).hull.lo_open);
  for (const Modifier m :
       {Modifier::kBare, Modifier::kAbout, Modifier::kMoreThan,
        Modifier::kAtLeast, Modifier::kNearly, Modifier::kLessThan,
        Modifier::kAtMost}) {
    for (const double n : {1.0, 4.7, 12.0, 120.0, 13000.0}) {
      for (const double step : {0.0, 1.0, 100.0}) {
        const QuantityWindows w = WindowsOfQuantity(n, n, m, step);
        EXPECT_LE(w.hull.lo, w.core.lo) << Name(m) << n;
        EXPECT_GE(w.hull.hi, w.core.hi) << Name(m) << n;
        EXPECT_FALSE(w.core.empty());
      }
    }
  }
}

}  // namespace
}  // namespace gainsay::internal
