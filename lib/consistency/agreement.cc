#include "consistency/agreement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace gainsay::internal {
namespace {

using Rows = std::span<const AgreementRow>;

// The first row after those that agree with the first one on `key`.
template <typename Key>
std::size_t RunEnd(Rows rows, std::size_t begin, Key key) {
  std::size_t end = begin + 1;
  while (end < rows.size() && key(rows[end]) == key(rows[begin])) ++end;
  return end;
}

bool IsNumber(const AgreementRow& row) {
  return (row.form & AgreementRow::kNumber) != 0;
}

double NumberOf(const AgreementRow& row) {
  return std::bit_cast<double>(row.value);
}

// Numbers of one form, within the tolerance by more than rounding could undo.
bool Near(Rows group, const AgreementRule& rule) {
  constexpr double kSafe = 1 - 1e-9;
  double least = NumberOf(group.front()), most = least;
  for (const AgreementRow& row : group) {
    if (!IsNumber(row) || row.form != group.front().form) return false;
    least = std::min(least, NumberOf(row));
    most = std::max(most, NumberOf(row));
  }
  // Twice the magnitude at most bounds every pair: the extremes decide.
  const double slack =
      std::max(rule.absolute,
               rule.relative * std::max(std::fabs(least), std::fabs(most)));
  return most - least <= slack * kSafe;
}

bool InRange(Rows group, const AgreementRule& rule) {
  return std::ranges::all_of(group, [&](const AgreementRow& row) {
    return !IsNumber(row) ||
           (NumberOf(row) >= rule.lo && NumberOf(row) <= rule.hi);
  });
}

// One predicate of one subject, sorted by form and value.
class Group {
 public:
  Group(Rows rows, const AgreementRule& rule, bool every_difference)
      : rows_(rows),
        rule_(rule),
        every_difference_(every_difference),
        same_(rows.front().form == rows.back().form &&
              rows.front().value == rows.back().value) {}

  // Nothing that is said elsewhere changes what is found about it.
  bool IsAlone() const {
    return std::ranges::none_of(rows_, [](const AgreementRow& row) {
      return (row.form & AgreementRow::kMeets) != 0;
    });
  }

  bool Agrees() const {
    if (!InRange(rows_, rule_)) return false;
    if (same_) return true;
    if (every_difference_ || !rule_.exact) return false;
    return !rule_.compared || Near(rows_, rule_);
  }

  void Count(AgreementCounts& counts) const {
    counts.claims += rows_.size();
    const bool several = Sources(rows_) > 1;
    if (several) counts.compared += rows_.size();
    const auto statement = [](const AgreementRow& row) {
      return std::pair(row.form, row.value);
    };
    for (std::size_t i = 0; i < rows_.size();) {
      const std::size_t end = RunEnd(rows_, i, statement);
      ++counts.statements;
      if (several && Sources(rows_.subspan(i, end - i)) > 1)
        counts.agreed += end - i;
      i = end;
    }
  }

 private:
  // One, or two for more than one.
  static int Sources(Rows rows) {
    return std::ranges::all_of(rows,
                               [&](const AgreementRow& row) {
                                 return row.source == rows.front().source;
                               })
               ? 1
               : 2;
  }

  const Rows rows_;
  const AgreementRule& rule_;
  const bool every_difference_, same_;
};

// All claims of one subject. What names it otherwise, or is said of it beside
// plain claims, keeps all of it: the rest of a run looks at subjects as wholes.
void FindInSubject(Rows rows, std::span<const AgreementRule> rules,
                   bool every_difference, AgreementCounts& counts,
                   KeptRows kept) {
  const bool whole = rows.back().predicate == AgreementRow::kMark ||
                     std::ranges::any_of(rows, [&](const AgreementRow& row) {
                       return row.name != rows.front().name;
                     });
  const std::size_t before = kept.together.size(),
                    alone_before = kept.alone.size();
  for (std::size_t i = 0; i < rows.size();) {
    const std::size_t end =
        RunEnd(rows, i, [](const AgreementRow& row) { return row.predicate; });
    const Rows group = rows.subspan(i, end - i);
    i = end;
    if (group.front().predicate == AgreementRow::kMark) continue;
    const Group of(group, rules[group.front().predicate], every_difference);
    if (!whole && of.Agrees()) {
      of.Count(counts);
    } else {
      const bool alone = !whole && of.IsAlone();
      for (const AgreementRow& row : group)
        (alone ? kept.alone : kept.together).push_back(row.row);
    }
  }
  if (whole || kept.together.size() != before) return;
  ++(kept.alone.size() == alone_before ? counts.subjects
                                       : counts.subjects_alone);
}

AgreementCounts FindInBucket(Rows rows, std::span<const AgreementRule> rules,
                             bool every_difference, KeptRows kept) {
  AgreementCounts counts;
  for (std::size_t i = 0; i < rows.size();) {
    const std::size_t end =
        RunEnd(rows, i, [](const AgreementRow& row) { return row.subject; });
    FindInSubject(rows.subspan(i, end - i), rules, every_difference, counts,
                  kept);
    i = end;
  }
  return counts;
}

void SortBucket(std::span<AgreementRow> rows) {
  std::ranges::sort(rows, {}, [](const AgreementRow& row) {
    return std::tie(row.subject, row.predicate, row.form, row.value);
  });
}

}  // namespace

AgreementCounts& AgreementCounts::operator+=(const AgreementCounts& other) {
  claims += other.claims;
  statements += other.statements;
  subjects += other.subjects;
  subjects_alone += other.subjects_alone;
  compared += other.compared;
  agreed += other.agreed;
  return *this;
}

// Subjects are dealt to buckets of a few rows before anything is sorted.
AgreementCounts FindAgreement(std::span<const AgreementRow> rows,
                              std::span<const AgreementRule> rules,
                              bool every_difference, KeptRows kept,
                              std::vector<AgreementRow>& scratch) {
  constexpr std::size_t kBucketRows = 8;
  const std::size_t buckets = std::bit_floor(rows.size() / kBucketRows + 1);
  std::vector<std::uint32_t> ends(buckets + 1);
  for (const AgreementRow& row : rows) ++ends[row.subject % buckets + 1];
  for (std::size_t i = 1; i <= buckets; ++i) ends[i] += ends[i - 1];
  if (scratch.size() < rows.size()) scratch.resize(rows.size());
  const std::span<AgreementRow> dealt = std::span(scratch).first(rows.size());
  for (const AgreementRow& row : rows)
    dealt[ends[row.subject % buckets]++] = row;
  AgreementCounts counts;
  for (std::size_t i = 0, begin = 0; i < buckets; ++i) {
    const std::span<AgreementRow> bucket =
        dealt.subspan(begin, ends[i] - begin);
    SortBucket(bucket);
    counts += FindInBucket(bucket, rules, every_difference, kept);
    begin = ends[i];
  }
  return counts;
}

}  // namespace gainsay::internal
