// gainsay explain: one finding of a report, every step.
#include <iostream>
#include <memory>
#include <string>

#include "command.h"
#include "gainsay/write.h"
#include "output.h"

namespace gainsay::tool {
namespace {

struct Arguments {
  std::string id, file = "-";
};

int Explain(const Arguments& arguments) {
  std::string text;
  if (!ReadFile(arguments.file, text)) return kUsage;
  const Result<Report> report = ReadReport(text);
  if (!report) return FailAt(arguments.file, report.error());
  const Result<void> done =
      WriteExplanation(*report, arguments.id, std::cout, TerminalStyle());
  if (!done) return FailAt(arguments.file, done.error());
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
  command
      ->add_option("FILE", arguments->file,
                   "A report of --format json; without it standard input")
      ->capture_default_str();
  command->footer(
      "Example: gainsay check --format json *.txt | gainsay explain 5f3a");
  command->callback(
      [arguments, &run] { run = [arguments] { return Explain(*arguments); }; });
}

}  // namespace gainsay::tool
