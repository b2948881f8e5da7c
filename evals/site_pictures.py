"""Pictures of every kind of page, to be looked at: `python -m evals.site_pictures FOLDER`.

At 320, 768 and 1440 pixels in light, at 768 in dark, and on paper (PDF). Needs Chromium; the site is the one that the
tests in a browser visit.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from tests.browser.chromium import chromium, visiting
from tests.browser.whole_site import CORRECTED_PAGE, PLAIN, RETRACTED_PAGE, build
from tests.loopback.served_folder import ServedFolder

PAGES: Final = {
    "home": "index.html",
    "latest": "latest.html",
    "categories": "categories.html",
    "paper": PLAIN,
    "corrected": CORRECTED_PAGE,
    "retracted": RETRACTED_PAGE,
    "about": "about.html",
    "subscribe": "subscribe.html",
    "search": "search.html?q=backbone",
    "corrections": "corrections.html",
}
WIDTHS: Final = (320, 768, 1440)


def main() -> None:
    """Build the site, open it, write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    target: Path = parser.parse_args().folder
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser, ServedFolder(build(Path(folder))) as server:
        for width in WIDTHS:
            _pictures(browser, server.url, target, width, "light")
        _pictures(browser, server.url, target, WIDTHS[1], "dark")
        with visiting(browser, server.url) as visitor:
            visitor.open(PLAIN).pdf(path=target / "paper.pdf", format="A4")
    print(target)


def _pictures(browser: Browser, home: str, target: Path, width: int, colours: str) -> None:
    with visiting(browser, home, viewport={"width": width, "height": 900}, color_scheme=colours) as visitor:
        for name, path in PAGES.items():
            page = visitor.open(path)
            if name == "paper":
                page.locator("summary").first.click()
                page.locator("button[popovertarget]").nth(1).click()
            page.screenshot(path=target / f"{name}-{width}-{colours}.png", full_page=name != "paper")


if __name__ == "__main__":
    main()
