#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "../support/temp_path.h"
#include "gainsay/checker.h"

namespace gainsay {
namespace {

struct Told {
  std::string stage;
  std::uint64_t done, total;
};

std::vector<Told> TellAll(const Corpus& corpus) {
  std::vector<Told> told;
  Options options;
  options.progress = [&told](const Progress& p) {
    told.push_back({p.stage, p.done, p.total});
  };
  EXPECT_TRUE(Checker::Create(std::move(options)).value().Check(corpus));
  return told;
}

Corpus MakeCorpus(const std::string& path, int claims) {
  std::ofstream out(path);
  for (int i = 0; i < claims; ++i) {
    out << R"({"source": "s)" << i % 2 << R"(", "subject": "Town )" << i / 2
        << R"(", "predicate": "population", "object": {"type": "quantity", )"
        << R"("value": )" << 1000 + i % 2 * 500 << "}}\n";
  }
  out.close();
  Corpus corpus;
  EXPECT_TRUE(corpus.AddFile(path, {FileKind::kClaims, {}}));
  EXPECT_TRUE(corpus.Add(Document{
      .id = "a", .source = "wire", .text = "The bridge opened in 1931."}));
  return corpus;
}

// Every stage begins at 0, never goes back, and ends with all done.
TEST(Progress, StagesFollowEachOtherAndEnd) {
  const std::string path = internal::TempPath("progress.jsonl");
  const std::vector<Told> told = TellAll(MakeCorpus(path, 5000));
  std::vector<std::string> stages;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const bool begins = i == 0 || told[i].stage != told[i - 1].stage;
    const bool ends =
        i + 1 == told.size() || told[i + 1].stage != told[i].stage;
    if (begins) {
      stages.push_back(told[i].stage);
      EXPECT_EQ(told[i].done, 0U) << told[i].stage;
    } else {
      EXPECT_GE(told[i].done, told[i - 1].done) << told[i].stage;
    }
    if (ends) {
      EXPECT_EQ(told[i].done, told[i].total) << told[i].stage;
    }
  }
  EXPECT_EQ(stages, (std::vector<std::string>{"documents", "claims", "identity",
                                              "statements", "time", "values",
                                              "report"}));
  EXPECT_GT(told.size(), 150U) << "the file is told in parts";
  EXPECT_LT(told.size(), 700U) << "a few hundred times a stage at most";
}

TEST(Progress, StagesWithNothingToDoAreLeftOut) {
  Corpus corpus;
  ASSERT_TRUE(corpus.Add(Document{.id = "a", .source = "s", .text = "Rain."}));
  for (const Told& told : TellAll(corpus)) EXPECT_NE(told.stage, "claims");
}

}  // namespace
}  // namespace gainsay
