"""What a preview shows besides the site: how the last building went, and a script that loads a page anew."""

import re
from html import escape
from typing import Final

from pipeline.publish.preview.building import Built

STATE_PATH: Final = "/~preview/state"
SCRIPT_PATH: Final = "/~preview/reload.js"
REPORT_PATH: Final = "/~preview/"
SCRIPT: Final = """"use strict";
(() => {
  const shown = document.currentScript.dataset.build;
  const look = async () => {
    try {
      const answer = await fetch("/~preview/state");
      if (String((await answer.json()).build) !== shown) location.reload();
    } catch (error) { /* the preview was ended */ }
  };
  setInterval(look, 1000);
})();
"""
_BODY: Final = re.compile(r"<body[^>]*>", re.IGNORECASE)


def with_preview(page: str, built: Built) -> str:
    """A page of the site as the preview shows it: it loads itself anew, and says where it is not the newest."""
    told = _told(built)
    return _BODY.sub(lambda found: f"{found.group()}\n{_script(built)}\n{told}", page, count=1)


def report_page(built: Built) -> str:
    """How the last building went, as a plain page."""
    refused = "".join(
        f"<h2>{escape(each.id)} was refused</h2><ul>"
        + "".join(f"<li>{escape(reason.kind)}: {escape(reason.message)}</li>" for reason in each.reasons)
        + "</ul>"
        for each in built.refused
    )
    error = f"<h2>The site could not be built</h2><pre>{escape(built.error)}</pre>" if built.error else ""
    counted = f"<p>{built.pages} pages, {len(built.refused)} refused.</p>" if built.has_site else ""
    return plain_page("Preview", f"{error}{counted}{refused}", built)


def plain_page(title: str, body: str, built: Built) -> str:
    """A page that needs no template; `body` is markup."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f"<body>{_script(built)}<h1>{escape(title)}</h1>{body}</body></html>"
    )


def _script(built: Built) -> str:
    return f'<script src="{SCRIPT_PATH}" data-build="{built.number}" defer></script>'


def _told(built: Built) -> str:
    if built.error:
        what = "The site could not be built anew; this is the one before."
    elif built.refused:
        what = f"Pages that may not leave: {len(built.refused)}."
    else:
        return ""
    return f'<p role="status"><a href="{REPORT_PATH}">{what}</a></p>'
