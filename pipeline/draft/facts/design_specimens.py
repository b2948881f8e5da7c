"""Studies of things on the bench that come from nobody: printed teeth, milled crowns, cements in a machine."""

import re
from typing import Final

from pipeline.draft.facts.design_proofs import proved
from pipeline.draft.facts.design_told import Told, of_this_study
from pipeline.draft.facts.subjects import TAKERS_PART
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign

_SPECIMENS: Final = re.compile(
    r"\b(?:specimens?|discs?|disks?|blocks|crowns|bars|beams|resin|extracted (?:\w+ )?teeth|cadaver\w*|sawbones"
    r"|composites?|alloys?|cements?|scaffolds?)\b[^.;]{0,80}\b(?:per|were|was|of each|each) (?:\w+ ){0,3}(?:printed"
    r"|fabricated|prepared|milled|made|cast|cured|bonded|loaded|polished|sectioned|immersed|cut|assigned|divided"
    r"|group|material|tested|mounted|embedded)\b|\bspecimens per (?:group|material|condition)\b|\bin[- ]vitro study\b",
    re.IGNORECASE,
)


def of_specimens(told: Told) -> Known[StudyDesign] | None:
    """A study of specimens, where the abstract knows of nobody who took part."""
    if any(TAKERS_PART.search(s.quote) for s in told.abstract):
        return None
    return proved(StudyDesign.IN_VITRO, _SPECIMENS, of_this_study([*told.abstract, *told.methods]))
