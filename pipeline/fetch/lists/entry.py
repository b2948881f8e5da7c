"""What a list holds: entries, each with the line that it stands in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One entry: candidates for an identifier, the best first. Numbers alone are PMIDs only in `pmids`.

    `shown` is what a message calls the entry when no candidate is an identifier.
    """

    line: int
    shown: str
    candidates: tuple[str, ...]
    pmids: tuple[str, ...] = ()
