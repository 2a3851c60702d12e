#include "consistency/identity_near_miss.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace gainsay::internal {
namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;
constexpr std::uint32_t kMostOfASubject = 64;  // statements that are looked at

// Statements of each subject: they stand together.
std::map<SubjectIndex, Range> BySubject(const StatementTable& table) {
  std::map<SubjectIndex, Range> out;
  for (std::uint32_t i = 0; i < table.statements.size(); ++i) {
    Range& range =
        out.try_emplace(table.statements[i].subject, i, i).first->second;
    range.second = i + 1;
  }
  return out;
}

// The statement that a claim of a referent belongs to.
std::map<ReferentIndex, std::vector<std::uint32_t>> ByReferent(
    const StatementTable& table, const GraphInput& graph) {
  std::map<ReferentIndex, std::vector<std::uint32_t>> out;
  for (std::uint32_t i = 0; i < table.statements.size(); ++i) {
    const Statement& s = table.statements[i];
    for (std::uint32_t c = 0; c < s.claims; ++c)
      out[graph.table[table.claims[s.first_claim + c]].subject].push_back(i);
  }
  return out;
}

// Two subjects kept apart: the first two statements of one predicate that
// differ.
std::vector<StatementIndex> Apart(const StatementTable& table, Range a,
                                  Range b) {
  a.second = std::min(a.second, a.first + kMostOfASubject);
  b.second = std::min(b.second, b.first + kMostOfASubject);
  for (std::uint32_t i = a.first; i < a.second; ++i) {
    for (std::uint32_t j = b.first; j < b.second; ++j) {
      const Statement &x = table.statements[i], &y = table.statements[j];
      if (x.predicate == y.predicate && x.hash != y.hash)
        return {StatementIndex(i), StatementIndex(j)};
    }
  }
  return {};
}

// One subject under two names: what its two referents say.
std::vector<StatementIndex> Joined(const std::vector<std::uint32_t>& a,
                                   const std::vector<std::uint32_t>& b) {
  std::set<std::uint32_t> both(a.begin(), a.end());
  both.insert(b.begin(), b.end());
  std::vector<StatementIndex> out;
  for (const std::uint32_t i : both) out.push_back(StatementIndex(i));
  if (a.empty() || b.empty()) out.clear();
  return out;
}

}  // namespace

std::vector<NearMissRow> IdentityNearMisses(const StatementTable& statements,
                                            const GraphInput& graph,
                                            std::size_t cap) {
  const auto by_subject = BySubject(statements);
  const auto by_referent = ByReferent(statements, graph);
  std::vector<NearMissRow> rows;
  std::set<std::tuple<std::vector<StatementIndex>, std::string>> seen;
  for (const Subjects::Note& note : graph.subjects.notes) {
    if (rows.size() >= cap) break;
    const SubjectIndex a = graph.subjects.of_referent[note.a.index];
    const SubjectIndex b = graph.subjects.of_referent[note.b.index];
    NearMissRow row;
    if (a == b) {
      const auto ia = by_referent.find(note.a), ib = by_referent.find(note.b);
      if (ia == by_referent.end() || ib == by_referent.end()) continue;
      row.statements = Joined(ia->second, ib->second);
    } else {
      const auto ia = by_subject.find(a), ib = by_subject.find(b);
      if (ia == by_subject.end() || ib == by_subject.end()) continue;
      row.statements = Apart(statements, ia->second, ib->second);
    }
    if (row.statements.empty()) continue;
    if (!seen.emplace(row.statements, note.reason).second) continue;
    row.subject = a;
    row.predicate = statements[row.statements[0]].predicate;
    row.reason = note.reason;
    row.text = note.text;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace gainsay::internal
