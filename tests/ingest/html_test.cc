#include <gtest/gtest.h>

#include <string>

#include "ingest/ingest.h"
#include "ingest/metadata.h"

namespace gainsay::internal {
namespace {

Ingested Read(std::string html) {
  return ReadDocuments(Input::OfMemory("in/p.html", std::move(html)),
                       FileFormat::kHtml);
}

TEST(Html, TakesProseAndLeavesTheRest) {
  const Ingested in = Read(
      "<html lang=en><head><title>T - Site</title><style>p{}</style></head>"
      "<body><nav><a href=/>Home 1999</a></nav><h1>Six   years</h1>"
      "<p>After a <b>six</b>-year\n hiatus,<br>talks &amp; more.</p>"
      "<script>var year = 1999;</script>"
      "<ul><li>one</li><li>two</li></ul>"
      "<table><tr><th>a</th><td>5 years</td></tr><tr><td>b</td></tr></table>"
      "<div><a href=/x>Read more in 1999</a></div><footer>1999</footer>");
  ASSERT_EQ(in.documents.size(), 1U);
  EXPECT_EQ(in.documents[0].document.text,
            "Six years\n\nAfter a six-year hiatus,\ntalks & more.\n\n"
            "one\ntwo\n\na | 5 years\nb");
  EXPECT_EQ(in.documents[0].document.title, "T - Site");
  EXPECT_EQ(in.documents[0].document.lang, "en");
  EXPECT_EQ(in.documents[0].document.source, "p.html");
  EXPECT_TRUE(in.documents[0].extracted);
}

TEST(Html, PrefersTheLongestArticle) {
  const Ingested in = Read(
      "<p>Around.</p><article><p>Teaser.</p></article>"
      "<article><p>The story itself.</p></article>");
  EXPECT_EQ(in.documents.at(0).document.text, "The story itself.");
}

TEST(Html, ReadsMetadata) {
  const Ingested in = Read(
      "<meta property=og:site_name content=' The Wire '>"
      "<meta property=article:modified_time content=2024-06-01>"
      "<time datetime=2020-01-01></time>"
      "<script type=application/ld+json>{\"@graph\":[{\"datePublished\":"
      "\"2024-05-29T10:30:00+09:00\",\"headline\":\"H\"}]}</script>"
      "<link rel=canonical href=https://www.wire.example/a><p>Text.</p>");
  const Document& document = in.documents.at(0).document;
  EXPECT_EQ(document.source, "The Wire");
  EXPECT_EQ(document.published->ToString(), "2024-05-29");
  EXPECT_EQ(document.title, "H");
  EXPECT_EQ(document.url, "https://www.wire.example/a");
  EXPECT_EQ(in.documents[0].date_given, "metadata");
}

TEST(Html, ReportsAnImpossibleDateAndKeepsThePage) {
  const Ingested in = Read("<meta name=date content=2024-02-30><p>Text.</p>");
  ASSERT_EQ(in.errors.size(), 1U);
  EXPECT_EQ(in.errors[0].field, "date");
  EXPECT_EQ(in.errors[0].file, "in/p.html");
  EXPECT_FALSE(in.documents.at(0).document.published);
}

TEST(Html, SurvivesDeepAndBrokenMarkup) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div><b><p>";
  // The parser gives up at a depth of 256: nothing was read, and that is said.
  EXPECT_EQ(Read(deep + "end").errors.size(), 1U);
  EXPECT_EQ(Read("<p>before</p>" + deep).documents.at(0).document.text,
            "before");
  EXPECT_EQ(Read("<p>a<!-- never closed").documents.at(0).document.text, "a");
  EXPECT_EQ(Read("<p></p>").errors.at(0).message(),
            "in/p.html: expected text, got a page without any");
}

TEST(Html, ReadsUtf8WhateverThePageDeclares) {
  const Ingested in = Read("<meta charset=iso-8859-1><p>caf\xC3\xA9</p>");
  EXPECT_EQ(in.documents.at(0).document.text, "caf\xC3\xA9");
}

TEST(MetadataDate, ReadsTheFormatsOfTheWeb) {
  const auto read = [](const char* text) -> std::string {
    const auto date = ReadMetadataDate(text);
    return !date ? "none" : *date ? (*date)->ToString() : "impossible";
  };
  EXPECT_EQ(read("2024-05-29"), "2024-05-29");
  EXPECT_EQ(read(" 2024-05-29 10:30:00 "), "2024-05-29");
  EXPECT_EQ(read("Wed, 29 May 2024 10:30:00 +0900"), "2024-05-29");
  EXPECT_EQ(read("9 May 2024 10:30 GMT"), "2024-05-09");
  EXPECT_EQ(read("Fri, 30 Feb 2024 10:30:00 GMT"), "impossible");
  EXPECT_EQ(read("2024-13-01"), "impossible");
  for (const char* const other : {"", "May 29, 2024", "20240529", "yesterday",
                                  "2024-05-291", "29", "299 May 2024"}) {
    EXPECT_EQ(read(other), "none") << other;
  }
}

TEST(MetadataDate, HostsOfAddresses) {
  EXPECT_EQ(HostOf("https://www.example.org/a?b"), "example.org");
  EXPECT_EQ(HostOf("http://user@example.org"), "example.org");
  EXPECT_EQ(HostOf("/relative"), "");
}

}  // namespace
}  // namespace gainsay::internal
