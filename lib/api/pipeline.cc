#include "api/pipeline.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "api/load.h"
#include "api/open_claims.h"
#include "api/progress.h"
#include "api/relations.h"
#include "api/told_claims.h"
#include "api/user_checks.h"
#include "base/workers.h"
#include "consistency/change_near_miss.h"
#include "consistency/claim_checks.h"
#include "consistency/doubtful.h"
#include "consistency/identity_near_miss.h"
#include "consistency/polarity_check.h"
#include "consistency/temporal_check.h"
#include "consistency/verify_claims.h"
#include "graph/build.h"
#include "identity/tenures.h"
#include "report/build.h"
#include "voices/voices.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostNearMisses = 10000;
constexpr std::size_t kMostUndecidedLines = 1000;

// The stages in order; each reads what the ones before it wrote.
class Pipeline {
 public:
  // `progress` is told of each stage.
  Pipeline(const Corpus::Rep& corpus, const Checker::Rep& checker,
           const StageProgress::Callback& progress, Loaded loaded)
      : corpus_(corpus),
        checker_(checker),
        progress_(progress),
        loaded_(std::move(loaded)) {}

  // All findings, in no order.
  Result<std::shared_ptr<ReportModel>> Run() {
    if (loaded_.failure) return *loaded_.failure;
    progress_.Begin("identity", 0);
    if (checker_.options.built_in_extractor) {
      AddOpenClaims(corpus_, loaded_);
      AddToldClaims(loaded_);
    }
    subjects_ = Identify(loaded_, checker_);
    AlignTenures(subjects_, loaded_.schema, loaded_.strings, loaded_.table);
    progress_.End();
    progress_.Begin("statements", 0);
    HearVoices();
    const GraphInput graph{loaded_.table,   subjects_,     loaded_.schema,
                           loaded_.strings, loaded_.infos, voices_};
    const StatementTable statements = BuildStatements(graph);
    const PointGraph points = BuildPoints(statements, graph);
    progress_.End();
    progress_.Begin("time", 0);
    FindTemporal(statements, points, graph);
    progress_.End();
    progress_.Begin("values", 0);
    FindConflicts(statements, graph);
    progress_.End();
    BuildReport(statements, points, graph);
    return std::move(model_);
  }

 private:
  void HearVoices() {
    std::vector<VoiceDocument> documents;
    for (std::size_t d = 0; d < loaded_.documents.size(); ++d) {
      const Document& document = *loaded_.documents[d].document;
      documents.push_back({loaded_.documents[d].records
                               ? std::string_view()
                               : std::string_view(document.text),
                           document.source, loaded_.infos[d].published});
    }
    voices_ = FindVoices({loaded_.table, loaded_.strings, documents}).of_claim;
  }

  void FindTemporal(const StatementTable& statements, const PointGraph& points,
                    const GraphInput& graph) {
    const Options& options = checker_.options;
    TemporalOptions temporal;
    temporal.max_statements = options.max_statements;
    temporal.threads = options.jobs;
    temporal.budget = options.search_budget;
    temporal.near_misses = options.near_misses;
    temporal.near_miss_cap = kMostNearMisses;
    temporal.stop = options.stop;
    TemporalResult time = CheckTemporal(statements, points, graph, temporal);
    model_->complete = time.complete;
    if (!time.complete)
      model_->incomplete_reason =
          "the search for temporal conflicts was ended by its budget";
    withheld_ += time.withheld;
    // Two values of one single predicate: CheckClaims says it with all sides.
    std::erase_if(time.conflicts, [&](const Conflict& c) {
      return c.statements.size() == 2 && loaded_.schema[c.predicate].single &&
             statements[c.statements[1]].predicate == c.predicate;
    });
    Append(conflicts_, std::move(time.conflicts));
    Append(near_misses_, std::move(time.near_misses));
  }

  void FindConflicts(const StatementTable& statements,
                     const GraphInput& graph) {
    const Options& options = checker_.options;
    const RunRelations relations(loaded_.table, subjects_, loaded_.strings,
                                 checker_.places.get());
    const CheckContext context{statements, graph, relations};
    std::vector<Conflict> polarity = CheckPolarity(statements, graph);
    withheld_ += Withhold(context, polarity);
    Append(conflicts_, std::move(polarity));
    withheld_ += CheckClaims(context, conflicts_,
                             options.near_misses ? &near_misses_ : nullptr);
    withheld_ += RunUserChecks(options.checks, statements, graph, conflicts_);
    if (options.near_misses)
      Append(near_misses_,
             ChangeNearMisses(context, conflicts_, kMostNearMisses));
    std::vector<bool> is_text;
    for (const DocumentRecord& record : loaded_.documents)
      is_text.push_back(!record.records);
    DemoteDoubtful(statements, graph, is_text, conflicts_);
    DemoteOpen(loaded_.schema, conflicts_);
    DropToldTwice(statements, graph, conflicts_);
    if (options.near_misses)
      Append(near_misses_,
             IdentityNearMisses(statements, graph, kMostNearMisses));
    if (options.near_misses)
      Append(near_misses_,
             ModalityNearMisses(statements, graph, kMostNearMisses));
  }

  void BuildReport(const StatementTable& statements, const PointGraph& points,
                   const GraphInput& graph) {
    RecordFiles files;
    TextPlaces places;
    const ReportInput input{
        graph, statements, points,         loaded_.documents,
        files, places,     loaded_.records};
    progress_.Begin("report", conflicts_.size());
    model_->findings.reserve(conflicts_.size());
    for (const Conflict& conflict : conflicts_) {
      progress_.At(model_->findings.size());
      if (conflict.severity == Severity::kTension && !checker_.options.tension)
        continue;
      model_->findings.push_back(BuildFinding(conflict, input));
    }
    if (checker_.options.near_misses) {
      model_->has_near_misses = true;
      for (const NearMissRow& row : near_misses_)
        model_->near_misses.push_back(BuildNearMiss(row, input));
      SortNearMisses();
    }
    FillCoverage(statements);
    progress_.End();
  }

  void SortNearMisses() {
    std::ranges::sort(model_->near_misses, {}, [](const NearMiss& n) {
      return std::tie(n.subject, n.predicate, n.id);
    });
    // A pair may be met under the predicate of either statement.
    std::set<std::string> seen;
    std::erase_if(model_->near_misses, [&seen](const NearMiss& n) {
      return !seen.insert(n.id).second;
    });
    for (const NearMiss& miss : model_->near_misses)
      ++model_->coverage.near_misses[miss.reason];
  }

  // Claims that meet another voice's claim of the same subject and predicate,
  // and those of them whose statement another voice makes too.
  void CountMeetings(const StatementTable& table, std::uint64_t& compared,
                     std::uint64_t& agreed) const {
    const auto& all = table.statements;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t j = i;
      std::uint64_t claims = 0;
      std::set<std::uint32_t> voices;
      for (; j < all.size() && all[j].subject == all[i].subject &&
             all[j].predicate == all[i].predicate;
           ++j) {
        claims += all[j].claims;
        for (std::uint32_t c = 0; c < all[j].claims; ++c)
          voices.insert(voices_[table.claims[all[j].first_claim + c].index]);
      }
      if (voices.size() > 1) {
        compared += claims;
        for (std::size_t k = i; k < j; ++k)
          if (all[k].voices > 1) agreed += all[k].claims;
      }
      i = j;
    }
  }

  void FillCoverage(const StatementTable& statements) {
    Coverage& coverage = model_->coverage;
    model_->has_coverage = true;
    auto& counts = coverage.counts;
    counts["documents"] = corpus_.documents.size();
    const AgreementCounts& more = loaded_.agreed;
    counts["claims"] = loaded_.table.claims.size() + more.claims;
    counts["statements"] = statements.statements.size() + more.statements;
    counts["subjects"] = subjects_.subjects.size() + more.subjects;
    counts["values_temporal"] = loaded_.coverage.temporal_mentions;
    counts["values_numeric"] = loaded_.coverage.numeric_mentions;
    counts["values_in_claims"] = loaded_.coverage.in_claims;
    counts["values_not_attached"] = loaded_.coverage.not_attached;
    counts["values_ambiguous"] = loaded_.coverage.ambiguous;
    counts["values_not_in_a_frame"] = loaded_.coverage.not_in_a_frame;
    CountMeetings(statements, counts["compared"], counts["agreed"]);
    counts["compared"] += more.compared;
    counts["agreed"] += more.agreed;
    counts["withheld"] = withheld_;
    counts["undecided"] = subjects_.undecided.size();
    counts["left_out_undated"] = loaded_.left_out_undated;
    counts["left_out_later"] = loaded_.left_out_later;
    for (const Subjects::Undecided& pair : subjects_.undecided) {
      if (coverage.undecided.size() >= kMostUndecidedLines) break;
      coverage.undecided.push_back(
          subjects_[subjects_.of_referent[pair.a.index]].label + " / " +
          subjects_[subjects_.of_referent[pair.b.index]].label + ": " +
          std::to_string(pair.score) + " of 8, " + pair.missing);
    }
    for (const Error& error : loaded_.errors)
      coverage.errors.push_back(
          {error.file, error.field, error.what, error.line});
  }

  template <typename T>
  static void Append(std::vector<T>& all, std::vector<T> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  }

  const Corpus::Rep& corpus_;
  const Checker::Rep& checker_;
  StageProgress progress_;
  Loaded loaded_;
  Subjects subjects_;
  std::vector<std::uint32_t> voices_;
  std::vector<Conflict> conflicts_;
  std::vector<NearMissRow> near_misses_;
  std::uint64_t withheld_ = 0;
  std::shared_ptr<ReportModel> model_ = std::make_shared<ReportModel>();
};

// What is found in a part beside part 0, of which nobody is told how far it is.
Result<std::shared_ptr<ReportModel>> RunPart(const Corpus::Rep& corpus,
                                             const Checker::Rep& checker,
                                             const ScreenedRun& run,
                                             std::uint32_t part) {
  static const StageProgress::Callback kNobody;
  return Pipeline(corpus, checker, kNobody, LoadPart(checker, run, part)).Run();
}

// Its subjects are counted already (screen.h), its files with part 0.
void AddPart(ReportModel& part, ReportModel& all) {
  std::ranges::move(part.findings, std::back_inserter(all.findings));
  std::ranges::move(part.coverage.errors,
                    std::back_inserter(all.coverage.errors));
  if (all.complete && !part.complete) {
    all.complete = false;
    all.incomplete_reason = part.incomplete_reason;
  }
  for (const auto& [name, count] : part.coverage.counts) {
    if (name != "subjects" && name != "documents")
      all.coverage.counts[name] += count;
  }
}

// All parts, on several threads; part 0, which progress is told of, on the
// caller's. The parts are joined in their order.
Result<std::shared_ptr<ReportModel>> RunParts(const Corpus::Rep& corpus,
                                              const Checker::Rep& checker,
                                              const ScreenedRun& run) {
  using Found = Result<std::shared_ptr<ReportModel>>;
  const std::uint32_t parts = run.screened.parts;
  std::vector<std::optional<Found>> found(parts);
  StageProgress progress(checker.options.progress);
  std::atomic<std::uint32_t> next = 1, done = 0;
  RunWorkers(std::min(checker.options.jobs, parts), [&](std::uint32_t worker) {
    if (worker == 0) {
      found[0] = Pipeline(corpus, checker, checker.options.progress,
                          Load(corpus, checker, progress, &run))
                     .Run();
      if (parts > 1) progress.Begin("groups", parts - 1);
    }
    for (std::uint32_t i; (i = next++) < parts;) {
      found[i] = RunPart(corpus, checker, run, i);
      ++done;
      if (worker == 0) progress.At(done);
    }
  });
  if (parts > 1) progress.End();
  for (const std::optional<Found>& part : found)
    if (!*part) return part->error();
  std::shared_ptr<ReportModel> model = **found[0];
  std::size_t findings = 0;
  for (const std::optional<Found>& part : found)
    findings += (**part)->findings.size();
  model->findings.reserve(findings);
  for (std::uint32_t i = 1; i < parts; ++i) AddPart(***found[i], *model);
  return model;
}

// Into the order of the report, and no more than are wanted.
void Arrange(std::vector<Finding>& findings, std::uint32_t most,
             ReportModel& model) {
  SortFindings(findings);
  if (most == 0 || findings.size() <= most) return;
  model.cut_findings = findings.size() - most;
  findings.resize(most);
}

}  // namespace

Result<std::shared_ptr<const ReportModel>> RunPipeline(
    const Corpus::Rep& corpus, const Checker::Rep& checker, LoadWhat what) {
  StageProgress progress(checker.options.progress);
  const std::optional<ScreenedRun> run =
      ScreenRun(corpus, checker, what, progress);
  Result<std::shared_ptr<ReportModel>> model =
      run ? RunParts(corpus, checker, *run)
          : Pipeline(corpus, checker, checker.options.progress,
                     Load(corpus, checker, progress))
                .Run();
  if (!model) return model.error();
  Arrange((*model)->findings, checker.options.max_findings, **model);
  return std::shared_ptr<const ReportModel>(*std::move(model));
}

}  // namespace gainsay::internal
