// gainsay: the command-line tool over the library.
#include <algorithm>
#include <exception>
#include <iostream>
#include <memory>
#include <string_view>

#include "command.h"
#include "help.h"

namespace {

// "gainsay chek": names the commands that there are.
bool SaysNoCommand(const CLI::App& app, int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "-";
  if (!app.get_subcommands().empty() || word.empty() ||
      !std::ranges::all_of(
          word, [](unsigned char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  std::cerr << "gainsay: no command \"" << word << "\"; expected one of";
  std::string_view mark = " ";
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_group().empty()) continue;
    std::cerr << mark << command->get_name();
    mark = ", ";
  }
  std::cerr << '\n';
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Tells where sources contradict each other, and proves it",
               "gainsay");
  app.formatter(std::make_shared<gainsay::tool::HelpFormatter>());
  app.footer(
      "gainsay COMMAND --help says more.\n"
      "Example: gainsay check articles/*.txt");
  app.set_version_flag("--version", std::string("gainsay 0.1.0"),
                       "The version of this program");
  app.require_subcommand(1);
  gainsay::tool::Run run;
  // Commands, in the order of --help:
  gainsay::tool::AddCheck(app, run);
  gainsay::tool::AddExtract(app, run);
  gainsay::tool::AddTagCommand(app, run);
  gainsay::tool::AddCompare(app, run);
  gainsay::tool::AddExplain(app, run);
  gainsay::tool::AddReview(app, run);
  gainsay::tool::AddManual(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (SaysNoCommand(app, argc, argv)) return gainsay::tool::kUsage;
    const int code = app.exit(error);
    return code == 0 ? gainsay::tool::kClean : gainsay::tool::kUsage;
  }
  if (!run) return gainsay::tool::kUsage;
  try {
    return run();
  } catch (const std::exception& error) {
    std::cerr << "gainsay: " << error.what() << '\n';
    return gainsay::tool::kUsage;
  }
}
