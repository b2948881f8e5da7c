"""A finding on a page, with where it stands there."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.finding import Finding

_LINE: Final = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class PageFinding:
    """What a check saw; `heading` is the nearest one above, empty where there is none."""

    finding: Finding
    heading: str = ""

    @property
    def line(self) -> int | None:
        """The line of the file, counted from 1; None where the place is not one of a file, but a JSON pointer."""
        found = _LINE.match(self.finding.place)
        return int(found.group(1)) if found else None
