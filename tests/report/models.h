// Reports built by hand: a finding of each kind, near misses, and hostile
// texts.
#ifndef GAINSAY_TESTS_REPORT_MODELS_H_
#define GAINSAY_TESTS_REPORT_MODELS_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/explain.h"
#include "report/model.h"

namespace gainsay::internal {

// A claim whose words `quote` stand in the one line `text` of a document, with
// `words` within them as its value.
inline ReportClaim MakeClaim(std::string id, std::string source,
                             std::string_view text, std::string_view quote,
                             std::string_view words, std::string value,
                             std::uint32_t line = 1) {
  ReportClaim claim;
  claim.id = std::move(id);
  claim.document = source + ".txt";
  claim.source = std::move(source);
  const std::size_t at = text.find(quote);
  const std::size_t word = text.find(words, at);
  claim.span = {static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + quote.size())};
  claim.value_span = {static_cast<std::uint32_t>(word),
                      static_cast<std::uint32_t>(word + words.size())};
  claim.line = line;
  claim.quote = quote;
  claim.line_text = text;
  claim.value = std::move(value);
  claim.modality = "asserted";
  claim.rule = "test/row";
  return claim;
}

inline DerivationStep Step(std::string from, std::string to, double lo,
                           double hi, bool forward, std::string kind,
                           std::string by, std::string text) {
  DerivationStep step;
  step.from = std::move(from);
  step.to = std::move(to);
  step.lo = lo;
  step.hi = hi;
  step.forward = forward;
  step.by_kind = std::move(kind);
  step.by = std::move(by);
  step.text = std::move(text);
  return step;
}

// Sums the walk as a reader of the JSON would.
inline Derivation MakeWalk(std::vector<DerivationStep> steps, std::string cut,
                           std::string unit = "days") {
  Derivation walk;
  walk.cut = std::move(cut);
  walk.unit = std::move(unit);
  for (DerivationStep& step : steps) {
    step.cut = walk.cut;
    walk.sum += step.forward ? step.hi.value_or(0) : -step.lo.value_or(0);
  }
  walk.steps = std::move(steps);
  return walk;
}

inline void SetSides(Finding& finding, const std::vector<std::string>& values) {
  for (std::uint32_t side = 0; side < values.size(); ++side) {
    ReportSide row;
    row.value = values[side];
    for (std::uint32_t i = 0; i < finding.claims.size(); ++i)
      if (finding.claims[i].side == side) row.claims.push_back(i);
    row.voices = static_cast<std::uint32_t>(row.claims.size());
    finding.sides.push_back(std::move(row));
  }
  for (ReportClaim& claim : finding.claims) {
    claim.subject = finding.subject;
    claim.predicate = finding.predicate;
  }
  finding.voices = 1;
  FillWords(finding);
}

// Definite: last not after 2018-12-31, at most 2191 days, return 2025-01-14.
inline Finding FerryFinding() {
  Finding f;
  f.id = "00000000000000a1";
  f.evidence_id = "00000000000000e1";
  f.subject = "Norrland night ferry";
  f.predicate = "lapse";
  f.claims = {
      MakeClaim("c1", "harbour-post",
                "The night ferry has not sailed since 2018, the port said.",
                "not sailed since 2018", "2018", "2018", 3),
      MakeClaim("c2", "island-news",
                "After a five-year break the night ferry is back on the line.",
                "After a five-year break", "five-year", "P5Y", 1),
      MakeClaim("c3", "island-news",
                "It left on January 14, 2025, with 212 people on board.",
                "left on January 14, 2025", "January 14, 2025", "2025-01-14",
                2),
      MakeClaim("c4", "coast-wire",
                "The boat, idle since 2018, will sail again.",
                "idle since 2018", "2018", "2018")};
  f.claims[2].line_begin = 61;
  f.claims[2].span = {61 + 3, 61 + 27};
  f.claims[2].value_span = {61 + 11, 61 + 27};
  f.claims[1].published = f.claims[2].published = "2025-01-15";
  f.claims[3].in_derivation = false;
  f.claims[1].side = 1, f.claims[2].side = 2;
  f.violation_days = 15;
  f.relative_violation = 0.0068;
  f.statements = 3;
  f.derivations = {
      MakeWalk({Step("origin", "last(ferry)", -719468, 17896, true, "claim",
                     "c1", "no sailing after 2018"),
                Step("last(ferry)", "return(ferry)", 1462, 2191, true, "claim",
                     "c2", "a five-year break is at most 2191 days"),
                Step("origin", "return(ferry)", 20102, 20102, false, "claim",
                     "c3", "back on 14 January 2025")},
               "hull")};
  f.correction_sets = {{"c1"}, {"c2"}, {"c3"}};
  SetSides(f, {"2018", "P5Y", "2025-01-14"});
  return f;
}

// Probable: six years against five, one walk a convention.
inline Finding HiatusFinding() {
  Finding f;
  f.id = "00000000000000a2";
  f.evidence_id = "00000000000000e2";
  f.severity = Severity::kProbable;
  f.subject = "Two Rivers debate";
  f.predicate = "hiatus";
  f.claims = {
      MakeClaim("d1", "gazette", "The debate returned after a six-year hiatus.",
                "after a six-year hiatus", "six-year", "P6Y"),
      MakeClaim("d2", "courier",
                "The debate came back after a five-year hiatus.",
                "after a five-year hiatus", "five-year", "P5Y")};
  f.claims[1].side = 1;
  f.claims[0].speaker = "M. Okafor";
  f.violation_days = 1;
  f.relative_violation = 0.002;
  const auto walk = [](double least, double most, std::string cut) {
    return MakeWalk(
        {Step("last", "return", 0, most, true, "claim", "d2", "five years"),
         Step("last", "return", least, 9999, false, "claim", "d1",
              "six years")},
        std::move(cut));
  };
  f.derivations = {walk(2191, 2190, "completed"), walk(2009, 2008, "rounded"),
                   walk(2190, 1827, "calendar")};
  SetSides(f, {"P6Y", "P5Y"});
  f.sides[0].authorities = {"M. Okafor"};
  return f;
}

// Value: a toll; the second side repeats nothing, the first is said twice.
inline Finding TollFinding() {
  Finding f;
  f.id = "00000000000000a3";
  f.evidence_id = "00000000000000e3";
  f.kind = FindingKind::kValue;
  f.subject = "fire at the Aster mill";
  f.predicate = "death_toll";
  f.claims = {
      MakeClaim("t1", "wire", "Fire at mill kills 23 workers", "kills 23", "23",
                "23 people"),
      MakeClaim("t2", "radio", "At least 31 people died.",
                "At least 31 people died", "At least 31", "at least 31 people"),
      MakeClaim("t3", "blog", "23 dead, says the mill.", "23 dead", "23",
                "23 people")};
  f.claims[1].side = 1;
  f.claims[2].in_derivation = false;
  f.relative_violation = 0.35;
  f.derivations = {MakeWalk(
      {Step("origin", "death_toll", 23, 23, true, "claim", "t1", "23 people"),
       Step("origin", "death_toll", 31, 1e9, false, "claim", "t2",
            "at least 31 people")},
      "hull", "people")};
  SetSides(f, {"23 people", "at least 31 people"});
  return f;
}

// Tenure: both orders of two holders are refuted.
inline Finding TenureFinding() {
  Finding f;
  f.id = "00000000000000a4";
  f.evidence_id = "00000000000000e4";
  f.kind = FindingKind::kTenure;
  f.severity = Severity::kTension;
  f.subject = "mayor of Ostby";
  f.predicate = "holds_office";
  f.claims = {
      MakeClaim("m1", "almanac", "Ida Berg was mayor from 2001 to 2009.",
                "Ida Berg was mayor from 2001 to 2009", "Ida Berg", "Ida Berg"),
      MakeClaim("m2", "register", "Mayor Per Lund, 2004 to 2012",
                "Mayor Per Lund, 2004 to 2012", "Per Lund", "Per Lund")};
  f.claims[1].side = 1;
  f.derivations = {
      MakeWalk({Step("origin", "begin(Per Lund)", 12418, 12783, true, "claim",
                     "m2", "Per Lund began in 2004"),
                Step("end(Ida Berg)", "begin(Per Lund)", 0, 1e6, false,
                     "schema", "exclusive", "one holder at a time"),
                Step("origin", "end(Ida Berg)", 14245, 14609, false, "claim",
                     "m1", "Ida Berg held it until 2009")},
               "core"),
      MakeWalk({Step("origin", "begin(Ida Berg)", 11323, 11687, true, "claim",
                     "m1", "Ida Berg began in 2001"),
                Step("end(Per Lund)", "begin(Ida Berg)", 0, 1e6, false,
                     "schema", "exclusive", "one holder at a time"),
                Step("origin", "end(Per Lund)", 15340, 15705, false, "claim",
                     "m2", "Per Lund held it until 2012")},
               "core")};
  f.derivations[0].assuming = "Ida Berg came first";
  f.derivations[1].assuming = "Per Lund came first";
  SetSides(f, {"Ida Berg", "Per Lund"});
  return f;
}

// Polarity: sides are numbered.
inline Finding PolarityFinding() {
  Finding f;
  f.id = "00000000000000a5";
  f.evidence_id = "00000000000000e5";
  f.kind = FindingKind::kPolarity;
  f.attribution = Attribution::kAuthoritiesDisagree;
  f.authorities = {"the ministry", "the union"};
  f.subject = "strike of 3 May";
  f.predicate = "took_place";
  f.claims = {MakeClaim("p1", "daily", "The strike took place, the union said.",
                        "The strike took place", "took place", "happened"),
              MakeClaim("p2", "evening",
                        "There was no strike, according to the ministry.",
                        "There was no strike", "no strike", "did not happen")};
  f.claims[0].speaker = "the union", f.claims[1].speaker = "the ministry";
  f.claims[1].side = 1;
  f.derivations = {MakeWalk(
      {Step("origin", "took_place", 0, 0, true, "claim", "p1", "happened"),
       Step("origin", "took_place", 1, 1, false, "claim", "p2",
            "did not happen")},
      "hull", "side")};
  SetSides(f, {"happened", "did not happen"});
  return f;
}

// Texts that attack a terminal, a browser, a spreadsheet and a graph language.
inline std::vector<std::string> HostileTexts() {
  return {"\x1b[31mred\x1b[0m \x1b]0;title\x07",
          "safe \u202e gnp.exe \u2066 \u200f",
          "<script>alert(1)</script><img src=x onerror=alert(1)>",
          "=HYPERLINK(\"http://x.example\")",
          "\"]; evil [label=\"x\"] // \\",
          "</text></script><script>1</script>]]>&amp; '\"`",
          "\u009b31m c1, \x7f del, \u2028 line",
          "日本語 e\u0301\u0301 \U0001F468\u200d\U0001F469\u200d\U0001F467",
          "\\u0041 \\ \" \" . <urn:x> <urn:y> \"z\" ."};
}

inline Finding HostileFinding() {
  Finding f;
  f.id = "00000000000000a6";
  f.evidence_id = "00000000000000e6";
  f.kind = FindingKind::kSchema;
  f.subject = HostileTexts()[2];
  f.predicate = HostileTexts()[4];
  std::uint32_t i = 0;
  for (const std::string& text : HostileTexts()) {
    f.claims.push_back(MakeClaim("h" + std::to_string(i) + "\"<b>", text, text,
                                 text, text, text));
    f.claims.back().in_derivation = i < 2;
    f.claims.back().side = i++;
  }
  f.derivations = {MakeWalk({Step("origin", HostileTexts()[4], 0, 0, true,
                                  "claim", "h0\"<b>", HostileTexts()[0]),
                             Step("origin", HostileTexts()[4], 1, 1, false,
                                  "claim", "h1\"<b>", HostileTexts()[5])},
                            "hull", "people")};
  SetSides(f, HostileTexts());
  return f;
}

inline NearMiss Succession() {
  NearMiss miss;
  miss.id = "00000000000000b1";
  miss.subject = "mayor of Ostby";
  miss.predicate = "holds_office";
  miss.reason = "succession";
  miss.text = "Per Lund took over after Ida Berg: their times do not overlap";
  miss.claims = {
      MakeClaim("n1", "almanac", "Ida Berg, mayor until 2009",
                "Ida Berg, mayor until 2009", "Ida Berg", "Ida Berg"),
      MakeClaim("n2", "register", "Per Lund, mayor since 2009",
                "Per Lund, mayor since 2009", "Per Lund", "Per Lund")};
  return miss;
}

inline ReportModel SampleModel() {
  ReportModel model;
  model.findings = {FerryFinding(),   TollFinding(),   PolarityFinding(),
                    HostileFinding(), HiatusFinding(), TenureFinding()};
  model.near_misses = {Succession()};
  model.coverage.counts = {{"claims", 19}, {"documents", 12}, {"compared", 15}};
  model.coverage.near_misses = {{"succession", 1}};
  model.coverage.undecided = {"5/4/1999 has two readings"};
  model.coverage.errors = {{"wire.jsonl", "value", "expected a number", 3}};
  model.has_near_misses = model.has_coverage = true;
  return model;
}

inline Report SampleReport() {
  return Report(std::make_shared<ReportModel>(SampleModel()));
}

}  // namespace gainsay::internal

#endif  // GAINSAY_TESTS_REPORT_MODELS_H_
