"""The gate's last look: the rendered bytes themselves, before any of them is written."""

from collections.abc import Iterator

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.glance import glance
from pipeline.checks.runner.pages import look_for_malformed
from pipeline.checks.suspects import Cleared
from pipeline.export.read_back import absent_texts, is_same_page
from pipeline.models.summary import shown_texts
from pipeline.publish.outcome import Reason, as_reason
from pipeline.publish.verified import Verified


def faults_of_page(found: Verified, data: bytes, media_type: str, cleared: Cleared | None = None) -> Iterator[Reason]:
    """Why the rendered bytes of a page may not leave: malformed text, or something approved that is not on it.

    Texts of the summary that were looked at as they stand on a page are not looked at again where they stand so.
    """
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Reason("unreadable_page", f"line {line}", f"the rendered bytes are no UTF-8: {error.reason}")
        return
    page, known = found.page, cleared or Cleared()
    if found.fit_for_pages:
        known.add((text for _, text in shown_texts(page.summary)), Surface.PAGE)
    seen = glance(data, media_type)
    yield from map(as_reason, look_for_malformed(data, media_type, known, seen))
    if media_type == "application/json":
        if not is_same_page(page, data):
            yield Reason("not_the_contract", "", "the rendered JSON does not read back as the page that was approved")
        return
    for place, text in absent_texts(page, data, media_type, seen.shown if seen else ()):
        message = f"what was approved does not stand on the rendered page: {text[:120]!r}"
        yield Reason("missing_from_page", place, message)


def faults_of_bytes(data: bytes, media_type: str, cleared: Cleared | None = None) -> Iterator[Reason]:
    """Malformed text in any rendered file; what can be waived was judged on the summaries.

    `cleared` is handed from one file of a site to the next: what they have in common is looked at once.
    """
    yield from map(as_reason, look_for_malformed(data, media_type, cleared or Cleared(), glance(data, media_type)))
