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

}  // namespace

NetworkReport Run(const Store& store, const NetworkOptions& options,
                  bool check_only) {
  const Components components = FindComponents(store);
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, 64);
  std::vector<Merged> parts(threads);
  constexpr std::size_t kChunk = 64;
  std::atomic<std::size_t> next = 0;
  const auto work = [&](Merged& part) {
    for (;;) {
      const std::size_t begin = next.fetch_add(kChunk);
      if (begin >= components.size()) return;
      for (std::size_t c = begin;
           c < std::min(begin + kChunk, components.size()); ++c) {
        if (components[c].empty()) continue;
        ++part.report.components;
        if (options.stop.stop_requested()) part.report.stopped = true;
        if (part.report.stopped) continue;
        if (check_only)
          part.report.inconsistent +=
              !IsComponentConsistent(store, components[c]);
        else
          Merge(GradeComponent(store, components[c], options), part);
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < threads; ++t)
      helpers.emplace_back([&, t] { work(parts[t]); });
    work(parts[0]);
  }
  for (std::size_t t = 1; t < threads; ++t) {
    Merged& part = parts[t];
    parts[0].report.components += part.report.components;
    parts[0].report.inconsistent += part.report.inconsistent;
    parts[0].report.truncated += part.report.truncated;
    parts[0].report.over_budget += part.report.over_budget;
    parts[0].report.stopped |= part.report.stopped;
    std::move(part.report.refused_givens.begin(),
              part.report.refused_givens.end(),
              std::back_inserter(parts[0].report.refused_givens));
    std::move(part.conflicts.begin(), part.conflicts.end(),
              std::back_inserter(parts[0].conflicts));
  }
  return Finish(std::move(parts[0]));
}

NetworkReport RunOne(const Store& store, std::span<const std::uint32_t> bounds,
                     const NetworkOptions& options) {
  Merged all;
  if (!bounds.empty()) {
    all.report.components = 1;
    Merge(GradeComponent(store, bounds, options), all);
  }
  return Finish(std::move(all));
}

}  // namespace gainsay::internal::stp
