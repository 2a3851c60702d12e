// Which claims of millions need no check: groups that agree.
//
// A claim is here its subject, predicate and value as hashes, and a group all
// claims of one subject and predicate. A group whose values are all the same,
// or lie within the tolerance of a single predicate, contradicts nothing; only
// the others go on to identity, statements and checks. The test errs on the
// side of keeping: what it lets go agrees.
#ifndef GAINSAY_LIB_CONSISTENCY_AGREEMENT_H_
#define GAINSAY_LIB_CONSISTENCY_AGREEMENT_H_

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace gainsay::internal {

// What a group of one predicate must be to agree.
struct AgreementRule {
  bool compared = true;  // by value: a single predicate that a schema names
  // All of its values are known to be the same only where they are equal.
  bool exact = true;
  double absolute = 0, relative = 0;
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
};

// One claim. `form` is what values must share to lie on one line, a type and a
// unit, in the bits above kFormBits; kNumber says that `value` holds the bits
// of a double, kMeets that a finding about the value may look at other subjects
// too: differences of days repeat, places lie in places.
struct AgreementRow {
  static constexpr std::uint32_t kMark = UINT32_MAX;
  static constexpr int kFormBits = 2;
  static constexpr std::uint32_t kNumber = 1, kMeets = 2;
  std::uint64_t subject = 0;
  std::uint64_t name = 0;       // of the subject, as this claim puts it
  std::uint64_t value = 0;      // equal where values are the same statement
  std::uint32_t predicate = 0;  // kMark: no claim; its subject is kept whole
  std::uint32_t source = 0;
  std::uint32_t form = 0;
  std::uint32_t row = 0;
};

// Counts of what was let go, as a report has them.
struct AgreementCounts {
  std::uint64_t claims = 0, statements = 0, subjects = 0;
  // Subjects of which only groups are kept that can be checked alone; not among
  // `subjects`.
  std::uint64_t subjects_alone = 0;
  std::uint64_t compared = 0, agreed = 0;  // claims beside another source's

  AgreementCounts& operator+=(const AgreementCounts& other);
};

// Rows that need a check: together with all others, or with those of their
// subject and predicate alone.
struct KeptRows {
  std::vector<std::uint32_t>& together;
  std::vector<std::uint32_t>& alone;
};

// Appends to `kept` those of `rows`, which hold all claims of their subjects,
// that need a check. `every_difference`: a group of more than one
// statement is kept even if it agrees (near misses are asked for). Marks are
// not appended. O(n log n), and a copy of the rows; what is kept does not
// depend on their order.
// `scratch` is for callers of many partitions to keep.
AgreementCounts FindAgreement(std::span<const AgreementRow> rows,
                              std::span<const AgreementRule> rules,
                              bool every_difference, KeptRows kept,
                              std::vector<AgreementRow>& scratch);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_AGREEMENT_H_
