"""Whether a sentence of the body tells of this study: methods hold many lengths, and most of them are of steps.

Where people took part, a sentence must name them or what the study is made of. Where animals, plants, cells or data
were studied, nearly every length is that of a step (housing, recovery, culture), so the study itself must be named.
"""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import Species

_PEOPLE: Final = re.compile(
    r"\b(?:patients?|participants?|subjects|volunteers|adults|adolescents|child|children|pupils|students|infants"
    r"|newborns"
    r"|neonates|women|men|mothers|residents|respondents|families|households|athletes|players|workers|nurses|physicians"
    r"|clinicians|practices|clinics|hospitals|schools|villages|wards|people|persons?|individuals|survivors"
    r"|caregivers|carers"
    r"|couples|users|vendors|veterans|admissions|births|deaths|cases|registr(?:y|ies)|registers?|charts"
    r"|medical records|interviews)\b",
    re.IGNORECASE,
)
_STUDY: Final = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|surveys?|questionnaires?|interventions?|program(?:me)?s?|protocol|experiment"
    r"|recruit\w*"
    r"|enrol\w*|randomi[sz]\w*|field ?work|surveillance|follow\w*|outcomes?|assessments?|endpoints?|baseline|sessions?"
    r"|treatments?|treated|therapy|training|supplement\w*|diar(?:y|ies)|visits?|medication|placebo|groups?|arms?"
    r"|took place|minutes each|(?:a|per) (?:week|day)|each|daily|weekly|data collection|data were collected|they|we)\b",
    re.IGNORECASE,
)
_ITSELF: Final = re.compile(
    r"\b(?:this|the|our|present|whole|entire|total|each|first|second|main|field|feeding|\w+-(?:day|week|month|year)) "
    r"(?:[\w-]+ )?(?:study|experiment|trial|survey|intervention)\b(?! (?:of|by|from) [A-Z])"
    r"|\b(?:experimental|study|trial|feeding|treatment|sampling|observation|monitoring|intervention) "
    r"(?:periods?|phases?)\b"
    r"|\b(?:experiments?|trials?|surveys?|field ?work|sampling|trapping|monitoring|observations) (?:was|were) "
    r"(?:conducted|carried out|performed|run|done|made)\b"
    r"|\b(?:experiment|trial|study|field ?work) (?:lasted|ran|took)\b|\bdata collection\b",
    re.IGNORECASE,
)
_OUT_OF_DOORS: Final = re.compile(
    r"\b(?:tagged|trapped|captured|caught|ringed|banded|censused|counted|surveyed|monitored|sighted|sightings|filmed"
    r"|colony"
    r"|nests?|nest ?boxes|field|breeding|plots?|transects?|herds?|farms?|reefs?|islands?|forests?|released)\b",
    re.IGNORECASE,
)
_BY_OTHERS: Final = re.compile(
    r"\bothers (?:have |had )?(?:collected|recorded|published|reported)\b|\bby others\b"
    r"|\b(?:an?|the) public (?:study|data)"
    r"|\bpublic(?:ly available)? (?:data|database|repositor|dataset)|\btaken from (?:[\w-]+ ){0,3}reports\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:taken|derived|drawn|adopted|came|comes?|estimated|known) from (?:an?|another|one|two|earlier|previous"
    r"|the literature|published|public)\b"
    r"|\b(?:example|test) data\b"
    r"|\bdownloaded\b|\bdonors?\b|\bmuseums?\b|\bisolates?\b|\bspecimens\b|\bbiobank\b|\bcell lines?\b",
    re.IGNORECASE,
)
"""Where a part of the work came from; that others did it is told by `_BY_OTHERS`."""
_CITED: Final = re.compile(
    r"\b(?:in|from|by|of) (?:an?|another|one|two|several|earlier|previous|recent|other|a number of) (?:[\w-]+ ){0,4}"
    r"(?:trials?|study|studies|cohorts?|surveys?|reviews?|meta-analys[ei]s|authors)\b",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(
    r"\[\d{1,3}(?:[,\u2013-] ?\d{1,3})*\]|\b[A-Z]\w+ et al\b|\(\w+(?: and \w+)?,? (?:19|20)\d\d\)"
)
_SIMULATED: Final = re.compile(
    r"\b(?:we|were|was) simulate|\bsimulated (?:data|stud|trial|year|cohort|population|epidemic|campaign|for|over|from)"
    r"|\bsimulations? (?:of|over|ran|were|was)\b|\bburn-?in\b|\b(?:is|are|was|were) assumed\b"
    r"|\bassum(?:ed|ing) (?:that|to)\b|\bprojected\b|\bhorizon\b"
    r"|\b(?:model|chains?|algorithm|simulation) (?:was|were) (?:run|trained|fitted|iterated)\b"
    r"|\bvirtual (?:patients|cohort|trial|population)|\bin silico\b"
    r"|\bwould (?:have )?(?:avert|cost|save|have to)|\bmodelled over\b"
    r"|\b(?:cost-effectiveness|markov|decision|transmission|mathematical|dynamic|economic|simulation) "
    r"(?:[\w-]+ )?models?\b",
    re.IGNORECASE,
)
"""Years that were computed, in which nobody lived."""


_MODELLED: Final = re.compile(
    r"\bmodell?ing (?:study|analysis|approach)\b|\b(?:micro)?simulation (?:study|model)|\bmathematical model"
    r"|\b(?:markov|compartmental|agent-based|dynamic) model|\bmodel-based (?:\w+ )?(?:analysis|evaluation|projection)",
    re.IGNORECASE,
)


def is_modelled(title: str) -> bool:
    """Whether a title tells of years that were computed alone."""
    return _MODELLED.search(title) is not None


def of_people(species: Known[Species] | None) -> bool:
    """Whether people took part, as far as is known."""
    return species is not None and species.value in (Species.HUMAN, Species.MIXED)


def is_computed(sentence: Sentence) -> bool:
    """Whether its years are those of a model."""
    return _SIMULATED.search(sentence.quote) is not None


def done_by_others(sentence: Sentence) -> bool:
    """Whether it tells outright of what others did."""
    return _BY_OTHERS.search(sentence.quote) is not None


def is_of_others(sentence: Sentence) -> bool:
    """Whether it tells of another study, or of data and material that come from elsewhere."""
    if done_by_others(sentence) or _ELSEWHERE.search(sentence.quote):
        return True
    cites = bool(sentence.citations) or _REFERENCE.search(sentence.quote) is not None
    return cites and _CITED.search(sentence.quote) is not None


def of_this_study(sentences: Iterable[Sentence], *, in_people: bool) -> list[Sentence]:
    """The sentences of the body whose lengths can be those of the study."""
    told = [each for each in sentences if not is_computed(each) and not is_of_others(each)]
    return [each for each in told if _PEOPLE.search(each.quote) or _names_it(each, in_people=in_people)]


_MEASURED: Final = re.compile(
    r"\b(?:was|were) (?:[\w-]+ ){0,2}(?:tested|assessed|evaluated|performed|measured|examined|killed|sacrificed"
    r"|euthani[sz]ed|harvested|recorded|imaged|scanned|collected|sampled|weighed|counted|taken|compared|analy[sz]ed)\b",
    re.IGNORECASE,
)


def told_as_done(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those that tell that something was measured; what was seen some days after a step is a finding."""
    return [each for each in sentences if _MEASURED.search(each.quote)]


def out_of_doors(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those that tell of animals and plants where they live."""
    return [
        each
        for each in sentences
        if _OUT_OF_DOORS.search(each.quote) and not is_computed(each) and not is_of_others(each)
    ]


def _names_it(sentence: Sentence, *, in_people: bool) -> bool:
    return (_STUDY if in_people else _ITSELF).search(sentence.quote) is not None
