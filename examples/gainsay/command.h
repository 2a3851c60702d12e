// One file a command; each registers itself here and returns an exit code.
#ifndef GAINSAY_EXAMPLES_GAINSAY_COMMAND_H_
#define GAINSAY_EXAMPLES_GAINSAY_COMMAND_H_

#include <CLI/CLI.hpp>
#include <functional>

namespace gainsay::tool {

enum ExitCode : int { kClean = 0, kFindings = 1, kUsage = 2, kIncomplete = 3 };

// Adds a subcommand to `app`. Its callback stores what to run in `run`.
using Run = std::function<int()>;

void AddCompare(CLI::App& app, Run& run);
void AddCheck(CLI::App& app, Run& run);
void AddExtract(CLI::App& app, Run& run);
void AddExplain(CLI::App& app, Run& run);
void AddReview(CLI::App& app, Run& run);
void AddManual(CLI::App& app, Run& run);
void AddTagCommand(CLI::App& app, Run& run);

}  // namespace gainsay::tool

#endif  // GAINSAY_EXAMPLES_GAINSAY_COMMAND_H_
