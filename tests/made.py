"""Makes real papers, summaries and stores for tests, from the project's fictional samples."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from pipeline import decide
from pipeline.case import open_case
from pipeline.checks.runner.summaries import grade_of
from pipeline.config import Settings, Workspace
from pipeline.export.contract import Approval, PublishedPage, PublishedProvenance, PublishedStatus
from pipeline.export.display import display_of
from pipeline.export.file_names import file_name
from pipeline.export.reading import reading_level_of
from pipeline.models.draft import Draft, Provenance
from pipeline.models.hashing import content_hash
from pipeline.models.ids import Doi, PaperId, Sha256
from pipeline.models.licence_class import LicenceClass
from pipeline.models.notice import Notice
from pipeline.models.paper import Paper
from pipeline.models.record import Record
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


def page(of: Summary | None = None, paper_id: str = "10.5555/layline.sample.0001") -> PublishedPage:
    """A published page of the JATS sample's summary, or of another one."""
    content = of or summary()
    return PublishedPage(
        schema_version="1.0",
        id=paper_id,
        name=file_name(paper_id),
        summary=content,
        display=display_of(content),
        reading_level=reading_level_of(grade_of(content)),
        status=PublishedStatus(notices=(), is_preprint=False, checked_at=None),
        licence_class=LicenceClass.OPEN,
        provenance=PublishedProvenance(
            author="offline",
            prompt_name=None,
            prompt_version=None,
            drafted_at=MOMENT.isoformat(),
            source_sha256=Sha256.of(b"x"),
            notes=(),
        ),
        approval=Approval(approved_by=("Ada",), approved_at=MOMENT.isoformat(), content_hash=content_hash(content)),
        waived=(),
        corrections=(),
    )


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


def record(*notices: Notice) -> Record:
    """A record that knows nothing of its paper but these notices."""
    empty: dict[str, object] = dict.fromkeys(("doi", "pmid", "pmcid", "title", "authors", "journal", "published"))
    empty |= dict.fromkeys(("article_type", "language", "abstract", "is_open", "published_version"))
    lists = dict.fromkeys(("licences", "preprints", "links", "conflicts", "accounts", "unknown_to", "unheard"), ())
    return Record.model_validate({**empty, **lists, "is_preprint": False, "notices": notices, "checked_at": MOMENT})


def approved(opened: Store, number: int = 0) -> PaperId:
    """The JATS sample under a DOI and title of its own for each number, drafted offline, and approved by Ada."""
    doi, title = Doi(f"10.5555/layline.made.{number:05}"), f"Supported standing and leg spasms, study {number}"
    read, content = paper(), summary()
    read = read.model_copy(update={"metadata": read.metadata.model_copy(update={"doi": doi, "title": title})})
    content = content.model_copy(
        update={"citation": content.citation.model_copy(update={"doi": doi, "title": title})},
    )
    return approved_as(opened, number, read, content)


def approved_as(opened: Store, number: int, read: Paper, content: Summary) -> PaperId:
    """This paper with this summary, approved by Ada."""
    paper_id = received(opened, JATS.read_bytes() + f"<!-- {number} -->".encode())
    take_in(opened, paper_id, read)
    opened.drafted.take_in([(Draft.of(paper_id, content, Provenance(author="offline"), MOMENT), ())])
    decide.approve(opened, Settings(), paper_id, "Ada")
    return paper_id


def edited(opened: Store, words: str, text: str, reason: str = "") -> None:
    """A paper whose first limitation Ben put in other words."""
    case = open_case(opened, opened.papers.find(words), Settings())
    decide.edit_statement(opened, Settings(), case, "/limitations/0", text, "Ben", reason)


def approved_anew(opened: Store, words: str) -> str:
    """A paper as it stands now, looked through and approved by Ada; the moment of it (ISO 8601, UTC)."""
    case = open_case(opened, opened.papers.find(words), Settings())
    decide.mark_seen(opened, case, "Ada", case.statements)
    return decide.approve(opened, Settings(), words, "Ada").decision.at.isoformat()
