"""What a service told the processes of a workspace: a file of one line, replaced whole."""

from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError

from pipeline.models.base import Frozen
from pipeline.models.pace import Pace
from pipeline.store.payloads import write_atomically

_FASTEST: Final = 150.0
"""Requests a second; what is announced above that (Crossref's paying pool) is more than a workspace needs."""
_SLOWEST: Final = 60.0
"""Seconds from one request to the next; what is announced beyond that would stop a run, and is more likely a slip."""
_MOST_AT_ONCE: Final = 40
"""As many connections as the client opens."""
_CLOCK_SLACK: Final = 600.0
"""Seconds by which a clock may have been set back before a pause from the future is no longer believed."""


class TurnState(Frozen):
    """The pace that was announced, and when (seconds since the epoch) a pause of so many seconds was asked for."""

    paused_at: float = Field(default=0.0, allow_inf_nan=False)
    pause: float = Field(default=0.0, allow_inf_nan=False)
    pace: Pace | None = None

    def paused_for(self, now: float) -> float:
        """Seconds of the pause that are left; 0 where none are, or where the clock says that it began far ahead."""
        return max(0.0, self.paused_at + self.pause - now) if now > self.paused_at - _CLOCK_SLACK else 0.0


def believed(pace: Pace) -> Pace:
    """An announced pace within what can be meant."""
    spacing = min(max(pace.spacing, 1 / _FASTEST), _SLOWEST)
    within = pace if spacing == pace.spacing else Pace(1, spacing)
    return Pace(within.requests, within.seconds, min(max(pace.at_once, 1), _MOST_AT_ONCE))


def read_state(path: Path) -> TurnState:
    """The state. One that is gone or was spoiled costs a moment of pace, nothing else: it begins anew."""
    try:
        state = TurnState.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return TurnState()
    usable = state.pace is None or (state.pace.requests > 0 and state.pace == believed(state.pace))
    return state if usable else state.model_copy(update={"pace": None})


def write_state(path: Path, state: TurnState) -> None:
    """Replace the state."""
    write_atomically(path, state.model_dump_json().encode())
