"""Whether a document is the article that its metadata describes. What cannot be confirmed goes to a person."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from pipeline.errors import FetchError
from pipeline.fetch.agreement import words_of
from pipeline.models.identity import are_versions
from pipeline.models.ids import Doi
from pipeline.models.paper import Author, Paper
from pipeline.models.record import Record

_HEAD: Final = 5_000
"""Characters in which a document prints its own title and authors."""
_NEARLY: Final = 0.9
"""Below this ratio two titles are not one title with a slip in it. Accepted ones above are told, never silent."""
_REMEDY: Final = "Look at the file: if it is the right paper, supply it as a file; else supply the right one."


@dataclass(frozen=True)
class Confirmed:
    """The document is the article; `notes` say what was accepted though it was not equal."""

    notes: tuple[str, ...]


def confirm(paper: Paper, record: Record, name: str) -> Confirmed:
    """Hold a document against its metadata. Raises FetchError `wrong_paper` that says what does not agree."""
    begins = paper.title.end if paper.title else 0  # what it calls itself is asked apart, and more strictly
    head = _words(paper.text[begins : begins + _HEAD])
    _confirm_doi(paper, record, name)
    notes = (*_confirm_title(paper, record, head, name), *_confirm_authors(paper, record, head, name))
    return Confirmed(notes)


def _confirm_doi(paper: Paper, record: Record, name: str) -> None:
    own = paper.metadata.doi
    ours = [doi for doi in (record.doi, record.published_version, *record.preprints) if doi]
    if own and ours and not any(_can_be(own, doi) for doi in ours):
        raise _wrong(name, f"it carries the DOI {own}, its metadata is that of {record.doi}")


def _can_be(printed: Doi, doi: Doi) -> bool:
    """Whether a printed DOI is this one, a version of it, or the beginning of it that a line break left."""
    return doi.startswith(printed) or are_versions(printed, doi)


def _confirm_title(paper: Paper, record: Record, head: str, name: str) -> tuple[str, ...]:
    wanted = _words(record.title.value) if record.title else ""
    found = _words(paper.metadata.title or "")
    if not wanted:
        return ("no service knows a title that the document could be held against",)
    if wanted == found or f" {wanted} " in f" {head} ":
        return ()
    if found and SequenceMatcher(None, wanted, found, autojunk=False).ratio() >= _NEARLY:
        return (f"its title {paper.metadata.title!r} is not to the letter {_title(record)!r}",)
    if found and min(len(wanted), len(found)) >= len(max(wanted, found, key=len)) // 2 and _one_in_other(wanted, found):
        return (f"its title {paper.metadata.title!r} is a part of {_title(record)!r}, or the other way round",)
    raise _wrong(
        name, f"its title is {paper.metadata.title or 'not to be found'!r}, that of its metadata {_title(record)!r}"
    )


def _confirm_authors(paper: Paper, record: Record, head: str, name: str) -> tuple[str, ...]:
    wanted = [_words(author.family) for author in record.authors.value] if record.authors else []
    wanted = [family for family in wanted if family]
    if not wanted:
        return ()
    found = {_words(author.name) for author in paper.metadata.authors}
    if any(f" {family} " in f" {known} " for family in wanted for known in (*found, head)):
        return ()
    listed = ", ".join(author.name for author in _few(paper.metadata.authors)) or "not to be found"
    ours = ", ".join(author.name for author in _few(record.authors.value if record.authors else ()))
    raise _wrong(name, f"its authors are {listed}, those of its metadata {ours}")


def _title(record: Record) -> str:
    return record.title.value if record.title else ""


def _few(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    return authors[:3]


def _one_in_other(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _words(text: str) -> str:
    return " ".join(words_of(text))


def _wrong(name: str, why: str) -> FetchError:
    return FetchError(f"{name}: this is not the paper that was asked for: {why}", kind="wrong_paper", remedy=_REMEDY)
