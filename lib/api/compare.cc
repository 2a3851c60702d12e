#include "gainsay/compare.h"

#include <cmath>
#include <limits>
#include <optional>

#include "base/utf8.h"
#include "claim/state_text.h"
#include "identity/stated_match.h"
#include "lang/language.h"

namespace gainsay::inline v0 {

struct Comparer::Rep {
  internal::Grammar grammar{internal::English()};
};

namespace {

using internal::StatedComparison;
using Outcome = StatedComparison::Outcome;

std::optional<Error> CheckText(const Document& document, const char* field) {
  if (document.text.size() >= std::numeric_limits<std::uint32_t>::max())
    return Error{
        ErrorCode::kTooLarge, "expected less than 4 GiB of text", {}, 0, field};
  if (!internal::IsUtf8(document.text))
    return Error{ErrorCode::kInvalidUtf8, "expected UTF-8", {}, 0, field};
  return std::nullopt;
}

std::optional<Day> DayOf(const Document& document) {
  if (!document.published || document.published->grain() != Grain::kDay)
    return std::nullopt;
  return document.published->core().lo;
}

Comparison::Side SideOf(ByteSpan span, const Document& document) {
  return {span, document.text.substr(span.begin, span.size())};
}

// How many findings of such evidence are right, by the development pairs.
double Squash(std::int32_t tenths) {
  constexpr double kSpread = 10;
  return 1 / (1 + std::exp((internal::kStatedEven - tenths) / kSpread));
}

Severity SeverityOf(const StatedComparison& found) {
  if (found.outcome != Outcome::kContradiction ||
      found.score < internal::kStatedProbable)
    return Severity::kTension;
  return found.score < internal::kStatedDefinite ? Severity::kProbable
                                                 : Severity::kDefinite;
}

Comparison Compared(const internal::StatedText& sa, const Document& a,
                    const internal::StatedText& sb, const Document& b) {
  const StatedComparison found =
      internal::CompareStated(sa, sb, internal::English().values());
  Comparison out;
  if (found.outcome == Outcome::kNothing) return out;
  out.contradiction = found.outcome == Outcome::kContradiction;
  out.severity = SeverityOf(found);
  out.reason = found.reason;
  out.evidence = found.evidence;
  const bool apart = found.outcome == Outcome::kContradiction ||
                     found.outcome == Outcome::kTension;
  out.score = apart ? Squash(found.score) : 0;
  out.a = SideOf(found.a, a);
  out.b = SideOf(found.b, b);
  return out;
}

}  // namespace

Comparer::Comparer() : rep_(std::make_shared<const Rep>()) {}
Comparer::~Comparer() = default;
Comparer::Comparer(const Comparer&) = default;
Comparer& Comparer::operator=(const Comparer&) = default;

Result<Comparison> Comparer::Compare(const Document& a,
                                     const Document& b) const {
  if (const auto error = CheckText(a, "a")) return *error;
  if (const auto error = CheckText(b, "b")) return *error;
  internal::Interner strings;
  internal::TextStater stater(rep_->grammar, strings);
  const internal::StatedText sa = stater.State(a.text, DayOf(a)),
                             sb = stater.State(b.text, DayOf(b));
  return Compared(sa, a, sb, b);
}

Result<std::vector<Comparer::Pair>> Comparer::CompareAll(
    std::span<const Document> passages) const {
  internal::Interner strings;
  internal::TextStater stater(rep_->grammar, strings);
  std::vector<internal::StatedText> stated;
  for (const Document& passage : passages) {
    if (const auto error = CheckText(passage, "passage")) return *error;
    stated.push_back(stater.State(passage.text, DayOf(passage)));
  }
  std::vector<Pair> out;
  for (std::size_t a = 0; a < stated.size(); ++a) {
    for (std::size_t b = a + 1; b < stated.size(); ++b) {
      Comparison comparison =
          Compared(stated[a], passages[a], stated[b], passages[b]);
      if (comparison.score > 0) out.push_back({a, b, std::move(comparison)});
    }
  }
  return out;
}

}  // namespace gainsay::inline v0
