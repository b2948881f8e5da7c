"""The reviewer's seat: who reviews, with what, and over which streams."""

from dataclasses import dataclass
from typing import Final

from pipeline.cli.plain.voice import Voice
from pipeline.config import Settings
from pipeline.store.store import Store

HOLD_SECONDS: Final = 900.0
"""How long a paper stays held without a word from its reviewer; each word that is typed renews it."""
EDITOR_SECONDS: Final = 4 * 3_600.0
"""How long it stays held while its reviewer edits the whole draft in an editor, where we hear nothing."""


@dataclass(frozen=True)
class Seat:
    """What every prompt needs."""

    store: Store
    settings: Settings
    person: str
    voice: Voice
