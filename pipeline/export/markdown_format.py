"""A page as Markdown with YAML front matter, as static site generators read it."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from pipeline.export.contract import PublishedPage
from pipeline.export.parts import Part, Proof, Statement
from pipeline.export.view import PageView, page_view

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_LINE_START: Final = re.compile(r"^(\s*)([-+=:]|\d+[.)])(?=\s|$)")


def render_markdown(page: PublishedPage) -> bytes:
    """The page as UTF-8. Text of papers and people is escaped, so that it shows as it is."""
    view = page_view(page)
    front = yaml.safe_dump(_front_matter(page, view), sort_keys=False, allow_unicode=True, width=1000)
    return f"---\n{front}---\n\n{chr(10).join(_lines(view))}\n".encode()


def _front_matter(page: PublishedPage, view: PageView) -> dict[str, Any]:
    fields = {
        "title": view.title,
        "paper_title": view.paper_title,
        "doi": view.doi,
        "journal": view.journal,
        "published": page.summary.citation.published,
        "date": page.approval.approved_at[:10],
        "categories": list(view.categories),
        "evidence_level": page.summary.evidence_level.level,
        "reading_grade": page.reading_level.grade if page.reading_level else None,
        "drafted_by": page.summary.drafted_by.kind.value,
        "approved_by": list(page.approval.approved_by),
        "content_hash": str(page.approval.content_hash),
        "schema_version": page.schema_version,
    }
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _lines(view: PageView) -> Iterator[str]:
    yield f"# {_escape(view.title)}\n"
    yield from (f"> **{_escape(sentence)}**\n" for sentence in view.status)
    yield f"> {_escape(view.drafted_by)} {_escape(view.basis)}"
    yield f"> Approved by {_escape(view.approved_by)} on {view.approved_on}.\n"
    for part in view.lead:
        yield from _part(part, "##")
    yield "## About the Study\n"
    yield from (f"- **{fact.label}:** {_escape(fact.text)}" for fact in view.facts)
    yield ""
    for part in view.body:
        yield from _part(part, "##")
    yield "## Practical Implications\n"
    for part in view.implications:
        yield from _part(part, "###")
    for part in view.tail:
        yield from _part(part, "##")
    yield from _glossary(view)
    yield from _corrections(view)
    yield from _footer(view)


def _part(part: Part, level: str) -> Iterator[str]:
    yield f"{level} {part.title}\n"
    if not part.statements:
        yield f"*{_escape(part.missing)}*\n"
    for statement in part.statements:
        yield from _statement(statement, "- " if part.as_list else "")
    if part.statements and part.as_list:
        yield ""


def _statement(statement: Statement, bullet: str) -> Iterator[str]:
    indent = " " * len(bullet)
    yield bullet + _escape(statement.text)
    yield ""
    for proof in statement.proofs:
        place = f" ({_linked(proof)})" if proof.place else ""
        yield f"{indent}> {_escape(proof.quote)}{place}\n"
    if statement.unproved:
        yield f"{indent}*{_escape(statement.unproved)}*\n"


def _linked(proof: Proof) -> str:
    return f"[{_escape(proof.place)}](<{proof.url}>)" if proof.url else _escape(proof.place)


def _glossary(view: PageView) -> Iterator[str]:
    if view.glossary:
        yield "## Words Explained\n"
        yield from (f"- **{_escape(entry.label)}:** {_escape(entry.text)}" for entry in view.glossary)
        yield ""


def _corrections(view: PageView) -> Iterator[str]:
    if view.corrections:
        yield "## Corrections\n"
    for correction in view.corrections:
        yield f"### Corrected on {correction.on}\n"
        yield from (f"- {_escape(change)}" for change in correction.changes)
        yield ""
        yield from (f"Why: {_escape(reason)}\n" for reason in correction.reasons)


def _footer(view: PageView) -> Iterator[str]:
    yield "---\n"
    if view.reading_level:
        yield f"Reading level: {_escape(view.reading_level)}.\n"
    authors = f" By {_escape(view.authors)}." if view.authors else ""
    journal = f" {_escape(view.journal)}{', ' + view.year if view.year else ''}." if view.journal else ""
    doi = f" DOI: [{_escape(view.doi)}](<{view.doi_url}>)." if view.doi else ""
    licence = f" Licence: {_escape(view.licence)}." if view.licence else ""
    yield f"This page is about: {_escape(view.paper_title)}.{authors}{journal}{doi}{licence}\n"
    yield "It is information about research, not medical advice. Talk to your care team before you change anything."


def _escape(text: str) -> str:
    """Text that Markdown prints as it is: one line, its own marks escaped, nothing at its start that makes a list."""
    line = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)
