// Reports: findings with their proof, near misses with their reason, coverage,
// and whether the search was complete.
//
// A Report is immutable and owns all that its views show; views are handles of
// 16 bytes that live as long as any copy of their report. Share reports among
// threads freely.
#ifndef GAINSAY_REPORT_H_
#define GAINSAY_REPORT_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/result.h"

namespace gainsay::internal {
struct ReportModel;
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

// definite: contradictory under the widest defensible reading of every claim.
// probable: the sources would have to mix counting conventions to agree.
// tension: contradictory as most careful readers understand the words.
enum class Severity : std::uint8_t { kDefinite, kProbable, kTension };
enum class FindingKind : std::uint8_t {
  kTemporal,
  kValue,
  kTenure,
  kPolarity,
  kSchema
};
GAINSAY_EXPORT std::string_view Name(Severity severity) noexcept;
GAINSAY_EXPORT std::string_view Name(FindingKind kind) noexcept;

// A random-access range of views that are made on the fly.
template <typename View>
class ViewRange {
 public:
  class iterator {
   public:
    using value_type = View;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;
    iterator() = default;
    iterator(const ViewRange* range, std::size_t i) : range_(range), i_(i) {}
    View operator*() const { return (*range_)[i_]; }
    iterator& operator++() { return ++i_, *this; }
    iterator operator++(int) {
      iterator old = *this;
      ++i_;
      return old;
    }
    friend bool operator==(const iterator& a, const iterator& b) {
      return a.i_ == b.i_;
    }

   private:
    const ViewRange* range_ = nullptr;
    std::size_t i_ = 0;
  };

  ViewRange(const internal::ReportModel* model, std::uint32_t parent,
            std::size_t size)
      : model_(model), parent_(parent), size_(size) {}
  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  View operator[](std::size_t i) const noexcept {
    return View(model_, parent_, static_cast<std::uint32_t>(i));
  }
  iterator begin() const& noexcept { return {this, 0}; }
  iterator end() const& noexcept { return {this, size_}; }

 private:
  const internal::ReportModel* model_;
  std::uint32_t parent_;
  std::size_t size_;
};

// A claim as a finding or a near miss cites it. Views live as long as the
// report.
class GAINSAY_EXPORT ClaimView {
 public:
  std::string_view id() const noexcept;
  std::string_view source() const noexcept;    // publisher or data set
  std::string_view document() const noexcept;  // id of the document
  std::string_view subject() const noexcept;
  std::string_view predicate() const noexcept;
  std::string_view value()
      const noexcept;  // canonical: "P5Y", "2018", "23 people"
  std::string_view quote() const noexcept;    // exactly the bytes of span()
  std::string_view speaker() const noexcept;  // empty: the document's own voice
  ByteSpan span() const noexcept;
  ByteSpan value_span() const noexcept;
  std::uint32_t line() const noexcept;  // 1-based
  std::uint32_t side() const noexcept;

 private:
  friend class ViewRange<ClaimView>;
  ClaimView(const internal::ReportModel* model, std::uint32_t parent,
            std::uint32_t i)
      : model_(model), parent_(parent), index_(i) {}
  const internal::ReportModel* model_;
  std::uint32_t parent_,
      index_;  // parent: finding, or near miss with the high bit set
};

// What some of a finding's claims say together: one of the values that cannot
// all be.
class GAINSAY_EXPORT SideView {
 public:
  std::string_view value() const noexcept;
  std::uint32_t claims() const noexcept;  // how many; see ClaimView::side()
  std::uint32_t voices() const noexcept;  // independent ones

 private:
  friend class ViewRange<SideView>;
  SideView(const internal::ReportModel* model, std::uint32_t parent,
           std::uint32_t i)
      : model_(model), parent_(parent), index_(i) {}
  const internal::ReportModel* model_;
  std::uint32_t parent_, index_;
};

// A minimal conflict, explained.
class GAINSAY_EXPORT FindingView {
 public:
  std::string_view id()
      const noexcept;  // content hash: stable over runs and reposts
  std::string_view evidence_id()
      const noexcept;  // changes with the claims behind it
  FindingKind kind() const noexcept;
  Severity severity() const noexcept;
  std::string_view subject() const noexcept;
  std::string_view predicate() const noexcept;
  std::string_view summary()
      const noexcept;  // what cannot both be, in one sentence
  std::uint32_t voices()
      const noexcept;  // independent voices behind the weakest side
  std::string_view hint() const noexcept;  // what would settle it; may be empty
  ViewRange<ClaimView> claims() const noexcept;
  ViewRange<SideView> sides() const noexcept;
  std::string_view baseline_state()
      const noexcept;  // "new", "unchanged", "gone"; empty: no baseline
  std::string_view suppressed_by()
      const noexcept;  // the reason; empty: not suppressed
  // Summary and arithmetic as plain text, several lines, none empty, no
  // trailing newline.
  std::string Explain() const;

 private:
  friend class ViewRange<FindingView>;
  FindingView(const internal::ReportModel* model, std::uint32_t,
              std::uint32_t i)
      : model_(model), index_(i) {}
  const internal::ReportModel* model_;
  std::uint32_t index_;
};

// Statements that meet and agree, or do not meet, with the reason.
class GAINSAY_EXPORT NearMissView {
 public:
  std::string_view id() const noexcept;
  std::string_view reason()
      const noexcept;  // a word of the closed list of docs/formats.md
  std::string_view text() const noexcept;
  std::string_view subject() const noexcept;
  std::string_view predicate() const noexcept;
  ViewRange<ClaimView> claims() const noexcept;

 private:
  friend class ViewRange<NearMissView>;
  NearMissView(const internal::ReportModel* model, std::uint32_t,
               std::uint32_t i)
      : model_(model), index_(i) {}
  const internal::ReportModel* model_;
  std::uint32_t index_;
};

class GAINSAY_EXPORT Report {
 public:
  Report();  // no findings, complete
  explicit Report(std::shared_ptr<const internal::ReportModel> model);

  ViewRange<FindingView> findings() const& noexcept;  // in report order
  ViewRange<FindingView> findings() && = delete;      // name the report first
  ViewRange<NearMissView> near_misses()
      const& noexcept;  // where Options asked for them
  ViewRange<NearMissView> near_misses() && = delete;
  bool complete() const noexcept;  // false: a budget ended the search
  // Bad records that were left out; everything else was checked.
  std::vector<Error> errors() const;

  const internal::ReportModel& model() const noexcept { return *model_; }

 private:
  std::shared_ptr<const internal::ReportModel> model_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_REPORT_H_
