// --help on one screen: usage, one line an option, an example.
#ifndef GAINSAY_EXAMPLES_GAINSAY_HELP_H_
#define GAINSAY_EXAMPLES_GAINSAY_HELP_H_

#include <CLI/CLI.hpp>
#include <string>

namespace gainsay::tool {

// Lines of at most 80 columns. Options of the group "" are left out, and the
// help option itself.
class HelpFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
};

}  // namespace gainsay::tool

#endif  // GAINSAY_EXAMPLES_GAINSAY_HELP_H_
