// gainsay extract FILE...: the claims that documents make, as JSON Lines.
#include <boost/json.hpp>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "gainsay/gainsay.h"
#include "output.h"

namespace gainsay::tool {
namespace {

namespace json = boost::json;

json::string Text(std::string_view text) {
  return json::string(text.data(), text.size());
}

json::object ObjectOf(const Value& value) {
  json::object out{{"type", Text(Name(value.kind()))}};
  switch (value.kind()) {
    case ValueKind::kDate:
      out["value"] = value.date().ToString();
      break;
    case ValueKind::kQuantity:
      if (std::abs(value.number()) < 9e15 &&
          value.number() == std::floor(value.number())) {
        out["value"] = static_cast<std::int64_t>(value.number());
      } else {
        out["value"] = value.number();
      }
      if (!value.unit().empty()) out["unit"] = value.unit();
      break;
    case ValueKind::kOffice:
      out["office"] = value.text();
      if (!value.qualifier().empty()) out["country"] = value.qualifier();
      break;
    case ValueKind::kEntity:
    case ValueKind::kPlace:
      out["name"] = value.text();
      break;
    default:
      out["value"] = value.ToString();
      break;
  }
  const std::string_view mod = TimexMod(value.modifier());
  if (!mod.empty()) out["mod"] = Text(mod);
  return out;
}

std::string LineOf(const ClaimInput& claim) {
  json::object subject{{"name", claim.subject.name}};
  if (!claim.subject.type.empty()) subject["type"] = claim.subject.type;
  json::object out{{"source", claim.source},
                   {"subject", std::move(subject)},
                   {"predicate", claim.predicate},
                   {"object", ObjectOf(claim.object)}};
  if (claim.as_of) out["as_of"] = claim.as_of->ToString();
  if (claim.modality != Modality::kAsserted)
    out["modality"] = Text(Name(claim.modality));
  if (!claim.attribution.empty()) out["attribution"] = claim.attribution;
  out["doc"] = claim.document;
  if (claim.span) out["span"] = {claim.span->begin, claim.span->end};
  if (!claim.quote.empty()) out["quote"] = claim.quote;
  return json::serialize(out);
}

int Extract(const std::vector<std::string>& files) {
  Corpus corpus;
  int code = kClean;
  for (const std::string& file : files) {
    const Result<FileSummary> read =
        corpus.AddFile(file, {FileKind::kDocuments, {}});
    if (!read) {
      code = FailAt(file, read.error());
      continue;
    }
    for (const Error& error : read->errors) code = FailAt(file, error);
  }
  const Result<std::vector<ClaimInput>> claims = Checker().Extract(corpus);
  if (!claims) return FailAt("documents", claims.error());
  for (const ClaimInput& claim : *claims) std::cout << LineOf(claim) << '\n';
  return code;
}

}  // namespace

void AddExtract(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "extract", "Print the claims that documents make, as JSON Lines");
  auto files = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE", *files, "Documents; - is standard input")
      ->type_name("FILE")
      ->required();
  command->footer(
      "Example: gainsay extract articles/*.txt | gainsay check --kind claims "
      "-");
  command->callback(
      [files, &run] { run = [files] { return Extract(*files); }; });
}

}  // namespace gainsay::tool
