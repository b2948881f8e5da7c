"""The ways in which replies are spoiled, and what is to come of each: the outcome by name, and how it ends."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pipeline.draft.asking.outcome import Outcome


class End(StrEnum):
    """How a draft ends that was spoiled once."""

    DRAFTED = "drafted"
    """The fault heals by asking again, or is taken off: the draft is as good as without it."""
    MENDED = "mended"
    """The checks stop it, and the repair brings it back."""
    FAILED = "failed"
    """No draft comes of it, and the paper says why."""


@dataclass(frozen=True)
class Way:
    """A way to spoil a reply: its name at the loopback server, the outcome on record, the end of the paper."""

    name: str
    outcome: str
    end: End


WAYS: Final = (
    Way("429", "rate_limited", End.DRAFTED),
    Way("500", "transport", End.DRAFTED),
    Way("drop", "transport", End.DRAFTED),
    Way("drop_midway", "transport", End.DRAFTED),
    Way("html", Outcome.TRANSPORT, End.DRAFTED),
    Way("error_in_200", Outcome.TRANSPORT, End.DRAFTED),
    Way("cut", Outcome.CUT_OFF, End.DRAFTED),
    Way("empty", Outcome.EMPTY, End.DRAFTED),
    Way("not_json", Outcome.NOT_JSON, End.DRAFTED),
    Way("wrong_types", Outcome.WRONG_SHAPE, End.DRAFTED),
    Way("missing_field", Outcome.WRONG_SHAPE, End.DRAFTED),
    Way("extra_field", Outcome.WRONG_SHAPE, End.DRAFTED),
    Way("fenced", Outcome.COMPLETE, End.DRAFTED),
    Way("chatty", Outcome.COMPLETE, End.DRAFTED),
    Way("thoughts", Outcome.COMPLETE, End.DRAFTED),
    Way("surrogates", Outcome.COMPLETE, End.MENDED),
    Way("control", Outcome.COMPLETE, End.MENDED),
    Way("object", Outcome.COMPLETE, End.MENDED),
    Way("invented_quote", Outcome.COMPLETE, End.MENDED),
    Way("other_number", Outcome.COMPLETE, End.MENDED),
    Way("null_text", Outcome.COMPLETE, End.MENDED),
    Way("no_limitations", Outcome.COMPLETE, End.MENDED),
    Way("refusal", Outcome.REFUSED, End.FAILED),
    Way("refusal_in_text", Outcome.REFUSED, End.FAILED),
    Way("filter", Outcome.FILTERED, End.FAILED),
)
