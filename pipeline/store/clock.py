"""The time, as the store writes it."""

from datetime import UTC, datetime


def now() -> datetime:
    """Now, in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def stamp(moment: datetime | None = None) -> str:
    """A moment as ISO 8601 text that sorts in the order of time."""
    return (moment or now()).isoformat(timespec="milliseconds")
