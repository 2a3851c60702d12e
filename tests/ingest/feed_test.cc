#include <gtest/gtest.h>

#include <string>

#include "ingest/ingest.h"

namespace gainsay::internal {
namespace {

Ingested Read(std::string xml) {
  return ReadDocuments(Input::OfMemory("f.xml", std::move(xml)),
                       FileFormat::kFeed);
}

TEST(Feed, ReadsRss) {
  const Ingested in = Read(
      "<?xml version='1.0' encoding='iso-8859-1'?>\n<rss><channel>"
      "<title>The Wire</title><language>en</language>\n"
      "<item><title>Talks</title><link>https://w.example/1</link>"
      "<guid>tag:1</guid><pubDate>Wed, 29 May 2024 10:30:00 GMT</pubDate>"
      "<description>Short.</description><content:encoded><![CDATA[<p>After a "
      "<b>six</b>-year break.</p><p>More.</p>]]></content:encoded></item>\n"
      "<item><title>No text &amp; no date</title></item>"
      "</channel></rss>");
  ASSERT_EQ(in.errors.size(), 0U);
  ASSERT_EQ(in.documents.size(), 2U);
  const Document& first = in.documents[0].document;
  EXPECT_EQ(first.id, "tag:1");
  EXPECT_EQ(first.source, "The Wire");
  EXPECT_EQ(first.title, "Talks");
  EXPECT_EQ(first.url, "https://w.example/1");
  EXPECT_EQ(first.lang, "en");
  EXPECT_EQ(first.published->ToString(), "2024-05-29");
  EXPECT_EQ(first.text, "After a six-year break.\n\nMore.");
  EXPECT_EQ(in.documents[0].line, 3U);
  EXPECT_EQ(in.documents[1].document.id, "f.xml#2");
  EXPECT_EQ(in.documents[1].document.text, "No text & no date");
}

TEST(Feed, ReadsAtom) {
  const Ingested in = Read(
      "<feed xml:lang='en-GB'><title>Post</title><link rel='self' href='/s'/>"
      "<entry><title type='html'>A &lt;i&gt;b&lt;/i&gt;</title>"
      "<link href='https://p.example/2'/><updated>2024-06-02T00:00:00Z"
      "</updated><published>2024-06-01T00:00:00Z</published>"
      "<content type='xhtml'><div><p>Inner <b>text</b>.</p></div></content>"
      "</entry></feed>");
  ASSERT_EQ(in.documents.size(), 1U);
  const Document& entry = in.documents[0].document;
  EXPECT_EQ(entry.id, "https://p.example/2");
  EXPECT_EQ(entry.title, "A b");
  EXPECT_EQ(entry.published->ToString(), "2024-06-01");
  EXPECT_EQ(entry.text, "Inner text.");
  EXPECT_EQ(entry.lang, "en-GB");
}

TEST(Feed, StopsAtADocumentType) {
  const Ingested in = Read(
      "<?xml version='1.0'?>\n<!DOCTYPE rss [<!ENTITY x SYSTEM "
      "'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item>"
      "</channel></rss>");
  EXPECT_TRUE(in.documents.empty());
  ASSERT_EQ(in.errors.size(), 1U);
  EXPECT_EQ(in.errors[0].message(),
            "f.xml:2: expected a feed without a document type, got a DOCTYPE");
}

TEST(Feed, KeepsTheItemsBeforeAnError) {
  const Ingested in =
      Read("<rss><channel><item><title>One</title></item>\n<item><title>Two");
  EXPECT_EQ(in.documents.size(), 1U);
  ASSERT_EQ(in.errors.size(), 1U);
  EXPECT_EQ(in.errors[0].line, 2U);
  EXPECT_EQ(Read("<html><p/></html>").errors.at(0).message(),
            "f.xml:1: expected RSS or Atom, got <html>");
  EXPECT_EQ(Read("<rss><channel/></rss>").errors.at(0).message(),
            "f.xml:1: expected a feed with items, got none");
  std::string deep = "<rss>";
  for (int i = 0; i < 300; ++i) deep += "<a>";
  EXPECT_EQ(Read(deep).errors.at(0).message(),
            "f.xml:1: expected elements nested at most 256 deep, got more");
}

}  // namespace
}  // namespace gainsay::internal
