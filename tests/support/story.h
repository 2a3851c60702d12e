// Builds a small claim table by hand, for tests of what comes after extraction.
#ifndef GAINSAY_TESTS_SUPPORT_STORY_H_
#define GAINSAY_TESTS_SUPPORT_STORY_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "graph/build.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

// Subjects are told apart by name; each source has one document of its own
// date.
class Story {
 public:
  explicit Story(const Schema& schema = Schema::BuiltIn()) : schema_(schema) {}

  // A source with its document's date ("2024-05-29", or empty: undated).
  void Source(std::string_view name, std::string_view published = {}) {
    const DocumentIndex index(infos_.size());
    sources_[std::string(name)] = index;
    DocumentInfo info;
    if (!published.empty()) {
      info.published = Date::Parse(published)->hull();
      info.dated = true;
    }
    info.voice = index.index;
    infos_.push_back(info);
  }

  Claim& DateClaim(std::string_view source, std::string_view subject,
                   std::string_view predicate, std::string_view edtf,
                   DayInterval hull = {}) {
    ValueRow value;
    const Date date = Date::Parse(edtf).value();
    value.kind = ValueKind::kDate;
    value.core = date.core();
    value.hull = hull == DayInterval() ? date.hull() : hull;
    value.grain = date.grain();
    value.surface = strings_.Intern(edtf);
    return Add(source, subject, predicate, value);
  }

  Claim& CountClaim(std::string_view source, std::string_view subject,
                    std::string_view predicate, double n,
                    TimeUnit unit = TimeUnit::kYear) {
    ValueRow value;
    value.kind = ValueKind::kDuration;
    value.count = {n, n, unit, Modifier::kBare, false};
    value.surface = strings_.Intern("count");
    return Add(source, subject, predicate, value);
  }

  Claim& Add(std::string_view source, std::string_view subject,
             std::string_view predicate, const ValueRow& value) {
    Claim claim;
    claim.document = sources_.at(std::string(source));
    claim.source = strings_.Intern(source);
    claim.predicate = schema_.Find(predicate);
    claim.value = ValueIndex(table_.values.size());
    table_.values.push_back(value);
    claim.subject = ReferentIndex(table_.referents.size());
    Referent referent;
    referent.name = strings_.Intern(subject);
    referent.document = claim.document;
    table_.referents.push_back(referent);
    claim.as_of = infos_[claim.document.index].published;
    claim.evidence = {
        static_cast<std::uint32_t>(10 * table_.claims.size()),
        static_cast<std::uint32_t>(10 * table_.claims.size() + 9)};
    table_.claims.push_back(claim);
    return table_.claims.back();
  }

  // Views this; call again after each change.
  GraphInput Input() {
    subjects_ = {};
    std::map<std::string_view, std::uint32_t> ids;
    for (const Referent& r : table_.referents)
      ids.try_emplace(strings_.View(r.name), 0);
    for (auto& [name, id] : ids) {
      id = static_cast<std::uint32_t>(subjects_.subjects.size());
      subjects_.subjects.push_back(
          {std::string(name), std::string(name), Referent::Kind::kSeries, {}});
    }
    for (const Referent& r : table_.referents)
      subjects_.of_referent.push_back(
          SubjectIndex(ids.at(strings_.View(r.name))));
    voices_.clear();
    for (const Claim& c : table_.claims)
      voices_.push_back(infos_[c.document.index].voice);
    return {table_, subjects_, schema_, strings_, infos_, voices_};
  }

  ClaimTable& table() { return table_; }
  Interner& strings() { return strings_; }

 private:
  const Schema& schema_;
  Interner strings_;
  ClaimTable table_;
  Subjects subjects_;
  std::map<std::string, DocumentIndex> sources_;
  std::vector<DocumentInfo> infos_;
  std::vector<std::uint32_t> voices_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_TESTS_SUPPORT_STORY_H_
