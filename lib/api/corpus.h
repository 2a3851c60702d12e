// What a Corpus holds.
#ifndef GAINSAY_LIB_API_CORPUS_H_
#define GAINSAY_LIB_API_CORPUS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "gainsay/checker.h"
#include "ingest/ingest.h"

namespace gainsay::inline v0 {

struct Corpus::Rep {
  // A file of structured claims: opened when added, read when checked.
  struct ClaimFile {
    std::string name;  // as the caller named it
    std::shared_ptr<const std::string>
        bytes;  // of standard input; none: read the file
    internal::FileFormat format;
    FileOptions options;
  };

  // Gives the document an id if it has none. Error: the id is taken.
  Result<DocumentId> Insert(internal::IngestedDocument document);

  std::vector<std::shared_ptr<const internal::IngestedDocument>> documents;
  std::vector<ClaimInput> claims;
  std::vector<ClaimFile> claim_files;
  std::vector<Error> errors;
  absl::flat_hash_set<std::string> document_ids;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_LIB_API_CORPUS_H_
