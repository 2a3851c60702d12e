// Of which tenure of a person a claim speaks, as far as its words tell: the
// office, the body, and whether it is over. Kept as the scope of the claim, so
// that what is said of two offices does not meet; identity/tenures.h makes one
// scope of those that mean one tenure.
#ifndef GAINSAY_LIB_CLAIM_TENURE_SCOPE_H_
#define GAINSAY_LIB_CLAIM_TENURE_SCOPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay::internal {

// The family of predicates that tell of a tenure.
inline constexpr std::string_view kTenureFamily = "tenure";
// The role of a scope that is of a contract (claim/terms.h).
inline constexpr std::string_view kContractRole = "contract";

struct TenureScope {
  // What the words say where they give no title: that somebody leads ("has run
  // the firm", "at the helm"), holds some post ("in the job"), or holds a
  // public office ("in office").
  enum class Kind : std::uint8_t { kLead, kPost, kOffice } kind = Kind::kLead;
  // Whether it goes on when the document is written; kOpen: not said.
  enum class When : std::uint8_t { kOpen, kNow, kThen } when = When::kOpen;
  bool leads = false;  // the title is one of a leader
  std::string role;    // canonical title; empty: not said
  std::string body;    // name, or "party", "country"; empty: not said
  friend bool operator==(const TenureScope&, const TenureScope&) = default;
};

// "lead|now|director+|Kuroda Railway" and back; none of what is no such text.
std::string ToText(const TenureScope& scope);
std::optional<TenureScope> ParseTenureScope(std::string_view text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TENURE_SCOPE_H_
