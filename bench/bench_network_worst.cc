// The worst cases of docs/engine.md over sizes: CPU time of each, one JSON
// object a line.
//
//   bench_network_worst [LARGEST]
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>
#include <vector>

#include "gainsay/network.h"

namespace {

using gainsay::Bound;
using gainsay::Network;

double CpuSeconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// An undated chain in which each event is a day before the next, from the tail
// on: as inserts, each bound lowers all that came before.
std::vector<Bound> Chain(std::uint32_t size) {
  std::vector<Bound> bounds;
  for (std::uint32_t k = size; k > 0; --k) {
    bounds.push_back(
        {.from = k, .to = k + 1, .days = {-9, -1}, .statement = size - k});
  }
  return bounds;
}

std::vector<Bound> Shuffled(std::vector<Bound> bounds) {
  std::mt19937 random(1);
  for (std::size_t i = bounds.size(); i > 1; --i)
    std::swap(bounds[i - 1], bounds[random() % i]);
  for (std::uint32_t i = 0; i < bounds.size(); ++i) bounds[i].statement = i;
  return bounds;
}

// The chain closed to a cycle that is a day short: one conflict, too long to be
// listed.
std::vector<Bound> Ring(std::uint32_t size) {
  std::vector<Bound> bounds = Shuffled(Chain(size));
  bounds.push_back({.from = 1,
                    .to = size + 1,
                    .days = {1 - static_cast<gainsay::Day>(size), 0},
                    .statement = size});
  return bounds;
}

// The chain with each event dated, in the order in which each date is a little
// stricter than what was known: each insert lowers the whole tail.
std::vector<Bound> DatedChain(std::uint32_t size) {
  std::vector<Bound> bounds = Chain(size);
  for (std::uint32_t k = 0; k < size; ++k) {
    const auto day = static_cast<gainsay::Day>(10 * (size - k));
    bounds.push_back({.from = 0,
                      .to = size - k,
                      .days = {gainsay::kMinusInfinity,
                               day - 9 * static_cast<gainsay::Day>(k)},
                      .statement = size + k});
  }
  return bounds;
}

// One event with dates and lengths to all others, each said twice.
std::vector<Bound> Star(std::uint32_t size) {
  std::vector<Bound> bounds;
  for (std::uint32_t k = 0; k < size; ++k) {
    const std::uint32_t to = 2 + k / 2;
    const auto day = static_cast<gainsay::Day>(to % 977);
    bounds.push_back({.from = 1,
                      .to = to,
                      .days = {day, day + 9 - static_cast<gainsay::Day>(k % 2)},
                      .statement = k});
  }
  return bounds;
}

// Claims of two kinds that exclude each other, all on one pair of events.
std::vector<Bound> Hub(std::uint32_t size) {
  std::vector<Bound> bounds;
  for (std::uint32_t k = 0; k < size; ++k) {
    const auto lo =
        static_cast<gainsay::Day>(k % 100 == 0 ? 5000 + k % 977 : k % 997);
    bounds.push_back(
        {.from = 1, .to = 2, .days = {lo, lo + 1000}, .statement = k});
  }
  return bounds;
}

void Report(const char* what, std::uint32_t size,
            const std::function<void()>& run) {
  const double begin = CpuSeconds();
  run();
  const double seconds = CpuSeconds() - begin;
  std::printf(
      "{\"case\":\"%s\",\"bounds\":%u,\"cpu_s\":%.6f,\"ns_per_bound\":%.0f}\n",
      what, size, seconds, 1e9 * seconds / size);
  std::fflush(stdout);
}

void Batch(const char* what, std::uint32_t size,
           const std::vector<Bound>& bounds) {
  Network network;
  network.Add(bounds).value();
  Report(what, size, [&] { network.Check(); });
}

}  // namespace

int main(int argc, char** argv) {
  const auto largest =
      static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 32000);
  for (std::uint32_t size = 1000; size <= largest; size *= 2) {
    Batch("chain, batch", size, Chain(size));
    Batch("chain, shuffled batch", size, Shuffled(Chain(size)));
    Batch("dated chain, shuffled batch", 2 * size, Shuffled(DatedChain(size)));
    Batch("ring, shuffled batch", size, Ring(size));
    Report("chain, inserts that lower the tail", size, [&] {
      Network network;
      for (const Bound& bound : Chain(size)) network.Insert(bound).value();
    });
    Report("dated chain, inserts that lower the tail", 2 * size, [&] {
      Network network;
      for (const Bound& bound : DatedChain(size)) network.Insert(bound).value();
    });
    Report("star, inserts", size, [&] {
      Network network;
      for (const Bound& bound : Star(size)) network.Insert(bound).value();
    });
    Network churn;
    churn.Add(Shuffled(Chain(size))).value();
    churn.Index();
    Report("chain, retract and insert again 100 times", size, [&] {
      for (std::uint32_t s = 0; s < 100; ++s) {
        const Bound bound = churn.bound(s);
        churn.Retract(s).value();
        churn.Insert(bound).value();
      }
    });
    Network hub;
    hub.Add(Hub(size)).value();
    Report("hub on one pair, conflicts", size, [&] { hub.Conflicts(); });
  }
}
