"""A record as scripts read it."""

from collections.abc import Sequence
from typing import Any

from pipeline.models.licence_class import licence_class
from pipeline.models.notice import holding
from pipeline.models.paper import Licence
from pipeline.models.record import Record
from pipeline.models.record_metadata import licence_of, usual_version
from pipeline.models.rungs import Rung, taken


def record_json(record: Record, rungs: Sequence[Rung]) -> dict[str, Any]:
    """What is known, who says so, where they disagree, and what was tried for the text."""
    licence = licence_at_hand(record, rungs)
    return {
        "record": record.model_dump(mode="json", exclude={"accounts"}),
        "licence": licence.model_dump(mode="json") if licence else None,
        "licence_class": licence_class(licence, is_open=record.is_open).value,
        "retracted": bool(holding(record.notices)),
        "accounts": [account.model_dump(mode="json") for account in record.accounts],
        "rungs": [rung.model_dump(mode="json") for rung in rungs],
    }


def licence_at_hand(record: Record, rungs: Sequence[Rung]) -> Licence | None:
    """The licence of the very text that was taken or, where none was, of the version of record."""
    chosen = taken(tuple(rungs))
    return (chosen.licence if chosen else None) or licence_of(record, usual_version(record))
