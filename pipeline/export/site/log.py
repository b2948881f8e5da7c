"""The log of a site: every page that was corrected, retracted or taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.export import wording
from pipeline.export.contract import PublishedPage
from pipeline.export.dates import told_date
from pipeline.export.manifest import ExportedFile, GonePage, Logged
from pipeline.export.site.card import shortened
from pipeline.models.notice import holding


@dataclass(frozen=True)
class LogLine:
    """One line of the log; `path` is empty where the page is gone."""

    on: str
    date: str
    title: str
    path: str
    text: str


def log_of(page: PublishedPage) -> tuple[Logged, ...]:
    """What befell a page that stands: its corrections, and what was announced that casts doubt on its paper."""
    return (*_corrections(page), *_announced(page))


def log_lines(files: Iterable[ExportedFile], gone: Iterable[GonePage]) -> list[LogLine]:
    """The log of a whole site, the newest day first."""
    stand = [_line(logged, file.entry.plain_title, file.path) for file in files for logged in file.log]
    went = [_line(page.logged, page.title, "") for page in gone]
    return sorted(sorted((*stand, *went), key=lambda line: line.title), key=lambda line: line.on, reverse=True)


def _line(logged: Logged, title: str, path: str) -> LogLine:
    return LogLine(logged.on, told_date(logged.on), shortened(title), path, shortened(logged.text))


def _corrections(page: PublishedPage) -> Iterator[Logged]:
    for correction in page.corrections:
        headings = ", ".join(dict.fromkeys(change.heading for change in correction.changes))
        told = f"Corrected: {headings}." if headings else "Corrected: details besides the text of the page."
        yield Logged(on=correction.corrected_at[:10], text=" ".join((told, *correction.reasons)))


def _announced(page: PublishedPage) -> Iterator[Logged]:
    for notice in holding(page.status.notices):
        yield Logged(on=notice.date or (page.status.checked_at or "")[:10], text=wording.announced(notice))
