#include "identity/stated_match.h"

#include <algorithm>
#include <map>

#include "identity/stated_clash.h"
#include "identity/stated_wording.h"

namespace gainsay::internal {
namespace {

constexpr std::int32_t kAgree =
    kStatedWeights[static_cast<std::size_t>(StatedEvidence::kAgree)].weight;

// Of a contradiction of wording: a probable one.
constexpr std::int32_t kWordingScore = kStatedProbable;

struct Guard {
  StatedEvidence evidence;
  std::string_view reason;  // of the closed list
};
constexpr Guard kGuards[] = {
    {StatedEvidence::kGuardNegated, "modality"},
    {StatedEvidence::kGuardRate, "scope"},
    {StatedEvidence::kGuardSince, "scope"},
    {StatedEvidence::kGuardStated, "same-value"},
    {StatedEvidence::kGuardProgress, "progress"},
    {StatedEvidence::kGuardReports, "progress"},
    {StatedEvidence::kGuardDerived, "same-value"},
};

// What keeps two values apart that would meet without it, or empty.
std::string_view ReasonApart(const StatedMeeting& m) {
  std::int32_t without = m.score;
  std::string_view reason;
  for (const Guard& guard : kGuards) {
    const auto row = static_cast<std::size_t>(guard.evidence);
    if (m.counts[row] == 0) continue;
    without -= StatedTenths(m.counts, row);
    if (reason.empty()) reason = guard.reason;
  }
  return without >= kStatedThreshold ? reason : std::string_view();
}

StatedComparison Judge(const StatedMeeting& m, const StatedText& a,
                       const StatedText& b) {
  using Outcome = StatedComparison::Outcome;
  StatedComparison out;
  out.a = a.values[m.a].span;
  out.b = b.values[m.b].span;
  out.score = m.score;
  const std::string_view apart = ReasonApart(m);
  if (m.score < kStatedUndecided && apart.empty()) return out;
  if (m.hulls_meet && m.cores_meet) {
    out.outcome = Outcome::kAgree;
    out.reason = "same-value";
  } else if (m.score < kStatedThreshold) {
    out.outcome = apart.empty() ? Outcome::kUndecided : Outcome::kKeptApart;
    out.reason = apart.empty() ? "undecided" : apart;
  } else {
    out.outcome = m.hulls_meet ? Outcome::kTension : Outcome::kContradiction;
    out.reason = m.hulls_meet ? "tolerance" : "";
  }
  return out;
}

// A pair counts only if each is the best for the other; among those that do
// not agree the highest score decides.
StatedComparison Decide(const std::vector<StatedMeeting>& meetings,
                        const StatedText& text_a, const StatedText& text_b) {
  std::map<std::uint32_t, std::int32_t> best_a, best_b;
  const auto rank = [](const StatedMeeting& m) {
    const std::int32_t agree = m.hulls_meet ? kAgree : 0;
    return m.score + agree;
  };
  for (const StatedMeeting& m : meetings) {
    auto& a = best_a.try_emplace(m.a, rank(m)).first->second;
    auto& b = best_b.try_emplace(m.b, rank(m)).first->second;
    a = std::max(a, rank(m));
    b = std::max(b, rank(m));
  }
  StatedComparison best;
  const StatedMeeting* decides = nullptr;
  for (const StatedMeeting& m : meetings) {
    if (best_a.at(m.a) != rank(m) || best_b.at(m.b) != rank(m)) continue;
    const StatedComparison candidate = Judge(m, text_a, text_b);
    if (std::pair(candidate.outcome, candidate.score) >
        std::pair(best.outcome, best.score)) {
      best = candidate;
      decides = &m;
    }
  }
  if (decides != nullptr) best.evidence = EvidenceOf(*decides);
  return best;
}

}  // namespace

StatedComparison CompareStated(const StatedText& a, const StatedText& b,
                               const ValueWords& words) {
  const auto by_wording = [](const WordingConflict& conflict) {
    return StatedComparison{StatedComparison::Outcome::kContradiction,
                            {},
                            kWordingScore,
                            conflict.a,
                            conflict.b,
                            EvidenceOf(conflict)};
  };
  std::vector<WordingConflict> terms;
  ConflictsOfTerms(a, b, terms);
  if (!terms.empty()) return by_wording(terms.front());
  StatedComparison out = Decide(MeetStated(a, b), a, b);
  const bool differ = out.outcome != StatedComparison::Outcome::kNothing &&
                      out.outcome != StatedComparison::Outcome::kAgree;
  if (differ && InTurn(a, out.a, b, out.b)) {
    out.outcome = StatedComparison::Outcome::kKeptApart;
    out.reason = "succession";
  }
  if (out.outcome == StatedComparison::Outcome::kContradiction) return out;
  for (const WordingConflict& conflict : ConflictsOfWording(a, b, words)) {
    if (Gainsays(conflict)) return by_wording(conflict);
  }
  return out;
}

}  // namespace gainsay::internal
