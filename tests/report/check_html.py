"""check_html.py FILE: what an HTML report must be whatever the browser: its policy names the
hash of its only script, no address is loaded, every tag is closed, ids are unique and every
link within the page has its end."""
import base64
import hashlib
import html.parser
import pathlib
import re
import sys

VOID = {"meta", "input", "link", "img", "br", "hr", "rect", "circle", "path"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        assert not any(name.startswith("on") for name in attrs), f"{tag} with a handler: {attrs}"
        assert tag not in {"img", "iframe", "object", "embed", "link", "base"}, f"a {tag}"
        assert "src" not in attrs, f"{tag} loads {attrs['src']}"
        if tag == "a" and attrs["href"].startswith("#"):
            self.links.append(attrs["href"][1:])
        elif tag == "a":
            assert re.match("https?://", attrs["href"]), attrs["href"]

    def handle_startendtag(self, tag, attrs):
        if tag not in VOID:
            raise AssertionError(f"{tag} closed at once")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"{tag} is closed and was not open"


text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
page = Page()
page.feed(text)
assert not page.open, page.open
assert len(page.ids) == len(set(page.ids)), "an id is there twice"
assert set(page.links) <= set(page.ids), set(page.links) - set(page.ids)
scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
assert len(scripts) == 1, f"{len(scripts)} scripts"
digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
assert f"script-src 'sha256-{digest}'" in text, f"set kHtmlScriptHash to {digest}"
print(f"{len(page.ids)} ids, {len(page.links)} links, one script of that hash")
