// Threads for the length of one call.
#ifndef GAINSAY_LIB_BASE_WORKERS_H_
#define GAINSAY_LIB_BASE_WORKERS_H_

#include <cstdint>
#include <functional>

namespace gainsay::internal {

// Calls work(0) ... work(jobs - 1), each on a thread of its own, work(0) on the
// caller's; returns when all have ended. The first exception (by number) is
// thrown on.
void RunWorkers(std::uint32_t jobs,
                const std::function<void(std::uint32_t)>& work);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_WORKERS_H_
