"""Climbs the ladder: the first rung that gives a text is taken, and every rung stays on record."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pipeline.fetch.ladder.rung import LadderRung, MissedError, NotOfferedError, Text
from pipeline.fetch.web.errors import WebError
from pipeline.models.record import Record
from pipeline.models.rungs import Rung, RungOutcome


async def climb(record: Record, ladder: Sequence[LadderRung]) -> tuple[Text | None, tuple[Rung, ...]]:
    """The best text that can be had now, or None, and what was tried for it."""
    tried: list[Rung] = []
    for rung in ladder:
        text, report = await _try(rung, record)
        tried.append(report)
        if text is not None:
            return text, tuple(tried)
    return None, tuple(tried)


async def _try(rung: LadderRung, record: Record) -> tuple[Text | None, Rung]:
    moment = datetime.now(UTC)
    try:
        text = await rung.text(record)
    except NotOfferedError as error:
        return None, Rung(
            rung=rung.name, outcome=RungOutcome.NOT_OFFERED, kind=error.kind, message=error.message, at=moment
        )
    except (MissedError, WebError) as error:
        return None, Rung(
            rung=rung.name,
            outcome=RungOutcome.FAILED,
            kind=error.kind,
            message=error.message,
            at=moment,
            url=error.url if isinstance(error, MissedError) else None,
            transient=error.transient,
        )
    return text, Rung(
        rung=rung.name,
        outcome=RungOutcome.TAKEN,
        kind="taken",
        message=f"{len(text.data):,} bytes of {text.media_type.value}",
        at=moment,
        url=text.url,
        version=text.version,
        licence=text.licence,
    )
