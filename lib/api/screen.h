// The first look at files of claims: which records need identity, statements
// and checks, and which belong to groups that agree and need only be counted.
//
// Every record becomes a row of hashes (consistency/agreement.h); rows are
// dealt out by subject and looked at a partition at a time. What is kept is
// read again by claim/records.h, so that reports are the same to the byte with
// and without screening. About 40 bytes a claim, or a temporary file; several
// threads read and look.
#ifndef GAINSAY_LIB_API_SCREEN_H_
#define GAINSAY_LIB_API_SCREEN_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "api/corpus.h"
#include "api/pipeline.h"
#include "consistency/agreement.h"

namespace gainsay::internal {

// A line of JSON Lines that needs a check.
struct KeptLine {
  std::uint64_t offset = 0, line = 0;  // its first byte in the file; from 1
  std::uint32_t size = 0;              // its end included
  std::uint32_t part = 0;              // of Screened::parts
  friend bool operator==(const KeptLine&, const KeptLine&) = default;
};

// The records of one file that need a check.
struct KeptRecords {
  bool by_line = true;
  bool blank = true;                   // JSON Lines: nothing is said at all
  std::vector<KeptLine> lines;         // JSON Lines: in their order
  std::vector<std::uint64_t> offsets;  // CSV: first bytes, ascending

  bool Has(std::uint64_t offset) const;  // CSV
};

// Parts can be checked one by one: no claim of one changes what is found about
// those of another. Part 0 has all that may meet, and records that are errors.
// Subjects of other parts are among those that `agreed` counts.
struct Screened {
  std::uint32_t parts = 1;
  std::vector<KeptRecords> files;       // in the order given
  std::vector<std::string> predicates;  // in the order of first naming
  AgreementCounts agreed;               // what is left out
};

// False where claims of several subjects meet by options or rules, and for
// documents or single claims beside the files.
bool MayScreen(const Corpus::Rep& corpus, const Checker::Rep& checker);

// Nothing where a run must read all of it: MayScreen is false, a file can't be
// read twice, or most of its records need a check anyhow.
// `at_byte` is told how much was read, on the caller's thread.
// A part has `part_claims` claims or more, few enough for a cache; they do not
// depend on the jobs.
std::optional<Screened> ScreenClaims(
    std::span<const Corpus::Rep::ClaimFile* const> files,
    const Corpus::Rep& corpus, const Checker::Rep& checker,
    std::uint32_t part_claims,
    const std::function<void(std::uint64_t)>& at_byte);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_SCREEN_H_
