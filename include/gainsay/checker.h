// Corpus, Options, Checker: documents and claims in, a Report out.
//
//   gainsay::Corpus corpus;
//   corpus.Add({.source = "chronicle", .text = "The siege began on 6 April 1453
//   and lasted 53 days."}).value(); corpus.Add({.source = "letter", .text =
//   "The siege ended on 20 May 1453."}).value(); const gainsay::Report report =
//   gainsay::Checker().Check(corpus).value();
#ifndef GAINSAY_CHECKER_H_
#define GAINSAY_CHECKER_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "gainsay/claim.h"
#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

class Extractor;  // extractor.h
class Check;      // extractor.h

enum class FileKind : std::uint8_t { kDetect, kDocuments, kClaims };

struct FileOptions {
  FileKind kind = FileKind::kDetect;
  std::vector<std::string>
      columns;  // CSV without a header row: names of its columns
};

// What was read from a file; bad records are listed and left out.
struct FileSummary {
  std::uint64_t documents = 0, claims = 0;
  std::vector<Error> errors;
};

// Documents and claims to be checked together. Documents are immutable and
// shared with the reports that cite them. Thread safety: as std::vector.
class GAINSAY_EXPORT Corpus {
 public:
  Corpus();
  ~Corpus();
  Corpus(Corpus&&) noexcept;
  Corpus& operator=(Corpus&&) noexcept;

  // Errors: text is not UTF-8 or not below 4 GiB, the id is taken.
  Result<DocumentId> Add(Document document);
  Result<ClaimId> Add(ClaimInput claim);
  // Reads a file of any supported format; "-" is standard input. An error only
  // if nothing could be read; bad records are in the summary and in the report.
  Result<FileSummary> AddFile(const std::filesystem::path& path,
                              const FileOptions& options = {});

  std::size_t documents() const noexcept;
  std::size_t claims() const noexcept;

  struct Rep;
  const Rep& rep() const noexcept { return *rep_; }

 private:
  std::unique_ptr<Rep> rep_;
};

// How far a check is. Stages in order, each left out where there is nothing to
// do: "documents" (in documents), "claims" (in bytes of files of claims),
// "identity", "statements", "time", "values", "report" (in findings), "groups"
// (claims of files whose subjects can be checked alone, in parts). Each
// begins with done = 0 and ends with done = total.
struct Progress {
  std::uint64_t done = 0, total = 0;  // total 0: unknown as yet
  const char* stage = "";             // outlives the call
};

// How to check. A value, given once.
struct Options {
  std::string lang = "en";
  std::string schema_json;  // added to the built-in schema; empty: none
  std::string
      aliases_json;  // alias groups and never-merge pairs; docs/formats.md
  std::string hierarchy_json;        // places: child to parent
  std::optional<Date> as_of;         // only documents published by then
  bool near_misses = false;          // compute near misses
  bool tension = true;               // compute tensions
  std::uint32_t max_statements = 8;  // of a conflict
  std::uint32_t max_findings =
      0;                   // 0: no cut; else the cut is stated in the report
  std::uint32_t jobs = 1;  // threads; they end before a call returns
  // Bytes that claims of files may need, by the size of their rows; more is the
  // error kTooLarge, before anything is checked. 0: none.
  std::uint64_t memory_limit = 0;
  std::uint64_t search_budget =
      0;  // steps of the conflict search; 0: the default
  std::stop_token stop;
  // Called by Check and Extract on the thread that called them, a few hundred
  // times a stage at most. Must not throw.
  std::function<void(const Progress&)> progress;
  std::vector<std::shared_ptr<const Extractor>>
      extractors;  // beside the built-in one
  bool built_in_extractor = true;
  std::vector<std::shared_ptr<const gainsay::Check>>
      checks;  // beside the built-in ones
};

// Receives findings in report order, one at a time.
class GAINSAY_EXPORT FindingSink {
 public:
  virtual ~FindingSink();
  virtual void Take(FindingView finding) = 0;  // valid during the call only
};

struct Summary {
  std::uint64_t definite = 0, probable = 0, tension = 0, near_misses = 0;
  bool complete = true;
};

// Immutable; share one among threads.
class GAINSAY_EXPORT Checker {
 public:
  Checker();  // English, built-in schema, default budgets
  ~Checker();
  Checker(const Checker&);
  Checker& operator=(const Checker&);
  static Result<Checker> Create(Options options);

  Result<Report> Check(const Corpus& corpus) const;
  Result<Summary> Check(const Corpus& corpus, FindingSink& sink) const;
  // A retrieval pipeline's passages against each other; ids are "0", "1" ...
  // where empty.
  Result<Report> Check(std::span<const Document> passages) const;
  // The claims of one document, as gainsay extract prints them.
  Result<std::vector<ClaimInput>> Extract(const Document& document) const;
  // The claims of all documents of a corpus, document by document, by id.
  Result<std::vector<ClaimInput>> Extract(const Corpus& corpus) const;

  struct Rep;
  const Rep& rep() const noexcept { return *rep_; }

 private:
  explicit Checker(std::shared_ptr<const Rep> rep);
  std::shared_ptr<const Rep> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_CHECKER_H_
