#include "gainsay/monitor.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "api/corpus.h"
#include "api/monitor_parts.h"
#include "api/pipeline.h"
#include "ingest/readers.h"
#include "report/build.h"

namespace gainsay::inline v0 {
namespace {

using internal::Finding;
using internal::ReportModel;
using Model = std::shared_ptr<const ReportModel>;

// A document that is there, or was: null. A document without an id of its own
// gets one from its content, as in a corpus, whenever a corpus is made.
struct DocumentSlot {
  std::shared_ptr<const internal::IngestedDocument> document;
  bool named = true;
};

// The claims of one subject id, in the order of arrival.
struct SubjectCell {
  std::vector<std::uint32_t> claims;
  std::uint32_t not_local =
      0;  // of them; if any, the subject is checked with all else
};

bool SameFinding(const Finding& a, const Finding& b) {
  return a.evidence_id == b.evidence_id && a.severity == b.severity &&
         a.summary == b.summary && a.count == b.count;
}

}  // namespace

struct Monitor::Rep {
  Rep(Checker with, Corpus corpus);

  // What a step does, and which claims of one subject are checked alone for it.
  struct StepPlan {
    bool shared_changes = false;
    std::vector<std::uint32_t> cell_before, cell_after;
    std::function<void()> change, undo;
  };

  void Begin(const Corpus& corpus);
  Result<Delta> Step(const StepPlan& plan);
  Result<Delta> ChangeClaim(std::uint32_t index, ClaimInput claim, bool add);
  Delta Replace(const std::vector<Model>& before,
                const std::vector<Model>& after);
  void SetShared(Model model);

  Result<Corpus> MakeShared() const;
  Result<Model> RunShared() const;
  Result<Model> RunCell(const std::vector<std::uint32_t>& of) const;
  Result<Model> Run(const Corpus& corpus) const {
    return internal::RunPipeline(corpus.rep(), *parts_checker);
  }
  bool InCell(const ClaimInput& claim) const;

  Checker checker;
  std::shared_ptr<Checker::Rep> parts_checker;  // finds all: the cut comes last
  internal::LocalClaims local;
  std::vector<DocumentSlot> documents;
  std::vector<std::optional<ClaimInput>> claims;
  std::vector<Corpus::Rep::ClaimFile> claim_files;
  std::vector<Error> errors;
  absl::flat_hash_map<std::string, SubjectCell> cells;

  // What all parts together say: findings by id, the rest as of the shared
  // part, counts of all.
  std::map<std::string, std::shared_ptr<const Finding>> findings;
  ReportModel frame;
  Model shared;  // null: not yet checked alone
};

Monitor::Rep::Rep(Checker with, Corpus corpus)
    : checker(std::move(with)),
      parts_checker(std::make_shared<Checker::Rep>(checker.rep())),
      local(*parts_checker) {
  parts_checker->options.max_findings = 0;
  const Corpus::Rep& rep = corpus.rep();
  for (const auto& document : rep.documents)
    documents.push_back({document, true});
  claim_files = rep.claim_files;
  errors = rep.errors;
  for (const ClaimInput& claim : rep.claims) {
    SubjectCell& cell = cells[claim.subject.id];
    cell.claims.push_back(static_cast<std::uint32_t>(claims.size()));
    cell.not_local += local.Is(claim) ? 0 : 1;
    claims.emplace_back(claim);
  }
  Begin(corpus);
}

// One batch run over all, whatever the parts.
void Monitor::Rep::Begin(const Corpus& corpus) {
  Result<Model> found = Run(corpus);
  if (!found) {
    frame.complete = false;
    frame.incomplete_reason = found.error().message();
    return;
  }
  frame = **found;
  frame.findings.clear();
  for (const Finding& finding : (*found)->findings) {
    findings.emplace(finding.id,
                     std::shared_ptr<const Finding>(*found, &finding));
  }
}

// All that is checked together: documents, files, and claims of subjects that
// are not local.
Result<Corpus> Monitor::Rep::MakeShared() const {
  Corpus corpus;
  // A corpus hands out its insides to read only; here it is being made.
  auto& rep = const_cast<Corpus::Rep&>(corpus.rep());
  for (const DocumentSlot& slot : documents) {
    if (!slot.document) continue;
    if (slot.named) {
      const std::string& id = slot.document->document.id;
      if (!rep.document_ids.insert(id).second) {
        return Error{ErrorCode::kDuplicate,
                     "the document id \"" + id + "\" is taken",
                     {},
                     0,
                     "id"};
      }
      rep.documents.push_back(slot.document);
    } else if (Result<DocumentId> id = rep.Insert(*slot.document); !id) {
      return id.error();
    }
  }
  rep.claim_files = claim_files;
  rep.errors = errors;
  for (const std::optional<ClaimInput>& claim : claims) {
    if (claim && !InCell(*claim)) rep.claims.push_back(*claim);
  }
  return corpus;
}

Result<Model> Monitor::Rep::RunShared() const {
  Result<Corpus> corpus = MakeShared();
  if (!corpus) return corpus.error();
  return Run(*corpus);
}

Result<Model> Monitor::Rep::RunCell(
    const std::vector<std::uint32_t>& of) const {
  Corpus corpus;
  for (const std::uint32_t claim : of) {
    if (Result<ClaimId> id = corpus.Add(*claims[claim]); !id) return id.error();
  }
  return Run(corpus);
}

bool Monitor::Rep::InCell(const ClaimInput& claim) const {
  const auto it = cells.find(claim.subject.id);
  return it != cells.end() && it->second.not_local == 0;
}

// The parts `before` become the parts `after`: their findings and counts. A
// subject may move from one part to another; its findings do not appear for
// that.
Delta Monitor::Rep::Replace(const std::vector<Model>& before,
                            const std::vector<Model>& after) {
  Delta delta;
  auto& counts = frame.coverage.counts;
  std::map<std::string_view, const Finding*> old;
  for (const Model& model : before) {
    for (const auto& [name, count] : model->coverage.counts)
      counts[name] -= count;
    for (const Finding& finding : model->findings)
      old.emplace(finding.id, &finding);
  }
  for (const Model& model : after) {
    for (const auto& [name, count] : model->coverage.counts)
      counts[name] += count;
    for (const Finding& finding : model->findings) {
      const auto it = old.find(finding.id);
      if (it == old.end()) {
        delta.appeared.push_back(finding.id);
      } else {
        if (!SameFinding(*it->second, finding))
          delta.changed.push_back(finding.id);
        old.erase(it);
      }
      findings.insert_or_assign(
          finding.id, std::shared_ptr<const Finding>(model, &finding));
    }
  }
  for (const auto& [id, finding] : old) {
    delta.gone.emplace_back(id);
    findings.erase(delta.gone.back());
  }
  std::ranges::sort(delta.appeared);
  std::ranges::sort(delta.changed);
  return delta;
}

void Monitor::Rep::SetShared(Model model) {
  ReportModel next = *model;
  next.findings.clear();
  next.coverage.counts = std::move(frame.coverage.counts);
  frame = std::move(next);
  shared = std::move(model);
}

// `change` is made and the parts that it touches are checked before and after;
// an error after it is undone by `undo`. `before` and `after` are the claims of
// a subject that is checked alone, if it is.
Result<Delta> Monitor::Rep::Step(const StepPlan& plan) {
  std::vector<Model> before, after;
  if (plan.shared_changes) {
    if (!shared) {
      Result<Model> found = RunShared();
      if (!found) return found.error();
      shared = *std::move(found);
    }
    before.push_back(shared);
  }
  if (!plan.cell_before.empty()) {
    Result<Model> found = RunCell(plan.cell_before);
    if (!found) return found.error();
    before.push_back(*std::move(found));
  }
  plan.change();
  const auto fail = [&plan](const Error& error) {
    plan.undo();
    return error;
  };
  if (!plan.cell_after.empty()) {
    Result<Model> found = RunCell(plan.cell_after);
    if (!found) return fail(found.error());
    after.push_back(*std::move(found));
  }
  if (plan.shared_changes) {
    Result<Model> found = RunShared();
    if (!found) return fail(found.error());
    after.push_back(*found);
    SetShared(*std::move(found));
  }
  return Replace(before, after);
}

// One claim of one subject comes or goes. The subject is checked alone before
// and after, or with all else before and after, or it moves.
Result<Delta> Monitor::Rep::ChangeClaim(std::uint32_t index, ClaimInput claim,
                                        bool add) {
  const std::string subject = claim.subject.id;
  const SubjectCell old = cells[subject];
  SubjectCell now = old;
  const std::uint32_t not_local = local.Is(claim) ? 0 : 1;
  if (add) {
    now.claims.push_back(index);
    now.not_local += not_local;
  } else {
    std::erase(now.claims, index);
    now.not_local -= not_local;
  }
  StepPlan plan;
  plan.shared_changes = old.not_local != 0 || now.not_local != 0;
  if (old.not_local == 0) plan.cell_before = old.claims;
  if (now.not_local == 0) plan.cell_after = now.claims;
  const auto set = [this, &subject, &claim, index](const SubjectCell& cell,
                                                   bool there) {
    if (cell.claims.empty()) {
      cells.erase(subject);
    } else {
      cells[subject] = cell;
    }
    claims[index] = there ? std::optional(claim) : std::nullopt;
  };
  plan.change = [&set, &now, add] { set(now, add); };
  plan.undo = [&set, &old, add] { set(old, !add); };
  Result<Delta> delta = Step(plan);
  if (!delta && old.claims.empty()) cells.erase(subject);
  return delta;
}

Monitor::Monitor(Checker checker) : Monitor(std::move(checker), Corpus()) {}

Monitor::Monitor(Checker checker, Corpus corpus)
    : rep_(std::make_unique<Rep>(std::move(checker), std::move(corpus))) {}
Monitor::~Monitor() = default;
Monitor::Monitor(Monitor&&) noexcept = default;
Monitor& Monitor::operator=(Monitor&&) noexcept = default;

Result<Delta> Monitor::Add(Document document) {
  const std::string name = document.id.empty() ? document.source : document.id;
  if (std::optional<Error> bad = internal::CheckText(name, document.text))
    return *std::move(bad);
  const bool named = !document.id.empty();
  std::vector<DocumentSlot>& slots = rep_->documents;
  DocumentSlot slot{std::make_shared<const internal::IngestedDocument>(
                        internal::IngestedDocument{
                            std::move(document), {}, {}, 0, {}, false}),
                    named};
  Rep::StepPlan plan;
  plan.shared_changes = true;
  plan.change = [&slots, &slot] { slots.push_back(slot); };
  plan.undo = [&slots] { slots.pop_back(); };
  Result<Delta> delta = rep_->Step(plan);
  if (delta) delta->document = DocumentId{slots.size() - 1};
  return delta;
}

Result<Delta> Monitor::Remove(DocumentId document) {
  const auto index = static_cast<std::uint64_t>(document);
  std::vector<DocumentSlot>& slots = rep_->documents;
  if (index >= slots.size() || !slots[index].document) {
    return Error{ErrorCode::kNotFound, "no such document", {}, 0, "document"};
  }
  const DocumentSlot old = slots[index];
  Rep::StepPlan plan;
  plan.shared_changes = true;
  plan.change = [&slots, index] { slots[index].document = nullptr; };
  plan.undo = [&slots, &old, index] { slots[index] = old; };
  return rep_->Step(plan);
}

Result<Delta> Monitor::Add(ClaimInput claim) {
  Corpus one;  // says what is wrong with it
  if (const Result<ClaimId> id = one.Add(claim); !id) return id.error();
  const auto index = static_cast<std::uint32_t>(rep_->claims.size());
  rep_->claims.emplace_back();
  Result<Delta> delta = rep_->ChangeClaim(index, std::move(claim), true);
  if (delta) {
    delta->claim = ClaimId{index};
  } else {
    rep_->claims.pop_back();
  }
  return delta;
}

Result<Delta> Monitor::Remove(ClaimId claim) {
  const auto index = static_cast<std::uint64_t>(claim);
  if (index >= rep_->claims.size() || !rep_->claims[index]) {
    return Error{ErrorCode::kNotFound, "no such claim", {}, 0, "claim"};
  }
  return rep_->ChangeClaim(static_cast<std::uint32_t>(index),
                           *rep_->claims[index], false);
}

Report Monitor::Snapshot() const {
  auto model = std::make_shared<ReportModel>(rep_->frame);
  for (const auto& [id, finding] : rep_->findings)
    model->findings.push_back(*finding);
  internal::SortFindings(model->findings);
  if (const std::uint32_t most = rep_->checker.rep().options.max_findings;
      most != 0 && model->findings.size() > most) {
    model->cut_findings = model->findings.size() - most;
    model->findings.resize(most);
  }
  return Report(std::move(model));
}

}  // namespace gainsay::inline v0
