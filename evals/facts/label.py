"""One paper's labels, and the file that they stand in."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from pipeline.models.study import AisGrade, InjuryLevel, SampleUnit, Species, StudyDesign, TimeSinceInjury


class Label(BaseModel):
    """What a reader found in one paper, as `README.md` beside this file tells; None where nothing fits or is stated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    design: StudyDesign | None
    design_also: tuple[StudyDesign | None, ...] = ()
    species: Species
    species_also: tuple[Species, ...] = ()
    n: int
    n_unit: SampleUnit | None
    n_also: tuple[int, ...] = ()
    duration: tuple[str, ...]
    country: tuple[str, ...]
    registration: tuple[str, ...]
    ais_grades: tuple[AisGrade, ...] | None = None
    injury_levels: tuple[InjuryLevel, ...] | None = None
    time_since_injury: TimeSinceInjury | Literal[""] | None = None
    """These three of papers on spinal cord injury alone; None where nobody looked, empty where it is not stated."""
    note: str = ""


def read_labels(path: Path) -> list[Label]:
    """The labels of a file. Raises OSError, TOMLDecodeError or ValidationError where it is not one."""
    return [Label.model_validate(_typed(entry)) for entry in tomllib.loads(path.read_text("utf-8"))["paper"]]


def _typed(entry: dict[str, object]) -> dict[str, object]:
    """TOML has no null: an empty design, or unit of a number that is not stated, stands for none."""
    also = entry.get("design_also")
    named = [design or None for design in also] if isinstance(also, list) else []
    return entry | {"design": entry["design"] or None, "design_also": named, "n_unit": entry["n_unit"] or None}
