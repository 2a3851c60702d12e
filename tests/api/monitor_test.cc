#include "gainsay/monitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gainsay/write.h"

// Steps of a program; the slow test defines more.
#ifndef GAINSAY_MONITOR_STEPS
#define GAINSAY_MONITOR_STEPS 100
#endif

namespace gainsay {
namespace {

// Two predicates whose claims meet only those of their own subject, and one of
// dates.
constexpr char kSchema[] = R"({"predicates": {
  "height": {"type": "quantity", "single": true, "tolerance": {"relative": 0.01}},
  "motto": {"type": "text", "single": true},
  "opened": {"type": "date", "single": true}
}})";

Checker MakeChecker(std::uint32_t max_findings = 0) {
  Options options;
  options.schema_json = kSchema;
  options.max_findings = max_findings;
  return Checker::Create(std::move(options)).value();
}

std::string Json(const Report& report) {
  std::ostringstream out;
  WriteJson(report, out);
  return out.str();
}

// What is there, as a batch run would be given it.
struct World {
  std::map<std::uint64_t, Document> documents;
  std::map<std::uint64_t, ClaimInput> claims;

  Corpus MakeCorpus() const {
    Corpus corpus;
    for (const auto& [id, document] : documents)
      EXPECT_TRUE(corpus.Add(document));
    for (const auto& [id, claim] : claims) EXPECT_TRUE(corpus.Add(claim));
    return corpus;
  }
};

ClaimInput RandomClaim(std::mt19937& random) {
  ClaimInput claim;
  const auto pick = [&random](std::uint32_t n) {
    return std::to_string(random() % n);
  };
  claim.source = "source " + pick(4);
  claim.subject.name = "Bridge " + pick(3);
  if (random() % 5 != 0) claim.subject.id = "B" + pick(8);
  // Some subjects are seldom spoken of in ways that tie them to others.
  const bool quiet = claim.subject.id > "B2" && random() % 10 != 0;
  switch (quiet ? 1 + random() % 7 : random() % 8) {
    case 0:
      claim.predicate = "opened";
      claim.object = Value::OfDate(Date::Parse("190" + pick(4)).value());
      break;
    case 1:
    case 2:
      claim.predicate = "motto";
      claim.object = Value::OfText("motto " + pick(3));
      break;
    case 3:
      claim.predicate = "nobody knows";
      claim.object = Value::OfText("x" + pick(3));
      break;
    default:
      claim.predicate = "height";
      claim.object =
          Value::OfQuantity(100 + static_cast<double>(random() % 3) * 0.7, "m");
  }
  if (random() % 10 == 0) claim.id = "c" + pick(1000);
  if (!quiet && random() % 6 == 0) claim.start = Date::Parse("2001").value();
  return claim;
}

std::set<std::string> Ids(const Report& report) {
  std::set<std::string> ids;
  for (const FindingView finding : report.findings()) ids.emplace(finding.id());
  return ids;
}

// Applies one random step to both; returns what the monitor says of it.
Delta RandomStep(std::mt19937& random, World& world, Monitor& monitor) {
  const auto any = [&random](const auto& map) {
    return std::next(map.begin(),
                     static_cast<std::ptrdiff_t>(random() % map.size()));
  };
  const std::uint32_t what = random() % 20;
  if (what == 0) {
    Document document{
        .id = random() % 2 == 0 ? "" : "d" + std::to_string(random()),
        .source = "wire",
        .text =
            "The bridge opened in 190" + std::to_string(random() % 9) + "."};
    Delta delta = monitor.Add(document).value();
    world.documents[static_cast<std::uint64_t>(*delta.document)] = document;
    return delta;
  }
  if (what == 1 && !world.documents.empty()) {
    const auto document = any(world.documents);
    Delta delta = monitor.Remove(DocumentId{document->first}).value();
    world.documents.erase(document);
    return delta;
  }
  if (what < 8 && !world.claims.empty()) {
    const auto claim = any(world.claims);
    Delta delta = monitor.Remove(ClaimId{claim->first}).value();
    world.claims.erase(claim);
    return delta;
  }
  ClaimInput claim = RandomClaim(random);
  Delta delta = monitor.Add(claim).value();
  world.claims[static_cast<std::uint64_t>(*delta.claim)] = claim;
  return delta;
}

void RunProgram(std::uint32_t seed, int steps, std::uint32_t max_findings) {
  std::mt19937 random(seed);
  const Checker checker = MakeChecker(max_findings);
  World world;
  Monitor monitor(checker);
  std::set<std::string> known;
  for (int step = 0; step < steps; ++step) {
    const Delta delta = RandomStep(random, world, monitor);
    const Report snapshot = monitor.Snapshot();
    ASSERT_EQ(Json(snapshot), Json(checker.Check(world.MakeCorpus()).value()))
        << "seed " << seed << ", step " << step;
    if (max_findings != 0) continue;
    for (const std::string& id : delta.gone) EXPECT_EQ(known.erase(id), 1U);
    for (const std::string& id : delta.appeared)
      EXPECT_TRUE(known.insert(id).second);
    for (const std::string& id : delta.changed) EXPECT_TRUE(known.contains(id));
    ASSERT_EQ(known, Ids(snapshot));
  }
}

// Other programs with GAINSAY_MONITOR_SEED.
TEST(Monitor, SnapshotsHaveTheBytesOfABatchRunAfterEveryStep) {
  const char* const given = std::getenv("GAINSAY_MONITOR_SEED");
  const std::uint32_t first =
      given == nullptr
          ? 0
          : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
  for (std::uint32_t seed = first; seed < first + 6; ++seed) {
    RunProgram(seed, GAINSAY_MONITOR_STEPS, 0);
  }
}

TEST(Monitor, CutsFindingsAsABatchRunDoes) { RunProgram(77, 100, 2); }

TEST(Monitor, GoesOnFromACorpus) {
  std::mt19937 random(5);
  World world;
  for (std::uint64_t i = 0; i < 60; ++i) world.claims[i] = RandomClaim(random);
  world.documents[0] = {
      .id = "d", .source = "wire", .text = "It opened in 1901."};
  const Checker checker = MakeChecker();
  Monitor monitor(checker, world.MakeCorpus());
  EXPECT_EQ(Json(monitor.Snapshot()),
            Json(checker.Check(world.MakeCorpus()).value()));
  for (int step = 0; step < 60; ++step) {
    RandomStep(random, world, monitor);
    ASSERT_EQ(Json(monitor.Snapshot()),
              Json(checker.Check(world.MakeCorpus()).value()))
        << step;
  }
}

TEST(Monitor, TellsWhatAppearedAndWhatWent) {
  Monitor monitor(MakeChecker());
  const auto claim = [](std::string source, double height) {
    return ClaimInput{.source = std::move(source),
                      .subject = {.name = "Old Bridge", .id = "B1"},
                      .predicate = "height",
                      .object = Value::OfQuantity(height, "m")};
  };
  EXPECT_TRUE(monitor.Add(claim("a", 20)).value().appeared.empty());
  const Delta second = monitor.Add(claim("b", 30)).value();
  ASSERT_EQ(second.appeared.size(), 1U);
  const Delta third = monitor.Add(claim("c", 30)).value();
  EXPECT_EQ(third.changed, second.appeared);
  EXPECT_TRUE(monitor.Remove(*third.claim).value().gone.empty());
  EXPECT_EQ(monitor.Remove(*second.claim).value().gone, second.appeared);
  EXPECT_EQ(monitor.Remove(*second.claim).error().code, ErrorCode::kNotFound);
}

TEST(Monitor, AStepThatFailsChangesNothing) {
  Monitor monitor(MakeChecker());
  ASSERT_TRUE(monitor.Add(
      Document{.id = "d", .source = "wire", .text = "It opened in 1901."}));
  const std::string before = Json(monitor.Snapshot());
  EXPECT_EQ(monitor.Add(Document{.id = "d", .source = "wire", .text = "Other."})
                .error()
                .code,
            ErrorCode::kDuplicate);
  EXPECT_EQ(monitor.Add(Document{.id = "e", .source = "wire", .text = "\xFF"})
                .error()
                .code,
            ErrorCode::kInvalidUtf8);
  EXPECT_FALSE(monitor.Add(ClaimInput{.source = "a"}));
  EXPECT_EQ(monitor.Remove(DocumentId{7}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Json(monitor.Snapshot()), before);
}

}  // namespace
}  // namespace gainsay
