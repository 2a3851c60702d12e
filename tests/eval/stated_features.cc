// Prints what `gainsay compare` weighs: for each pair of texts of a file all
// meetings of their values, with the counts of evidence that
// scripts/fit_stated_weights.py fits weights to.
//
//   stated_features PAIRS.jsonl >> features.jsonl
//   stated_features --names      the evidences, one a line
#include <fstream>
#include <iostream>
#include <string>

#include "base/interner.h"
#include "boost/json.hpp"
#include "claim/state_text.h"
#include "identity/stated_match.h"
#include "identity/stated_wording.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

std::string Quotes(const std::string& a, ByteSpan in_a, const std::string& b,
                   ByteSpan in_b) {
  return a.substr(in_a.begin, in_a.size()) + " | " +
         b.substr(in_b.begin, in_b.size());
}

json::object Meetings(const json::object& pair, const Grammar& grammar) {
  const std::string a(pair.at("a").at("text").as_string()),
      b(pair.at("b").at("text").as_string());
  Interner strings;
  TextStater stater(grammar, strings);
  const StatedText sa = stater.State(a, std::nullopt),
                   sb = stater.State(b, std::nullopt);
  json::array rows;
  for (const StatedMeeting& m : MeetStated(sa, sb)) {
    json::array counts;
    for (std::size_t e = 0; e < kStatedEvidences; ++e)
      counts.emplace_back(m.counts[e]);
    rows.push_back(json::object{
        {"a", m.a},
        {"b", m.b},
        {"quotes", Quotes(a, sa.values[m.a].span, b, sb.values[m.b].span)},
        {"hulls", m.hulls_meet},
        {"cores", m.cores_meet},
        {"score", m.score},
        {"counts", std::move(counts)}});
  }
  bool worded = false;
  for (const WordingConflict& c :
       ConflictsOfWording(sa, sb, grammar.language().values()))
    worded |= Gainsays(c);
  json::object out{
      {"id", pair.at("id")}, {"meetings", std::move(rows)}, {"worded", worded}};
  return out;
}

int Run(const char* path) {
  const Grammar grammar{English()};
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty()) continue;
    std::cout << json::serialize(
                     Meetings(json::parse(line).as_object(), grammar))
              << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  using namespace gainsay::internal;
  if (argc != 2) {
    std::cerr << "usage: stated_features PAIRS.jsonl | --names\n";
    return 2;
  }
  if (std::string(argv[1]) != "--names") return Run(argv[1]);
  for (const StatedWeight& row : kStatedWeights)
    std::cout << row.name << '\t' << row.weight << '\n';
  return 0;
}
