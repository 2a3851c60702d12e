// gainsay explain: one finding of a report, every step; or why names are one.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "gainsay/gainsay.h"
#include "gainsay/identity.h"
#include "gainsay/write.h"
#include "output.h"

namespace gainsay::tool {
namespace {

struct Arguments {
  std::string id, aliases;
  std::vector<std::string> files;
  bool identity = false;
};

int Explain(const Arguments& arguments) {
  const std::string file =
      arguments.files.empty() ? "-" : arguments.files.front();
  std::string text;
  if (!ReadFile(file, text)) return kUsage;
  const Result<Report> report = ReadReport(text);
  if (!report) return FailAt(file, report.error());
  const Result<void> done =
      WriteExplanation(*report, arguments.id, std::cout, TerminalStyle());
  if (!done) return FailAt(file, done.error());
  return kClean;
}

std::string Words(const NamedThing& thing) {
  std::string words = thing.name + " (" + thing.source;
  if (!thing.id.empty()) words += ", " + thing.id;
  return words + ")";
}

// A waterfall: what was added up, and what it came to.
void Write(const IdentityDecision& decision) {
  const char* const verdict =
      decision.verdict == IdentityDecision::Verdict::kOne   ? "one"
      : decision.verdict == IdentityDecision::Verdict::kTwo ? "two"
                                                            : "undecided";
  std::cout << verdict << ": " << Words(decision.a) << " / "
            << Words(decision.b) << '\n';
  for (const std::string& evidence : decision.evidence) {
    const std::size_t space = evidence.rfind(' ');
    const bool weighed =
        space != std::string::npos && space + 1 < evidence.size() &&
        (evidence[space + 1] == '+' || evidence[space + 1] == '-');
    const std::string weight = weighed ? evidence.substr(space + 1) : "";
    std::cout << std::string(weight.size() < 6 ? 6 - weight.size() : 0, ' ')
              << weight << "  "
              << (weighed ? evidence.substr(0, space) : evidence) << '\n';
  }
  if (decision.score != 0)
    std::cout << "  = " << decision.score << ", of 8 that make two one\n";
}

int ExplainNames(const Arguments& arguments) {
  Options options;
  if (!arguments.aliases.empty() &&
      !ReadFile(arguments.aliases, options.aliases_json))
    return kUsage;
  const Result<Checker> checker = Checker::Create(std::move(options));
  if (!checker) return FailAt(arguments.aliases, checker.error());
  Corpus corpus;
  for (const std::string& file : arguments.files) {
    const Result<FileSummary> read = corpus.AddFile(file);
    if (!read) return FailAt(file, read.error());
  }
  const Result<std::vector<IdentityDecision>> decisions =
      ExplainIdentity(*checker, corpus, arguments.id);
  if (!decisions) return FailAt(arguments.id, decisions.error());
  for (const IdentityDecision& decision : *decisions) Write(decision);
  std::cout << decisions->size()
            << (decisions->size() == 1 ? " decision" : " decisions")
            << " about \"" << arguments.id << "\"\n";
  return kClean;
}

}  // namespace

void AddExplain(CLI::App& app, Run& run) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("explain", "One finding of a report, every step");
  command
      ->add_option("ID", arguments->id,
                   "Of a finding or near miss; its first characters will do")
      ->required();
  command->add_option("FILE", arguments->files,
                      "A report of --format json; without it standard input");
  command->add_flag("--identity", arguments->identity,
                    "ID is a name, FILE... are documents and claims: why it "
                    "is one with others");
  command
      ->add_option("--aliases", arguments->aliases,
                   "With --identity: as of check")
      ->type_name("FILE");
  command->footer(
      "Example:\n  gainsay check --format json *.txt | gainsay explain 5f3a\n"
      "  gainsay explain --identity Vell a.jsonl b.jsonl");
  command->callback([arguments, &run] {
    run = [arguments] {
      return arguments->identity ? ExplainNames(*arguments)
                                 : Explain(*arguments);
    };
  });
}

}  // namespace gainsay::tool
