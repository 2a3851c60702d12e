"""check_terminal.py TOOL FOLDER: what the tool draws on a terminal and nowhere else: colour,
the width of lines, a line of progress that comes and goes."""
import fcntl
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import termios

here = pathlib.Path(__file__).parent.resolve()
tool, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def on_terminal(*arguments, columns=100, out=True, err=True, **environment):
    """Runs the tool with standard output and error on a terminal each, as asked for; what they printed."""
    streams, ends = [], []
    for terminal in (out, err):
        reader, writer = pty.openpty() if terminal else os.pipe()
        if terminal:
            fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
            mode = termios.tcgetattr(writer)
            mode[1] &= ~termios.OPOST
            termios.tcsetattr(writer, termios.TCSANOW, mode)
        streams.append(reader)
        ends.append(writer)
    process = subprocess.Popen([tool, *arguments], stdin=subprocess.DEVNULL, stdout=ends[0], stderr=ends[1],
                               env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment})
    for end in ends:
        os.close(end)
    data, open_streams = {stream: b"" for stream in streams}, set(streams)
    while open_streams:
        for stream in select.select(list(open_streams), [], [])[0]:
            try:
                piece = os.read(stream, 65536)
            except OSError:  # how a terminal says that the other end is closed
                piece = b""
            data[stream] += piece
            if not piece:
                open_streams.discard(stream)
                os.close(stream)
    process.wait()
    return [data[stream].decode("utf-8") for stream in streams]


claims = str(here / "claims.jsonl")
assert COLOUR.search(on_terminal("check", claims)[0]), "colour on a terminal"
for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
    assert "\x1b" not in "".join(on_terminal("check", claims, **environment)), environment
assert COLOUR.search(on_terminal("check", claims, NO_COLOR="")[0]), "an empty NO_COLOR says nothing"
assert "\x1b" not in on_terminal("check", claims, out=False)[0], "no colour into a pipe"
html = folder / "terminal.html"
on_terminal("check", claims, f"--text-output={html}")
assert "\x1b" not in html.read_text(encoding="utf-8"), "no colour into a file"

stories = sorted(str(path) for path in (here / "stories").glob("*.txt"))
for columns in (60, 80, 120):
    text = COLOUR.sub("", on_terminal("check", *stories, columns=columns)[0])
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("-->", ":::"))]
    assert max(map(len, lines)) <= columns, max(lines, key=len)
    assert max(map(len, lines)) > columns - 25, f"{columns} columns are not used"

# Long enough that the line of progress comes.
size = 80_000
while True:
    many = folder / "many.jsonl"
    with many.open("w", encoding="utf-8") as file:
        file.writelines(f'{{"source":"s{i % 3}","subject":"bridge {i // 3}","predicate":"length",'
                        '"object":{"type":"quantity","value":100,"unit":"m"}}\n' for i in range(size))
    out, err = on_terminal("check", str(many))
    if "%" in err or size > 3_000_000:
        break
    size *= 2
assert "%" in err and "[" in err, f"no progress: {err!r}"
assert err.endswith("\r\x1b[K"), f"the line goes: {err[-40:]!r}"
assert "\n" not in err and "%" not in out
assert all(len(COLOUR.sub("", part)) <= 100 for part in err.replace("\x1b[K", "").split("\r"))
assert on_terminal("check", str(many), err=False)[1] == "", "no progress into a pipe"
assert not COLOUR.search(on_terminal("check", str(many), NO_COLOR="1")[1]), "progress without colour"
many.unlink()
print(f"colour, width and progress ({size} claims) on a terminal only")
