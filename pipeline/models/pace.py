"""How fast a service may be asked, and that it is not to be asked for now."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """So many requests an interval (seconds), and so many at once."""

    requests: float
    seconds: float = 1.0
    at_once: int = 4

    @property
    def spacing(self) -> float:
        """Seconds from one request to the next."""
        return self.seconds / self.requests


class PausedError(Exception):
    """A service asked to be left alone for longer than the caller would wait; `seconds` are left."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"paused for {seconds:.0f} s more")
        self.seconds = seconds
