// Counts of one unit on one ordered pair of points, compared in that unit: six
// completed years never meet five, though as days of any anchor they might.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_UNITS_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_UNITS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "consistency/network/problem.h"
#include "gainsay/network.h"

namespace gainsay::internal::stp {

using Ranks = std::vector<std::uint32_t>;  // of statements, ascending

// Two counts that exclude each other in their unit.
struct UnitPair {
  std::uint32_t
      a = 0,
      b = 0;  // positions in Component::members; a's hi is below b's lo
  DayInterval a_days, b_days;
};

class UnitPairs {
 public:
  UnitPairs(const Store& store, const Component& component);

  // No two counts can be compared?
  bool empty() const { return groups_.empty(); }
  // All pairs under a cut; at most `most` are looked at, then *cut_off is set.
  std::map<Ranks, UnitPair> Find(Cut cut, std::size_t most,
                                 bool* cut_off) const;
  // A pair among some statements.
  std::optional<UnitPair> Among(const Ranks& set, Cut cut) const;
  NetworkWalk WalkOf(const UnitPair& pair, Cut cut) const;

 private:
  struct Place {
    std::uint32_t rank, group, index;  // groups_[group][index] is of `rank`
  };

  const Count& CountOf(std::uint32_t position) const;
  std::optional<DayInterval> DaysOf(std::uint32_t position, Cut cut,
                                    bool both_bare) const;
  std::optional<UnitPair> Clash(std::uint32_t a, std::uint32_t b,
                                Cut cut) const;

  const Store& store_;
  const Component& component_;
  std::vector<std::vector<std::uint32_t>>
      groups_;                 // positions in Component::members
  std::vector<Place> places_;  // by rank
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_UNITS_H_
