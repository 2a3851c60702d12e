// Reads tests/cases/*.case; README.md there says how they are written.
#ifndef GAINSAY_TESTS_CASES_CASE_FILE_H_
#define GAINSAY_TESTS_CASES_CASE_FILE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::cases {

struct CaseSource {
  std::string name{}, published{}, text{};  // published: EDTF, or empty
  std::string file{};                       // instead of the three
};

struct CaseQuote {
  std::string source, words;
};

struct CaseLine {
  enum class Kind { kFinding, kNearMiss, kMissed } kind = Kind::kFinding;
  std::string what;  // "temporal definite"; the reason of a near miss
  std::vector<CaseQuote> quotes;
  bool open = false;  // ends in "...": more claims are fine
  int line = 0;
};

struct Case {
  std::vector<CaseSource> sources;
  std::vector<CaseLine> expected;
  std::string error;  // what is wrong with the case file itself
};

Case ReadCase(std::string_view text);

}  // namespace gainsay::cases

#endif  // GAINSAY_TESTS_CASES_CASE_FILE_H_
