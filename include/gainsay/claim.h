// Claims: what one document or record says once.
#ifndef GAINSAY_CLAIM_H_
#define GAINSAY_CLAIM_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/value.h"

namespace gainsay::inline v0 {

// How its source puts a claim. A presupposed value ("after a six-year hiatus")
// is asserted even inside a plan, a question or a denial.
enum class Modality : std::uint8_t {
  kAsserted,
  kPlanned,
  kPossible,
  kDenied,
  kAsked
};
GAINSAY_EXPORT std::string_view Name(Modality modality) noexcept;

// What a claim speaks of, as its source names it.
struct SubjectInput {
  std::string name{};
  std::string id{};  // wins over the name
  std::vector<std::string> aliases{};
  std::string type{};  // "person", "event" ...; empty: unknown
};

// A structured claim on its way in. Owns what it holds.
struct ClaimInput {
  std::string id{};  // empty: given by the corpus
  std::string source{};
  SubjectInput subject{};
  std::string predicate{};  // a name of the schema
  Value object{};
  std::optional<Date> start{}, end{};  // valid time
  std::optional<Date> as_of{};  // when the value was measured or reported
  Modality modality = Modality::kAsserted;
  std::string attribution{};       // who is quoted for it
  std::string document{};          // id of a document of the corpus, if any
  std::optional<ByteSpan> span{};  // the evidence in that document
  std::string quote{};
  std::string source_url{};
  double confidence = 1;  // (0, 1]; ranks, never decides consistency
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_CLAIM_H_
