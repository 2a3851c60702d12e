#include "gainsay/review.h"

#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "io/json.h"
#include "io/json_write.h"
#include "report/model.h"

namespace gainsay::internal {
namespace {

namespace js = boost::json;

std::optional<std::string> Text(const js::object& object,
                                std::string_view key) {
  const js::value* value =
      object.if_contains(js::string_view(key.data(), key.size()));
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->get_string().data(), value->get_string().size());
}

// Calls `take` with each line's object; it returns the field that it could not
// use and what it expected there, or an empty field.
template <typename Take>
std::optional<Error> EachLine(std::string_view jsonl, Take take) {
  JsonParser parser;
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < jsonl.size();) {
    const std::size_t end = std::min(jsonl.find('\n', begin), jsonl.size());
    const std::string_view line = jsonl.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Result<const js::object*> object =
        parser.ParseObject(line, {}, number);
    if (!object) return object.error();
    const std::pair<std::string, std::string> bad = take(**object);
    if (!bad.first.empty())
      return Error{ErrorCode::kBadRecord,
                   "expected " + bad.second,
                   {},
                   number,
                   bad.first};
  }
  return std::nullopt;
}

std::shared_ptr<ReportModel> Copy(const Report& report) {
  return std::make_shared<ReportModel>(report.model());
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

Result<std::vector<Suppression>> ReadSuppressions(std::string_view jsonl) {
  using Bad = std::pair<std::string, std::string>;
  std::vector<Suppression> rows;
  const std::optional<Error> error =
      internal::EachLine(jsonl, [&](const boost::json::object& line) -> Bad {
        Suppression row;
        const std::optional<std::string> id = internal::Text(line, "id"),
                                         reason =
                                             internal::Text(line, "reason");
        if (!id || id->empty()) return {"id", "the id of a finding"};
        if (!reason || reason->empty())
          return {"reason", "why the finding is suppressed"};
        row.id = *id, row.reason = *reason;
        if (line.contains("expires")) {
          const Result<Date> date =
              Date::Parse(internal::Text(line, "expires").value_or(""));
          if (!date) return {"expires", "a date such as 2026-12-31"};
          row.expires = *date;
        }
        rows.push_back(std::move(row));
        return {};
      });
  if (error) return *error;
  return rows;
}

Report WithSuppressions(const Report& report,
                        std::span<const Suppression> suppressions,
                        const Date& today) {
  std::shared_ptr<internal::ReportModel> model = internal::Copy(report);
  std::map<std::string_view, const Suppression*> active;
  std::uint64_t expired = 0;
  for (const Suppression& row : suppressions) {
    if (row.expires && row.expires->hull().hi < today.hull().lo) {
      ++expired;
    } else {
      active[row.id] = &row;
    }
  }
  std::set<std::string_view> used;
  for (internal::Finding& finding : model->findings) {
    const auto it = active.find(finding.id);
    if (it == active.end()) continue;
    finding.suppressed_by = it->second->reason;
    used.insert(it->first);
  }
  if (expired > 0) model->coverage.counts["suppressions expired"] = expired;
  if (used.size() < active.size())
    model->coverage.counts["suppressions unused"] = active.size() - used.size();
  return Report(std::move(model));
}

Report WithBaseline(const Report& report, const Report& older) {
  std::shared_ptr<internal::ReportModel> model = internal::Copy(report);
  std::set<std::string_view> before, now;
  for (const internal::Finding& finding : older.model().findings)
    if (finding.baseline_state != "gone") before.insert(finding.id);
  for (internal::Finding& finding : model->findings) {
    finding.baseline_state = before.contains(finding.id) ? "unchanged" : "new";
  }
  for (const internal::Finding& finding : report.model().findings)
    now.insert(finding.id);
  for (const internal::Finding& finding : older.model().findings) {
    if (finding.baseline_state == "gone" || now.contains(finding.id)) continue;
    model->findings.push_back(finding);
    model->findings.back().baseline_state = "gone";
  }
  return Report(std::move(model));
}

Report Limited(const Report& report, std::uint64_t most) {
  if (most == 0 || report.findings().size() <= most) return report;
  std::shared_ptr<internal::ReportModel> model = internal::Copy(report);
  model->cut_findings += model->findings.size() - most;
  model->findings.resize(most);
  return Report(std::move(model));
}

Result<std::vector<Verdict>> ReadVerdicts(std::string_view jsonl) {
  using Bad = std::pair<std::string, std::string>;
  std::vector<Verdict> rows;
  std::map<std::string, std::size_t> index;
  const std::optional<Error> error =
      internal::EachLine(jsonl, [&](const boost::json::object& line) -> Bad {
        const std::optional<std::string> id = internal::Text(line, "id");
        if (!id || id->empty()) return {"id", "the id of a finding"};
        const std::string word = internal::Text(line, "verdict").value_or("");
        Verdict row{*id, internal::Text(line, "reason").value_or(""),
                    Judgement::kUnsure};
        if (word == "accept") {
          row.judgement = Judgement::kAccept;
        } else if (word == "reject") {
          row.judgement = Judgement::kReject;
        } else if (word != "unsure") {
          return {"verdict", "accept, reject or unsure"};
        }
        const auto [it, fresh] = index.try_emplace(row.id, rows.size());
        if (fresh) {
          rows.push_back(std::move(row));
        } else {
          rows[it->second] = std::move(row);
        }
        return {};
      });
  if (error) return *error;
  return rows;
}

Precision Measure(const Report& report, std::span<const Verdict> verdicts) {
  Precision result;
  std::map<std::string_view, Judgement> judged;
  for (const Verdict& verdict : verdicts)
    judged[verdict.id] = verdict.judgement;
  std::uint64_t known = 0;
  for (const FindingView finding : report.findings()) {
    const auto it = judged.find(finding.id());
    if (it == judged.end()) {
      ++result.unjudged;
      continue;
    }
    ++known;
    if (it->second == Judgement::kAccept) ++result.accepted;
    if (it->second == Judgement::kReject) ++result.rejected;
    if (it->second == Judgement::kUnsure) ++result.unsure;
  }
  result.unknown = judged.size() - known;
  const auto n = static_cast<double>(result.accepted + result.rejected);
  if (n == 0) return result;
  constexpr double kZ = 1.959963984540054;  // 95%
  const double p = static_cast<double>(result.accepted) / n, z2 = kZ * kZ;
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half =
      kZ / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  result.value = p;
  result.least = std::max(0.0, centre - half);
  result.most = std::min(1.0, centre + half);
  return result;
}

std::string SuppressionsOf(std::span<const Verdict> verdicts) {
  std::string out;
  for (const Verdict& verdict : verdicts) {
    if (verdict.judgement != Judgement::kReject) continue;
    internal::JsonWriter json(out);
    json.Open('{').Field("id", verdict.id);
    json.Field("reason",
               verdict.reason.empty() ? "rejected in review" : verdict.reason)
        .Close('}');
    out += '\n';
  }
  return out;
}

}  // namespace gainsay::inline v0
