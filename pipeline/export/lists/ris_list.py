"""The list as RIS, as reference managers read it."""

from collections.abc import Iterable, Iterator

from pipeline.export.lists.listed import Listed, one_line


def render_ris(papers: Iterable[Listed]) -> bytes:
    """UTF-8, one record a paper; a value never holds a line break, so that none can begin a field of its own."""
    lines = [
        f"{tag}  - {one_line(text)}".rstrip(" ")
        for paper in papers
        for tag, text in _fields(paper)
        if text or tag == "ER"
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _fields(paper: Listed) -> Iterator[tuple[str, str]]:
    entry = paper.entry
    yield "TY", "JOUR"
    yield "ID", entry.name
    yield "TI", entry.title
    yield from (("AU", author) for author in paper.authors)
    yield "JO", entry.journal or ""
    yield "PY", entry.year or ""
    yield "DA", (entry.published or "").replace("-", "/")
    yield "DO", entry.doi or ""
    yield "UR", paper.doi_url
    yield from (("KW", category) for category in entry.categories)
    yield "N1", f"In plain language: {entry.plain_title}"
    yield "ER", ""
