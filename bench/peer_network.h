// What the peers' drivers share: the components of a file, and the clock.
#ifndef GAINSAY_BENCH_PEER_NETWORK_H_
#define GAINSAY_BENCH_PEER_NETWORK_H_

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <string>
#include <vector>

#include "network_file.h"

namespace gainsay::bench {

inline double CpuSeconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// Claims by component, the origin split; points renumbered from 1 in each.
struct PeerComponents {
  std::vector<std::uint32_t> start, order, local, sizes;

  explicit PeerComponents(const NetworkFile& file) : local(file.points) {
    std::vector<std::uint32_t> parent(file.points);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto find = [&](std::uint32_t x) {
      while (parent[x] != x) x = parent[x] = parent[parent[x]];
      return x;
    };
    for (const Bound& b : file.bounds) {
      if (b.from == 0 || b.to == 0) continue;
      const std::uint32_t x = find(b.from), y = find(b.to);
      if (x != y) parent[std::max(x, y)] = std::min(x, y);
    }
    std::vector<std::uint32_t> number(file.points);
    for (std::uint32_t p = 1; p < file.points; ++p) {
      const std::uint32_t root = find(p);
      if (root == p) {
        number[p] = static_cast<std::uint32_t>(sizes.size());
        sizes.push_back(1);
      }
      number[p] = number[root];
      local[p] = sizes[number[p]]++;
    }
    const auto of = [&](const Bound& b) {
      return number[b.to != 0 ? b.to : b.from];
    };
    start.assign(sizes.size() + 1, 0);
    for (const Bound& b : file.bounds) ++start[of(b) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> at(start.begin(), start.end() - 1);
    order.resize(file.bounds.size());
    for (std::uint32_t i = 0; i < file.bounds.size(); ++i)
      order[at[of(file.bounds[i])]++] = i;
  }
};

struct PeerResult {
  std::size_t inconsistent = 0, found = 0;
};

inline void PrintPeer(const char* name, const std::string& file,
                      const char* mode, std::size_t claims,
                      const PeerResult& result, double seconds) {
  std::printf(
      "{\"peer\":\"%s\",\"file\":\"%s\",\"mode\":\"%s\",\"claims\":%zu,"
      "\"inconsistent\":%zu,"
      "\"found\":%zu,\"cpu_s\":%.6f,\"ns_per_claim\":%.1f}\n",
      name, file.c_str(), mode, claims, result.inconsistent, result.found,
      seconds, 1e9 * seconds / static_cast<double>(claims));
}

}  // namespace gainsay::bench

#endif  // GAINSAY_BENCH_PEER_NETWORK_H_
