// Reads a network file (docs/engine.md) into bounds. Claims are statements.
#ifndef GAINSAY_BENCH_NETWORK_FILE_H_
#define GAINSAY_BENCH_NETWORK_FILE_H_

#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gainsay/network.h"

namespace gainsay::bench {

struct NetworkFile {
  std::uint32_t points = 0;
  std::vector<Bound> bounds;  // in file order: statement i is claim i
  std::vector<BoundForm> forms = std::vector<BoundForm>(1);
  std::vector<std::uint32_t> source;  // of each claim
  std::vector<double> weight;         // of each source
  bool ok = false;
};

class NetworkReader {
 public:
  static NetworkFile Read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in),
                           std::istreambuf_iterator<char>()};
    NetworkReader reader;
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
      reader.line_ = rest.substr(0, end);
      rest.remove_prefix(end + 1);
      reader.Line();
    }
    return std::move(reader.file_);
  }

 private:
  std::string_view Field() {
    while (!line_.empty() && line_.front() == ' ') line_.remove_prefix(1);
    const std::size_t end = std::min(line_.find(' '), line_.size());
    const std::string_view field = line_.substr(0, end);
    line_.remove_prefix(end);
    return field;
  }
  std::int32_t Number() {
    const std::string_view field = Field();
    std::int32_t value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return value;
  }
  // An end of a bound: "-" and "+" mean unbounded.
  Day End(Day unbounded) {
    while (!line_.empty() && line_.front() == ' ') line_.remove_prefix(1);
    const bool open = line_.substr(0, 2) == "- " || line_.substr(0, 2) == "+ ";
    if (open) line_.remove_prefix(1);
    return open ? unbounded : Number();
  }

  void Line() {
    const std::string_view kind = Field();
    if (kind == "stp") {
      Number();
      file_.points = static_cast<std::uint32_t>(Number());
      const auto claims = static_cast<std::size_t>(Number());
      file_.bounds.reserve(claims);
      file_.source.reserve(claims);
      file_.ok = true;
    } else if (kind == "s") {
      Number(), Number();
      file_.weight.push_back(Number());
    } else if (kind == "c") {
      Bound bound;
      bound.statement = static_cast<std::uint32_t>(Number());
      file_.source.push_back(static_cast<std::uint32_t>(Number()));
      bound.from = static_cast<std::uint32_t>(Number());
      bound.to = static_cast<std::uint32_t>(Number());
      bound.days.lo = End(kMinusInfinity);
      bound.days.hi = End(kPlusInfinity);
      Field();
      const std::string_view unit = Field();
      if (!unit.empty()) bound.form = FormOf(unit, bound.days);
      file_.bounds.push_back(bound);
    }
  }

  // The form of a counted claim; equal counts share one.
  std::uint32_t FormOf(std::string_view unit, DayInterval hull) {
    constexpr std::string_view kUnits[] = {"hour", "day", "week", "month",
                                           "year"};
    constexpr Modifier kHedges[] = {Modifier::kBare, Modifier::kAbout,
                                    Modifier::kMoreThan, Modifier::kAtLeast};
    Count count;
    for (std::size_t u = 0; u < 5; ++u) {
      if (unit == kUnits[u]) count.unit = static_cast<TimeUnit>(u);
    }
    count.n = count.n_max = Number();
    const std::string_view hedge = Field();
    for (const Modifier modifier : kHedges) {
      if (hedge == Name(modifier)) count.modifier = modifier;
    }
    const std::string key = std::string(unit) + ' ' + std::to_string(count.n) +
                            std::string(hedge) + std::to_string(hull.lo) + '.' +
                            std::to_string(hull.hi);
    const auto [it, fresh] =
        known_.try_emplace(key, static_cast<std::uint32_t>(file_.forms.size()));
    if (fresh) {
      BoundForm form = BoundForm::Of(count);
      form.days[0] = hull;
      file_.forms.push_back(form);
    }
    return it->second;
  }

  NetworkFile file_;
  std::string_view line_;
  std::map<std::string, std::uint32_t> known_;
};

// The first `count` claims as a network.
inline Network MakeNetwork(const NetworkFile& file, std::size_t count) {
  Network network;
  for (std::size_t f = 1; f < file.forms.size(); ++f)
    network.AddForm(file.forms[f]);
  network.Reserve(file.points, count);
  network.Add(std::span(file.bounds.data(), count)).value();
  return network;
}

}  // namespace gainsay::bench

#endif  // GAINSAY_BENCH_NETWORK_FILE_H_
