"""The list as BibTeX."""

from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.export.lists.listed import Listed, one_line

_ESCAPED: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}  # fmt: skip
_TABLE: Final = str.maketrans(_ESCAPED)


def render_bibtex(papers: Iterable[Listed]) -> bytes:
    """UTF-8, one `@article` a paper; its key is the name of the page, its note the plain title."""
    return "\n".join(_entry(paper) for paper in papers).encode()


def _entry(paper: Listed) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(paper) if value)
    return f"@article{{{paper.entry.name},\n{fields}}}\n"


def _fields(paper: Listed) -> Iterator[tuple[str, str]]:
    entry = paper.entry
    yield "title", _escaped(entry.title)
    yield "author", " and ".join(_author(author) for author in paper.authors)
    yield "journal", _escaped(entry.journal or "")
    yield "year", _escaped(entry.year or "")
    yield "doi", _verbatim(entry.doi or "")
    yield "url", _verbatim(paper.doi_url)
    yield "keywords", ", ".join(map(_escaped, entry.categories))
    yield "note", _escaped(f"In plain language: {entry.plain_title}")


def _author(name: str) -> str:
    """A name; what BibTeX would split into two people, or a group that writes as one, is kept together."""
    text = _escaped(name)
    return f"{{{text}}}" if " and " in text else text


def _escaped(text: str) -> str:
    return one_line(text).translate(_TABLE)


def _verbatim(text: str) -> str:
    """An address as it is, which is how these fields are read; one that would break out of its field is escaped."""
    return _escaped(text) if set(text) & set("{}\\% ") else text
