// Lists the simple negative cycles through one statement.
//
// With r = (u -> v, w) a bound of the statement, these are the simple paths v
// ~> u that are shorter than -w. A backward pass finds for each point the least
// weight with which it still reaches u within h statements; a forward
// depth-first search goes only where that bound allows a conflict, so that it
// seldom turns back. Both stay within hop balls of u and v; the origin's list
// of dates is entered from the ball, never scanned.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_WALKER_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_WALKER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "consistency/network/graph.h"
#include "consistency/network/search.h"

namespace gainsay::internal::stp {

class Walker {
 public:
  // `allowed`: by bound; the others enter when
  // their statement was searched for.
  // `latest`: a potential under which no allowed bound is violated.
  // `judge`: says what each cycle is; null: all are definite.
  Walker(const Problem& problem, const SearchLimits& limits,
         const std::vector<bool>& allowed, std::vector<Distance> latest,
         Judge* judge);

  // Appends every conflict that contains the statement and otherwise allowed
  // ones: all of the least size, then of the next, until limits.per_statement
  // of a grade are passed.
  void Find(std::uint32_t statement, std::vector<LocalConflict>& found);

  // Had the last statement more conflicts of a grade than are kept?
  bool full() const { return was_full_; }
  bool over_budget() const { return steps_ >= limits_.steps; }
  bool stopped() const { return stopped_; }

 private:
  // An edge at a point, towards `to` (weight out) or from it (weight in).
  struct Incident {
    std::uint32_t to;
    Day out, in;  // kNoEnd: no such edge, or not allowed yet
    std::uint32_t bound;
    bool forward;  // the edge out is the bound's hi
  };
  struct Root {
    std::uint32_t from, to;  // u, v
    Day weight;
    std::uint32_t statement;
    LocalHop hop;
  };

  void Allow(std::uint32_t statement);
  void Open(std::uint32_t bound);
  bool Free(const Incident& edge) const {
    return edge.bound < free_;  // givens come first
  }
  void FindThrough(const Root& root, std::vector<LocalConflict>& found);
  bool NoteFull();
  void ReachForward(std::uint32_t from);
  Distance Debts(bool in_ball);
  void ReachBack(std::uint32_t to);
  void Relax(std::uint32_t point, std::uint32_t hops, Distance value);
  void ExpandBack(std::uint32_t point, std::uint32_t hops, bool free);
  void Descend(std::uint32_t point, Distance weight, std::uint32_t left);
  void Step(std::uint32_t to, Day weight, LocalHop hop, Distance sum,
            std::uint32_t left, bool free);
  void Emit();
  bool IsMinimal(const std::vector<std::uint32_t>& set);
  void Keep();
  void Clear();
  Distance& back(std::uint32_t hops, std::uint32_t point) {
    return back_[std::size_t{point} * (hops_ + 1) + hops];
  }

  const Problem& problem_;
  SearchLimits limits_;
  std::uint32_t free_;  // bounds below it are givens, whose hops do not count
  std::vector<Distance> latest_;
  // How far the bounds that were allowed later violate the potential: of each
  // point the worst that leads out of it. A simple path leaves a point once, so
  // it is at most the sum of the worst few shorter than it looks.
  std::vector<Distance> debt_;
  std::vector<std::uint32_t> debtors_;  // points with a debt
  std::vector<Distance> worst_;         // room for Debts()
  Distance ceiling_ =
      0;  // of value + latest, for what can still close a conflict
  std::vector<std::uint32_t> first_;
  std::vector<Incident> incident_;  // by point; the origin has none
  std::uint64_t steps_ = 0;
  bool stopped_ = false;
  // Some statement has several bounds: hops are counted, not statements.
  bool by_hops_ = false;
  std::uint32_t hops_ = 0;  // most hops of a path, beside the root

  std::vector<std::uint32_t> ball_;  // forward ball of v
  std::vector<bool> in_ball_;
  std::vector<Distance>
      back_;  // [point][hops]: least weight to u in at most so many hops
  std::vector<std::uint32_t> reached_;  // points with a value in some layer
  std::vector<bool> is_reached_;
  std::vector<std::uint32_t> changed_, next_;
  std::vector<bool> is_next_;
  struct Dated {
    std::uint32_t point;
    Day weight;
    LocalHop hop;
    bool free;
  };
  std::vector<Dated> dated_;  // edges from the origin into the backward ball

  Judge* judge_;
  const Root* root_ = nullptr;
  std::vector<LocalConflict>* found_ = nullptr;
  // Of the root at hand: how many of each grade were found, and which grades
  // had enough in a shorter round.
  std::array<std::size_t, kGrades> count_ = {};
  std::array<bool, kGrades> full_ = {};
  std::size_t limit_ = 0;  // of each
  LocalConflict candidate_;
  // The first per_statement + 1 of each grade, as heaps; where statements bound
  // one pair, so that no set is met twice.
  std::array<std::vector<LocalConflict>, kGrades> best_;
  bool was_full_ = false;
  // A definite conflict was no better than those kept. Edges are in order of
  // rank: neither are those that end the same path by a later one.
  bool beaten_ = false;
  std::vector<LocalHop> path_;
  std::vector<bool> on_path_;
  std::uint32_t givens_in_a_row_ = 0;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_WALKER_H_
