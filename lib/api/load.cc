#include "api/load.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "base/hash.h"
#include "claim/extract.h"
#include "claim/line_records.h"
#include "claim/records.h"
#include "gainsay/extractor.h"
#include "identity/features.h"
#include "identity/resolve.h"
#include "lang/language.h"
#include "report/words.h"
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

// Where the rows outgrow Options::memory_limit.
std::optional<Error> TooLarge(const Checker::Rep& checker, const Loaded& loaded,
                              std::uint64_t beside = 0) {
  const std::uint64_t limit = checker.options.memory_limit;
  if (limit == 0 || BytesOf(loaded) + beside <= limit) return std::nullopt;
  return Error{ErrorCode::kTooLarge,
               "expected claims that fit " + std::to_string(limit) +
                   " bytes of memory, got more than " +
                   std::to_string(loaded.table.claims.size()) + " claims",
               {},
               0,
               "memory_limit"};
}

std::vector<const Corpus::Rep::ClaimFile*> FilesByName(
    const Corpus::Rep& corpus) {
  std::vector<const Corpus::Rep::ClaimFile*> order;
  for (const Corpus::Rep::ClaimFile& file : corpus.claim_files)
    order.push_back(&file);
  std::ranges::stable_sort(
      order, {},
      [](const auto* file) -> const std::string& { return file->name; });
  return order;
}

std::uint64_t SizeOf(const Corpus::Rep::ClaimFile& file) {
  if (file.bytes) return file.bytes->size();
  const Result<Input> input = Input::Open(file.name);
  return input ? input->size() : 0;
}

std::uint64_t BytesOfFiles(
    const std::vector<const Corpus::Rep::ClaimFile*>& files) {
  return std::accumulate(
      files.begin(), files.end(), std::uint64_t{0},
      [](std::uint64_t sum, const auto* file) { return sum + SizeOf(*file); });
}

// A file of claims stands among the documents.
DocumentRecord DocumentOf(const Corpus::Rep::ClaimFile& file) {
  auto document = std::make_shared<Document>();
  document->id = file.name;
  if (file.bytes) document->text = *file.bytes;
  return {std::move(document), true, {}};
}

// What all parts of a screened run have: its files and predicates.
void Begin(const ScreenedRun& run, Loaded& out) {
  out.documents = run.documents;
  out.infos.resize(out.documents.size());
  for (const std::string& name : run.screened.predicates)
    out.schema.FindOrAdd(name);
}

// The claims of lines. Nothing, or why there are too many.
std::optional<Error> AddLines(const Checker::Rep& checker,
                              const ScreenedRun& run,
                              std::span<const DealtLine> lines, Loaded& out) {
  constexpr std::size_t kStep = 1024;  // lines between looks at the limits
  const RecordTarget target{out.table, out.strings, out.schema, out.errors, {}};
  LineRecords records(target);
  out.strings.Reserve(2 * lines.size());  // an id and a value each
  out.table.claims.reserve(out.table.claims.size() + lines.size());
  out.table.values.reserve(out.table.values.size() + lines.size());
  out.records.reserve(out.table.claims.size() + lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % kStep == 0) {
      if (checker.options.stop.stop_requested()) return std::nullopt;
      if (auto error = TooLarge(checker, out, run.lines.bytes())) return error;
    }
    const DealtLine& line = lines[i];
    const std::string_view text(line.bytes, line.size);
    const RecordPlace place{run.files[line.file]->name,
                            DocumentIndex(line.file),
                            line.line,
                            line.offset,
                            text.size(),
                            "object.value"};
    if (!records.Add(text, place)) continue;
    out.records.resize(out.table.claims.size());
    out.records.back() = text;
  }
  return std::nullopt;
}

class Loader {
 public:
  Loader(const Corpus::Rep& corpus, const Checker::Rep& checker,
         StageProgress& progress, const ScreenedRun* run)
      : corpus_(corpus),
        checker_(checker),
        run_(run),
        out_(checker.schema),
        extractor_(English(), out_.schema, out_.strings),
        progress_(progress) {}

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
    if (checker_.options.built_in_extractor) NoteDatelines(order);
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

  void NoteDatelines(
      const std::vector<std::shared_ptr<const IngestedDocument>>& documents) {
    DatelineOrder order;
    for (const auto& in : documents) {
      if (in->document.published) {
        years_.Note(in->document.published->hull());
      } else if (!Stopped()) {
        extractor_.NoteDateline(Words(*in), order, years_);
      }
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
    request.years = &years_;
    if (in.document.published)
      request.published = in.document.published->hull();
    request.document = index;
    request.source = out_.strings.Intern(in.document.source);
    if (corpus_.documents.size() <= kSmallCorpus) {
      request.told = &out_.told;
      request.told_times = &out_.told_times;
    }
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
    const std::vector<const Corpus::Rep::ClaimFile*> order =
        FilesByName(corpus_);
    if (order.empty()) return;
    if (run_ != nullptr) {
      Begin(*run_, out_);
      out_.agreed = run_->screened.agreed;
      for (std::size_t i = 0; i < order.size() && !Stopped(); ++i) {
        const KeptRecords& kept = run_->screened.files[i];
        if (!kept.by_line) {
          ReadFile(*order[i], DocumentIndex(i), 0, &kept);
        } else if (kept.blank) {
          out_.errors.push_back(NoRecords(order[i]->name));
        } else if (!out_.failure) {
          const std::span<const DealtLine> lines = run_->lines.part(0);
          const auto begin = std::ranges::lower_bound(
              lines, static_cast<std::uint32_t>(i), {}, &DealtLine::file);
          const auto end = std::ranges::upper_bound(
              lines, static_cast<std::uint32_t>(i), {}, &DealtLine::file);
          out_.failure = AddLines(checker_, *run_, {begin, end}, out_);
        }
      }
      return;
    }
    progress_.Begin("claims", BytesOfFiles(order));
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < order.size() && !Stopped(); ++i) {
      const DocumentIndex index(out_.documents.size());
      out_.documents.push_back(DocumentOf(*order[i]));
      out_.infos.emplace_back();
      ReadFile(*order[i], index, before, nullptr);
      before += SizeOf(*order[i]);
    }
    progress_.End();
  }

  // `before`: bytes of the files read before it. `kept`: the records that need
  // a check; null: all.
  void ReadFile(const Corpus::Rep::ClaimFile& file, DocumentIndex index,
                std::uint64_t before, const KeptRecords* kept) {
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
      if (!out_.failure) out_.failure = TooLarge(checker_, out_);
      return !Stopped() && !out_.failure;
    };
    if (kept != nullptr)
      options.wanted = [kept](std::uint64_t byte) { return kept->Has(byte); };
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
  const ScreenedRun* const run_;
  Loaded out_;
  ClaimExtractor extractor_;
  std::optional<bool> day_first_;  // ExtractionRequest::day_first
  DatelineYears years_;
  StageProgress& progress_;
  absl::flat_hash_map<std::string_view, DocumentIndex> by_id_;
};

}  // namespace

Loaded Load(const Corpus::Rep& corpus, const Checker::Rep& checker,
            StageProgress& progress, const ScreenedRun* run) {
  return Loader(corpus, checker, progress, run).Run();
}

Loaded LoadPart(const Checker::Rep& checker, const ScreenedRun& run,
                std::uint32_t part) {
  Loaded out(checker.schema);
  Begin(run, out);
  out.failure = AddLines(checker, run, run.lines.part(part), out);
  return out;
}

std::optional<ScreenedRun> ScreenRun(const Corpus::Rep& corpus,
                                     const Checker::Rep& checker, LoadWhat what,
                                     StageProgress& progress) {
  // So many claims are worth a thread, and their rows stay near the cache.
  constexpr std::uint32_t kPartClaims = 8192, kFewClaims = 8;
  if (what == LoadWhat::kAll || corpus.claim_files.empty() ||
      !MayScreen(corpus, checker))
    return std::nullopt;
  ScreenedRun run;
  run.files = FilesByName(corpus);
  progress.Begin("claims", BytesOfFiles(run.files));
  std::optional<Screened> screened =
      ScreenClaims(run.files, corpus, checker,
                   what == LoadWhat::kScreenedFinely ? kFewClaims : kPartClaims,
                   [&progress](std::uint64_t byte) { progress.At(byte); });
  if (!screened) return std::nullopt;
  run.screened = *std::move(screened);
  Result<DealtLines> lines = DealtLines::Read(
      run.files, run.screened, checker.options.jobs,
      [&checker] { return checker.options.stop.stop_requested(); });
  if (!lines) return std::nullopt;  // told by who reads all
  run.lines = *std::move(lines);
  for (const Corpus::Rep::ClaimFile* file : run.files)
    run.documents.push_back(DocumentOf(*file));
  progress.End();
  return run;
}

Subjects Identify(const Loaded& loaded, const Checker::Rep& checker) {
  std::vector<std::uint64_t> hashes;
  for (const DocumentRecord& record : loaded.documents)
    hashes.push_back(
        Hasher().Add(record.document->id).Add(record.document->text).value());
  Subjects subjects = ResolveIdentity(
      {loaded.table, loaded.strings, loaded.schema, English().names(),
       English().events(), hashes, checker.aliases.get(), loaded.words});
  NameOffices(subjects);
  return subjects;
}

}  // namespace gainsay::internal
