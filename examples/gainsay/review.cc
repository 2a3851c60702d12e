// gainsay review: a reviewer's verdicts become suppressions and a measured
// precision.
#include "gainsay/review.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "gainsay/write.h"
#include "output.h"

namespace gainsay::tool {
namespace {

struct Arguments {
  std::string report, verdicts;
};

std::string Percent(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f%%", 100 * x);
  return text;
}

void PrintPrecision(const Precision& p) {
  std::cerr << p.accepted << " accepted, " << p.rejected << " rejected, "
            << p.unsure << " unsure, " << p.unjudged << " not judged\n";
  if (p.unknown > 0)
    std::cerr << p.unknown << " verdicts are of no finding of this report\n";
  if (p.accepted + p.rejected == 0) {
    std::cerr << "precision: nothing was accepted or rejected\n";
  } else {
    std::cerr << "precision: " << Percent(p.value) << ", 95% interval "
              << Percent(p.least) << " to " << Percent(p.most) << " (Wilson)\n";
  }
}

int Review(const Arguments& arguments) {
  std::string text;
  if (!ReadFile(arguments.report, text)) return kUsage;
  const Result<Report> report = ReadReport(text);
  if (!report) return FailAt(arguments.report, report.error());
  if (!ReadFile(arguments.verdicts, text)) return kUsage;
  const Result<std::vector<Verdict>> verdicts = ReadVerdicts(text);
  if (!verdicts) return FailAt(arguments.verdicts, verdicts.error());
  std::cout << SuppressionsOf(*verdicts);
  PrintPrecision(Measure(*report, *verdicts));
  return kClean;
}

}  // namespace

void AddReview(CLI::App& app, Run& run) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "review", "Verdicts on findings: suppressions out, precision measured");
  command->add_option("REPORT", arguments->report, "A report of --format json")
      ->required();
  command
      ->add_option("VERDICTS", arguments->verdicts,
                   "JSON Lines {\"id\", \"verdict\", \"reason\"?}: accept, "
                   "reject or unsure")
      ->required();
  command->footer(
      "Prints the rejections as suppressions, the precision on standard "
      "error.\n"
      "Example: gainsay review report.json verdicts.jsonl > "
      "suppressions.jsonl");
  command->callback(
      [arguments, &run] { run = [arguments] { return Review(*arguments); }; });
}

}  // namespace gainsay::tool
