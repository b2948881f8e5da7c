"""Makes real papers, summaries and stores for tests, from the project's fictional samples."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pipeline.config import Workspace
from pipeline.models.draft import Draft, Provenance
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType, Source
from pipeline.models.summary import Summary
from pipeline.parse.document import parse_document
from pipeline.store.parsed import Filing, TakenIn
from pipeline.store.store import Store

SAMPLES = Path(__file__).parents[1] / "data" / "raw"
JATS = SAMPLES / "fictional-standing-trial.xml"
PDF = SAMPLES / "fictional-breathing-study.pdf"
MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@cache
def paper(path: Path = JATS) -> Paper:
    """A sample paper, parsed."""
    media_type = MediaType.PDF if path.suffix == ".pdf" else MediaType.JATS
    return parse_document(path.read_bytes(), media_type, path.name)


@cache
def summary(path: Path = JATS) -> Summary:
    """A sample paper's summary, by extraction."""
    from pipeline.draft.offline import draft_offline

    return draft_offline(paper(path))


def source(data: bytes, media_type: MediaType = MediaType.JATS, origin: str = "paper.xml") -> Source:
    """A source of these bytes."""
    return Source(sha256=Sha256.of(data), media_type=media_type, origin=origin, size=len(data), received_at=MOMENT)


def store(folder: Path) -> Store:
    """A store on a real SQLite file."""
    return Store(Workspace(folder))


def received(opened: Store, data: bytes, media_type: MediaType = MediaType.JATS) -> PaperId:
    """A paper that was received and not parsed yet."""
    one = source(data, media_type)
    opened.keep_source(one, data)
    return opened.papers.add([one])[one.sha256]


def take_in(opened: Store, paper_id: PaperId, read: Paper, media_type: MediaType = MediaType.JATS) -> TakenIn:
    """Record that a received paper was parsed."""
    filing = Filing(read.metadata, read.basis, read.quality)
    return opened.parsed.take_in(paper_id, media_type, filing, read.model_dump_json().encode())


def drafted(opened: Store) -> Draft:
    """The JATS sample, received, parsed, drafted offline, without findings."""
    paper_id = received(opened, JATS.read_bytes())
    take_in(opened, paper_id, paper())
    draft = Draft.of(paper_id, summary(), Provenance(author="offline"), MOMENT)
    opened.drafted.take_in([(draft, ())])
    return draft
