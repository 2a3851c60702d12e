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

// The records of one file that need a check.
struct KeptRecords {
  bool by_line = true;
  std::vector<bool> lines;             // JSON Lines: by line, from 0
  std::vector<std::uint64_t> offsets;  // CSV: first bytes, ascending

  bool Has(std::uint64_t line, std::uint64_t offset) const;
};

struct Screened {
  std::vector<KeptRecords> files;       // in the order given
  std::vector<std::string> predicates;  // in the order of first naming
  AgreementCounts agreed;               // what is left out
};

// Nothing where a run must read all of it: documents or single claims beside
// the files, options or rules by which claims of several subjects meet, a file
// that can't be read twice, or records most of which need a check anyhow.
// `at_byte` is told how much was read, on the caller's thread.
std::optional<Screened> ScreenClaims(
    std::span<const Corpus::Rep::ClaimFile* const> files,
    const Corpus::Rep& corpus, const Checker::Rep& checker,
    const std::function<void(std::uint64_t)>& at_byte);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_SCREEN_H_
