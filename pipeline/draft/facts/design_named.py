"""A design with the forms of its name, and whom such names speak of."""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.study import StudyDesign


@dataclass(frozen=True)
class Named:
    """A design and the forms of its name; a paper has it where every form is met, each in a sentence of its own."""

    design: StudyDesign
    forms: tuple[re.Pattern[str], ...]

    def fits(self, text: str) -> bool:
        """Whether one text meets every form."""
        return all(form.search(text) for form in self.forms)


def named(design: StudyDesign, *forms: str) -> Named:
    """A design by regular expressions, whatever their capitals."""
    return Named(design, tuple(re.compile(form, re.IGNORECASE) for form in forms))


WHO: Final = (
    r"(?:patients|subjects|participants|individuals|children|adults|women|men|people|adolescents|youths?"
    r"|students|girls"
    r"|boys|parents|mothers|fathers|caregivers|residents|respondents|members|nurses|physicians|doctors|clinicians"
    r"|practitioners|professionals|surgeons|neurologists|therapists|teachers|workers|athletes|players|veterans"
    r"|households|infants|twins|survivors)"
)
"""People, as studies call those who take part."""
