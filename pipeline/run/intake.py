"""Takes files in: their bytes are kept, and each new one becomes a paper that waits to be parsed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.errors import FetchError
from pipeline.fetch.read_file import read_file
from pipeline.models.ids import PaperId
from pipeline.models.source import MediaType, Source
from pipeline.run.needing_work import needing_work
from pipeline.store.clock import now
from pipeline.store.store import Store

_BATCH: Final = 64
"""Files whose rows are written in one transaction."""


@dataclass(frozen=True)
class TakenFile:
    """A file and the paper that it belongs to."""

    path: Path
    paper_id: PaperId
    media_type: MediaType


@dataclass(frozen=True)
class RefusedFile:
    """A file whose bytes could not be had."""

    path: Path
    error: FetchError


@dataclass(frozen=True)
class Intake:
    """What became of the files, in the order in which they were named."""

    taken: tuple[TakenFile, ...]
    refused: tuple[RefusedFile, ...]

    def and_also(self, other: "Intake") -> "Intake":
        """Both together."""
        return Intake(self.taken + other.taken, self.refused + other.refused)

    def paper_ids(self) -> list[PaperId]:
        """Each paper once. JATS first: where the same article is there as PDF too, the JATS is what is read."""
        in_order = sorted(self.taken, key=lambda file: file.media_type is not MediaType.JATS)
        return list(dict.fromkeys(file.paper_id for file in in_order))


def take_in(store: Store, files: Sequence[Path], *, max_bytes: int, limit: int | None = None) -> Intake:
    """Keep the bytes of every file and make papers of the new ones. A file that cannot be read is told, not fatal.

    With a limit, files are taken up to so many papers that still need work; the others are left for another run.
    """
    intake = Intake((), ())
    # XML first: where the same article is there as PDF too, it must not be the PDF that is inside the limit.
    in_order = sorted(files, key=lambda path: path.suffix.lower() == ".pdf") if limit else list(files)
    size = _BATCH if limit is None else 1
    for start in range(0, len(in_order), size):
        if limit is not None and needing_work(store, intake.paper_ids()) >= limit:
            break
        intake = intake.and_also(_take_batch(store, in_order[start : start + size], max_bytes))
    return intake


def _take_batch(store: Store, files: Sequence[Path], max_bytes: int) -> Intake:
    refused: list[RefusedFile] = []
    batch = list(_kept(store, files, max_bytes, refused))
    papers = store.papers.add([source for _, source in batch])
    taken = tuple(TakenFile(path, papers[source.sha256], source.media_type) for path, source in batch)
    return Intake(taken, tuple(refused))


def _kept(
    store: Store, files: Sequence[Path], max_bytes: int, refused: list[RefusedFile]
) -> Iterator[tuple[Path, Source]]:
    for path in files:
        try:
            source, data = read_file(path, now(), max_bytes=max_bytes)
        except FetchError as error:
            refused.append(RefusedFile(path, error))
        else:
            # The bytes first: a row without its bytes would be a paper that nobody can read.
            store.keep_source(source, data)
            yield path, source
