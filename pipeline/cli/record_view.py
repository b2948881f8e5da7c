"""What is known of an article from outside, on a screen: each value with who gave it, then what was tried."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from pipeline.models.record import Conflict, Record, Said
    from pipeline.models.rungs import Rung

_AUTHORS = 3


def say_record(record: "Record", rungs: "Sequence[Rung]", *, title: bool = True) -> None:
    """Print it in one screen; without its title where that stands above already."""
    from rich.table import Table

    from pipeline.cli.terminal import safe, say, show_table

    if title:
        say(safe(record.title.value if record.title else "(no service knows a title)", "bold"))
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for name, value, by in _lines(record, rungs):
        table.add_row(safe(f"  {name}", "dim"), safe(value), safe(by, "dim"))
    show_table(table)
    for conflict in record.conflicts:
        say(safe(f"  they disagree on {in_words(conflict.field)}:", "yellow"), _against(conflict))
    if record.unknown_to:
        say(f"  not known to {', '.join(service.value for service in record.unknown_to)}")
    for unheard in record.unheard:
        say(safe(f"  not heard: {unheard.service.value} ({unheard.kind}):", "yellow"), unheard.message)
    say_rungs(rungs)


def say_rungs(rungs: "Sequence[Rung]") -> None:
    """Print what was tried for the full text."""
    from pipeline.cli.terminal import safe, say
    from pipeline.models.rungs import RungOutcome

    if not rungs:
        return
    say(safe("Full text", "bold"))
    marks = {RungOutcome.TAKEN: ("+", "green"), RungOutcome.FAILED: ("x", "red"), RungOutcome.NOT_OFFERED: (".", "dim")}
    for rung in rungs:
        mark, style = marks[rung.outcome]
        name = in_words(rung.rung.value)
        where = f" {rung.url}" if rung.url and rung.outcome is RungOutcome.TAKEN else ""
        kind = f" ({rung.kind})" if rung.outcome is RungOutcome.FAILED else ""
        say(safe(f"  {mark} {name:<16}{rung.message}{kind}{where}", style))


def _lines(record: "Record", rungs: "Sequence[Rung]") -> Iterator[tuple[str, str, str]]:
    from pipeline.models.licence_class import licence_class
    from pipeline.run.record_json import licence_at_hand

    ids = [("DOI", record.doi), ("PMID", record.pmid), ("PMCID", record.pmcid)]
    yield "ids", ", ".join(f"{name} {value}" for name, value in ids if value), ""
    if record.authors:
        yield "authors", _authors([author.name for author in record.authors.value]), _by(record.authors)
    for name, said in (("journal", record.journal), ("published", record.published), ("language", record.language)):
        if said:
            yield name, said.value, _by(said)
    if record.article_type:
        kind = in_words(record.article_type.value.value)
        yield "type", f"{kind}, a preprint" if record.is_preprint else kind, _by(record.article_type)
    licence = licence_at_hand(record, rungs)
    words = (licence.name or licence.url or "no name") if licence else "none known"
    by = next((_by(said) for said in record.licences if said.value.licence == licence), "")
    yield "licence", f"{words} ({in_words(licence_class(licence, is_open=record.is_open).value)})", by
    yield from _status(record)
    if record.published_version:
        yield "appeared as", record.published_version, ""
    if record.preprints:
        yield "preprints", ", ".join(record.preprints), ""
    open_links = [f"{said.value.host.value} {said.value.media_type.value}" for said in record.links]
    yield "open texts", ", ".join(dict.fromkeys(open_links)) or "no service names one", ""


def _status(record: "Record") -> Iterator[tuple[str, str, str]]:
    if not record.notices:
        yield "status", "nothing announced: no retraction, correction or concern", ""
    for notice in record.notices:
        kind = in_words(notice.kind.value)
        shown = kind.upper() if notice.kind.holds else kind
        yield "status", " ".join(filter(None, (shown, notice.date, notice.id))), ", ".join(notice.said_by)


def _authors(names: list[str]) -> str:
    rest = len(names) - _AUTHORS
    return ", ".join(names[:_AUTHORS]) + (f" and {rest} more" if rest > 0 else "")


def _by(said: "Said[Any]") -> str:
    return ", ".join(service.value for service in said.by)


def _against(conflict: "Conflict") -> str:
    return " against ".join(f"{said.value!r} ({', '.join(s.value for s in said.by)})" for said in conflict.values)
