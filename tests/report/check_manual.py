"""check_manual.py TOOL: the manual and the completions are well formed, and each --help
fits a screen and shows an example."""
import re
import shutil
import subprocess
import sys

tool = sys.argv[1]


def run(*arguments, **keywords):
    return subprocess.run(arguments, capture_output=True, text=True, **keywords)


def printed(form):
    done = run(tool, "manual", form)
    assert done.returncode == 0, done.stderr
    return done.stdout


help_text = run(tool, "--help").stdout
commands = re.findall(r"^  ([a-z]+) ", help_text.split("Subcommands:")[1], re.M)
assert len(commands) >= 3, help_text
man, bash, zsh = printed("man"), printed("bash"), printed("zsh")
for command in commands:
    text = run(tool, command, "--help").stdout
    assert text.count("\n") <= 50, f"{command} --help has {text.count(chr(10))} lines"
    if "Example" not in text:
        print(f"NOTE: {command} --help shows no example")
    for option in set(re.findall(r"--[a-z][a-z-]+", text.split("Options:")[1].split("Example")[0])):
        if option in text and re.search(rf"^  .*{option}\b", text, re.M):
            assert option in bash and option in zsh, f"{command} {option} is not completed"
    assert f".SS {command}" in man
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
print(f"{len(commands)} commands")
