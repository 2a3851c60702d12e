// Authorities: who is quoted for the sides of a conflict.
#ifndef GAINSAY_LIB_VOICES_AUTHORITIES_H_
#define GAINSAY_LIB_VOICES_AUTHORITIES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gainsay::internal {

// What attribution makes of a conflict.
enum class AuthorityVerdict : std::uint8_t {
  kNone,       // unattributed values contradict
  kMisreport,  // one authority is quoted with two values: somebody misquotes
  kDisagree,   // every side quotes its own authorities: they disagree
};

// One entry a claim: its speaker ("" if none), by side. Speakers are canonical
// names.
AuthorityVerdict JudgeAuthorities(
    std::span<const std::vector<std::string_view>> speakers_by_side);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_VOICES_AUTHORITIES_H_
