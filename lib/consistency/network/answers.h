// The conflicts of a network that changes, kept by component: what an insertion
// or retraction touched is graded anew when asked for, all else is as it was.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_ANSWERS_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_ANSWERS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "consistency/network/grade.h"
#include "consistency/network/quick.h"
#include "consistency/network/rep.h"

namespace gainsay::internal::stp {

class Answers {
 public:
  // Grades the whole network.
  Answers(const Network::Rep& rep, const NetworkOptions& options);

  // Were they made with options that give the same answer?
  bool Fits(const NetworkOptions& options) const;
  // The points of components in which something was retracted, as they were
  // before. To be called before the next Report().
  void Forget(std::span<const std::uint32_t> points);
  // A statement of this point's component was described anew.
  void Touch(std::uint32_t point) { touched_.push_back(point); }

  // As a batch over the same bounds. O(components touched + answer).
  NetworkReport Report(const Network::Rep& rep, const NetworkOptions& options);
  std::size_t bytes() const;

 private:
  std::uint32_t Find(std::uint32_t point);
  void Unite(std::uint32_t a, std::uint32_t b);
  void Join(const Network::Rep& rep, std::uint32_t bound);
  void Drop(std::uint32_t root);
  void Part(const Network::Rep& rep);
  void Update(const Network::Rep& rep);
  bool Grade(const Network::Rep& rep, std::uint32_t point,
             const NetworkOptions& options);

  NetworkOptions options_;
  std::uint32_t synced_ = 0;  // bounds [0, synced_) are in
  // Union-find over points; of a root, how many live bounds it has.
  std::vector<std::uint32_t> parent_, bounds_;
  std::uint64_t components_ = 0;        // with a bound
  std::vector<std::uint32_t> gone_;     // of Forget()
  std::vector<std::uint32_t> touched_;  // points of components to grade
  std::map<std::uint32_t, ComponentReport>
      reports_;  // by root, where not empty
  Latest latest_{1};
  Scratch scratch_;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_ANSWERS_H_
