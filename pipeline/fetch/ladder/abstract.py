"""The last rung: no full text is to be had, but an abstract; the reader is told."""

from pipeline.fetch.ladder.rung import NotOfferedError, Text
from pipeline.models.record import Record
from pipeline.models.record_metadata import licence_of, usual_version
from pipeline.models.rungs import RungName
from pipeline.models.source import MediaType


class Abstract:
    """The record itself, whose abstract will be read."""

    name = RungName.ABSTRACT

    async def text(self, record: Record) -> Text:
        """The record as bytes. Raises NotOfferedError."""
        if record.abstract is None:
            raise NotOfferedError("no service has an abstract")
        url = next(account.url for account in record.accounts if account.service in record.abstract.by)
        data = record.model_dump_json().encode()
        return Text(data, MediaType.RECORD, url, usual_version(record), licence_of(record, usual_version(record)))
