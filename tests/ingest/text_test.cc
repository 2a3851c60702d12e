#include <gtest/gtest.h>

#include <string>

#include "ingest/ingest.h"

namespace gainsay::internal {
namespace {

Ingested Read(std::string name, std::string bytes) {
  Input input = Input::OfMemory(std::move(name), std::move(bytes));
  const FileFormat format = FormatOf(input).value();
  return ReadDocuments(std::move(input), format);
}

std::string OnlyError(std::string name, std::string bytes) {
  const Ingested in = Read(std::move(name), std::move(bytes));
  EXPECT_TRUE(in.documents.empty());
  return in.errors.size() == 1 ? in.errors[0].message() : "not one error";
}

TEST(PlainText, IsTheWholeFile) {
  const Ingested in = Read("in/./wire.txt", "\xEF\xBB\xBFTwo days.\r\nMore.\n");
  ASSERT_EQ(in.documents.size(), 1U);
  const IngestedDocument& read = in.documents[0];
  EXPECT_EQ(read.document.id, "in/wire.txt");
  EXPECT_EQ(read.document.source, "wire.txt");
  EXPECT_EQ(read.document.text, "\xEF\xBB\xBFTwo days.\r\nMore.\n");
  EXPECT_EQ(read.reading, "   Two days.\r\nMore.\n");
  EXPECT_FALSE(read.document.published);
}

TEST(PlainText, ReadsFrontMatter) {
  const std::string text =
      "---\nsource: \"The Wire\"\npublished: 2024-05-29\n# a remark\n\n"
      "url: https://example.org/a:b\nlang: en\nmood: calm\n---\nSix years.\n";
  const Ingested in = Read("wire.txt", text);
  ASSERT_EQ(in.documents.size(), 1U);
  const IngestedDocument& read = in.documents[0];
  EXPECT_EQ(read.document.source, "The Wire");
  EXPECT_EQ(read.document.published->ToString(), "2024-05-29");
  EXPECT_EQ(read.document.url, "https://example.org/a:b");
  EXPECT_EQ(read.document.lang, "en");
  EXPECT_EQ(read.date_given, "front matter");
  EXPECT_EQ(read.document.text, text);
  EXPECT_EQ(read.reading.size(), text.size());
  EXPECT_EQ(read.reading.find("Six"), text.find("Six"));
  EXPECT_EQ(read.reading.find_first_not_of(" \n"), text.find("Six"));
}

TEST(PlainText, ReadsAHeaderWithoutAFence) {
  const std::string text =
      "Title: Bridge reopens\nDATE: 2024-05-29 10:30\nSource: The Wire\n\n"
      "Six years.\n";
  const Ingested in = Read("wire.txt", text);
  ASSERT_EQ(in.documents.size(), 1U);
  const IngestedDocument& read = in.documents[0];
  EXPECT_EQ(read.document.title, "Bridge reopens");
  EXPECT_EQ(read.document.source, "The Wire");
  EXPECT_EQ(read.document.published->ToString(), "2024-05-29");
  EXPECT_EQ(read.reading,
            "       Bridge reopens\n                      \n"
            "                \n\nSix years.\n");
}

TEST(PlainText, LeavesADateInWordsToTheText) {
  const Ingested in =
      Read("wire.txt", "Date: May 29, 2024\nSource: The Wire\n\nSix years.\n");
  ASSERT_EQ(in.documents.size(), 1U);
  EXPECT_EQ(in.documents[0].document.source, "The Wire");
  EXPECT_FALSE(in.documents[0].document.published);
  EXPECT_EQ(in.documents[0].reading,
            "      May 29, 2024\n                \n\nSix years.\n");
}

TEST(PlainText, TakesProseWithColonsForProse) {
  for (const char* const text :
       {"Source: unknown.\n\nWords.\n", "Date: soon\nVerdict: none\n\nWords.\n",
        "Title: A\nBy: B\n\nWords.\n", "Date: 2024-05-29\nWords.\n",
        "Title: A\nDate: 2024-05-29\n"}) {
    const Ingested in = Read("wire.txt", text);
    ASSERT_EQ(in.documents.size(), 1U);
    EXPECT_EQ(in.documents[0].document.source, "wire.txt") << text;
    EXPECT_FALSE(in.documents[0].document.published) << text;
    EXPECT_EQ(in.documents[0].reading, "") << text;
  }
}

TEST(PlainText, TakesARuleForWhatItIs) {
  for (const char* const text :
       {"---\nOnce upon a time: twice.\n---\n", "---\nsource: x\n",
        "Words.\n---\nsource: x\n---\n"}) {
    const Ingested in = Read("wire.txt", text);
    ASSERT_EQ(in.documents.size(), 1U);
    EXPECT_EQ(in.documents[0].document.source, "wire.txt") << text;
    EXPECT_EQ(in.documents[0].reading, "");
  }
}

TEST(PlainText, SaysWhatIsWrongWithIt) {
  EXPECT_EQ(OnlyError("a.txt", ""), "a.txt: expected text, got an empty file");
  EXPECT_EQ(OnlyError("a.txt", "\xEF\xBB\xBF \n\n"),
            "a.txt: expected text, got only white space");
  EXPECT_EQ(OnlyError("a.txt", "one\ntwo \xE9\n"),
            "a.txt:2: expected UTF-8, got an invalid byte at byte 5 of the "
            "line");
  EXPECT_EQ(OnlyError("a.txt", std::string("one\n\0", 5)),
            "a.txt:2: expected text, got a NUL at byte 1 of the line");
  EXPECT_EQ(OnlyError("a.txt", std::string("\xFF\xFEh\0i\0", 6)),
            "a.txt:1: expected UTF-8, got UTF-16 by its byte order mark");
  const std::string date =
      OnlyError("a.txt", "---\npublished: 2024-02-30\n---\nText.\n");
  EXPECT_TRUE(date.starts_with("a.txt:2: \"published\": expected ")) << date;
}

TEST(Formats, AreDetected) {
  const auto detect = [](std::string_view name, std::string_view head) {
    return DetectFormat(name, head);
  };
  EXPECT_EQ(detect("a.txt", "{\"text\":1}"), FileFormat::kText);
  EXPECT_EQ(detect("a.MD", ""), FileFormat::kMarkdown);
  EXPECT_EQ(detect("<stdin>", "  <!DOCTYPE HTML>"), FileFormat::kHtml);
  EXPECT_EQ(detect("a.xml", "<?xml version='1.0'?>"), FileFormat::kFeed);
  EXPECT_EQ(detect("a.xml", "<deep><deep>"), FileFormat::kFeed);
  EXPECT_EQ(detect("a", "Words."), FileFormat::kText);
  EXPECT_EQ(detect("a.gz", "\x1F\x8B\x08"), FileFormat::kUnsupported);
  EXPECT_EQ(detect("a.jsonl", R"({"id":"predicate","text":"x"})"),
            FileFormat::kDocuments);
  EXPECT_EQ(detect("a.jsonl", R"({"subject":{"text":"x"},"predicate":"p"})"),
            FileFormat::kClaims);
  EXPECT_EQ(detect("<stdin>", "{broken\n{\"predicate\" : 1"),
            FileFormat::kClaims);
  EXPECT_EQ(detect("a.csv", ""), FileFormat::kClaimsCsv);
}

TEST(DocumentLines, ReadsRecordsAndListsBadOnes) {
  const Ingested in = Read(
      "d.jsonl",
      R"({"id":"1","source":"s","published":"2024-05","text":"A\r\nb.","x":1})"
      "\n"
      R"({"id":"2","source":"s"})"
      "\n"
      R"({"id":"3","source":"s","text":"c","published":"2024-13"})"
      "\n"
      R"({"id":"4","source":"s","text":"c","title":7})"
      "\n"
      R"({"id":"5","source":"s","text":"a\u0000b"})"
      "\n{\n"
      R"({"id":"7","source":"s","text":"d","title":null,"lang":"en"})");
  ASSERT_EQ(in.documents.size(), 2U);
  EXPECT_EQ(in.documents[0].document.id, "1");
  EXPECT_EQ(in.documents[0].document.text, "A\r\nb.");
  EXPECT_EQ(in.documents[0].document.published->ToString(), "2024-05");
  EXPECT_EQ(in.documents[0].line, 1U);
  EXPECT_EQ(in.documents[1].document.lang, "en");
  EXPECT_EQ(in.documents[1].line, 7U);
  ASSERT_EQ(in.errors.size(), 5U);
  EXPECT_EQ(in.errors[0].message(),
            "d.jsonl:2: \"text\": expected a non-empty string, got nothing");
  EXPECT_EQ(in.errors[1].line, 3U);
  EXPECT_EQ(in.errors[1].field, "published");
  EXPECT_EQ(in.errors[2].message(),
            "d.jsonl:4: \"title\": expected a string, got 7");
  EXPECT_EQ(in.errors[3].message(),
            "d.jsonl:5: \"text\": expected text, got a NUL");
  EXPECT_EQ(in.errors[4].code, ErrorCode::kSyntax);
}

TEST(Documents, OfOtherFormatsAreAnError) {
  EXPECT_EQ(OnlyError("c.csv", "a,b\n"),
            "c.csv: expected documents, got CSV of claims");
  EXPECT_EQ(OnlyError("d.jsonl", "\n\n"),
            "d.jsonl: expected JSON Lines, got an empty file");
}

}  // namespace
}  // namespace gainsay::internal
