#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>
#include <tuple>

#include "consistency/network/components.h"
#include "consistency/network/grade.h"
#include "consistency/network/rep.h"

namespace gainsay::internal::stp {
namespace {

struct Merged {
  std::vector<GradedConflict> conflicts;
  NetworkReport report;
};

void Merge(ComponentReport part, Merged& all) {
  all.report.inconsistent += part.inconsistent;
  all.report.truncated += part.truncated;
  all.report.over_budget += part.over_budget;
  all.report.stopped |= part.stopped;
  all.report.refused_givens.insert(all.report.refused_givens.end(),
                                   part.refused_givens.begin(),
                                   part.refused_givens.end());
  std::move(part.conflicts.begin(), part.conflicts.end(),
            std::back_inserter(all.conflicts));
}

void Merge(Merged part, Merged& all) {
  all.report.components += part.report.components;
  all.report.inconsistent += part.report.inconsistent;
  all.report.truncated += part.report.truncated;
  all.report.over_budget += part.report.over_budget;
  all.report.stopped |= part.report.stopped;
  all.report.refused_givens.insert(all.report.refused_givens.end(),
                                   part.report.refused_givens.begin(),
                                   part.report.refused_givens.end());
  std::move(part.conflicts.begin(), part.conflicts.end(),
            std::back_inserter(all.conflicts));
}

NetworkReport Finish(Merged all) {
  std::sort(all.conflicts.begin(), all.conflicts.end(),
            [](const GradedConflict& a, const GradedConflict& b) {
              const auto key = [](const GradedConflict& g) {
                return std::make_tuple(
                    g.conflict.severity, g.conflict.statements.size(),
                    std::cref(g.hashes), std::cref(g.conflict.statements));
              };
              return key(a) < key(b);
            });
  std::sort(all.report.refused_givens.begin(), all.report.refused_givens.end());
  all.report.conflicts.reserve(all.conflicts.size());
  for (GradedConflict& graded : all.conflicts)
    all.report.conflicts.push_back(std::move(graded.conflict));
  return std::move(all.report);
}

// What one thread does: chunks of components until none is left.
class Worker {
 public:
  Worker(const Store& store, const NetworkOptions& options,
         const Components& components, Latest& latest)
      : store_(store),
        options_(options),
        components_(components),
        quick_(store, latest) {}

  void Work(std::atomic<std::size_t>& next, bool check_only) {
    constexpr std::size_t kChunk = 256;
    for (;;) {
      const std::size_t begin =
          next.fetch_add(kChunk, std::memory_order_relaxed);
      if (begin >= components_.size()) return;
      if (options_.stop.stop_requested()) merged.report.stopped = true;
      const std::size_t end = std::min(begin + kChunk, components_.size());
      for (std::size_t c = begin; c < end && !merged.report.stopped; ++c) {
        if (components_[c].empty()) continue;
        ++merged.report.components;
        check_only ? Check(components_[c]) : Grade(components_[c]);
      }
    }
  }

  Merged merged;

 private:
  void Check(std::span<const std::uint32_t> bounds) {
    const Answer answer = quick_.Check(bounds);
    if (answer == Answer::kConsistent) return;
    merged.report.inconsistent +=
        answer == Answer::kInconsistent ||
        !IsComponentConsistent(store_, bounds, scratch_);
  }
  void Grade(std::span<const std::uint32_t> bounds) {
    Need need;
    if (options_.grades)
      need = quick_.Grades(bounds);
    else
      need.hull = quick_.Check(bounds) != Answer::kConsistent;
    if (need.any())
      Merge(GradeComponent(store_, bounds, options_, need, scratch_), merged);
  }

  const Store& store_;
  const NetworkOptions& options_;
  const Components& components_;
  Quick quick_;
  Scratch scratch_;
};

}  // namespace

NetworkReport Run(const Store& store, const NetworkOptions& options,
                  bool check_only) {
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, 64);
  const Components components = FindComponents(store, threads);
  Latest latest(store.points());
  std::vector<Worker> workers(threads,
                              Worker(store, options, components, latest));
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < threads; ++t)
      helpers.emplace_back([&, t] { workers[t].Work(next, check_only); });
    workers[0].Work(next, check_only);
  }
  Merged all = std::move(workers[0].merged);
  for (std::size_t t = 1; t < threads; ++t)
    Merge(std::move(workers[t].merged), all);
  return Finish(std::move(all));
}

NetworkReport RunOne(const Store& store, std::span<const std::uint32_t> bounds,
                     const NetworkOptions& options) {
  Merged all;
  Scratch scratch;
  if (!bounds.empty()) {
    all.report.components = 1;
    Merge(GradeComponent(store, bounds, options,
                         {.hull = true, .conventions = true, .core = true},
                         scratch),
          all);
  }
  return Finish(std::move(all));
}

}  // namespace gainsay::internal::stp
