// What documents tell of their story: told [--on YYYY-MM-DD] FILE...
//
// One line an amount: key, value, why it is set aside, words before its noun,
// things, sentence (lib/claim/told.h). Then one line a happening: what is told
// of it, its key, what it happens to, the value, words before that noun, what
// else the clause names, sentence (lib/claim/told_times.h).
#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/civil.h"
#include "claim/extract.h"
#include "lang/language.h"
#include "schema/schema.h"

int main(int argc, char** argv) {
  using namespace gainsay::internal;
  Interner strings;
  ClaimExtractor extractor(English(), Schema::BuiltIn(), strings);
  constexpr const char* kOf[] = {"time",    "length", "record",
                                 "outcome", "doer",   "place"};
  constexpr const char* kAside[] = {"",     "plan", "no-fact",
                                    "part", "rate", "growing"};
  std::optional<gainsay::DayInterval> published;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--on" && i + 1 < argc) {
      int year = 0;
      unsigned month = 0, day = 0;
      if (std::sscanf(argv[++i], "%d-%u-%u", &year, &month, &day) == 3) {
        const gainsay::Day on = gainsay::internal::DayOf(year, month, day);
        published = gainsay::DayInterval{on, on};
      }
      continue;
    }
    std::ifstream in(argv[i]);
    std::stringstream buffer;
    buffer << in.rdbuf();
    const std::string text = buffer.str();
    std::vector<ToldAmount> told;
    std::vector<ToldTime> times;
    ClaimTable table;
    ExtractionCoverage coverage;
    extractor.Extract({.text = text,
                       .published = published,
                       .document = DocumentIndex(0),
                       .told = &told,
                       .told_times = &times},
                      table, coverage);
    for (const ToldTime& t : times) {
      std::cout << argv[i] << '\t' << kOf[static_cast<int>(t.of)]
                << (t.veto ? " veto" : "") << (t.plan ? " plan" : "") << '\t'
                << strings.View(t.key) << '\t' << strings.View(t.theme) << '\t'
                << strings.View(t.theme_name) << (t.known ? "" : " unknown")
                << '\t' << text.substr(t.value_span.begin, t.value_span.size())
                << (t.value.kind == gainsay::ValueKind::kText ? " = " : "")
                << strings.View(t.value.text) << '\t';
      for (const StringId word : t.narrow)
        std::cout << strings.View(word) << ' ';
      std::cout << '\t';
      for (const StringId word : t.beside)
        std::cout << strings.View(word) << ';';
      std::cout << '\t' << text.substr(t.evidence.begin, t.evidence.size())
                << '\n';
    }
    for (const ToldAmount& t : told) {
      std::cout << argv[i] << '\t' << strings.View(t.key) << '\t'
                << text.substr(t.value_span.begin, t.value_span.size()) << '\t'
                << kAside[static_cast<int>(t.aside)] << '\t'
                << (t.tense == ToldAmount::Tense::kState ? "state" : "event")
                << (t.total ? " total" : "") << '\t';
      for (const auto& list : {t.narrow, t.narrow_names})
        for (const StringId word : list) std::cout << strings.View(word) << ' ';
      std::cout << '\t';
      for (const StringId word : t.things)
        std::cout << strings.View(word) << ' ';
      std::cout << '\t';
      for (const StringId name : t.names)
        std::cout << strings.View(name) << ';';
      if (t.someone) std::cout << '?';
      std::cout << '\t' << t.when.lo << '\t'
                << text.substr(t.evidence.begin, t.evidence.size()) << '\n';
    }
  }
}
