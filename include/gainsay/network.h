// Network: bounds between time points in; every minimal conflict, derived
// windows, implied bounds and smallest corrections out. It knows nothing of
// texts or sources.
//
// A bound says lo <= t(to) - t(from) <= hi in whole days. Points are dense
// indices; point 0 is the origin, 1970-01-01, so a bound from 0 is a date.
// Statements are dense ids of the caller; a statement makes one bound or
// several, and is what a conflict names. A bound without a statement is a
// *given*: it holds whatever is said.
//
//   gainsay::Network network;
//   network.Add({.from = 0, .to = 1, .days = {19000, 19000}, .statement =
//   0}).value();  // began network.Add({.from = 1, .to = 2, .days = {53, 53},
//   .statement = 1}).value();        // lasted network.Add({.from = 0, .to = 2,
//   .days = {19044, 19044}, .statement = 2}).value();  // ended const
//   gainsay::NetworkReport report = network.Conflicts();
//   // one conflict, definite: statements 0, 1, 2; walk sum -9 days
//
// This is a simple temporal network (Dechter, Meiri, Pearl 1991): a set of
// bounds is inconsistent just if its distance graph has a negative cycle, and
// the statements of a simple negative cycle are a minimal conflict. Listing all
// negative cycles is NP-hard (Khachiyan et al. 2008), so what is promised is:
// all conflicts of up to `max_statements` statements, cut at `per_statement`
// for each quarantined statement, and every cut reported. The answer depends on
// the set of bounds and statements only, never on the order in which they came.
// Thread safety: as std::vector.
#ifndef GAINSAY_NETWORK_H_
#define GAINSAY_NETWORK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"
#include "gainsay/value.h"

namespace gainsay::inline v0 {

inline constexpr std::uint32_t kGiven =
    0xffffffffU;  // Bound::statement of a given
inline constexpr std::uint32_t kNoBound =
    0xffffffffU;  // NetworkHop::bound of a calendar link

// lo <= t(to) - t(from) <= hi. Finite ends lie within +-2^24 days; a missing
// end is an infinity of date.h.
struct Bound {
  std::uint32_t from = 0, to = 0;    // points, below 2^31
  DayInterval days = {};             // the hull
  std::uint32_t statement = kGiven;  // below 2^31
  std::uint32_t form = 0;  // of Network::AddForm; 0: the hull in every cut
};

// How a bound reads under the other cuts. Bounds of equal words share one form.
struct GAINSAY_EXPORT BoundForm {
  // By Cut; each inside the hull, days[0] equal to Bound::days. For a bare
  // count of years or months days[kCalendar] is the necessary condition in
  // days; the relation between the years (months) of the two points is added by
  // the network.
  std::array<DayInterval, kCutCount> days;
  std::optional<Count> count;  // the bound is a counted length of time
  bool vague = false;          // takes part in tensions only

  // The form of a counted length, between any two points. `wide`: outside
  // 1901-2099.
  static BoundForm Of(const Count& count, bool wide = false);
};

// What conflicts are ranked and repaired by.
struct StatementInfo {
  double weight = 1;       // of its sources; higher is kept
  std::uint64_t hash = 0;  // of its content: ties; 0: computed from its bounds
};

enum class Axis : std::uint8_t { kDay, kYear, kMonth };

// One hop of a walk: along `bound` from `from` to `to` with days.hi, or from
// `to` to `from` with -days.lo. In the calendar cut a point also has a year
// (month): its axis.
struct NetworkHop {
  std::uint32_t bound =
      kNoBound;  // by order of Add; kNoBound: a point and its own year
  std::uint32_t from = 0, to = 0;
  Axis from_axis = Axis::kDay, to_axis = Axis::kDay;
  DayInterval days = {};
  bool forward = true;

  constexpr std::int64_t cost() const noexcept {
    return forward ? days.hi : -static_cast<std::int64_t>(days.lo);
  }
  friend bool operator==(const NetworkHop&, const NetworkHop&) = default;
};

// A closed walk whose sum is negative: the proof.
struct NetworkWalk {
  Cut cut = Cut::kHull;
  bool in_unit =
      false;  // two counts of one unit, compared in nominal days of that unit
  std::int64_t sum = 0;
  std::vector<NetworkHop> hops;
  friend bool operator==(const NetworkWalk&, const NetworkWalk&) = default;
};

// A minimal set of statements that cannot all hold, given the givens.
struct NetworkConflict {
  Severity severity = Severity::kDefinite;
  std::vector<std::uint32_t>
      statements;                  // ascending; one suffices against givens
  std::vector<NetworkWalk> walks;  // one; for probable one a convention
  friend bool operator==(const NetworkConflict&,
                         const NetworkConflict&) = default;
};

struct NetworkOptions {
  std::uint32_t max_statements = 8;  // of a conflict; at most 16
  std::uint32_t per_statement =
      64;  // conflicts kept for one quarantined statement and cut
  // Steps of the search a component; 0: 2^26, and 2^24 of Repair().
  std::uint64_t budget = 0;
  std::uint32_t threads =
      1;               // they end before a call returns; the answer is the same
  bool grades = true;  // false: definite conflicts only
  bool walks = true;   // false: statements only
  std::stop_token stop;
};

struct NetworkReport {
  // Definite before probable before tension, then fewest statements first, then
  // by the statements' hashes.
  std::vector<NetworkConflict> conflicts;
  std::vector<std::uint32_t>
      refused_givens;  // bounds: givens that contradict givens; left out
  std::uint64_t components = 0;    // parts that share no point but the origin
  std::uint64_t inconsistent = 0;  // of them, with a definite conflict
  std::uint64_t truncated =
      0;  // quarantined statements whose conflicts were cut at per_statement
  std::uint64_t over_budget = 0;  // components whose search ended early
  bool stopped = false;
  // Every conflict of up to max_statements statements is listed.
  bool complete() const noexcept {
    return truncated == 0 && over_budget == 0 && !stopped;
  }
};

// The days on which a point can lie, or that can lie between two points, and
// why.
struct NetworkWindow {
  DayInterval days;
  std::vector<NetworkHop> lo_reason,
      hi_reason;                     // an open walk each; empty where unbounded
  bool without_quarantined = false;  // the component is inconsistent:
                                     // quarantined statements were left out
};

struct Insertion {
  std::uint32_t bound = 0;
  bool consistent = true;  // with all that was accepted before
  NetworkWalk conflict;    // else: one negative cycle through it
};

// A set of statements whose removal leaves no definite conflict.
struct Correction {
  std::vector<std::uint32_t> statements;  // ascending
  double cost = 0;         // their number, or the sum of their weights
  double lower_bound = 0;  // no correction costs less
  bool optimal = false;
};

enum class CorrectionCost : std::uint8_t { kCount, kWeight };

class GAINSAY_EXPORT Network {
 public:
  Network();
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  void Reserve(std::size_t points, std::size_t bounds);
  // Errors: an end beyond +-2^24 days, lo above hi, from equal to to, an
  // unknown form.
  Result<std::uint32_t> Add(const Bound& bound);
  // All or nothing; the first bad bound's index is Error::line - 1.
  Result<void> Add(std::span<const Bound> bounds);
  std::uint32_t AddForm(const BoundForm& form);
  // Without it a statement weighs 1 and is hashed by its bounds and id.
  void Describe(std::uint32_t statement, const StatementInfo& info);

  // Builds the live index, in time and memory linear in the bounds; Insert and
  // Retract keep it up to date, and windows then cost their component only.
  // Insert calls it.
  void Index();
  // As Add, and says at once whether what was accepted before still holds with
  // it. Costs what it changes.
  Result<Insertion> Insert(const Bound& bound);
  // Takes back all bounds of a statement; with an index in O(component * log).
  // An unknown statement is an error.
  Result<void> Retract(std::uint32_t statement);

  // Is there no definite conflict? Stops nothing, lists nothing: the cheapest
  // question.
  NetworkReport Check(const NetworkOptions& options = {}) const;
  // With an index, asked again with equal options: only components that were
  // touched since are searched, O(those + answer); callers wait for each other.
  NetworkReport Conflicts(const NetworkOptions& options = {}) const;
  // Those of the component of one statement only.
  NetworkReport ConflictsOf(std::uint32_t statement,
                            const NetworkOptions& options = {}) const;

  // From the hulls of all givens and accepted statements. O(component) with an
  // index.
  NetworkWindow WindowOf(std::uint32_t point) const;
  NetworkWindow Implied(std::uint32_t from, std::uint32_t to) const;

  // A smallest correction over the definite conflicts. Anytime: a spent budget
  // gives the best found with its lower bound.
  Correction Repair(CorrectionCost cost = CorrectionCost::kCount,
                    const NetworkOptions& options = {}) const;

  std::size_t points() const noexcept;  // highest point + 1
  std::size_t bounds() const noexcept;  // added, retracted ones included
  bool live(std::uint32_t bound) const noexcept;
  Bound bound(std::uint32_t index) const noexcept;  // as it was added
  std::size_t bytes() const noexcept;               // held on the heap

  struct Rep;
  const Rep& rep() const noexcept { return *rep_; }

 private:
  std::unique_ptr<Rep> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_NETWORK_H_
