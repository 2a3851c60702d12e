// One component under one cut, in local indices and canonical order: what the
// search sees. Statements are ranked by (weight, hash, id), so that whatever is
// done in order of rank depends on the set of statements only, never on the
// order of arrival.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_PROBLEM_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_PROBLEM_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "consistency/network/store.h"

namespace gainsay::internal::stp {

// lo <= t(to) - t(from) <= hi in local points; an infinite end bounds nothing.
struct LocalBound {
  std::uint32_t from = 0, to = 0;
  Day lo = kMinusInfinity, hi = kPlusInfinity;
  std::uint32_t statement = kNone;  // rank; kNone: a given
  std::uint32_t bound = kNoBound;   // in the store; kNoBound: a calendar link

  bool has_lo() const { return lo != kMinusInfinity; }
  bool has_hi() const { return hi != kPlusInfinity; }
};

struct Problem {
  Cut cut = Cut::kHull;
  std::uint32_t points = 1;        // point 0 is the origin
  std::vector<LocalBound> bounds;  // givens first, then by rank
  std::uint32_t givens = 0;        // bounds[0, givens)
  std::uint32_t statements = 0;
  // bounds of statement s: [first[s], first[s + 1])
  std::vector<std::uint32_t> first;
  // givens at point p: given_of[given_first[p], given_first[p + 1]); none at
  // the origin.
  std::vector<std::uint32_t> given_first, given_of;
  // Point p is axis `axis[p]` of point `point[p]` of the network.
  std::vector<std::uint32_t> point;
  std::vector<Axis> axis;
  // No given, and each statement bounds one pair: a simple negative cycle is
  // minimal.
  bool plain = true;

  std::span<const LocalBound> of(std::uint32_t statement) const {
    return {bounds.data() + first[statement],
            bounds.data() + first[statement + 1]};
  }
  std::span<const std::uint32_t> givens_at(std::uint32_t p) const {
    return {given_of.data() + given_first[p],
            given_of.data() + given_first[p + 1]};
  }
};

// What all cuts of a component share.
struct Component {
  // A bound of the store with its ends as local points.
  struct Member {
    std::uint32_t bound, from, to;
    std::uint32_t rank;  // of its statement; kNone: a given
  };
  std::vector<Member> members;            // givens first, then by rank
  std::ptrdiff_t givens = 0;              // members[0, givens)
  std::vector<std::uint32_t> statements;  // rank -> statement of the caller
  std::vector<std::uint64_t> hashes;      // rank -> hash
  std::vector<double> weights;            // rank -> weight
  std::vector<std::uint32_t>
      points;  // local -> network, ascending; points[0] = 0
  bool years = false, months = false;  // a bare count of years, of months
  bool counts = false;                 // two counts or more of months or years
};

// Room for one entry a point of the network, kept between components.
class Scratch {
 public:
  std::vector<std::uint32_t>& OfPoints(std::uint32_t points) {
    if (local_.size() < points) local_.resize(points, kNone);
    return local_;
  }

 private:
  std::vector<std::uint32_t> local_;  // all kNone between uses
};

Component MakeComponent(const Store& store,
                        std::span<const std::uint32_t> bounds,
                        Scratch& scratch);

// The component under a cut. In the calendar cut each point p has a year Y(p)
// with p - Y(p) in [0, 365] (a month M(p) where months are counted): a bare
// count of n years binds Y(to) - Y(from), what is later is in no earlier year,
// and dates are snapped to whole years.
Problem MakeProblem(const Store& store, const Component& component, Cut cut);
// The component under a reading that is stricter than several cuts.
Problem MakeProblem(const Store& store, const Component& component,
                    Store::Reading reading);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_PROBLEM_H_
