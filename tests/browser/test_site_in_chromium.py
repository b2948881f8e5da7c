"""Every kind of page as a reader meets it: in a browser, by keyboard, on a telephone, in the dark, on paper."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.chromium import visiting
from tests.browser.whole_site import CORRECTED_PAGE, PLAIN, RETRACTED_PAGE, TAKEN_BACK_PAGE

_WORD, _TIP = "button[popovertarget]", "[popover]:popover-open"


def _kinds(site: Path) -> list[str]:
    """Every page of the site but for the papers, of which there is one of each kind."""
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [name for name in names if not name.startswith("papers/")] + [PLAIN, CORRECTED_PAGE, RETRACTED_PAGE]


def _everything_opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")


def _tabbed_to(page: Page, selector: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard never came to {selector}")


def test_every_kind_of_page_is_there(site: Path) -> None:
    kinds = _kinds(site)
    for name in ("index", "latest", "latest~1", "categories", "about", "disclaimer", "contact", "subscribe", "search",
                 "corrections"):  # fmt: skip
        assert f"{name}.html" in kinds
    assert any(name.startswith("category/") for name in kinds)
    assert not (site / TAKEN_BACK_PAGE).exists()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_kind_of_page_opens_quietly_and_axe_finds_nothing(
    browser: Browser, home: str, site: Path, axe: None, colours: str
) -> None:
    with visiting(browser, home, color_scheme=colours) as visitor:
        for name in _kinds(site):
            _everything_opened(visitor.open(name))
            assert (name, visitor.breaches()) == (name, [])


def test_axe_would_have_found_something(browser: Browser, home: str, axe: None) -> None:
    """The test above can fail: a button without a name, a pale text and a lost language are seen."""
    with visiting(browser, home) as visitor:
        visitor.open(PLAIN).evaluate(
            """() => {
                document.documentElement.removeAttribute("lang");
                document.querySelector("h1").style.color = "#ddd";
                document.querySelector("main").append(document.createElement("button"));
            }"""
        )
        found = {breach.partition(":")[0] for breach in visitor.breaches()}
        assert {"html-has-lang", "color-contrast", "button-name"} <= found


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_has_to_be_pushed_sideways(browser: Browser, home: str, site: Path, width: int) -> None:
    with visiting(browser, home, viewport={"width": width, "height": 800}) as visitor:
        for name in _kinds(site):
            page = visitor.open(name)
            _everything_opened(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_a_lay_word_finds_a_paper(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        page = visitor.open("search.html")
        page.get_by_label("Words to look for").fill("backbone study 10")
        page.keyboard.press("Enter")
        page.wait_for_selector("#found a")
        found = page.locator("#found a").first
        assert "backbone" not in found.inner_text()
        found.click()
        expect(page.get_by_role("definition").filter(has_text="backbone")).to_be_visible()


def test_a_search_can_be_linked_to_and_says_when_nothing_is_found(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        page = visitor.open("search.html?q=zebrafish")
        expect(page.locator("#told")).to_contain_text("0 pages found")


def test_the_meaning_of_a_word_opens_by_keyboard_and_closes_by_escape(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        page = visitor.open(PLAIN)
        _tabbed_to(page, _WORD)
        word, tip = page.locator(f"{_WORD}:focus"), page.locator(_TIP)
        name = word.inner_text()
        assert tip.count() == 0
        page.keyboard.press("Enter")
        assert tip.is_visible()
        assert name.lower()[:4] in tip.inner_text().lower()
        page.keyboard.press("Escape")
        assert tip.count() == 0
        assert page.locator(f"{_WORD}:focus").inner_text() == name


def test_the_meaning_of_a_word_needs_no_script(browser: Browser, home: str) -> None:
    with visiting(browser, home, java_script_enabled=False) as visitor:
        page = visitor.open(PLAIN)
        expect(page.locator("[popover]:visible")).to_have_count(0)
        page.locator(_WORD).first.click()
        expect(page.locator("[popover]:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 1024])
def test_an_open_meaning_stands_whole_on_the_screen(browser: Browser, home: str, axe: None, width: int) -> None:
    with visiting(browser, home, viewport={"width": width, "height": 700}) as visitor:
        page = visitor.open(PLAIN)
        for number, word in enumerate(page.locator(_WORD).all()):
            word.click()
            box = page.locator(_TIP).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            if number == 0:  # by its rules they are all alike, and axe takes a second for each
                assert visitor.breaches() == []
            page.keyboard.press("Escape")


def test_the_first_key_leads_past_the_menu(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        page = visitor.open(PLAIN)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.url.endswith("#content")


def test_proofs_open_by_keyboard(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        page = visitor.open(PLAIN)
        _tabbed_to(page, "summary")
        page.keyboard.press("Enter")
        assert page.locator("details[open] blockquote").first.is_visible()


def test_without_scripts_every_page_reads_and_no_search_is_offered(browser: Browser, home: str, site: Path) -> None:
    with visiting(browser, home, java_script_enabled=False) as visitor:
        for name in _kinds(site):
            assert visitor.open(name).locator("h1").first.is_visible(), name
        # The words that stand there instead cannot be seen here: a browser under remote control reads <noscript> as if
        # it had scripts.
        expect(visitor.open("search.html").locator("form#search")).to_be_hidden()


def test_the_dark_is_dark(browser: Browser, home: str) -> None:
    backgrounds = []
    for colours in ("light", "dark"):
        with visiting(browser, home, color_scheme=colours) as visitor:
            page = visitor.open(PLAIN)
            backgrounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    light, dark = (sum(map(int, colour.strip("rgb()").split(", "))) for colour in backgrounds)
    assert light > 3 * 200
    assert dark < 3 * 60


def test_on_paper_stands_the_page_with_its_proofs_and_without_its_menu(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        data = visitor.open(PLAIN).pdf(format="A4")
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(data)).pages)
    assert "Study Limitations" in text
    assert "The number of spasms a day fell from 9.4 to 6.1" in " ".join(text.split())
    assert "Latest Research" not in text
    assert "Was this page helpful" not in text


def test_what_happened_to_a_page_stands_on_it(browser: Browser, home: str) -> None:
    with visiting(browser, home) as visitor:
        assert "Corrected on" in visitor.open(CORRECTED_PAGE).inner_text("main")
        assert "retracted" in visitor.open(RETRACTED_PAGE).inner_text(".notice >> nth=0")
        log = visitor.open("corrections.html").inner_text("main")
        assert ("Corrected" in log, "retracted" in log, "Taken back" in log) == (True, True, True)
