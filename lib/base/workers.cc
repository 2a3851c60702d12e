#include "base/workers.h"

#include <exception>
#include <thread>
#include <vector>

namespace gainsay::internal {

void RunWorkers(std::uint32_t jobs,
                const std::function<void(std::uint32_t)>& work) {
  if (jobs <= 1) {
    work(0);
    return;
  }
  std::vector<std::exception_ptr> failures(jobs);
  const auto guarded = [&](std::uint32_t worker) {
    try {
      work(worker);
    } catch (...) {
      failures[worker] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t i = 1; i < jobs; ++i) threads.emplace_back(guarded, i);
    guarded(0);
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace gainsay::internal
