"""The site in a real browser. Run by .ci/browser; prints one line a test, ends with 1 on a failure.

With --shots FOLDER it writes screenshots instead: light, dark, narrow and print.
"""

import contextlib
import pathlib
import re
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
    index = str(folder / "index.sqlite")
    subprocess.run([shingi, "ingest", "--index", index, "Corpus/minutes"], check=True,
                   stdout=subprocess.DEVNULL)
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
        yield origin, token, server
    finally:
        server.terminate()
        server.wait(timeout=20)


class Tests:
    def __init__(self, browser, origin, token):
        self.browser, self.origin, self.token = browser, origin, token

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

    def test_curation(self):
        page = self.page("/edit")
        page.fill("#author", "試験")
        page.fill("#token", self.token)
        page.locator("main button").click()
        page.goto(self.origin + "/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/4"))
        page.locator(".decide button[value=confirmed]").first.click()
        assert page.locator(".decided").first.is_visible()
        assert "試験" in page.locator("#history ~ table, section table").last.inner_text()
        other = self.page("/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/4"))
        assert other.locator(".decide").count() == 0

    def test_accessible(self):
        paths = ["/", "/search?q=" + urllib.parse.quote("事故"), MEETING, MEETING + "/1.2",
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
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
        found = []
        for scheme in ["light", "dark"]:
            for path in paths:
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
    search = "/search?q=" + urllib.parse.quote("報告基準")
    for name, path, options in [
        ("search", search, {}), ("meeting", MEETING + "#2", {}),
        ("meeting-dark", MEETING + "#5", {"color_scheme": "dark"}),
        ("meeting-narrow", MEETING + "#5", {"viewport": {"width": 390, "height": 844}}),
        ("home-en", "/", {"locale": "en-GB"}), ("item", MEETING + "/1.2", {}),
        ("statement", "/statements/" + urllib.parse.quote("IPネットワーク設備委員会/86/5"), {}),
        ("matrix", "/matrix/" + urllib.parse.quote("IPネットワーク設備委員会/86"), {}),
        ("provisions", "/provisions", {}),
    ]:
        options.setdefault("viewport", {"width": 1100, "height": 800})
        page = tests.page(path, **options)
        page.wait_for_timeout(500)
        page.screenshot(path=str(folder / f"{name}.png"))
        page.context.close()
    page = tests.page(MEETING)
    (folder / "meeting.pdf").write_bytes(page.pdf(format="A4"))


def main():
    shingi, chromium = sys.argv[1:3]
    failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play, \
            served(shingi, pathlib.Path(folder)) as (origin, token, server):
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tests = Tests(browser, origin, token)
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
