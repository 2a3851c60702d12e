#include "gainsay/identity.h"

#include <algorithm>
#include <map>
#include <utility>

#include "api/load.h"
#include "api/open_claims.h"
#include "api/pipeline.h"
#include "identity/resolve.h"
#include "text/canonical.h"

namespace gainsay::inline v0 {
namespace {

using internal::CanonicalText;
using internal::Referent;
using internal::ReferentIndex;
using Verdict = IdentityDecision::Verdict;

class IdentityExplainer {
 public:
  IdentityExplainer(const internal::Loaded& loaded,
                    const internal::Subjects& subjects, std::string_view name)
      : loaded_(loaded), subjects_(subjects), wanted_(CanonicalText(name)) {
    source_.resize(loaded.table.referents.size());
    for (const internal::Claim& claim : loaded.table.claims) {
      if (claim.subject.valid() && !source_[claim.subject.index].valid())
        source_[claim.subject.index] = claim.source;
    }
  }

  std::vector<IdentityDecision> Run() {
    AddIds();
    for (const internal::IdentityEvidence& e : subjects_.evidence) {
      const bool one =
          subjects_.of_referent[e.a.index] == subjects_.of_referent[e.b.index];
      Add(one ? Verdict::kOne : Verdict::kTwo, e.a, e.b, e.weight, e.text);
    }
    for (const internal::Subjects::Note& n : subjects_.notes) {
      const bool one =
          subjects_.of_referent[n.a.index] == subjects_.of_referent[n.b.index];
      Add(one ? Verdict::kOne : Verdict::kTwo, n.a, n.b, 0,
          n.reason + (n.text.empty() ? "" : ": " + n.text));
    }
    for (const internal::Subjects::Undecided& u : subjects_.undecided)
      Add(Verdict::kUndecided, u.a, u.b, u.score, u.missing);
    return std::move(out_);
  }

 private:
  // What bears one identifier under several names is one by it.
  void AddIds() {
    std::map<std::string_view, std::vector<ReferentIndex>> by_id;
    for (std::size_t i = 0; i < loaded_.table.referents.size(); ++i) {
      const std::string_view id =
          loaded_.strings.View(loaded_.table.referents[i].external_id);
      if (!id.empty()) by_id[id].emplace_back(i);
    }
    for (const auto& [id, referents] : by_id) {
      for (std::size_t i = 1; i < referents.size(); ++i) {
        if (source_[referents[i].index] != source_[referents[0].index])
          Add(Verdict::kOne, referents[0], referents[i], 0,
              "one identifier " + std::string(id));
      }
    }
  }

  NamedThing Thing(ReferentIndex index) const {
    const Referent& referent = loaded_.table[index];
    NamedThing out{std::string(loaded_.strings.View(referent.name)),
                   std::string(loaded_.strings.View(referent.external_id)),
                   std::string(loaded_.strings.View(source_[index.index]))};
    if (out.name.empty())
      out.name = subjects_[subjects_.of_referent[index.index]].label;
    return out;
  }

  bool IsWanted(const NamedThing& thing) const {
    return wanted_.empty() ||
           CanonicalText(thing.name).find(wanted_) != std::string::npos ||
           CanonicalText(thing.id) == wanted_;
  }

  void Add(Verdict verdict, ReferentIndex a, ReferentIndex b,
           std::int32_t score, std::string_view text) {
    IdentityDecision decision{verdict, Thing(a), Thing(b), score, {}};
    if (!IsWanted(decision.a) && !IsWanted(decision.b)) return;
    const std::string names = decision.a.name + " / " + decision.b.name + ": ";
    if (text.starts_with(names)) text.remove_prefix(names.size());
    decision.evidence = Split(text);
    out_.push_back(std::move(decision));
  }

  // Pieces of evidence are parted by "; ", or by ", " behind a weight.
  static std::vector<std::string> Split(std::string_view text) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      const bool comma =
          text[i] == ',' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
      if ((text[i] != ';' && !comma) || text[i + 1] != ' ') continue;
      out.emplace_back(text.substr(begin, i - begin));
      begin = i + 2;
    }
    if (begin < text.size()) out.emplace_back(text.substr(begin));
    return out;
  }

  const internal::Loaded& loaded_;
  const internal::Subjects& subjects_;
  const std::string wanted_;
  std::vector<internal::StringId> source_;  // by referent
  std::vector<IdentityDecision> out_;
};

}  // namespace

Result<std::vector<IdentityDecision>> ExplainIdentity(const Checker& checker,
                                                      const Corpus& corpus,
                                                      std::string_view name) {
  internal::StageProgress progress(checker.rep().options.progress);
  internal::Loaded loaded =
      internal::Load(corpus.rep(), checker.rep(), progress);
  if (loaded.failure) return *loaded.failure;
  if (checker.rep().options.built_in_extractor)
    internal::AddOpenClaims(corpus.rep(), loaded);
  const internal::Subjects subjects = internal::Identify(loaded, checker.rep());
  return IdentityExplainer(loaded, subjects, name).Run();
}

}  // namespace gainsay::inline v0
