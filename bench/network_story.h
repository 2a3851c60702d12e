// Made-up stories for the network benchmarks: hidden days, claims about them,
// and false claims with the conflicts that expose them. Deterministic: one
// stream of splitmix64, integer arithmetic, the same bytes for the same
// arguments on every platform.
#ifndef GAINSAY_BENCH_NETWORK_STORY_H_
#define GAINSAY_BENCH_NETWORK_STORY_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "gainsay/value.h"

namespace gainsay::bench {

inline constexpr int kUnbounded = 1 << 29;

class Stream {
 public:
  explicit Stream(std::uint64_t state) : state_(state) {}
  std::uint64_t Next() {
    return internal::Mix64(state_ += 0x9e3779b97f4a7c15U);
  }
  std::uint32_t Below(std::uint32_t n) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint32_t>((static_cast<Wide>(Next()) * n) >> 64);
  }
  int Range(int lo, int hi) {
    return lo +
           static_cast<int>(Below(static_cast<std::uint32_t>(hi - lo + 1)));
  }
  bool Chance(int percent) { return static_cast<int>(Below(100)) < percent; }
  // A gap of days with a long tail, without floating point.
  int Gap(int mean) {
    int gap = Range(0, mean);
    while (Chance(50)) gap += Range(0, mean);
    return gap;
  }

 private:
  std::uint64_t state_;
};

// lo <= day[to] - day[from] <= hi, as one source says.
struct StoryClaim {
  int from = 0, to = 0, lo = 0, hi = 0;
  int source = 0;
  char kind = 'd';  // D day, M month, Y year, d duration, o order, w within
  std::optional<Count> count;  // --counts: the words behind a duration
};

// A false claim and a least set of claims that exposes it.
struct Planted {
  int component = 0, arity = 0, bad = 0;
  std::vector<int> claims;
};

struct StoryOptions {
  int claims = 1000, sources = 200, conflict_percent = 5, giant_events = -1,
      giants = -1, error_percent = 1;
  double redundancy = 2.5;
  std::uint64_t seed = 1;
  bool natural = false, grouped = false, counts = false;
};

class Story {
 public:
  explicit Story(const StoryOptions& options);
  void Write(const std::string& stem) const;  // STEM.stp and STEM.truth

 private:
  struct Arc {
    int to, weight, claim;
  };
  // The distance graph of one component; node 0 is the origin.
  struct Arcs {
    int first = 0;
    std::vector<std::vector<Arc>> out;
    std::size_t Node(int point) const {
      return point == 0 ? 0 : static_cast<std::size_t>(point - first + 1);
    }
    int Point(std::size_t node) const {
      return node == 0 ? 0 : static_cast<int>(node) - 1 + first;
    }
  };

  int Source();
  int Day(int point) const { return days_[static_cast<std::size_t>(point)]; }
  StoryClaim DateOf(int point);
  StoryClaim Duration(int a, int b);
  StoryClaim Order(int a, int b);
  void Lengths(int days, StoryClaim& claim);
  void Component(int size, bool giant);
  void TellTimes(int size, bool giant);
  void Relate(int first, int size, bool giant,
              std::vector<std::pair<int, int>>& pairs);
  void Repeat(int first, int size, bool giant,
              std::vector<std::pair<int, int>>& pairs, std::size_t begin);
  void Falsify(int component, std::size_t begin);
  Arcs ArcsOf(int component, std::size_t begin) const;
  std::vector<int> LeastConflict(const Arcs& arcs, int claim, int most) const;
  bool LeastThrough(const Arcs& arcs, int claim, bool back, int most,
                    std::vector<int>& best) const;
  void Plant(int component, std::size_t begin);
  std::optional<StoryClaim> Contradict(const Arcs& arcs, int arity);
  bool Corrupt(StoryClaim& claim);
  void WriteClaims(const std::string& path,
                   const std::vector<int>& order) const;
  void WriteTruth(const std::string& path,
                  const std::vector<int>& renamed) const;

  StoryOptions options_;
  mutable Stream stream_;
  std::vector<int> days_ = {0};
  std::vector<int> component_of_ = {-1};
  std::vector<std::pair<int, int>> points_of_;
  std::vector<StoryClaim> claims_;
  std::vector<Planted> planted_;
  std::vector<int> hidden_;      // false claims that nothing exposes
  std::vector<int> popularity_;  // cumulated, by source
};

inline int DayNumber(int y, int m, int d) {
  using namespace std::chrono;  // NOLINT: its divisions read as dates
  return static_cast<int>(sys_days{year{y} / month{static_cast<unsigned>(m)} /
                                   day{static_cast<unsigned>(d)}}
                              .time_since_epoch()
                              .count());
}

}  // namespace gainsay::bench

#endif  // GAINSAY_BENCH_NETWORK_STORY_H_
