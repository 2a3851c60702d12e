#include "gainsay/checker.h"

#include <algorithm>
#include <string>
#include <utility>

#include "api/load.h"
#include "api/pipeline.h"
#include "claim/records.h"
#include "gainsay/extractor.h"

namespace gainsay::inline v0 {

FindingSink::~FindingSink() = default;
Extractor::~Extractor() = default;
Check::~Check() = default;

Checker::Checker()
    : rep_(std::make_shared<const Rep>(
          Rep{Options{}, internal::Schema::BuiltIn(), nullptr, nullptr})) {}
Checker::Checker(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
Checker::~Checker() = default;
Checker::Checker(const Checker&) = default;
Checker& Checker::operator=(const Checker&) = default;

Result<Checker> Checker::Create(Options options) {
  if (options.lang != "en")
    return Error{ErrorCode::kInvalidArgument,
                 "expected \"en\", got \"" + options.lang + "\"",
                 {},
                 0,
                 "lang"};
  if (options.max_statements < 2 || options.max_statements > 8)
    return Error{ErrorCode::kInvalidArgument,
                 "expected 2 to 8",
                 {},
                 0,
                 "max_statements"};
  if (options.jobs == 0)
    return Error{
        ErrorCode::kInvalidArgument, "expected 1 or more", {}, 0, "jobs"};
  internal::Schema schema = internal::Schema::BuiltIn();
  if (!options.schema_json.empty()) {
    Result<internal::Schema> parsed =
        internal::Schema::Parse(options.schema_json, "schema");
    if (!parsed) return parsed.error();
    schema = *std::move(parsed);
  }
  std::shared_ptr<const internal::AliasBook> aliases;
  if (!options.aliases_json.empty()) {
    auto book = internal::ParseAliases(options.aliases_json, "aliases");
    if (!book) return book.error();
    aliases = std::make_shared<const internal::AliasBook>(*std::move(book));
  }
  std::shared_ptr<const internal::PlaceTree> places;
  if (!options.hierarchy_json.empty()) {
    auto tree = internal::PlaceTree::Parse(options.hierarchy_json, "hierarchy");
    if (!tree) return tree.error();
    places = std::make_shared<const internal::PlaceTree>(*std::move(tree));
  }
  return Checker(
      std::make_shared<const Rep>(Rep{std::move(options), std::move(schema),
                                      std::move(aliases), std::move(places)}));
}

Result<Report> Checker::Check(const Corpus& corpus) const {
  auto model = internal::RunPipeline(corpus.rep(), *rep_);
  if (!model) return model.error();
  return Report(*std::move(model));
}

Result<Summary> Checker::Check(const Corpus& corpus, FindingSink& sink) const {
  Result<Report> report = Check(corpus);
  if (!report) return report.error();
  Summary summary;
  for (const FindingView finding : report->findings()) {
    switch (finding.severity()) {
      case Severity::kDefinite:
        ++summary.definite;
        break;
      case Severity::kProbable:
        ++summary.probable;
        break;
      case Severity::kTension:
        ++summary.tension;
        break;
    }
    sink.Take(finding);
  }
  summary.near_misses = report->near_misses().size();
  summary.complete = report->complete();
  return summary;
}

Result<Report> Checker::Check(std::span<const Document> passages) const {
  Corpus corpus;
  std::size_t number = 0;
  for (const Document& passage : passages) {
    Document copy = passage;
    if (copy.id.empty()) copy.id = std::to_string(number);
    if (copy.source.empty()) copy.source = copy.id;
    ++number;
    if (Result<DocumentId> id = corpus.Add(std::move(copy)); !id)
      return id.error();
  }
  return Check(corpus);
}

Result<std::vector<ClaimInput>> Checker::Extract(
    const Document& document) const {
  Corpus corpus;
  if (Result<DocumentId> id = corpus.Add(document); !id) return id.error();
  return Extract(corpus);
}

Result<std::vector<ClaimInput>> Checker::Extract(const Corpus& corpus) const {
  internal::StageProgress progress(rep_->options.progress);
  const internal::Loaded loaded = internal::Load(corpus.rep(), *rep_, progress);
  std::vector<ClaimInput> claims;
  for (std::size_t i = 0; i < loaded.table.claims.size(); ++i) {
    const internal::DocumentIndex of = loaded.table.claims[i].document;
    if (!of.valid() || loaded.documents[of.index].document->text.empty())
      continue;
    claims.push_back(internal::InputOf(loaded.table, internal::ClaimIndex(i),
                                       loaded.schema, loaded.strings));
    ClaimInput& claim = claims.back();
    const Document& document = *loaded.documents[of.index].document;
    claim.document = document.id;
    if (claim.span && claim.span->end <= document.text.size())
      claim.quote = document.text.substr(claim.span->begin, claim.span->size());
  }
  return claims;
}

}  // namespace gainsay::inline v0
