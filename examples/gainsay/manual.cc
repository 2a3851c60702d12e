// gainsay manual FORM: the man page and the completions of bash and zsh, made
// from the commands themselves, so that they are never behind.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "command.h"

namespace gainsay::tool {
namespace {

using Apps = std::vector<const CLI::App*>;

// The commands that --help shows.
Apps Commands(const CLI::App& app) {
  Apps commands;
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty()) commands.push_back(command);
  return commands;
}

struct OptionRow {
  std::string name, value,
      text;  // "--fail-on", "{definite,probable,tension}", ...
  std::vector<std::string> choices;  // of the value, where it has few
  bool positional = false;
};

std::vector<std::string> Choices(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return choices;
  for (std::size_t at = open + 1; at < close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    choices.push_back(type.substr(at, end - at));
    at = end + 1;
  }
  return choices;
}

// "UINT" of "UINT:UINT in [1 - 256]".
std::string TypeWord(const std::string& type) {
  return type.substr(0, type.find(':'));
}

std::vector<OptionRow> Options(const CLI::App& command) {
  std::vector<OptionRow> rows;
  for (const CLI::Option* option : command.get_options()) {
    OptionRow row;
    row.positional = option->get_positional();
    row.name = row.positional ? option->get_name()
                              : "--" + (option->get_lnames().empty()
                                            ? ""
                                            : option->get_lnames()[0]);
    row.text = option->get_description();
    row.choices = Choices(option->get_type_name());
    const bool flag = option->get_expected_max() == 0;
    row.value = flag || row.positional ? ""
                : row.choices.empty()  ? TypeWord(option->get_type_name())
                                       : "WORD";
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string Roff(std::string text) {
  std::string out;
  for (const char c : text) {
    if (c == '-' || c == '\\') out += '\\';
    out += c;
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

void PrintManCommand(const CLI::App& command, std::ostream& out) {
  out << ".SS " << Roff(command.get_name()) << "\n"
      << Roff(command.get_description()) << ".\n";
  for (const OptionRow& row : Options(command)) {
    if (row.text.empty() || row.name == "--help") continue;
    out << ".TP\n.B " << Roff(row.name);
    if (!row.value.empty()) out << " \\fI" << Roff(row.value) << "\\fR";
    out << "\n" << Roff(row.text);
    for (std::size_t i = 0; i < row.choices.size(); ++i)
      out << (i == 0 ? ": " : ", ") << Roff(row.choices[i]);
    out << ".\n";
  }
  if (!command.get_footer().empty())
    out << ".PP\n.nf\n" << Roff(command.get_footer()) << "\n.fi\n";
}

void PrintMan(const CLI::App& app, std::ostream& out) {
  out << ".TH GAINSAY 1 \"\" \"" << app.version()
      << "\"\n.SH NAME\ngainsay \\- " << Roff(app.get_description())
      << "\n.SH SYNOPSIS\n.B gainsay\n.I COMMAND\n[\\fIOPTIONS\\fR] "
         "\\fIARGUMENTS\\fR\n.SH COMMANDS\n";
  for (const CLI::App* command : Commands(app)) PrintManCommand(*command, out);
  out << ".SH FORMATS\nA report is printed in the form that \\-\\-format "
         "names; \\-\\-\\fIFORMAT\\fR\\-output=\\fIFILE\\fR, "
         "such as \\-\\-html\\-output=report.html, writes it to a file as "
         "well. Several may be given.\n"
         ".SH EXIT STATUS\n.TP\n.B 0\nNothing at or above "
         "\\-\\-fail\\-on.\n.TP\n.B 1\nFindings.\n.TP\n.B 2\nA usage or input "
         "error; what could be read was checked.\n.TP\n.B 3\nThe search was "
         "incomplete.\n"
         ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colour, even on a terminal.\n";
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

void PrintBash(const CLI::App& app, std::ostream& out) {
  std::vector<std::string> names;
  for (const CLI::App* command : Commands(app))
    names.push_back(command->get_name());
  out << "# bash completion of gainsay\n_gainsay() {\n  local "
         "cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  COMPREPLY=()\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    "
         "COMPREPLY=($(compgen -W '"
      << Joined(names)
      << " --help --version' -- \"$cur\"))\n    return\n  fi\n  case "
         "\"${COMP_WORDS[1]} $prev\" in\n";
  for (const CLI::App* command : Commands(app))
    for (const OptionRow& row : Options(*command))
      if (!row.choices.empty())
        out << "    '" << command->get_name() << " " << row.name
            << "') COMPREPLY=($(compgen -W '" << Joined(row.choices)
            << "' -- \"$cur\")); return ;;\n";
  out << "  esac\n  case \"$cur\" in\n    -*)\n      case \"${COMP_WORDS[1]}\" "
         "in\n";
  for (const CLI::App* command : Commands(app)) {
    std::vector<std::string> options;
    for (const OptionRow& row : Options(*command))
      if (!row.positional) options.push_back(row.name);
    out << "        " << command->get_name() << ") COMPREPLY=($(compgen -W '"
        << Joined(options) << "' -- \"$cur\")) ;;\n";
  }
  out << "      esac ;;\n    *) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n  "
         "esac\n}\ncomplete -o filenames -F _gainsay gainsay\n";
}

// What stands inside single quotes and _arguments brackets.
std::string Zsh(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '\n') {
      out += ' ';
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

void PrintZsh(const CLI::App& app, std::ostream& out) {
  out << "#compdef gainsay\n_gainsay() {\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : Commands(app))
    out << "    '" << command->get_name() << ":"
        << Zsh(command->get_description()) << "'\n";
  out << "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n "
         "   return\n  fi\n  local command=$words[2]\n"
         "  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const CLI::App* command : Commands(app)) {
    out << "    " << command->get_name() << ") _arguments";
    for (const OptionRow& row : Options(*command)) {
      if (row.positional) continue;
      out << " \\\n      '" << row.name << "[" << Zsh(row.text) << "]";
      if (!row.choices.empty()) {
        out << ":value:(" << Joined(row.choices) << ")";
      } else if (!row.value.empty()) {
        out << ":" << Zsh(row.value) << ":_files";
      }
      out << "'";
    }
    out << " \\\n      '*:file:_files' ;;\n";
  }
  out << "  esac\n}\n_gainsay \"$@\"\n";
}

}  // namespace

void AddManual(CLI::App& app, Run& run) {
  const auto form = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("manual", "The man page, or completions for a shell");
  command->add_option("FORM", *form, "Print")
      ->required()
      ->check(CLI::IsMember({"man", "bash", "zsh"}));
  command->footer(
      "Example: gainsay manual bash > /etc/bash_completion.d/gainsay");
  command->callback([form, &app, &run] {
    run = [form, &app] {
      if (*form == "man") PrintMan(app, std::cout);
      if (*form == "bash") PrintBash(app, std::cout);
      if (*form == "zsh") PrintZsh(app, std::cout);
      return static_cast<int>(std::cout.flush() ? kClean : kUsage);
    };
  });
}

}  // namespace gainsay::tool
