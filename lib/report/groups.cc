#include "report/groups.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace gainsay::internal {
namespace {

// Headings in order of their first finding.
class Grouper {
 public:
  void Add(const std::string& name, const Finding& finding, bool in_full) {
    const auto [it, fresh] = index_.try_emplace(name, groups_.size());
    if (fresh) groups_.push_back({name, {}, {}});
    TextGroup& group = groups_[it->second];
    (in_full ? group.findings : group.elsewhere).push_back(&finding);
  }
  std::vector<TextGroup> Take() { return std::move(groups_); }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<TextGroup> groups_;
};

void AddBySource(Grouper& grouper, const Finding& finding) {
  std::set<std::string_view> seen;
  for (const ReportClaim& claim : finding.claims) {
    const bool first = seen.empty();
    if (seen.insert(claim.source).second)
      grouper.Add("source " + claim.source, finding, first);
  }
}

}  // namespace

std::vector<TextGroup> Groups(const ReportModel& model,
                              const TextStyle& style) {
  Grouper grouper;
  for (const Finding& finding : model.findings) {
    if (finding.severity > style.least) continue;
    switch (style.group_by) {
      case GroupBy::kNone:
        grouper.Add("", finding, true);
        break;
      case GroupBy::kSubject:
        grouper.Add("subject " + finding.subject, finding, true);
        break;
      case GroupBy::kKind:
        grouper.Add("kind " + std::string(Name(finding.kind)), finding, true);
        break;
      case GroupBy::kSource:
        AddBySource(grouper, finding);
        break;
    }
  }
  return grouper.Take();
}

}  // namespace gainsay::internal
