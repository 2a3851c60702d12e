#include "report/build.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "report/axis.h"
#include "report/build_parts.h"
#include "report/explain.h"
#include "report/words.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostClaimsOfASide = 200;
constexpr std::uint32_t kMostClaimsOfAnInstance = 4;  // of one statement

class FindingBuilder {
 public:
  FindingBuilder(const Conflict& conflict, const ReportInput& in)
      : conflict_(conflict), in_(in) {}

  Finding Build() {
    out_.kind = conflict_.kind;
    out_.severity = conflict_.severity;
    out_.subject = in_.graph.subjects[conflict_.subject].label;
    const Predicate& predicate = in_.graph.schema[conflict_.predicate];
    out_.predicate =
        predicate.family.empty() ? predicate.name : predicate.family;
    out_.violation_days = conflict_.violation_days;
    out_.relative_violation = conflict_.relative_violation;
    out_.statements = static_cast<std::uint32_t>(conflict_.statements.size());
    AddSides();
    out_.derivations =
        BuildDerivations(conflict_.walks, conflict_.subject, in_, claim_of_);
    if (out_.violation_days) NameDayAxis();
    CompleteDerivations(out_);
    out_.voices =
        out_.sides.empty()
            ? 0
            : std::ranges::min(out_.sides, {}, &ReportSide::voices).voices;
    AddPattern();
    AddCorrections();
    Describe();
    SetIds();
    return std::move(out_);
  }

 private:
  bool InDerivation(StatementIndex s) const {
    return std::ranges::find(conflict_.statements, s) !=
           conflict_.statements.end();
  }

  std::size_t ClaimsOf(const std::vector<StatementIndex>& side) const {
    std::size_t claims = 0;
    for (const StatementIndex s : side) claims += in_.statements[s].claims;
    return claims;
  }

  void AddSides() {
    std::vector<std::vector<StatementIndex>> sides = conflict_.sides;
    if (sides.empty())
      for (const StatementIndex s : conflict_.statements) sides.push_back({s});
    std::size_t claims = 0;
    for (const std::vector<StatementIndex>& side : sides)
      claims += std::min(ClaimsOf(side), kMostClaimsOfASide);
    out_.claims.reserve(claims);
    for (const std::vector<StatementIndex>& side : sides) AddSide(side);
    for (std::size_t i = 0;
         i < conflict_.side_values.size() && i < out_.sides.size(); ++i)
      out_.sides[i].value = conflict_.side_values[i], out_.sides[i].words = {};
  }

  void Name(const Statement& s, ReportSide& row) const {
    const ValueRow& value = in_.graph.table[s.value];
    row.value = ValueText(value, in_.graph.strings);
    row.words =
        conflict_.kind == FindingKind::kTemporal
            ? StatementText(s, conflict_.subject, in_)
            : ClaimWords(in_.graph.table[in_.statements.claims[s.first_claim]],
                         value, in_.graph.strings);
    if (row.words == row.value) row.words.clear();
  }

  void AddSide(const std::vector<StatementIndex>& side) {
    ReportSide row;
    std::vector<std::uint32_t> voices;
    std::set<std::string> authorities;
    // The statement of the derivation first.
    std::vector<StatementIndex> order = side;
    std::stable_partition(order.begin(), order.end(),
                          [this](StatementIndex s) { return InDerivation(s); });
    for (const StatementIndex index : order) {
      const Statement& s = in_.statements[index];
      if (row.value.empty()) Name(s, row);
      for (std::uint32_t i = 0; i < s.claims; ++i) {
        const ClaimIndex claim = in_.statements.claims[s.first_claim + i];
        voices.push_back(in_.graph.voice_of_claim[claim.index]);
        if (const StringId speaker = in_.graph.table[claim].speaker;
            speaker.valid() && speaker.index != 0)
          authorities.insert(std::string(in_.graph.strings.View(speaker)));
        if (row.claims.size() >= kMostClaimsOfASide) continue;
        row.claims.push_back(static_cast<std::uint32_t>(out_.claims.size()));
        ReportClaim& cited = out_.claims.emplace_back();
        BuildClaim(claim, in_, cited);
        cited.side = static_cast<std::uint32_t>(out_.sides.size());
        cited.in_derivation = InDerivation(index) && i == 0;
        if (cited.in_derivation) claim_of_.emplace_back(index, cited.id);
      }
    }
    std::ranges::sort(voices);
    row.voices = static_cast<std::uint32_t>(
        std::unique(voices.begin(), voices.end()) - voices.begin());
    row.authorities.assign(authorities.begin(), authorities.end());
    out_.sides.push_back(std::move(row));
  }

  // "beginning of the tenure: from 1995-04-13"; without words of its own the
  // day.
  std::string AxisText(const DerivationStep& step) const {
    const auto claim =
        std::ranges::find_if(out_.claims, [&](const ReportClaim& c) {
          return step.by_kind == "claim" && c.in_derivation && c.id == step.by;
        });
    if (claim != out_.claims.end() &&
        claim->side < conflict_.side_values.size())
      return step.to + ": " + conflict_.side_values[claim->side];
    const std::optional<double>& used = step.forward ? step.hi : step.lo;
    return used ? step.to + " is " +
                      EndText(static_cast<Day>(*used), step.forward)
                : std::string();
  }

  // A value axis of days begins at the origin of days; its ends are dates.
  void NameDayAxis() {
    for (Derivation& derivation : out_.derivations) {
      for (DerivationStep& step : derivation.steps) {
        if (step.from != "0") continue;
        step.from = "origin";
        if (step.text.empty()) step.text = AxisText(step);
      }
    }
  }

  void AddPattern() {
    out_.pattern = conflict_.pattern;
    out_.count = static_cast<std::uint32_t>(
        std::max<std::size_t>(1, conflict_.instances.size()));
    for (const std::vector<StatementIndex>& instance : conflict_.instances) {
      std::string text;
      for (const StatementIndex index : instance) {
        const Statement& s = in_.statements[index];
        for (std::uint32_t i = 0;
             i < std::min(s.claims, kMostClaimsOfAnInstance); ++i) {
          const ReportClaim claim =
              BuildClaim(in_.statements.claims[s.first_claim + i], in_);
          if (!text.empty()) text += " | ";
          text += claim.id + ": " + claim.subject + " " + claim.value;
          if (!claim.valid.empty()) text += ", " + claim.valid;
        }
      }
      out_.instances.push_back(std::move(text));
    }
  }

  void AddCorrections() {
    for (const std::vector<StatementIndex>& set : conflict_.correction_sets) {
      std::vector<std::string> ids;
      for (const StatementIndex index : set)
        ids.push_back(
            BuildClaim(in_.statements.claims[in_.statements[index].first_claim],
                       in_)
                .id);
      out_.correction_sets.push_back(std::move(ids));
    }
  }

  void Describe() {
    out_.summary = conflict_.summary.empty()
                       ? BuildSummary(conflict_, out_, in_)
                       : Capitalised(conflict_.summary);
    SetAttribution(out_);
    out_.hint = HintOf(out_);
  }

  void SetIds() {
    std::vector<std::uint64_t> signature = conflict_.signature;
    if (signature.empty())
      for (const StatementIndex s : conflict_.statements)
        signature.push_back(in_.statements[s].hash);
    std::ranges::sort(signature);
    Hasher id;
    id.Add(static_cast<std::uint64_t>(conflict_.kind))
        .Add(in_.graph.subjects[conflict_.subject].key);
    id.Add(out_.predicate);
    for (const std::uint64_t s : signature) id.Add(s);
    out_.id = Hex64(id.value());
    std::vector<std::string> claims;
    for (const ReportClaim& claim : out_.claims) claims.push_back(claim.id);
    std::ranges::sort(claims);
    Hasher evidence;
    for (const std::string& claim : claims) evidence.Add(claim);
    out_.evidence_id = Hex64(evidence.value());
  }

  const Conflict& conflict_;
  const ReportInput& in_;
  Finding out_;
  std::vector<std::pair<StatementIndex, std::string>> claim_of_;
};

}  // namespace

Finding BuildFinding(const Conflict& conflict, const ReportInput& input) {
  return FindingBuilder(conflict, input).Build();
}

NearMiss BuildNearMiss(const NearMissRow& row, const ReportInput& in) {
  NearMiss out;
  out.subject = in.graph.subjects[row.subject].label;
  out.predicate = in.graph.schema[row.predicate].name;
  out.reason = row.reason;
  out.text = row.text;
  Hasher id;
  id.Add(row.reason);
  std::vector<std::uint64_t> hashes;
  for (const StatementIndex index : row.statements) {
    const Statement& s = in.statements[index];
    hashes.push_back(s.hash);
    for (std::uint32_t i = 0; i < std::min(s.claims, 8U); ++i) {
      ReportClaim claim =
          BuildClaim(in.statements.claims[s.first_claim + i], in);
      claim.side = static_cast<std::uint32_t>(&index - row.statements.data());
      claim.in_derivation = false;
      if (in.graph.schema[s.predicate].to != kNoRole)
        claim.words = StatementText(s, row.subject, in);
      out.claims.push_back(std::move(claim));
    }
  }
  std::ranges::sort(hashes);
  for (const std::uint64_t hash : hashes) id.Add(hash);
  out.id = Hex64(id.value());
  out.derivations = BuildDerivations(row.walks, row.subject, in, {});
  return out;
}

void SortFindings(std::vector<Finding>& findings) {
  const auto key = [](const Finding* f) {
    return std::tuple<Severity, std::int64_t, std::uint32_t, double,
                      const std::string&, const std::string&>(
        f->severity, -static_cast<std::int64_t>(f->voices), f->statements,
        -f->relative_violation, f->id, f->summary);
  };
  // A finding is large: it is moved once, to its place.
  std::vector<Finding*> order;
  order.reserve(findings.size());
  for (Finding& finding : findings) order.push_back(&finding);
  std::ranges::sort(order, {}, key);
  std::vector<Finding> sorted;
  sorted.reserve(order.size());
  for (Finding* const finding : order) {
    if (sorted.empty() || sorted.back().id != finding->id)
      sorted.push_back(std::move(*finding));
  }
  findings = std::move(sorted);
}

}  // namespace gainsay::internal
