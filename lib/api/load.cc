#include "api/load.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "api/progress.h"
#include "api/screen.h"
#include "base/hash.h"
#include "claim/extract.h"
#include "claim/records.h"
#include "gainsay/extractor.h"
#include "identity/resolve.h"
#include "lang/language.h"
#include "resolve/document_date.h"

namespace gainsay::internal {
namespace {

// What a run needs for the rows read so far: they themselves, and about as much
// again for their statements and subjects.
std::uint64_t BytesOf(const Loaded& loaded) {
  const ClaimTable& table = loaded.table;
  return 2 *
         (table.claims.size() * sizeof(Claim) +
          table.values.size() * sizeof(ValueRow) +
          table.referents.size() * sizeof(Referent) + loaded.strings.bytes());
}

class Loader {
 public:
  Loader(const Corpus::Rep& corpus, const Checker::Rep& checker, LoadWhat what)
      : corpus_(corpus),
        checker_(checker),
        what_(what),
        out_(checker.schema),
        extractor_(English(), out_.schema, out_.strings),
        progress_(checker.options.progress) {}

  Loaded Run() {
    out_.errors = corpus_.errors;
    AddDocuments();
    AddFiles();
    AddSingleClaims();
    return std::move(out_);
  }

 private:
  bool Stopped() const { return checker_.options.stop.stop_requested(); }

  // Whether Options::as_of leaves a document in; counts those it does not.
  bool Admit(const Document& document) {
    if (!checker_.options.as_of) return true;
    if (!document.published) return ++out_.left_out_undated, false;
    if (document.published->hull().lo > checker_.options.as_of->hull().hi)
      return ++out_.left_out_later, false;
    return true;
  }

  RecordTarget Target() {
    return {out_.table, out_.strings, out_.schema, out_.errors,
            [this](std::string_view id) {
              const auto it = by_id_.find(id);
              return it == by_id_.end() ? DocumentIndex() : it->second;
            }};
  }

  void AddDocuments() {
    std::vector<std::shared_ptr<const IngestedDocument>> order =
        corpus_.documents;
    std::ranges::sort(order, {}, [](const auto& d) -> const std::string& {
      return d->document.id;
    });
    std::erase_if(order, [this](const auto& d) { return !Admit(d->document); });
    for (const auto& in : order) {
      const DocumentIndex index(out_.documents.size());
      out_.documents.push_back(
          {std::shared_ptr<const Document>(in, &in->document), false,
           std::string(in->date_given)});
      out_.infos.push_back({});
      by_id_.emplace(out_.documents.back().document->id, index);
    }
    if (order.empty()) return;
    if (checker_.options.built_in_extractor) FindDateOrder(order);
    progress_.Begin("documents", order.size());
    for (std::size_t i = 0; i < order.size() && !Stopped(); ++i) {
      Extract(DocumentIndex(i), *order[i]);
      progress_.At(i + 1);
    }
    progress_.End();
  }

  static std::string_view Words(const IngestedDocument& in) {
    return in.reading.empty() ? std::string_view(in.document.text)
                              : std::string_view(in.reading);
  }

  void FindDateOrder(
      const std::vector<std::shared_ptr<const IngestedDocument>>& documents) {
    DatelineOrder order;
    for (const auto& in : documents) {
      if (!in->document.published && !Stopped())
        extractor_.NoteDateline(Words(*in), order);
    }
    day_first_ = order.DayFirst();
  }

  void Extract(DocumentIndex index, const IngestedDocument& in) {
    DocumentInfo& info = out_.infos[index.index];
    if (in.document.published) {
      info.published = in.document.published->hull();
      info.dated = true;
    }
    if (checker_.options.built_in_extractor) ExtractBuiltIn(index, in, info);
    for (const auto& extractor : checker_.options.extractors)
      ExtractBy(*extractor, in.document);
  }

  void ExtractBuiltIn(DocumentIndex index, const IngestedDocument& in,
                      DocumentInfo& info) {
    ExtractionRequest request;
    request.text = Words(in);
    request.day_first = day_first_;
    if (in.document.published)
      request.published = in.document.published->hull();
    request.document = index;
    request.source = out_.strings.Intern(in.document.source);
    const DocumentDate date =
        extractor_.Extract(request, out_.table, out_.coverage);
    if (info.dated || !date.known) return;
    info.published = date.days;
    info.dated = date.given;
    out_.documents[index.index].date_from =
        date.given ? "dateline" : "inferred";
  }

  // Claims of a user's extractor cite the document they were made from.
  void ExtractBy(const Extractor& extractor, const Document& document) {
    Result<std::vector<ClaimInput>> claims = extractor.Extract(document);
    if (!claims) {
      out_.errors.push_back(claims.error());
      return;
    }
    RecordBuilder builder(Target());
    for (ClaimInput& claim : *claims) {
      if (claim.document.empty()) claim.document = document.id;
      if (claim.source.empty()) claim.source = document.source;
      builder.Add(claim, {document.id, by_id_.at(document.id)});
    }
  }

  void AddFiles() {
    std::vector<const Corpus::Rep::ClaimFile*> order;
    for (const Corpus::Rep::ClaimFile& file : corpus_.claim_files)
      order.push_back(&file);
    std::ranges::sort(order, {}, [](const auto* file) -> const std::string& {
      return file->name;
    });
    if (order.empty()) return;
    std::vector<std::uint64_t> sizes;
    for (const Corpus::Rep::ClaimFile* file : order)
      sizes.push_back(SizeOf(*file));
    progress_.Begin("claims", std::accumulate(sizes.begin(), sizes.end(),
                                              std::uint64_t{0}));
    std::optional<Screened> screened;
    if (what_ == LoadWhat::kScreened) {
      screened =
          ScreenClaims(order, corpus_, checker_,
                       [this](std::uint64_t byte) { progress_.At(byte); });
    }
    if (screened) {
      out_.agreed = screened->agreed;
      for (const std::string& name : screened->predicates)
        out_.schema.FindOrAdd(name);
    }
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < order.size() && !Stopped(); ++i) {
      AddFile(*order[i], before, screened ? &screened->files[i] : nullptr);
      before += sizes[i];
    }
    progress_.End();
  }

  static std::uint64_t SizeOf(const Corpus::Rep::ClaimFile& file) {
    if (file.bytes) return file.bytes->size();
    const Result<Input> input = Input::Open(file.name);
    return input ? input->size() : 0;
  }

  // False where the rows outgrow Options::memory_limit.
  bool Fits() {
    const std::uint64_t limit = checker_.options.memory_limit;
    if (limit == 0 || BytesOf(out_) <= limit) return true;
    out_.failure =
        Error{ErrorCode::kTooLarge,
              "expected claims that fit " + std::to_string(limit) +
                  " bytes of memory, got more than " +
                  std::to_string(out_.table.claims.size()) + " claims",
              {},
              0,
              "memory_limit"};
    return false;
  }

  // `before`: bytes of the files read before it. `kept`: the records that need
  // a check; null: all.
  void AddFile(const Corpus::Rep::ClaimFile& file, std::uint64_t before,
               const KeptRecords* kept) {
    auto document = std::make_shared<Document>();
    document->id = file.name;
    if (file.bytes) document->text = *file.bytes;
    const DocumentIndex index(out_.documents.size());
    out_.documents.push_back({std::move(document), true, {}});
    out_.infos.push_back({});
    Result<Input> input =
        file.bytes ? Result<Input>(Input::OfMemory(file.name, *file.bytes))
                   : Input::Open(file.name);
    if (!input) {
      out_.errors.push_back(input.error());
      return;
    }
    ReadOptions options{index, file.options.columns};
    options.at_byte = [this, before](std::uint64_t byte) {
      progress_.At(before + byte);
      return !Stopped() && Fits();
    };
    if (kept != nullptr) {
      options.wanted = [kept](std::uint64_t line, std::uint64_t byte) {
        return kept->Has(line, byte);
      };
    }
    const Result<std::uint64_t> read =
        ReadClaims(*std::move(input), options, Target());
    if (!read) out_.errors.push_back(read.error());
  }

  void AddSingleClaims() {
    std::vector<const ClaimInput*> order;
    for (const ClaimInput& claim : corpus_.claims) order.push_back(&claim);
    const auto key = [](const ClaimInput* c) {
      return std::tuple(std::string_view(c->source), std::string_view(c->id),
                        std::string_view(c->subject.name),
                        std::string_view(c->predicate), c->object.ToString(),
                        std::string_view(c->quote));
    };
    std::ranges::stable_sort(order, {}, key);
    RecordBuilder builder(Target());
    for (const ClaimInput* claim : order) builder.Add(*claim, {"claim", {}});
  }

  const Corpus::Rep& corpus_;
  const Checker::Rep& checker_;
  const LoadWhat what_;
  Loaded out_;
  ClaimExtractor extractor_;
  std::optional<bool> day_first_;  // ExtractionRequest::day_first
  StageProgress progress_;
  absl::flat_hash_map<std::string_view, DocumentIndex> by_id_;
};

}  // namespace

Loaded Load(const Corpus::Rep& corpus, const Checker::Rep& checker,
            LoadWhat what) {
  return Loader(corpus, checker, what).Run();
}

Subjects Identify(const Loaded& loaded, const Checker::Rep& checker) {
  std::vector<std::uint64_t> hashes;
  for (const DocumentRecord& record : loaded.documents)
    hashes.push_back(
        Hasher().Add(record.document->id).Add(record.document->text).value());
  return ResolveIdentity({loaded.table, loaded.strings, loaded.schema,
                          English().names(), English().events(), hashes,
                          checker.aliases.get(), loaded.names});
}

}  // namespace gainsay::internal
