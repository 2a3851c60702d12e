#include <gtest/gtest.h>

#include <string>

#include "ingest/ingest.h"

namespace gainsay::internal {
namespace {

IngestedDocument Read(std::string text) {
  Ingested in = ReadDocuments(Input::OfMemory("n.md", std::move(text)),
                              FileFormat::kMarkdown);
  EXPECT_EQ(in.errors.size(), 0U);
  return in.documents.at(0);
}

TEST(Markdown, KeepsOffsetsAndBlanksMarks) {
  const std::string text =
      "---\nsource: Wire\n---\n# Six *years*\n\nAfter a **six-year**\n"
      "[hiatus](http://x.org/2018 \"in 2019\"), talks &amp; `more`\nresume.\n\n"
      "- one\n- two <b>2</b>\n\n> said\n\n```\nint year = 1999;\n```\n";
  const IngestedDocument read = Read(text);
  EXPECT_EQ(read.document.text, text);
  ASSERT_EQ(read.reading.size(), text.size());
  EXPECT_EQ(read.document.title, "Six years");
  EXPECT_EQ(read.document.source, "Wire");
  for (std::size_t i = 0; i < text.size(); ++i) {
    EXPECT_TRUE(read.reading[i] == text[i] || read.reading[i] == ' ') << i;
  }
  for (const char* const kept : {"Six ", "years", "After a ", "six-year",
                                 "hiatus", ", talks ", "more", "one", "said"}) {
    EXPECT_EQ(read.reading.find(kept), text.find(kept)) << kept;
  }
  for (const char* const gone :
       {"2018", "2019", "amp", "1999", "source", "*", "`", "<b>", ">", "#"}) {
    EXPECT_EQ(read.reading.find(gone), std::string::npos) << gone;
  }
}

TEST(Markdown, JoinsTheLinesOfAParagraphOnly) {
  const IngestedDocument read =
      Read("# Head\nfirst\nsecond\n\nthird\n* item\n");
  EXPECT_EQ(read.reading, "  Head\nfirst second\n\nthird\n  item\n");
}

TEST(Markdown, KeepsTheBarsOfTables) {
  const IngestedDocument read =
      Read("| a | b |\n|---|---|\n| 5 years | *x* |\n");
  EXPECT_EQ(read.reading, "| a | b  \n         \n| 5 years |  x   \n");
}

}  // namespace
}  // namespace gainsay::internal
