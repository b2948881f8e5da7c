"""How fast a service may be asked."""

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
