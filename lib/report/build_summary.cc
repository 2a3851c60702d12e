// One sentence a conflict: what cannot be true together, in words.
#include <algorithm>
#include <cmath>

#include "report/build_parts.h"
#include "report/words.h"

namespace gainsay::internal {
namespace {

class SummaryBuilder {
 public:
  SummaryBuilder(const Conflict& conflict, const Finding& finding,
                 const ReportInput& in)
      : conflict_(conflict), finding_(finding), in_(in) {}

  std::string Build() const {
    const std::size_t alike = conflict_.instances.size();
    return Sentence() +
           (alike > 1 ? ", and " + std::to_string(alike - 1) + " more alike"
                      : "");
  }

 private:
  std::string Sentence() const {
    switch (conflict_.kind) {
      case FindingKind::kTemporal:
        return OnePredicate() ? Subject() + ", " + Chosen() + Short()
                              : Temporal() + Short();
      case FindingKind::kPolarity:
        return Subject() + ", " + Label() + Denied() +
               ": one source says so, another denies it";
      case FindingKind::kTenure:
        if (SubjectOf(0) != SubjectOf(1)) return Holders() + Apart();
        break;
      case FindingKind::kValue:
      case FindingKind::kSchema:
        break;
    }
    return Subject() + ", " + Chosen() + Apart();
  }

  // "born 1951 or 1961, not both", "number of dead: 38 or 41 people, not both".
  std::string Chosen() const {
    const std::string dated = DatedWords(in_.graph.schema[conflict_.predicate]);
    const bool date = ValueAt(0).kind == ValueKind::kDate && !dated.empty() &&
                      conflict_.side_values.empty();
    return (date ? dated + " " : Label() + ": ") + Choice();
  }

  // Two or more values of one thing, with nothing between them.
  bool OnePredicate() const {
    for (std::size_t i = 0; i < conflict_.statements.size(); ++i)
      if (StatementAt(i).predicate != conflict_.predicate ||
          StatementAt(i).subject != conflict_.subject)
        return false;
    return conflict_.statements.size() > 1;
  }
  const Statement& StatementAt(std::size_t i) const {
    return in_.statements[conflict_.statements[i]];
  }
  const ValueRow& ValueAt(std::size_t i) const {
    return in_.graph.table[StatementAt(i).value];
  }
  std::string SubjectOf(std::size_t i) const {
    return i < conflict_.statements.size()
               ? in_.graph.subjects[StatementAt(i).subject].label
               : std::string();
  }
  std::string Subject() const { return Capitalised(finding_.subject); }

  // "number of dead"; of a tenure the office, where all sides name the same.
  std::string Label() const {
    if (conflict_.kind == FindingKind::kTenure) {
      const std::string office = ValueText(ValueAt(0), in_.graph.strings);
      for (std::size_t i = 1; i < conflict_.statements.size(); ++i)
        if (ValueText(ValueAt(i), in_.graph.strings) != office) return "tenure";
      return office;
    }
    return PredicateWords(in_.graph.schema[conflict_.predicate]);
  }

  // What is denied of a predicate that has a value.
  std::string Denied() const {
    const ValueRow& value = ValueAt(0);
    return value.kind == ValueKind::kNone
               ? std::string()
               : " " + WordsOfValue(value, in_.graph.strings);
  }

  // "Last time in 2018, return on 14 January 2025 and a break of five years
  // cannot all be true".
  std::string Temporal() const {
    std::vector<std::string> parts;
    for (const StatementIndex index : conflict_.statements)
      parts.push_back(
          StatementText(in_.statements[index], conflict_.subject, in_));
    return Subject() + ": " + Listed(parts, "and") +
           (parts.size() > 2    ? " cannot all be true"
            : parts.size() == 2 ? " cannot both be true"
                                : " cannot be true");
  }

  // "38 or 41 people, not both".
  std::string Choice() const {
    std::vector<std::string> values;
    if (conflict_.kind == FindingKind::kTemporal) {
      for (std::size_t i = 0; i < conflict_.statements.size(); ++i)
        values.push_back(WordsOfValue(ValueAt(i), in_.graph.strings));
    } else {
      for (const ReportSide& side : finding_.sides)
        values.push_back(side.words.empty() ? side.value : side.words);
    }
    const ValueKind kind = ValueAt(0).kind;
    const bool measured = kind == ValueKind::kDate ||
                          kind == ValueKind::kDuration ||
                          kind == ValueKind::kQuantity;
    const bool once = measured && conflict_.side_values.empty();
    return (once ? ListedOnce(values, "or") : Listed(values, "or")) +
           (values.size() > 2 ? ", not more than one" : ", not both");
  }

  // Two holders at a time.
  std::string Holders() const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < conflict_.statements.size(); ++i)
      parts.push_back(SubjectOf(i) + (i < finding_.sides.size()
                                          ? " " + finding_.sides[i].value
                                          : std::string()));
    return Capitalised(ValueText(ValueAt(0), in_.graph.strings)) +
           ", one holder at a time: " + Listed(parts, "and");
  }

  std::string Short() const {
    if (!conflict_.violation_days || *conflict_.violation_days <= 0) return {};
    return ": " + DaysWords(std::trunc(*conflict_.violation_days)) + " short";
  }
  std::string Apart() const {
    if (!conflict_.violation_days || *conflict_.violation_days <= 0) return {};
    const bool holders =
        conflict_.kind == FindingKind::kTenure && SubjectOf(0) != SubjectOf(1);
    return ": " + DaysWords(std::trunc(*conflict_.violation_days)) +
           (holders ? " of both" : " apart");
  }

  const Conflict& conflict_;
  const Finding& finding_;
  const ReportInput& in_;
};

}  // namespace

std::string StatementText(const Statement& statement, SubjectIndex about,
                          const ReportInput& in) {
  const Claim& claim =
      in.graph.table[in.statements.claims[statement.first_claim]];
  DayInterval as_of = claim.as_of;
  if (as_of.lo != as_of.hi && claim.document.valid() &&
      claim.document.index < in.documents.size()) {
    if (const auto& date =
            in.documents[claim.document.index].document->published)
      as_of = date->core();
  }
  const std::string text =
      StatementWords(in.graph.schema[statement.predicate],
                     in.graph.table[statement.value], as_of, in.graph.strings);
  if (statement.subject == about) return text;
  return in.graph.subjects[statement.subject].label + " " + text;
}

std::string BuildSummary(const Conflict& conflict, const Finding& finding,
                         const ReportInput& input) {
  return SummaryBuilder(conflict, finding, input).Build();
}

}  // namespace gainsay::internal
