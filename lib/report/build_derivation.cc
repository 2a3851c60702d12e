#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "report/build_parts.h"
#include "report/words.h"

namespace gainsay::internal {
namespace {

std::string DocumentLabel(DocumentIndex index, const ReportInput& in) {
  if (!index.valid() || index.index >= in.documents.size())
    return "the document";
  return in.documents[index.index].document->id;
}

std::string SourceLabel(const Claim& claim, const ReportInput& in) {
  const std::string_view source = in.graph.strings.View(claim.source);
  return source.empty() ? DocumentLabel(claim.document, in)
                        : std::string(source);
}

// One hop in words: which of its two ends is used depends on the direction.
// `year`: of nodes that are the first days of years.
std::string HopText(const WalkStep& step, const std::string& from,
                    const std::string& to, bool year) {
  const double used = step.forward ? step.hi : step.lo;
  if (step.from_point.index == 0) {
    const std::string end = EndText(static_cast<Day>(used), step.forward);
    const std::size_t rest = end.find("-01-01 ");
    if (!year || rest == std::string::npos) return to + " is " + end;
    return to + " is " + end.substr(0, rest) + end.substr(rest + 6);
  }
  if (from == "the year of " + to)
    return to + " is " + (step.forward ? "at most " : "at least ") +
           ExactNumber(used) + " days after its year begins";
  if (used == 0)
    return to + (step.forward ? " is not after " : " is not before ") + from;
  return to + " is " + (step.forward ? "at most " : "at least ") +
         ExactNumber(used) + (std::abs(used) == 1 ? " day" : " days") +
         " after " + from;
}

class DerivationBuilder {
 public:
  DerivationBuilder(
      const ReportInput& in, SubjectIndex about,
      const std::vector<std::pair<StatementIndex, std::string>>& claim_of)
      : in_(in), about_(about), claim_of_(claim_of) {}

  Derivation Build(const Walk& walk) {
    Derivation out;
    out.cut = Name(walk.cut);
    out.unit = UnitOf(walk);
    out.sum = walk.sum;
    for (const WalkStep& step : walk.steps) AddStep(step, out);
    return out;
  }

 private:
  DerivationStep Plain(const WalkStep& step, const Derivation& out) const {
    DerivationStep s;
    s.from = End(step.from_point, step.from);
    s.to = End(step.to_point, step.to);
    if (std::isfinite(step.lo)) s.lo = step.lo;
    if (std::isfinite(step.hi)) s.hi = step.hi;
    s.cut = out.cut;
    s.forward = step.forward;
    s.by_kind = step.statement.valid() ? "claim" : step.by_kind;
    s.by = step.statement.valid() ? ClaimOf(step.statement) : step.by;
    s.text = step.text;
    if (s.text.empty()) s.text = Text(step);
    return s;
  }

  // A hop between points in words; of a length of time with the words of it.
  // On a value axis the value, with the end of it that is used.
  std::string Text(const WalkStep& step) const {
    if (!step.from_point.valid()) return ValueStep(step);
    const std::string text =
        HopText(step, EndWords(step.from_point, step.from),
                EndWords(step.to_point, step.to), step.to == "year");
    if (!step.statement.valid()) return text;
    const ValueRow& value =
        in_.graph.table[in_.statements[step.statement].value];
    if (value.kind != ValueKind::kDuration) return text;
    return WordsOfValue(value, in_.graph.strings) + ": " + text;
  }

  std::string ValueStep(const WalkStep& step) const {
    if (!step.statement.valid()) return {};
    const ValueRow& value =
        in_.graph.table[in_.statements[step.statement].value];
    const std::string words = WordsOfValue(value, in_.graph.strings);
    const double used = step.forward ? step.hi : step.lo;
    if (value.kind == ValueKind::kDate)
      return value.core.lo == value.core.hi
                 ? words
                 : words + ": " + EndText(static_cast<Day>(used), step.forward);
    if (value.kind == ValueKind::kDuration)
      return words + (step.forward ? ": at most " : ": at least ") +
             ExactNumber(used) + " days";
    if (value.kind != ValueKind::kQuantity) return {};
    if (used == value.number || used == value.number_max) return words;
    return words + (step.forward ? ": at most " : ": at least ") +
           ShortNumber(used);
  }

  // Of the axis that the walk goes along: of time points days, else of the
  // values.
  std::string UnitOf(const Walk& walk) const {
    if (!walk.unit.empty()) return walk.unit;
    for (const WalkStep& step : walk.steps) {
      if (step.from_point.valid()) return "days";
    }
    for (const WalkStep& step : walk.steps) {
      if (!step.statement.valid()) continue;
      const ValueRow& value =
          in_.graph.table[in_.statements[step.statement].value];
      return UnitOf(value);
    }
    return "days";
  }

  std::string UnitOf(const ValueRow& value) const {
    switch (value.kind) {
      case ValueKind::kDuration:
        return "days long";  // "days" alone are those of a calendar
      case ValueKind::kQuantity:
        return std::string(in_.graph.strings.View(value.text));
      case ValueKind::kDateTime:
      case ValueKind::kTime:
        return "minutes";
      case ValueKind::kPlace:
      case ValueKind::kEntity:
      case ValueKind::kNames:
      case ValueKind::kText:
      case ValueKind::kBool:
      case ValueKind::kNone:
      case ValueKind::kBad:
        return "side";
      case ValueKind::kDate:
      case ValueKind::kOffice:  // its axis is that of the tenures
        return "days";
    }
    return "days";
  }

  // A time point, or in the calendar cut its year or month; on a value axis the
  // axis' own word.
  std::string End(PointIndex point, const std::string& axis) const {
    if (!point.valid()) return axis;
    const std::string label = PointLabel(in_.points.points[point.index], in_);
    return axis.empty() ? label : axis + " of " + label;
  }

  // The same in words, of whose subject the finding tells.
  std::string EndWords(PointIndex point, const std::string& axis) const {
    const TimePoint& p = in_.points.points[point.index];
    if (p.role == kOriginRole || p.role == kDocumentRole)
      return PointLabel(p, in_);
    std::string words = RoleWords(in_.graph.schema.role(p.role));
    if (p.planned) {
      words.insert(words.starts_with("the ") ? 4 : 0, "planned ");
    }
    if (p.subject.valid() && p.subject != about_)
      words += " (" + in_.graph.subjects[p.subject].label + ")";
    return axis.empty() ? words : "the " + axis + " of " + words;
  }

  std::string ClaimOf(StatementIndex statement) const {
    for (const auto& [index, id] : claim_of_)
      if (index == statement) return id;
    return {};
  }

  // "metadata", "dateline"; empty where nothing is known.
  std::string_view DateFrom(DocumentIndex document) const {
    if (!document.valid() || document.index >= in_.documents.size()) return {};
    return in_.documents[document.index].date_from;
  }

  void AddStep(const WalkStep& step, Derivation& out) const {
    const std::optional<Day> date =
        step.statement.valid() && step.from_point.valid()
            ? in_.points.measured_to[step.statement.index]
            : std::nullopt;
    if (!date) {
      out.steps.push_back(Plain(step, out));
      return;
    }
    // A window that was measured from a given date: the date, then the count.
    const Statement& statement = in_.statements[step.statement];
    const Claim& claim =
        in_.graph.table[in_.statements.claims[statement.first_claim]];
    const std::string document =
        "publication of " + DocumentLabel(claim.document, in_);
    DerivationStep given;
    given.from = "origin";
    given.to = document;
    given.lo = given.hi = *date;
    given.cut = out.cut;
    given.by_kind = "given";
    given.by = document;
    given.text = SourceLabel(claim, in_) + " is dated " + FormatDay(*date);
    if (const std::string_view from = DateFrom(claim.document); !from.empty())
      given.text.append(", by its ").append(from);
    given.forward = step.forward;
    DerivationStep count = Plain(step, out);
    count.from = document;
    if (count.lo) *count.lo -= *date;
    if (count.hi) *count.hi -= *date;
    const ValueRow& value = in_.graph.table[statement.value];
    count.text =
        WordsOfValue(value, in_.graph.strings) + " before " + FormatDay(*date) +
        ": " +
        HopText(step, {}, EndWords(step.to_point, step.to), step.to == "year");
    if (step.forward) {
      out.steps.push_back(std::move(given));
      out.steps.push_back(std::move(count));
    } else {
      out.steps.push_back(std::move(count));
      out.steps.push_back(std::move(given));
    }
  }

  const ReportInput& in_;
  SubjectIndex about_;
  const std::vector<std::pair<StatementIndex, std::string>>& claim_of_;
};

}  // namespace

std::string PointLabel(const TimePoint& point, const ReportInput& in) {
  if (point.role == kOriginRole) return "origin";
  if (point.role == kDocumentRole)
    return "publication of " + DocumentLabel(point.document, in);
  std::string label(in.graph.schema.role(point.role));
  if (point.subject.valid())
    label += "(" + in.graph.subjects[point.subject].label + ")";
  if (point.planned) label = "planned " + label;
  return label;
}

std::string EndText(Day day, bool latest) {
  return FormatDay(day) + (latest ? " at the latest" : " at the earliest");
}

std::vector<Derivation> BuildDerivations(
    const std::vector<Walk>& walks, SubjectIndex about,
    const ReportInput& input,
    const std::vector<std::pair<StatementIndex, std::string>>& claim_of) {
  DerivationBuilder builder(input, about, claim_of);
  std::vector<Derivation> out;
  for (const Walk& walk : walks) out.push_back(builder.Build(walk));
  return out;
}

}  // namespace gainsay::internal
