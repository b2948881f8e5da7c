"""What the findings in a summary beside its paper depend on, as one hash: the key under which they may be remembered.

Nothing else has a say: the checks read no clock, no settings and no network. What the settings make of a finding (its
severity), and what people decided about it, is never remembered.
"""

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from pipeline import __version__
from pipeline.config import shipped_prompts
from pipeline.models.finding import Found
from pipeline.models.ids import Sha256

_PACKAGE: Final = Path(__file__).parents[1]
DECIDING: Final = ("checks", "text", "models", "__init__.py", "config.py", "shape", "errors.py")
"""Everything of Layline that is imported where findings are made; a test compares it with what really is."""
LIBRARIES: Final = (
    "annotated-types", "pydantic", "pydantic-core", "pydantic-settings", "python-dotenv", "typing-extensions",
    "typing-inspection",
)  # fmt: skip
CHECK_FAILED: Final = "check_failed"
"""A finding that is never remembered: why a check broke down may be gone the next time."""


@cache
def rules() -> Sha256:
    """The rules by which findings are made: Layline's code and data, its libraries, and Python, to the byte."""
    parts = [__version__, sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]
    parts += (f"{name}\0{Sha256.of(data)}" for name, data in _files())
    return Sha256.of("\n".join(parts).encode())


def may_be_remembered(found: Found) -> bool:
    """Whether every check ran to its end."""
    return all(finding.check != CHECK_FAILED for finding in found.findings)


def findings_key(summary: str, paper: Sha256) -> Sha256:
    """What names the findings in a summary, as the JSON that is stored of it, beside the paper of these bytes' hash.

    Both are to be taken from what is stored at this moment: then what was changed meets no verdict from before.
    """
    return Sha256.of(f"{Sha256.of(summary.encode('utf-8', 'surrogatepass'))}\n{paper}\n{rules()}".encode())


def _files() -> Iterator[tuple[str, bytes]]:
    for place in (*(_PACKAGE / name for name in DECIDING), shipped_prompts()):
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(place.parent).as_posix(), path.read_bytes()
