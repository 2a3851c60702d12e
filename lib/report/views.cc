#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "gainsay/report.h"
#include "report/explain.h"
#include "report/model.h"

namespace gainsay::inline v0 {
namespace {

constexpr std::uint32_t kNearMissBit = 0x8000'0000U;

const internal::ReportClaim& At(const internal::ReportModel& model,
                                std::uint32_t parent, std::uint32_t i) {
  if ((parent & kNearMissBit) != 0)
    return model.near_misses[parent & ~kNearMissBit].claims[i];
  return model.findings[parent].claims[i];
}

}  // namespace

std::string_view Name(Severity severity) noexcept {
  switch (severity) {
    case Severity::kDefinite:
      return "definite";
    case Severity::kProbable:
      return "probable";
    case Severity::kTension:
      return "tension";
  }
  std::abort();
}

std::string_view Name(FindingKind kind) noexcept {
  switch (kind) {
    case FindingKind::kTemporal:
      return "temporal";
    case FindingKind::kValue:
      return "value";
    case FindingKind::kTenure:
      return "tenure";
    case FindingKind::kPolarity:
      return "polarity";
    case FindingKind::kSchema:
      return "schema";
  }
  std::abort();
}

std::string_view ClaimView::id() const noexcept {
  return At(*model_, parent_, index_).id;
}
std::string_view ClaimView::source() const noexcept {
  return At(*model_, parent_, index_).source;
}
std::string_view ClaimView::document() const noexcept {
  return At(*model_, parent_, index_).document;
}
std::string_view ClaimView::subject() const noexcept {
  return At(*model_, parent_, index_).subject;
}
std::string_view ClaimView::predicate() const noexcept {
  return At(*model_, parent_, index_).predicate;
}
std::string_view ClaimView::value() const noexcept {
  return At(*model_, parent_, index_).value;
}
std::string_view ClaimView::quote() const noexcept {
  return At(*model_, parent_, index_).quote;
}
std::string_view ClaimView::speaker() const noexcept {
  return At(*model_, parent_, index_).speaker;
}
ByteSpan ClaimView::span() const noexcept {
  return At(*model_, parent_, index_).span;
}
ByteSpan ClaimView::value_span() const noexcept {
  return At(*model_, parent_, index_).value_span;
}
std::uint32_t ClaimView::line() const noexcept {
  return At(*model_, parent_, index_).line;
}
std::uint32_t ClaimView::side() const noexcept {
  return At(*model_, parent_, index_).side;
}

std::string_view SideView::value() const noexcept {
  return model_->findings[parent_].sides[index_].value;
}
std::uint32_t SideView::claims() const noexcept {
  return static_cast<std::uint32_t>(
      model_->findings[parent_].sides[index_].claims.size());
}
std::uint32_t SideView::voices() const noexcept {
  return model_->findings[parent_].sides[index_].voices;
}

std::string_view FindingView::id() const noexcept {
  return model_->findings[index_].id;
}
std::string_view FindingView::evidence_id() const noexcept {
  return model_->findings[index_].evidence_id;
}
FindingKind FindingView::kind() const noexcept {
  return model_->findings[index_].kind;
}
Severity FindingView::severity() const noexcept {
  return model_->findings[index_].severity;
}
std::string_view FindingView::subject() const noexcept {
  return model_->findings[index_].subject;
}
std::string_view FindingView::predicate() const noexcept {
  return model_->findings[index_].predicate;
}
std::string_view FindingView::summary() const noexcept {
  return model_->findings[index_].summary;
}
std::string_view FindingView::hint() const noexcept {
  return model_->findings[index_].hint;
}
std::uint32_t FindingView::voices() const noexcept {
  return model_->findings[index_].voices;
}
ViewRange<ClaimView> FindingView::claims() const noexcept {
  return {model_, index_, model_->findings[index_].claims.size()};
}
ViewRange<SideView> FindingView::sides() const noexcept {
  return {model_, index_, model_->findings[index_].sides.size()};
}
std::string_view FindingView::baseline_state() const noexcept {
  return model_->findings[index_].baseline_state;
}
std::string_view FindingView::suppressed_by() const noexcept {
  return model_->findings[index_].suppressed_by;
}
std::string FindingView::Explain() const {
  return internal::Explain(model_->findings[index_]);
}

std::string_view NearMissView::id() const noexcept {
  return model_->near_misses[index_].id;
}
std::string_view NearMissView::reason() const noexcept {
  return model_->near_misses[index_].reason;
}
std::string_view NearMissView::text() const noexcept {
  return model_->near_misses[index_].text;
}
std::string_view NearMissView::subject() const noexcept {
  return model_->near_misses[index_].subject;
}
std::string_view NearMissView::predicate() const noexcept {
  return model_->near_misses[index_].predicate;
}
ViewRange<ClaimView> NearMissView::claims() const noexcept {
  return {model_, index_ | kNearMissBit,
          model_->near_misses[index_].claims.size()};
}

Report::Report() : model_(std::make_shared<internal::ReportModel>()) {}
Report::Report(std::shared_ptr<const internal::ReportModel> model)
    : model_(std::move(model)) {}
ViewRange<FindingView> Report::findings() const& noexcept {
  return {model_.get(), 0, model_->findings.size()};
}
ViewRange<NearMissView> Report::near_misses() const& noexcept {
  return {model_.get(), 0, model_->near_misses.size()};
}
bool Report::complete() const noexcept { return model_->complete; }
std::vector<Error> Report::errors() const {
  std::vector<Error> errors;
  for (const internal::InputError& bad : model_->coverage.errors)
    errors.push_back(
        {ErrorCode::kBadRecord, bad.what, bad.file, bad.line, bad.field});
  return errors;
}

}  // namespace gainsay::inline v0
