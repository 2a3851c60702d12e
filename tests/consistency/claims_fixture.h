// Claims in JSON Lines through statements to conflicts, with names taken as
// they are.
#ifndef GAINSAY_TESTS_CONSISTENCY_CLAIMS_FIXTURE_H_
#define GAINSAY_TESTS_CONSISTENCY_CLAIMS_FIXTURE_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "claim/records.h"
#include "consistency/claim_checks.h"
#include "graph/build.h"

namespace gainsay::internal {

// One line a claim: source | subject | predicate | JSON of the object | more
// fields.
inline std::string ClaimLine(const std::string& source,
                             const std::string& subject,
                             const std::string& predicate,
                             const std::string& object,
                             const std::string& more = {}) {
  return "{\"source\":\"" + source + "\",\"subject\":\"" + subject +
         "\",\"predicate\":\"" + predicate + "\",\"object\":" + object +
         (more.empty() ? "" : "," + more) + "}\n";
}

class ClaimsFixture {
 public:
  explicit ClaimsFixture(const std::string& lines,
                         const std::string& schema_json = "{}",
                         const Relations* relations = nullptr)
      : schema(Schema::Parse(schema_json, "schema.json").value()) {
    static const Relations kPlain;
    ReadClaims(Input::OfMemory("t.jsonl", lines), {},
               {table, strings, schema, errors, {}})
        .value();
    Identify();
    for (const Claim& claim : table.claims) {
      voices.push_back(
          voice_of_source
              .try_emplace(claim.source,
                           static_cast<std::uint32_t>(voice_of_source.size()))
              .first->second);
    }
    input = std::make_unique<GraphInput>(
        GraphInput{table, subjects, schema, strings, documents, voices});
    statements = BuildStatements(*input);
    const CheckContext context{statements, *input,
                               relations == nullptr ? kPlain : *relations};
    CheckClaims(context, conflicts, &near_misses);
  }

  std::vector<std::string> Reasons() const {
    std::vector<std::string> reasons;
    for (const NearMissRow& row : near_misses) reasons.push_back(row.reason);
    return reasons;
  }

  Interner strings;
  Schema schema;
  ClaimTable table;
  Subjects subjects;
  std::vector<Error> errors;
  std::vector<DocumentInfo> documents = std::vector<DocumentInfo>(1);
  std::map<StringId, std::uint32_t> voice_of_source;
  std::vector<std::uint32_t> voices;
  std::unique_ptr<GraphInput> input;
  StatementTable statements;
  std::vector<Conflict> conflicts;
  std::vector<NearMissRow> near_misses;

 private:
  void Identify() {
    std::map<std::string, std::vector<ReferentIndex>> by_name;
    for (std::size_t i = 0; i < table.referents.size(); ++i) {
      by_name[std::string(strings.View(table.referents[i].name))].push_back(
          ReferentIndex(i));
    }
    subjects.of_referent.resize(table.referents.size());
    for (auto& [name, referents] : by_name) {
      for (const ReferentIndex r : referents)
        subjects.of_referent[r.index] = SubjectIndex(subjects.subjects.size());
      subjects.subjects.push_back(
          {name, name, Referent::Kind::kUnknown, std::move(referents)});
    }
  }
};

}  // namespace gainsay::internal

#endif  // GAINSAY_TESTS_CONSISTENCY_CLAIMS_FIXTURE_H_
