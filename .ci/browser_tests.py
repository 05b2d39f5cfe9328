"""The site in a real browser. Run by .ci/browser; prints one line a test, ends with 1 on a failure.

With --shots FOLDER it writes screenshots instead: light, dark, narrow and print.
"""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

MEETING = "/meetings/" + urllib.parse.quote("IPネットワーク設備委員会/86")


@contextlib.contextmanager
def served(shingi, folder):
    """The program itself, on the shipped sample, at a port of its own choice."""
    index, minutes = str(folder / "index.sqlite"), folder / "minutes"
    shutil.copytree("Corpus/minutes", minutes)

    def ingest():
        subprocess.run([shingi, "ingest", "--index", index, str(minutes)], check=True,
                       stdout=subprocess.DEVNULL)

    ingest()
    server = subprocess.Popen(
        [shingi, "serve", "--index", index, "--port", "0", "--edit", "--quiet"],
        stdout=subprocess.PIPE, text=True)
    try:
        origin = token = None
        for line in server.stdout:
            if match := re.search(r"http://\S+", line):
                origin = origin or match[0].rstrip("/")
            if match := re.search(r"[0-9a-f]{32}", line):
                token = match[0]
            if origin and token:
                break
        yield origin, token, Minutes(minutes, ingest)
    finally:
        server.terminate()
        server.wait(timeout=20)


class Minutes:
    """The files that are served, and how they are read again."""

    def __init__(self, folder, ingest):
        self.folder, self.ingest = folder, ingest

    def publish_anew(self):
        """The minutes as a ministry publishes them again, with a line more at their end."""
        for path in self.folder.glob("*.txt"):
            path.write_text(path.read_text(encoding="utf-8") + "\n\n（訂正版）\n", encoding="utf-8")
        self.ingest()


class Tests:
    def __init__(self, browser, origin, token, minutes=None):
        self.browser, self.origin, self.token = browser, origin, token
        self.minutes = minutes

    def page(self, path="/", **options):
        options.setdefault("locale", "ja-JP")
        context = self.browser.new_context(**options)
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.complaints = []
        page.on("console", lambda m: m.type == "error" and self.complaints.append(m.text))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.goto(self.origin + path)
        return page

    def test_search_facet_open_relation(self):
        page = self.page()
        page.fill("#q", "報告基準")
        page.press("#q", "Enter")
        assert page.locator(".hit mark").first.inner_text() == "報告基準"
        total = int(re.search(r"\d+", page.locator("#total").inner_text())[0])
        assert total > 1
        page.locator(".facets a").first.click()
        narrowed = int(re.search(r"\d+", page.locator("#total").inner_text())[0])
        assert 0 < narrowed <= total
        page.locator(".snippet a").first.click()
        page.wait_for_selector(".turn:target")
        assert "#" in page.url
        relation = page.locator(".relation a").first
        target = relation.get_attribute("href").split("#")[1]
        relation.click()
        assert page.url.endswith("#" + target)
        assert not self.complaints, self.complaints

    def test_copy_a_citation(self):
        page = self.page("/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/2"),
                         permissions=["clipboard-read", "clipboard-write"])
        page.click("button[data-copy=plain]")
        page.wait_for_function("document.querySelector('button[data-copy=plain]').textContent != 'コピー'")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "第86回" in copied and "発言2" in copied and self.origin in copied, copied
        assert "@misc" in page.inner_text("#bibtex")
        assert not self.complaints, self.complaints

    def test_language(self):
        page = self.page(MEETING)
        assert page.locator("html").get_attribute("lang") == "ja"
        page.click("a.language")
        assert page.locator("html").get_attribute("lang") == "en"
        page.goto(self.origin + "/meetings")
        assert page.inner_text("h1") == "Meetings"

    def test_keyboard_only(self):
        page = self.page("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "q":
                break
        page.keyboard.type("端末")
        page.keyboard.press("Enter")
        page.wait_for_selector(".hit")
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("!!document.activeElement.closest('.snippet')"):
                break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", "the focus is not to be seen"
        page.keyboard.press("Enter")
        page.wait_for_selector(".turn:target")

    def test_without_javascript(self):
        page = self.page("/", java_script_enabled=False)
        page.fill("#q", "報告基準")
        page.press("#q", "Enter")
        page.locator(".snippet a").first.click()
        page.locator(".turn details.cite summary").first.click()
        assert page.locator(".turn .citation").first.is_visible()
        assert page.locator("button[data-copy]:visible").count() == 0

    def test_print(self):
        page = self.page("/summaries/" + urllib.parse.quote("IPネットワーク設備委員会/86"))
        pdf = page.pdf(format="A4")
        assert pdf.startswith(b"%PDF") and len(pdf) > 10_000
        page.emulate_media(media="print")
        assert not page.locator("header.site").is_visible()

    def test_narrow(self):
        for path in ["/", MEETING, MEETING + "/1.2", "/search?q=" + urllib.parse.quote("事故"),
                     "/matrix/" + urllib.parse.quote("IPネットワーク設備委員会/86")]:
            page = self.page(path, viewport={"width": 360, "height": 740})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 362, f"{path}: {wide} px wide on a narrow screen"
            page.context.close()

    def editor(self):
        """A page of somebody who has shown the token."""
        page = self.page("/edit")
        page.fill("#author", "試験")
        page.fill("#token", self.token)
        page.locator("main button").click()
        return page

    def test_confirm_and_reject_a_link(self):
        page = self.editor()
        place = self.origin + "/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/4")
        page.goto(place)
        page.locator(".decide button[value=confirmed]").first.click()
        assert page.locator(".provision.confirmed .decided").first.is_visible()
        assert "試験" in page.inner_text("section[aria-labelledby=history]")
        page.locator(".provision.confirmed .decide button[value=rejected]").first.click()
        assert page.locator(".provision.rejected del").first.is_visible()
        assert page.locator("section[aria-labelledby=history] tbody tr").count() >= 2
        other = self.page("/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/4"))
        assert other.locator(".decide").count() == 0
        assert not self.complaints, self.complaints

    def test_correct_a_speaker(self):
        path = "/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/6")
        people = json.load(urllib.request.urlopen(self.origin + "/people.json"))["people"]
        page = self.editor()
        page.goto(self.origin + path)
        before = page.inner_text(".turn .speaker")
        other = next(p for p in people if p["name"] not in before and before not in p["name"])
        # Nobody of that name: nothing is written, and the page says why.
        page.fill("#person", "だれでもない者")
        page.locator("section[aria-labelledby=correct] button").click()
        assert "だれでもない者" in page.inner_text("main")
        page.goto(self.origin + path)
        assert page.inner_text(".turn .speaker") == before
        page.fill("#person", other["id"])
        page.locator("section[aria-labelledby=correct] button").click()
        assert urllib.parse.unquote(page.url).endswith("86/6"), page.url
        assert page.inner_text(".turn .speaker") == other["name"]
        history = page.inner_text("section[aria-labelledby=history]")
        assert "試験" in history and other["name"] in history, history
        self.minutes.publish_anew()
        page.goto(self.origin + path)
        assert page.inner_text(".turn .speaker") == other["name"], "lost by reading anew"
        assert "試験" in page.inner_text("section[aria-labelledby=history]")
        page.goto(self.origin + "/people/" + other["id"])
        assert page.locator("a[href$='86#6']").count() > 0
        stranger = self.page(path)
        assert stranger.locator("#person").count() == 0

    def test_no_japanese_words_in_the_english_interface(self):
        """Names and words of the record stay Japanese; the words of the interface do not."""
        with open("Sources/Web/Words/words.tsv", encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
        japanese = {row[1] for row in rows if len(row) > 2 and row[1] != row[2] and row[0] != "other"}
        script = """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node; node = walker.nextNode();) {
            const parent = node.parentElement;
            if (["SCRIPT", "STYLE"].includes(parent.tagName)) continue;
            if (parent.closest("[lang]").lang == "en") found.push(node.data.trim());
          }
          for (const name of ["aria-label", "placeholder", "alt"])
            for (const element of document.querySelectorAll("[" + name + "]"))
              if (element.closest("[lang]").lang == "en") found.push(element.getAttribute(name));
          return found;
        }"""
        found = []
        for path in self.paths():
            page = self.page(path, locale="en-GB")
            found += [f"{path}: {text}" for text in page.evaluate(script) if text in japanese]
            page.context.close()
        assert not found, "\n".join(found)

    def paths(self):
        """One page of each kind."""
        paths = ["/", "/search?q=" + urllib.parse.quote("事故"), MEETING, MEETING + "/1.2",
                 "/search?q=" + urllib.parse.quote("\"事故"),
                 "/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/5"), "/people",
                 "/meetings", "/provisions", "/bodies", "/edit", "/nowhere",
                 "/matrix/" + urllib.parse.quote("IPネットワーク設備委員会/86"),
                 "/timeline?q=" + urllib.parse.quote("事故"),
                 "/sources/" + urllib.parse.quote("IPネットワーク設備委員会/86"),
                 "/summaries/" + urllib.parse.quote("IPネットワーク設備委員会/86")]
        people = urllib.request.urlopen(self.origin + "/people").read().decode()
        paths.append(re.search(r'/people/p-[^"]+', people)[0])
        provisions = urllib.request.urlopen(self.origin + "/provisions").read().decode()
        paths.append(re.search(r'/provisions/\d[^"]+', provisions)[0])
        return paths

    def test_accessible(self):
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
        found = []
        for scheme in ["light", "dark"]:
            for path in self.paths():
                # The page's own policy keeps axe from being put into it.
                page = self.page(path, color_scheme=scheme, bypass_csp=True)
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                for violation in Axe().run(page, options=rules).response["violations"]:
                    nodes = [n["html"][:120] for n in violation["nodes"][:2]]
                    found.append(f"{scheme} {path}: {violation['id']} {nodes}")
                page.context.close()
        assert not found, "\n".join(found)


def shots(tests, folder):
    folder.mkdir(parents=True, exist_ok=True)
    paths = dict(zip(
        ["home", "search", "meeting", "item", "problem", "statement", "people", "meetings",
         "provisions", "bodies", "edit", "nowhere", "matrix", "timeline", "source", "summary",
         "person", "provision"], tests.paths()))
    paths["meeting"] += "#5"
    narrow = {"viewport": {"width": 360, "height": 740}}
    for name, path in paths.items():
        for suffix, options in [
            ("", {}), ("-dark", {"color_scheme": "dark"}), ("-narrow", narrow),
            ("-en", {"locale": "en-GB"}),
        ]:
            page = tests.page(path, **({"viewport": {"width": 1100, "height": 800}} | options))
            page.wait_for_timeout(300)
            page.screenshot(path=str(folder / f"{name}{suffix}.png"))
            page.context.close()
    for name in ["summary", "meeting"]:
        (folder / f"{name}.pdf").write_bytes(tests.page(paths[name]).pdf(format="A4"))


def main():
    shingi, chromium = sys.argv[1:3]
    failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play, \
            served(shingi, pathlib.Path(folder)) as (origin, token, minutes):
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tests = Tests(browser, origin, token, minutes)
        if "--shots" in sys.argv:
            return shots(tests, pathlib.Path(sys.argv[sys.argv.index("--shots") + 1]))
        for name in [n for n in dir(tests) if n.startswith("test_")]:
            try:
                getattr(tests, name)()
                print(f"ok      {name}")
            except Exception as error:  # every test is tried
                failed += 1
                print(f"FAILED  {name}: {error}")
        browser.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
