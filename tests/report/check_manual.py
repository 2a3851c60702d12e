"""check_manual.py TOOL: the commands and options are those of synopsis.txt, each --help fits a
screen of 80 columns and shows an example, man page and completions have them all and are well
formed."""
import pathlib
import re
import shutil
import subprocess
import sys

tool = sys.argv[1]
LINES = 25  # of a screen


def run(*arguments, **keywords):
    return subprocess.run(arguments, capture_output=True, text=True, **keywords)


def printed(form):
    done = run(tool, "manual", form)
    assert done.returncode == 0, done.stderr
    return done.stdout


def synopsis():
    """command -> (arguments, {option: words or None})"""
    commands = {}
    for line in (pathlib.Path(__file__).parent / "synopsis.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        command, *words = line.split()
        arguments, options = commands.setdefault(command, ([], {}))
        for word in words:
            if word.startswith("--"):
                name, _, values = word.partition("=")
                options[name] = values.split("|") if "|" in values else None
            else:
                arguments.append(word)
    return commands


def check_help(name, text, example=True):
    lines = text.splitlines()
    assert len(lines) <= LINES, f"{name} --help has {len(lines)} lines"
    for line in lines:
        assert len(line) <= 80, f"{name} --help: {line}"
    assert "Example: " in text or "Example:\n  " in text, f"{name} --help shows no example"


help_text = run(tool, "--help").stdout
check_help("gainsay", help_text)
commands = re.findall(r"^  ([a-z]+) ", help_text, re.M)
wanted = synopsis()
assert sorted(commands) == sorted(wanted), f"commands {commands}, wanted {sorted(wanted)}"
man, bash, zsh = printed("man"), printed("bash"), printed("zsh")
for command, (arguments, options) in wanted.items():
    text = run(tool, command, "--help").stdout
    check_help(command, text)
    usage = " ".join(["gainsay", command, "[OPTIONS]", *arguments])
    assert text.splitlines()[0] == usage, f"{text.splitlines()[0]}, not {usage}"
    listed = man.split(f".SS {command}\n")[1].split(".SS ")[0].split(".SH ")[0]
    listed = re.findall(r"^\.B (\\-\\-[a-z\\-]+)", listed, re.M)
    assert sorted(name.replace("\\", "") for name in listed) == sorted(options), f"{command}: {sorted(listed)}"
    shown = re.findall(r"^  (--[a-z-]+)", text, re.M)
    hidden = set(options) - set(shown)
    assert all(name.endswith("-output") for name in hidden), f"{command} --help does not show {hidden}"
    for name, words in options.items():
        assert re.search(rf"{name}\b", bash) and f"'{name}[" in zsh, f"{command} {name} is not completed"
        for word in words or []:
            assert re.search(rf"^  {name} .*(?:\n   .*)*\b{word}\b", text, re.M), f"{command} {name} {word}"
            assert run(tool, command, name, word, "--help").returncode == 0
        if words:
            done = run(tool, command, name, "odd", *[a.strip("[].") for a in arguments])
            assert done.returncode == 2 and name in done.stderr, f"{command} {name} odd: {done}"
for shell, text in (("bash", bash), ("zsh", zsh)):
    if shutil.which(shell):
        done = run(shell, "-n", input=text)
        assert done.returncode == 0, done.stderr
    else:
        print(f"SKIPPED: no {shell}")
script = bash + "\nCOMP_WORDS=(gainsay check --fail-on d); COMP_CWORD=3; _gainsay; echo ${COMPREPLY[*]}\n" \
    "COMP_WORDS=(gainsay e); COMP_CWORD=1; _gainsay; echo ${COMPREPLY[*]}\n"
if shutil.which("bash"):
    lines = run("bash", "-c", script).stdout.split("\n")
    assert lines[0] == "definite" and "explain" in lines[1], lines
if shutil.which("mandoc"):
    done = run("mandoc", "-Tlint", "-Werror", input=man)
    assert done.returncode == 0, done.stdout
else:
    print("SKIPPED: no mandoc")
print(f"{len(commands)} commands, {sum(len(options) for _, options in wanted.values())} options")
