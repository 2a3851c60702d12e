// Escaping: hostile texts reach every medium as text.
#include "report/escape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "gainsay/write.h"
#include "models.h"

namespace gainsay::internal {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Escape, Html) {
  EXPECT_EQ(EscapeHtml("<a href=\"x\" id='y'>&`"),
            "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&#96;");
  EXPECT_EQ(EscapeHtml("a\nb\t\x1b\u202e"), "a\nb\t\\u{1b}\\u{202e}");
}

TEST(Escape, Dot) {
  EXPECT_EQ(EscapeDot("\"]; x [y=\"\\\n"), "\\\"]; x [y=\\\"\\\\\\n");
  EXPECT_EQ(EscapeDot("\x1b"), "\\\\u{1b}");
}

TEST(Escape, Turtle) {
  EXPECT_EQ(EscapeTurtle("\"\\\n\r\t\x01\x7f"),
            "\\\"\\\\\\n\\r\\t\\u0001\\u007F");
  EXPECT_EQ(EscapeTurtle(std::string_view("a\0b", 3)), "a\uFFFDb");
}

TEST(Escape, Uris) {
  EXPECT_EQ(PercentEncode("a b/\u00e9<>\"%"), "a%20b/%C3%A9%3C%3E%22%25");
  EXPECT_EQ(WebIri("https://x.example/a b?q=<s>\""),
            "https://x.example/a%20b?q=%3Cs%3E%22");
  EXPECT_EQ(WebIri("javascript:alert(1)"), "");
  EXPECT_EQ(WebIri("HTTPS://x.example"), "");
  EXPECT_EQ(WebIri("data:text/html,x"), "");
}

TEST(Escape, SarifMessagesFormNoLinks) {
  EXPECT_EQ(EscapeSarif("see [x](http://y) \\"), "see \\[x\\](http://y) \\\\");
}

TEST(WriteHtml, RunsNoScriptOfASource) {
  std::ostringstream out;
  WriteHtml(SampleReport(), out);
  const std::string page = out.str();
  EXPECT_EQ(page.find("<script>"), page.rfind("<script>"));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("javascript:")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST(WriteHtml, LinksOnlyToTheWeb) {
  ReportModel model;
  model.findings = {HiatusFinding()};
  model.findings[0].claims[0].url = "javascript:alert(1)";
  model.findings[0].claims[1].url = "https://courier.example/debate";
  std::ostringstream out;
  WriteHtml(Report(std::make_shared<ReportModel>(model)), out);
  EXPECT_THAT(out.str(), Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(out.str(), HasSubstr("href=\"https://courier.example/debate\""));
}

TEST(Writers, SayThatTheSearchWasNotComplete) {
  ReportModel model;
  model.complete = false;
  model.incomplete_reason = "budget";
  const Report report(std::make_shared<ReportModel>(model));
  const struct {
    void (*write)(const Report&, std::ostream&);
    const char* words;
  } cases[] = {{&WriteJson, "\"complete\": false"},
               {&WriteJsonLines, "\"complete\":false"},
               {&WriteSarif, "\"executionSuccessful\": false"},
               {&WriteHtml, "The search was not complete. budget"},
               {&WriteDot, "The search was not complete."},
               {&WriteTrig, "g:complete false"}};
  for (const auto& c : cases) {
    std::ostringstream out;
    c.write(report, out);
    EXPECT_THAT(out.str(), HasSubstr(c.words));
  }
}

}  // namespace
}  // namespace gainsay::internal
