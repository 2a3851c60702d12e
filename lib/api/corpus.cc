#include "api/corpus.h"

#include <limits>

#include "base/hash.h"
#include "ingest/ingest.h"
#include "ingest/readers.h"
#include "io/input.h"

namespace gainsay::inline v0 {
namespace {

using internal::FileFormat;

// An id made from the content, so that it does not depend on the order of
// arrival.
std::string ContentId(const Document& document) {
  return "d" + internal::Hex64(internal::Hasher()
                                   .Add(document.source)
                                   .Add(document.published
                                            ? document.published->ToString()
                                            : std::string())
                                   .Add(document.text)
                                   .value());
}

bool HoldsClaims(FileFormat format) {
  return format == FileFormat::kClaims || format == FileFormat::kClaimsCsv ||
         format == FileFormat::kClaimsTsv;
}

Result<FileFormat> FormatFor(internal::Input& input,
                             const FileOptions& options) {
  Result<FileFormat> format = internal::FormatOf(input);
  if (!format) return format;
  const bool claims = HoldsClaims(*format);
  if (options.kind == FileKind::kClaims && !claims) return FileFormat::kClaims;
  if (options.kind == FileKind::kDocuments && claims)
    return FileFormat::kDocuments;
  return format;
}

}  // namespace

Corpus::Corpus() : rep_(std::make_unique<Rep>()) {}
Corpus::~Corpus() = default;
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;

Result<DocumentId> Corpus::Add(Document document) {
  const std::string name = document.id.empty() ? document.source : document.id;
  if (std::optional<Error> bad = internal::CheckText(name, document.text))
    return *std::move(bad);
  return rep_->Insert({std::move(document), {}, {}, 0, {}, false});
}

Result<DocumentId> Corpus::Rep::Insert(internal::IngestedDocument in) {
  const bool named = !in.document.id.empty();
  std::string id = named ? in.document.id : ContentId(in.document);
  if (!document_ids.insert(id).second) {
    if (named) {
      return Error{ErrorCode::kDuplicate,
                   "the document id \"" + id + "\" is taken", in.file, in.line,
                   "id"};
    }
    int copy = 2;
    while (!document_ids.insert(id + "-" + std::to_string(copy)).second) ++copy;
    id += "-" + std::to_string(copy);
  }
  in.document.id = std::move(id);
  documents.push_back(
      std::make_shared<const internal::IngestedDocument>(std::move(in)));
  return DocumentId{documents.size() - 1};
}

Result<ClaimId> Corpus::Add(ClaimInput claim) {
  if (claim.predicate.empty())
    return Error{ErrorCode::kInvalidArgument,
                 "expected the name of a predicate",
                 {},
                 0,
                 "predicate"};
  if (claim.subject.name.empty() && claim.subject.id.empty())
    return Error{ErrorCode::kInvalidArgument,
                 "expected a name or an id",
                 {},
                 0,
                 "subject"};
  rep_->claims.push_back(std::move(claim));
  return ClaimId{rep_->claims.size() - 1};
}

Result<FileSummary> Corpus::AddFile(const std::filesystem::path& path,
                                    const FileOptions& options) {
  Result<internal::Input> input = internal::Input::Open(path.string());
  if (!input) return input.error();
  const Result<FileFormat> format = FormatFor(*input, options);
  if (!format) return format.error();
  FileSummary summary;
  if (HoldsClaims(*format)) {
    std::shared_ptr<const std::string> bytes;
    if (path == "-") {
      Result<std::string> all = input->ReadAll();
      if (!all) return all.error();
      bytes = std::make_shared<const std::string>(*std::move(all));
    }
    rep_->claim_files.push_back(
        {path.string(), std::move(bytes), *format, options});
    return summary;
  }
  internal::Ingested in = internal::ReadDocuments(std::move(*input), *format);
  summary.errors = std::move(in.errors);
  for (internal::IngestedDocument& document : in.documents) {
    if (Result<DocumentId> id = rep_->Insert(std::move(document)); !id) {
      summary.errors.push_back(id.error());
    } else {
      ++summary.documents;
    }
  }
  rep_->errors.insert(rep_->errors.end(), summary.errors.begin(),
                      summary.errors.end());
  return summary;
}

std::size_t Corpus::documents() const noexcept {
  return rep_->documents.size();
}
std::size_t Corpus::claims() const noexcept { return rep_->claims.size(); }

}  // namespace gainsay::inline v0
