// gainsay check FILE...: what contradicts what.
#include <iostream>
#include <string>
#include <vector>

#include "command.h"
#include "gainsay/gainsay.h"
#include "output.h"
#include "progress.h"

namespace gainsay::tool {
namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string kind, schema, aliases, hierarchy, as_of, lang = "en";
  std::vector<std::string> columns;
  unsigned jobs = 1;
  std::uint64_t memory_limit = 0;
  OutputOptions output;
};

bool Fail(const Error& error) {
  std::cerr << "gainsay: " << error.message() << '\n';
  return false;
}

bool ReadOptions(const CheckOptions& in, Options& out) {
  out.lang = in.lang;
  out.jobs = in.jobs;
  out.memory_limit = in.memory_limit;
  out.near_misses = in.output.near_misses;
  if (!in.schema.empty() && !ReadFile(in.schema, out.schema_json)) return false;
  if (!in.aliases.empty() && !ReadFile(in.aliases, out.aliases_json))
    return false;
  if (!in.hierarchy.empty() && !ReadFile(in.hierarchy, out.hierarchy_json))
    return false;
  if (!in.as_of.empty()) {
    Result<Date> date = Date::Parse(in.as_of);
    if (!date) return Fail(date.error());
    out.as_of = *date;
  }
  return true;
}

FileKind KindOf(const std::string& kind) {
  if (kind == "documents") return FileKind::kDocuments;
  if (kind == "claims") return FileKind::kClaims;
  return FileKind::kDetect;
}

int Check(const CheckOptions& in) {
  Options options;
  if (!ReadOptions(in, options)) return kUsage;
  ProgressLine progress;
  options.progress = progress.Callback();
  Result<Checker> checker = Checker::Create(std::move(options));
  if (!checker) return Fail(checker.error()), kUsage;
  Corpus corpus;
  int code = kClean;
  for (const std::string& file : in.files) {
    const Result<FileSummary> read =
        corpus.AddFile(file, {KindOf(in.kind), in.columns});
    if (!read) Fail(read.error()), code = kUsage;
  }
  // Not freed, as the program ends: a report of many claims takes longer to
  // take apart than to give back whole.
  static const Result<Report>* report = nullptr;
  report = new Result<Report>(checker->Check(corpus));
  progress.Clear();
  if (!*report) return Fail(report->error()), kUsage;
  return Worse(code, WriteReport(**report, in.output));
}

}  // namespace

void AddCheck(CLI::App& app, Run& run) {
  static CheckOptions options;
  CLI::App* command =
      app.add_subcommand("check", "What contradicts what, with its proof");
  command
      ->add_option("FILE", options.files,
                   "Documents or claims; - is standard input")
      ->type_name("FILE")
      ->required();
  command->add_option("--kind", options.kind, "What files hold, if undetected")
      ->type_name("KIND")
      ->check(CLI::IsMember({"documents", "claims"}));
  command
      ->add_option("--columns", options.columns,
                   "Columns of a CSV file without a header row")
      ->type_name("A,B,...")
      ->delimiter(',')
      ->allow_extra_args(false);  // the next word is a file
  command
      ->add_option("--schema", options.schema,
                   "Predicates beside the built-in ones (JSON)")
      ->type_name("FILE");
  command
      ->add_option("--aliases", options.aliases,
                   "Names that are one, pairs never to be merged (JSON)")
      ->type_name("FILE");
  command
      ->add_option("--hierarchy", options.hierarchy,
                   "Places and what they lie in (JSON Lines)")
      ->type_name("FILE");
  command
      ->add_option("--asof", options.as_of, "Only documents published by then")
      ->type_name("DATE");
  command->add_option("--jobs", options.jobs, "Threads (default 1)")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U));
  command
      ->add_option("--memory-limit", options.memory_limit,
                   "Use disk, refuse what still needs more: 512MB")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false));
  AddOutputOptions(*command, options.output);
  command->footer(
      "Example: gainsay check articles/*.txt --html-output=report.html\n"
      "Exit: 0 none at or above --fail-on, 1 some, 2 bad input, 3 incomplete");
  command->callback([&run] { run = [] { return Check(options); }; });
}

}  // namespace gainsay::tool
