#include "api/user_checks.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "claim/records.h"
#include "consistency/check.h"

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// At most n - 1 of n statements hold, says the check; each says that it does:
// counted from none to all of them, that is a closed walk whose sum is -1.
Walk CountingWalk(std::span<const StatementIndex> statements,
                  const std::string& check, const std::string& text) {
  const auto counted = [](std::size_t i) {
    return std::to_string(i) + " that hold";
  };
  Walk walk;
  const std::size_t n = statements.size();
  WalkStep rule;
  rule.from = counted(0);
  rule.to = counted(n);
  rule.lo = -kInfinity;
  rule.hi = static_cast<double>(n) - 1;
  rule.by_kind = "schema";
  rule.by = check;
  rule.text = text;
  walk.steps.push_back(rule);
  for (std::size_t i = n; i > 0; --i) {
    WalkStep step;
    step.from = counted(i - 1);
    step.to = counted(i);
    step.lo = 1;
    step.hi = kInfinity;
    step.forward = false;
    step.statement = statements[i - 1];
    step.by_kind = "claim";
    walk.steps.push_back(step);
  }
  walk.sum = -1;
  walk.unit = "statements";
  return walk;
}

class UserChecks {
 public:
  UserChecks(const StatementTable& statements, const GraphInput& graph,
             std::vector<Conflict>& out)
      : statements_(statements), graph_(graph), out_(out) {}

  // One group: statements of one subject and predicate that are asserted.
  void Take(std::span<const Statement> group) {
    indices_.clear(), values_.clear(), views_.clear(), sources_.clear();
    for (const Statement& s : group) {
      if (s.modality != Modality::kAsserted || s.negated) continue;
      indices_.emplace_back(
          static_cast<std::size_t>(&s - statements_.statements.data()));
      values_.push_back(ValueOf(graph_.table[s.value], graph_.strings));
      AddSources(s);
    }
    const Statement& first = group.front();
    const std::string_view subject = graph_.subjects[first.subject].label;
    const std::string_view predicate = graph_.schema[first.predicate].name;
    for (std::size_t i = 0; i < indices_.size(); ++i) {
      views_.push_back({subject, predicate, values_[i], sources_[i]});
    }
  }

  void Run(const gainsay::Check& check) {
    if (views_.size() < 2) return;
    std::set<std::vector<std::size_t>> seen;
    for (CheckCandidate& candidate : check.Candidates(views_)) {
      std::vector<std::size_t> set = std::move(candidate.statements);
      std::ranges::sort(set);
      set.erase(std::unique(set.begin(), set.end()), set.end());
      const bool known = set.size() >= 2 && set.back() < views_.size();
      if (!known || !Contradicts(check, set)) {
        ++withheld_;
        continue;
      }
      Shrink(check, set);
      if (seen.insert(set).second) Report(check, set, candidate.explanation);
    }
  }

  std::uint64_t withheld() const { return withheld_; }

 private:
  void AddSources(const Statement& s) {
    std::vector<std::string_view> sources;
    for (std::uint32_t i = 0; i < s.claims; ++i) {
      const ClaimIndex claim = statements_.claims[s.first_claim + i];
      sources.push_back(graph_.strings.View(graph_.table[claim].source));
    }
    std::ranges::sort(sources);
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    sources_.push_back(std::move(sources));
  }

  bool Contradicts(const gainsay::Check& check,
                   const std::vector<std::size_t>& set) const {
    std::vector<StatementView> views;
    for (const std::size_t i : set) views.push_back(views_[i]);
    return check.Contradicts(views);
  }

  // Leaves out each statement in turn; puts it back only if the rest agree.
  void Shrink(const gainsay::Check& check,
              std::vector<std::size_t>& set) const {
    for (std::size_t i = set.size(); i-- > 0 && set.size() > 2;) {
      std::vector<std::size_t> rest = set;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      if (Contradicts(check, rest)) set = std::move(rest);
    }
  }

  void Report(const gainsay::Check& check, const std::vector<std::size_t>& set,
              const std::string& explanation) {
    Conflict conflict;
    conflict.kind = FindingKind::kSchema;
    for (const std::size_t i : set) {
      const StatementIndex index = indices_[i];
      conflict.statements.push_back(index);
      conflict.sides.push_back({index});
      conflict.signature.push_back(statements_[index].hash);
    }
    const Statement& first = statements_[conflict.statements[0]];
    conflict.subject = first.subject;
    conflict.predicate = first.predicate;
    conflict.summary = std::string(views_[0].subject) + ": " + explanation;
    conflict.walks.push_back(CountingWalk(
        conflict.statements, std::string(check.name()), explanation));
    conflict.relative_violation = 1;
    out_.push_back(std::move(conflict));
  }

  const StatementTable& statements_;
  const GraphInput& graph_;
  std::vector<Conflict>& out_;
  std::vector<StatementIndex> indices_;
  std::vector<Value> values_;
  std::vector<std::vector<std::string_view>> sources_;
  std::vector<StatementView> views_;
  std::uint64_t withheld_ = 0;
};

}  // namespace

std::uint64_t RunUserChecks(
    std::span<const std::shared_ptr<const gainsay::Check>> checks,
    const StatementTable& statements, const GraphInput& graph,
    std::vector<Conflict>& out) {
  if (checks.empty()) return 0;
  UserChecks user(statements, graph, out);
  for (const std::span<const Statement> group : GroupsOf(statements)) {
    user.Take(group);
    for (const auto& check : checks) {
      if (check) user.Run(*check);
    }
  }
  return user.withheld();
}

}  // namespace gainsay::internal
