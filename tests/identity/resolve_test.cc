#include "identity/resolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gainsay::internal {
namespace {

using Kind = Referent::Kind;

// A run in the making: referents and, where they lapse, a claim each.
struct Story {
  Interner strings;
  ClaimTable table;
  std::vector<std::uint64_t> hashes = {11, 22, 33, 44};

  Referent& Add(std::uint32_t document, Kind kind, std::string_view head) {
    Referent r;
    r.kind = kind;
    r.document = DocumentIndex(document);
    r.span = {static_cast<std::uint32_t>(table.referents.size() * 10),
              static_cast<std::uint32_t>(table.referents.size() * 10 + 5)};
    r.head = strings.Intern(head);
    table.referents.push_back(r);
    return table.referents.back();
  }
  ReferentIndex Event(std::uint32_t document, std::string_view head,
                      std::vector<std::string> modifiers,
                      std::vector<std::string> participants = {},
                      Kind kind = Kind::kSeries) {
    Referent& r = Add(document, kind, head);
    for (const std::string& m : modifiers)
      r.modifiers.push_back(strings.Intern(m));
    for (const std::string& p : participants)
      r.participants.push_back(strings.Intern(p));
    return ReferentIndex(table.referents.size() - 1);
  }
  ReferentIndex Happening(std::uint32_t document, std::string_view head,
                          std::string_view place, Day from, Day to) {
    Referent& r = Add(document, Kind::kEvent, head);
    r.place = strings.Intern(place);
    r.time = {from, to};
    return ReferentIndex(table.referents.size() - 1);
  }
  ReferentIndex Person(std::uint32_t document, std::string_view name) {
    Add(document, Kind::kPerson, "").name = strings.Intern(name);
    return ReferentIndex(table.referents.size() - 1);
  }
  ReferentIndex Office(std::uint32_t document, std::string_view role,
                       std::string_view country, std::string_view body = {},
                       std::string_view alias = {}) {
    Referent& r = Add(document, Kind::kOffice, role);
    r.name = strings.Intern(body);
    if (!country.empty()) r.participants.push_back(strings.Intern(country));
    if (!alias.empty()) r.aliases.push_back(strings.Intern(alias));
    return ReferentIndex(table.referents.size() - 1);
  }
  void Lapses(ReferentIndex referent) {
    Claim claim;
    claim.subject = referent;
    claim.predicate = Schema::BuiltIn().Find("lapse_length");
    table.claims.push_back(claim);
  }
  void HeldBy(ReferentIndex office, std::string_view person) {
    ValueRow value;
    value.kind = ValueKind::kEntity;
    value.text = strings.Intern(person);
    Claim claim;
    claim.subject = office;
    claim.predicate = Schema::BuiltIn().Find("office_holder");
    claim.value = ValueIndex(table.values.size());
    table.values.push_back(value);
    table.claims.push_back(claim);
  }
  Subjects Resolve() const {
    return ResolveIdentity({table, strings, Schema::BuiltIn(), EnglishNames(),
                            EnglishEventWords(), hashes});
  }
};

bool Same(const Subjects& s, ReferentIndex a, ReferentIndex b) {
  return s.of_referent[a.index] == s.of_referent[b.index];
}

std::string Reason(const Subjects& s, ReferentIndex a, ReferentIndex b) {
  for (const Subjects::Note& note : s.notes) {
    if ((note.a == a && note.b == b) || (note.a == b && note.b == a))
      return note.reason;
  }
  return "";
}

TEST(Events, OneSeriesUnderManyNames) {
  Story run;
  const auto talks = run.Event(0, "talks", {"regular", "coast", "guard"},
                               {"Norway", "Latvia"});
  const auto meetings = run.Event(0, "meetings", {"yearly", "consultative"});
  const auto council = run.Event(1, "council", {"coast", "guard", "exchange"},
                                 {"Latvia", "Norway"});
  const auto bare =
      run.Event(2, "talks", {"high", "level"}, {"Latvia", "Norway"});
  const auto high = run.Event(2, "talks", {"high-level", "coast", "guard"},
                              {"Latvia", "Norway"});
  const auto three =
      run.Event(2, "talks", {"three-way"}, {"Latvia", "Norway", "Sweden"});
  for (const auto r : {talks, meetings, council, bare, high, three})
    run.Lapses(r);
  const Subjects s = run.Resolve();
  EXPECT_TRUE(Same(s, talks, meetings));
  EXPECT_TRUE(Same(s, talks, council));
  EXPECT_TRUE(Same(s, talks, bare));
  EXPECT_TRUE(Same(s, talks, high));
  EXPECT_FALSE(Same(s, talks, three));
  EXPECT_EQ(Reason(s, high, three), "other-event");
  EXPECT_EQ(s.subjects.size(), 2U);
}

TEST(Events, TopicsAndScopesKeepSeriesApart) {
  Story run;
  const auto trade = run.Event(0, "talks", {"trade"}, {"Norway", "Latvia"});
  const auto fishing = run.Event(1, "talks", {"fishing"}, {"Norway", "Latvia"});
  const auto women =
      run.Event(2, "championship", {"women's", "chess"}, {"Norway"});
  const auto men = run.Event(3, "championship", {"men's", "chess"}, {"Norway"});
  const Subjects s = run.Resolve();
  EXPECT_FALSE(Same(s, trade, fishing));
  EXPECT_EQ(Reason(s, trade, fishing), "scope");
  EXPECT_FALSE(Same(s, women, men));
  EXPECT_EQ(Reason(s, women, men), "scope");
}

TEST(Events, OneHappeningByPlaceAndDay) {
  Story run;
  const auto a = run.Happening(0, "earthquake", "Padang", 14000, 14001);
  const auto b = run.Happening(1, "quake", "Padang", 14000, 14000);
  const auto other_day = run.Happening(2, "quake", "Padang", 14300, 14300);
  const auto other_place =
      run.Happening(3, "quake", "Wellington", 14000, 14000);
  run.table.referents[a.index].modifiers.push_back(
      run.strings.Intern("offshore"));
  for (const auto r : {a, b})
    run.table.referents[r.index].participants.push_back(
        run.strings.Intern("Indonesia"));
  const Subjects s = run.Resolve();
  EXPECT_TRUE(Same(s, a, b));
  EXPECT_FALSE(Same(s, a, other_day));
  EXPECT_EQ(Reason(s, b, other_day), "other-event");
  EXPECT_FALSE(Same(s, a, other_place));
}

TEST(Persons, ByStructureOfTheirNames) {
  Story run;
  const auto full = run.Person(0, "Rosa Vidal"),
             family = run.Person(1, "Ms Vidal"),
             middle = run.Person(2, "Rosa M. Vidal");
  const auto wu_lian = run.Person(0, "Wu Lian"),
             wu_shen = run.Person(1, "Wu Shen"), wu = run.Person(2, "Wu");
  const auto order = run.Person(3, "Lian Wu");
  const Subjects s = run.Resolve();
  EXPECT_TRUE(Same(s, full, family));
  EXPECT_TRUE(Same(s, full, middle));
  EXPECT_FALSE(Same(s, wu_lian, wu_shen));
  EXPECT_TRUE(Reason(s, wu_lian, wu_shen) == "other-entity" ||
              Reason(s, order, wu_shen) == "other-entity");
  EXPECT_FALSE(Same(s, wu, wu_lian));
  EXPECT_FALSE(Same(s, wu, wu_shen));
  EXPECT_TRUE(Same(s, wu_lian, order));
}

TEST(Offices, ByRoleAndCountryOrBody) {
  Story run;
  const auto norway = run.Office(0, "foreign minister", "Norway"),
             latvia = run.Office(1, "foreign minister", "Latvia");
  const auto again = run.Office(2, "foreign minister", "Norway");
  const auto head = run.Office(0, "head", "", "Harbour Liaison Department");
  const auto minister = run.Office(
      1, "minister", "", "Harbour Liaison Department of the Coastal Party");
  const auto chair = run.Office(2, "chair", "", "Arts Committee"),
             chair2 = run.Office(2, "chair", "", "Fisheries Committee");
  const auto described = run.Office(2, "head", "", "body for ties abroad");
  const auto other = run.Office(3, "head", "", "Harbour Museum");
  const auto parent = run.strings.Intern("Coastal Party");
  for (const auto r : {head, minister, described})
    run.table.referents[r.index].modifiers.push_back(parent);
  for (const auto r : {head, minister, described, other})
    run.HeldBy(r, "Rosa Vidal");
  const Subjects s = run.Resolve();
  EXPECT_FALSE(Same(s, norway, latvia));
  EXPECT_EQ(Reason(s, norway, latvia), "other-office");
  EXPECT_TRUE(Same(s, norway, again));
  EXPECT_TRUE(Same(s, head, minister));
  EXPECT_EQ(Reason(s, head, minister), "same-office");
  EXPECT_FALSE(Same(s, chair, chair2));
  EXPECT_TRUE(Same(s, head, described));
  EXPECT_FALSE(Same(s, head, other));
}

TEST(Bodies, ByWordsInitialsAndCountry) {
  Story run;
  const auto add = [&](std::uint32_t document, std::string_view name) {
    run.Add(document, Kind::kOrganisation, "").name = run.strings.Intern(name);
    return ReferentIndex(run.table.referents.size() - 1);
  };
  const auto a = add(0, "Coastal Guard Party of Norway"),
             b = add(1, "Norwegian Coastal Guard Party"), c = add(2, "CGPN");
  const auto d = add(3, "Latvian Coastal Guard Party");
  const Subjects s = run.Resolve();
  EXPECT_TRUE(Same(s, a, b));
  EXPECT_TRUE(Same(s, a, c));
  EXPECT_FALSE(Same(s, a, d));
}

// The partition and the keys do not depend on the order of documents.
TEST(Identity, DoesNotDependOnTheOrderOfDocuments) {
  const auto build = [](std::vector<std::uint32_t> order) {
    Story run;
    std::vector<std::uint64_t> hashes(order.size());
    for (std::uint32_t position = 0; position < order.size(); ++position) {
      hashes[position] = 100 + order[position];
      switch (order[position]) {
        case 0:
          run.Lapses(
              run.Event(position, "talks", {"fishing"}, {"Norway", "Latvia"}));
          break;
        case 1:
          run.Lapses(run.Event(position, "consultations", {"fishing"},
                               {"Latvia", "Norway"}));
          break;
        case 2:
          run.Lapses(
              run.Event(position, "talks", {"trade"}, {"Latvia", "Norway"}));
          break;
        default:
          run.Lapses(run.Event(position, "talks", {}, {"Norway", "Latvia"}));
          break;
      }
    }
    for (Referent& r : run.table.referents) r.span = {7, 9};
    run.hashes = hashes;
    const Subjects s = run.Resolve();
    std::string out;
    for (const Subject& subject : s.subjects) {
      std::vector<std::uint32_t> members;
      for (const ReferentIndex r : subject.referents)
        members.push_back(order[run.table[r].document.index]);
      std::ranges::sort(members);
      out += subject.key + ":";
      for (const std::uint32_t m : members) out += std::to_string(m);
      out += '\n';
    }
    return out;
  };
  std::vector<std::uint32_t> order = {0, 1, 2, 3};
  const std::string first = build(order);
  while (std::ranges::next_permutation(order).found)
    EXPECT_EQ(build(order), first);
}

}  // namespace
}  // namespace gainsay::internal
