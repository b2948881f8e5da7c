"""Workspaces for the reviewer's app: a fictional paper whose draft has something of everything that wants an eye."""

from functools import cache
from pathlib import Path

from pipeline.checks.runner.summaries import check_summary
from pipeline.models.claim import Claim
from pipeline.models.draft import Draft, Provenance
from pipeline.models.finding import Finding
from pipeline.models.ids import PaperId
from pipeline.models.missing import MissingReason
from pipeline.models.source import MediaType
from pipeline.models.summary import Summary
from tests import made

WRONG = "Standing in a frame cut leg spasms from 9.4 to 5.1 a day."
"""Says 5.1 where the paper says 6.1: a blocking finding, and a warning."""
RIGHT = "Standing in a frame cut leg spasms a day."
UNPROVED = "What standing costs was not studied."
DOI = "10.5555/layline.sample.0001"


@cache
def flawed() -> Summary:
    """The sample's summary with a wrong number in the first key message and a limitation that nothing proves."""
    good = made.summary()
    first, *others = good.key_messages
    unproved = Claim(text=UNPROVED, unproved=MissingReason.NOT_IN_SOURCE)
    return good.model_copy(
        update={
            "key_messages": (first.model_copy(update={"text": WRONG}), *others),
            "limitations": (unproved, *good.limitations[1:]),
        }
    )


@cache
def _findings(summary: Summary, path: Path) -> tuple[Finding, ...]:
    return check_summary(summary, made.paper(path))


def workspace_with(folder: Path, summary: Summary, path: Path = made.JATS, *, title: str | None = None) -> PaperId:
    """A workspace in which this summary of a sample, perhaps under another title, waits for review."""
    read = made.paper(path)
    titled = read.model_copy(update={"metadata": read.metadata.model_copy(update={"title": title})}) if title else read
    media_type = MediaType.PDF if path.suffix == ".pdf" else MediaType.JATS
    with made.store(folder) as store:
        paper_id = made.received(store, path.read_bytes(), media_type)
        made.take_in(store, paper_id, titled, media_type)
        draft = Draft.of(paper_id, summary, Provenance(author="offline"), made.MOMENT)
        store.drafted.take_in([(draft, _findings(summary, path))])
    return paper_id
