#include "help.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace gainsay::tool {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kLeast = 12, kMost = 24;  // of the left column

struct Row {
  std::string name, text;
};

// "--format FORMAT", "FILE..."
std::string NameOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::string word = type.substr(0, type.find(':'));
  if (option.get_positional()) {
    std::string name = option.get_name();
    if (option.get_expected_max() > 1) name += "...";
    return option.get_required() ? name : "[" + name + "]";
  }
  std::string name = "--" + option.get_lnames().front();
  if (option.get_expected_max() > 0 && !word.empty()) name += " " + word;
  return name;
}

// The description and the words that may be given, the default in brackets.
std::string TextOf(const CLI::Option& option) {
  std::string text = option.get_description();
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.find('}');
  const std::string standard = option.get_default_str();
  if (open == std::string::npos || close == std::string::npos)
    return standard.empty() || standard == "-" ? text
                                               : text + " [" + standard + "]";
  text += ": ";
  for (std::size_t at = open + 1; at < close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    const std::string word = type.substr(at, end - at);
    text += word == standard ? "[" + word + "]" : word;
    if (end < close) text += ", ";
    at = end + 1;
  }
  return text;
}

void Append(std::string& out, const Row& row, std::size_t indent) {
  std::size_t column = 2 + row.name.size();
  out += "  " + row.name;
  if (column + 2 > indent) {
    out += "  ";
    column += 2;
  } else {
    out.append(indent - column, ' ');
    column = indent;
  }
  const std::string_view text = row.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::size_t size = end - begin;
    if (begin > 0 && column + 1 + size > kColumns) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (begin > 0) {
      out += ' ';
      ++column;
    }
    out += text.substr(begin, size);
    column += size;
    begin = end + 1;
  }
  out += '\n';
}

void AppendAll(std::string& out, const std::vector<Row>& rows) {
  std::size_t indent = kLeast;
  for (const Row& row : rows)
    if (row.name.size() + 4 <= kMost)
      indent = std::max(indent, row.name.size() + 4);
  for (const Row& row : rows) Append(out, row, indent);
}

}  // namespace

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode) const {
  std::vector<Row> rows;
  std::string usage = name.empty() ? app->get_name() : name;
  const std::vector<const CLI::App*> commands =
      app->get_subcommands([](const CLI::App*) { return true; });
  if (!commands.empty()) usage += " COMMAND";
  usage += " [OPTIONS]";
  for (const CLI::Option* option : app->get_options())
    if (option->get_positional()) usage += " " + NameOf(*option);
  for (const CLI::App* command : commands)
    rows.push_back({command->get_name(), command->get_description()});
  for (const bool positional : {true, false}) {
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional() != positional ||
          option->get_group().empty() || option == app->get_help_ptr())
        continue;
      rows.push_back({NameOf(*option), TextOf(*option)});
    }
  }
  std::string out = usage + "\n" + app->get_description();
  out += out.ends_with('?') ? "\n\n" : ".\n\n";
  AppendAll(out, rows);
  if (!app->get_footer().empty()) out += "\n" + app->get_footer() + "\n";
  return out;
}

}  // namespace gainsay::tool
