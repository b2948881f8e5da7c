"""Plants, and what lives on them, where they grow."""

from pipeline.draft.facts.declared import usual_kind
from pipeline.draft.facts.nobody import told_in_front
from pipeline.draft.facts.subjects import OUT_OF_DOORS, PLANTS
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import Species


def out_of_doors(found: Known[Species] | None, reading: Reading) -> Known[Species] | None:
    """Plants where they grow are whole, and none of the kinds that there are; of microbes there, parts were studied."""
    if found is None or found.value is not Species.CELL_OR_TISSUE or not told_in_front(reading, OUT_OF_DOORS):
        return found
    if told_in_front(reading, PLANTS):
        return Known[Species](value=Species.NOT_APPLICABLE, evidence=found.evidence)
    return found if usual_kind(reading.paper.metadata) is Species.CELL_OR_TISSUE else None
