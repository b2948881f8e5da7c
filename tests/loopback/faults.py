"""Faults drawn by hash: the same seed and the same request always meet the same fate."""

import hashlib
from dataclasses import dataclass, field

TRANSIENT = ("401", "429", "500", "quota", "hang", "drop", "drop_midway")
"""Drawn anew for each request, so that trying again may heal them."""
CONTENT = (
    "cut",
    "refusal",
    "filter",
    "empty",
    "fenced",
    "chatty",
    "wrong_types",
    "object",
    "control",
    "surrogates",
    "html",
    "error_in_200",
    "no_credit_in_200",
    "no_usage",
    "not_json",
    "refusal_in_text",
    "other_words",
    "thoughts",
    "missing_field",
    "extra_field",
    "invented_quote",
    "other_number",
    "null_text",
    "no_limitations",
)
"""What the reply itself is like; by default a paper keeps its fault, however often it is asked about."""


@dataclass(frozen=True)
class Faults:
    """Rates between 0 and 1 by the fault's name."""

    rates: dict[str, float] = field(default_factory=dict)
    seed: int = 0
    sticky: bool = True
    only: str = ""
    """Words that a question must hold for its reply to have a content fault."""

    @classmethod
    def parse(cls, text: str, *, seed: int = 0, sticky: bool = True) -> "Faults":
        """Read `429=0.05,cut=0.05`."""
        rates = {name: float(rate) for name, _, rate in (part.partition("=") for part in text.split(",") if part)}
        unknown = rates.keys() - {*TRANSIENT, *CONTENT}
        if unknown:
            raise ValueError(f"unknown faults {sorted(unknown)}; there are {', '.join((*TRANSIENT, *CONTENT))}")
        return cls(rates, seed, sticky)

    def transient(self, body_hash: str, nth: int) -> str | None:
        """The fault of the n-th request with this body."""
        return self._draw(TRANSIENT, f"{body_hash}/{nth}")

    def content(self, paper: str, nth: int, question: str = "") -> str | None:
        """The fault of the reply about this paper."""
        if self.only not in question:
            return None
        return self._draw(CONTENT, paper if self.sticky else f"{paper}/{nth}")

    def _draw(self, names: tuple[str, ...], what: str) -> str | None:
        point = int.from_bytes(hashlib.sha256(f"{self.seed}/{names[0]}/{what}".encode()).digest()[:7]) / 2**56
        for name in names:
            point -= self.rates.get(name, 0.0)
            if point < 0:
                return name
        return None
