#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <numeric>

#include "network_story.h"

namespace gainsay::bench {
namespace {

const char* const kUnits[] = {"hour", "day", "week", "month", "year"};

// An optional tail of a claim: the count that its bounds denote.
void WriteCount(const Count& count, std::ostream& out) {
  out << ' ' << kUnits[static_cast<std::size_t>(count.unit)] << ' ' << count.n
      << ' ' << Name(count.modifier);
}

}  // namespace

void Story::Write(const std::string& stem) const {
  std::vector<int> order(claims_.size());
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i = options_.grouped ? 0 : order.size(); i > 1; --i) {
    std::swap(order[i - 1],
              order[stream_.Below(static_cast<std::uint32_t>(i))]);
  }
  std::vector<int> renamed(claims_.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    renamed[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  WriteClaims(stem + ".stp", order);
  WriteTruth(stem + ".truth", renamed);
  std::cout << stem << ": points " << days_.size() << " claims "
            << claims_.size() << " components " << points_of_.size()
            << " planted " << planted_.size() << " hidden " << hidden_.size()
            << '\n';
}

void Story::WriteClaims(const std::string& path,
                        const std::vector<int>& order) const {
  std::ofstream out(path);
  out << "stp 1 " << days_.size() << ' ' << claims_.size() << ' '
      << options_.sources << '\n';
  for (int i = 0; i < options_.sources; ++i) {
    // The first twenty stand for themselves, the others copy one of fifty
    // agencies.
    const int group =
        i < 20 ? i
               : static_cast<int>(
                     20 + (static_cast<unsigned>(i) * 2654435761U) % 50);
    out << "s " << i << ' ' << group << ' ' << 1 + 99 / (1 + i / 4) << " src"
        << i << '\n';
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const StoryClaim& c = claims_[static_cast<std::size_t>(order[i])];
    out << "c " << i << ' ' << c.source << ' ' << c.from << ' ' << c.to << ' ';
    if (c.lo <= -kUnbounded)
      out << "- ";
    else
      out << c.lo << ' ';
    if (c.hi >= kUnbounded)
      out << "+ ";
    else
      out << c.hi << ' ';
    out << c.kind;
    if (c.count) WriteCount(*c.count, out);
    out << '\n';
  }
}

void Story::WriteTruth(const std::string& path,
                       const std::vector<int>& renamed) const {
  std::ofstream out(path);
  out << "truth 1 " << days_.size() << ' ' << points_of_.size() << ' '
      << planted_.size() << ' ' << hidden_.size() << '\n';
  for (std::size_t p = 1; p < days_.size(); ++p)
    out << "h " << p << ' ' << component_of_[p] << ' ' << days_[p] << '\n';
  for (std::size_t i = 0; i < planted_.size(); ++i) {
    const Planted& k = planted_[i];
    out << "k " << i << ' ' << k.component << ' ' << k.arity << ' '
        << renamed[static_cast<std::size_t>(k.bad)];
    std::vector<int> ids;
    for (const int claim : k.claims)
      ids.push_back(renamed[static_cast<std::size_t>(claim)]);
    std::sort(ids.begin(), ids.end());
    for (const int id : ids) out << ' ' << id;
    out << '\n';
  }
  for (const int claim : hidden_)
    out << "u " << renamed[static_cast<std::size_t>(claim)] << '\n';
}

}  // namespace gainsay::bench
