#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "gainsay/write.h"
#include "io/json.h"
#include "report/json.h"
#include "report/report_fields.h"

namespace gainsay::internal {
namespace {

namespace js = boost::json;

class Reader {
 public:
  std::optional<Error> error;

  ReportModel Report(const js::value& value);

 private:
  ReportClaim Claim(const js::value& value, const std::string& path);
  ReportSide Side(const js::value& value, const std::string& path);
  void Walks(ReportFields& fields, std::vector<Derivation>& derivations);
  DerivationStep Step(ReportFields& fields);
  Finding ReadFinding(const js::value& value, const std::string& path);
  NearMiss ReadNearMiss(const js::value& value, const std::string& path);
  void ReadCoverage(const js::value& value, ReportModel& model);
  std::map<std::string, std::uint64_t> Counts(const js::value* value,
                                              const std::string& path);
  template <typename Enum>
  Enum OneOf(ReportFields& fields, std::string_view key, Enum last);
};

template <typename Enum>
Enum Reader::OneOf(ReportFields& fields, std::string_view key, Enum last) {
  const std::string name = fields.String(key, true);
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(last); ++i)
    if (Name(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  fields.Fail(key, "a known word");
  return Enum{};
}

ReportClaim Reader::Claim(const js::value& value, const std::string& path) {
  ReportFields fields(value, path + ".", error);
  ReportClaim claim;
  claim.id = fields.String("id", true);
  claim.source = fields.String("source", true);
  claim.document = fields.String("doc");
  claim.url = fields.String("url");
  claim.published = fields.String("published");
  claim.span = fields.Span("span").value_or(ByteSpan{});
  claim.value_span = fields.Span("value_span").value_or(ByteSpan{});
  claim.char_span = fields.Span("char_span");
  claim.line = fields.Small("line");
  claim.quote = fields.String("quote");
  claim.line_text = fields.String("context");
  claim.line_cut = fields.Bool("context_cut", false);
  claim.line_begin = fields.Small("context_begin");
  claim.value = fields.String("value");
  claim.words = fields.String("words");
  claim.raw = fields.String("raw");
  claim.valid = fields.String("valid");
  claim.subject = fields.String("subject");
  claim.predicate = fields.String("predicate");
  claim.modality = fields.String("modality");
  claim.speaker = fields.String("speaker");
  claim.as_of = fields.String("as_of");
  claim.rule = fields.String("rule");
  claim.side = fields.Small("side");
  claim.in_derivation = fields.Bool("in_derivation", true);
  if (const js::value* record = fields.Find("record", false)) {
    ReportFields place(*record, path + ".record.", error);
    claim.record_file = place.String("file");
    claim.record_line = place.Small("line");
  }
  return claim;
}

ReportSide Reader::Side(const js::value& value, const std::string& path) {
  ReportFields fields(value, path + ".", error);
  ReportSide side;
  side.value = fields.String("value");
  side.words = fields.String("words");
  side.voices = fields.Small("voices", 1);
  side.authorities = fields.Strings("authorities");
  return side;
}

DerivationStep Reader::Step(ReportFields& fields) {
  DerivationStep step;
  step.from = fields.String("from", true);
  step.to = fields.String("to", true);
  step.lo = fields.Number("lo");
  step.hi = fields.Number("hi");
  step.forward = fields.Bool("forward", true);
  step.open = fields.Bool("open", false);
  step.cut = fields.String("cut");
  step.text = fields.String("text");
  if (const js::value* by = fields.Find("by", true)) {
    const js::object* object = by->if_object();
    if (object == nullptr || object->size() != 1 ||
        !object->begin()->value().is_string()) {
      fields.Fail(
          "by",
          "one of claim, given, schema, identity, calendar with a string");
    } else {
      step.by_kind = std::string(object->begin()->key().data(),
                                 object->begin()->key().size());
      const js::string& text = object->begin()->value().get_string();
      step.by.assign(text.data(), text.size());
    }
  }
  return step;
}

void Reader::Walks(ReportFields& fields, std::vector<Derivation>& derivations) {
  fields.Each("walks", [&](const js::value& value, const std::string& path) {
    ReportFields walk(value, path + ".", error);
    Derivation derivation;
    derivation.cut = walk.String("cut");
    derivation.unit = walk.String("unit");
    derivation.assuming = walk.String("assuming");
    derivation.sum = walk.Number("sum").value_or(0);
    derivations.push_back(std::move(derivation));
  });
  fields.Each("derivation",
              [&](const js::value& value, const std::string& path) {
                ReportFields step(value, path + ".", error);
                const std::uint64_t walk = step.Count("walk");
                if (walk >= derivations.size())
                  return step.Fail("walk", "an index into walks");
                derivations[walk].steps.push_back(Step(step));
              });
}

Finding Reader::ReadFinding(const js::value& value, const std::string& path) {
  ReportFields fields(value, path + ".", error);
  Finding finding;
  finding.id = fields.String("id", true);
  finding.evidence_id = fields.String("evidence_id");
  finding.kind = OneOf(fields, "kind", FindingKind::kSchema);
  finding.severity = OneOf(fields, "severity", Severity::kTension);
  const std::string attribution = fields.String("attribution");
  if (attribution == "misreport") finding.attribution = Attribution::kMisreport;
  if (attribution == "authorities-disagree")
    finding.attribution = Attribution::kAuthoritiesDisagree;
  finding.subject = fields.String("subject");
  finding.predicate = fields.String("predicate");
  finding.summary = fields.String("summary");
  finding.hint = fields.String("hint");
  fields.Each(
      "claims",
      [&](const js::value& v, const std::string& p) {
        finding.claims.push_back(Claim(v, p));
      },
      true);
  fields.Each("sides", [&](const js::value& v, const std::string& p) {
    finding.sides.push_back(Side(v, p));
  });
  for (std::uint32_t i = 0; i < finding.claims.size(); ++i)
    if (finding.claims[i].side < finding.sides.size())
      finding.sides[finding.claims[i].side].claims.push_back(i);
  Walks(fields, finding.derivations);
  finding.violation_days = fields.Number("violation_days");
  finding.relative_violation = fields.Number("relative_violation").value_or(0);
  finding.voices = fields.Small("voices");
  finding.statements = fields.Small("statements", 2);
  finding.authorities = fields.Strings("authorities");
  finding.count = fields.Small("count", 1);
  finding.pattern = fields.String("pattern");
  finding.instances = fields.Strings("instances");
  fields.Each(
      "correction_sets", [&](const js::value& set, const std::string& p) {
        std::vector<std::string> ids;
        const js::array* array = set.if_array();
        if (array == nullptr) return fields.Fail(p, "arrays of claim ids");
        for (const js::value& id : *array)
          if (id.is_string())
            ids.emplace_back(id.get_string().data(), id.get_string().size());
        finding.correction_sets.push_back(std::move(ids));
      });
  finding.baseline_state = fields.String("baseline_state");
  finding.suppressed_by = fields.String("suppressed_by");
  return finding;
}

NearMiss Reader::ReadNearMiss(const js::value& value, const std::string& path) {
  ReportFields fields(value, path + ".", error);
  NearMiss miss;
  miss.id = fields.String("id", true);
  miss.subject = fields.String("subject");
  miss.predicate = fields.String("predicate");
  miss.reason = fields.String("reason", true);
  miss.text = fields.String("text");
  fields.Each(
      "claims",
      [&](const js::value& v, const std::string& p) {
        miss.claims.push_back(Claim(v, p));
      },
      true);
  Walks(fields, miss.derivations);
  return miss;
}

std::map<std::string, std::uint64_t> Reader::Counts(const js::value* value,
                                                    const std::string& path) {
  std::map<std::string, std::uint64_t> counts;
  if (value == nullptr) return counts;
  ReportFields fields(*value, path, error);
  if (fields.object() == nullptr) return counts;
  for (const js::key_value_pair& entry : *fields.object()) {
    const std::string key(entry.key().data(), entry.key().size());
    counts[key] = fields.Count(key);
  }
  return counts;
}

void Reader::ReadCoverage(const js::value& value, ReportModel& model) {
  ReportFields fields(value, "coverage.", error);
  model.coverage.counts =
      Counts(fields.Find("counts", false), "coverage.counts.");
  model.coverage.near_misses =
      Counts(fields.Find("near_misses", false), "coverage.near_misses.");
  model.coverage.undecided = fields.Strings("undecided");
  fields.Each("errors", [&](const js::value& v, const std::string& path) {
    ReportFields bad(v, path + ".", error);
    model.coverage.errors.push_back({bad.String("file"), bad.String("field"),
                                     bad.String("what"), bad.Count("line")});
  });
  model.has_coverage = !model.coverage.counts.empty();
}

ReportModel Reader::Report(const js::value& value) {
  ReportModel model;
  ReportFields fields(value, "", error);
  fields.Each(
      "findings",
      [&](const js::value& v, const std::string& p) {
        model.findings.push_back(ReadFinding(v, p));
      },
      true);
  fields.Each("near_misses", [&](const js::value& v, const std::string& p) {
    model.near_misses.push_back(ReadNearMiss(v, p));
  });
  model.has_near_misses = !model.near_misses.empty();
  if (const js::value* coverage = fields.Find("coverage", false))
    ReadCoverage(*coverage, model);
  model.complete = fields.Bool("complete", true);
  if (const js::value* summary = fields.Find("summary", false)) {
    ReportFields counts(*summary, "summary.", error);
    model.cut_findings = counts.Count("left_out");
    model.incomplete_reason = counts.String("incomplete_reason");
  }
  return model;
}

}  // namespace

Result<ReportModel> ParseReport(std::string_view text) {
  JsonParser parser;
  const Result<const js::value*> value = parser.Parse(text, {}, 0);
  if (!value) return value.error();
  Reader reader;
  ReportModel model = reader.Report(**value);
  if (reader.error) return *reader.error;
  return model;
}

}  // namespace gainsay::internal

namespace gainsay::inline v0 {

Result<Report> ReadReport(std::string_view json) {
  Result<internal::ReportModel> model = internal::ParseReport(json);
  if (!model) return model.error();
  return Report(std::make_shared<internal::ReportModel>(std::move(*model)));
}

}  // namespace gainsay::inline v0
