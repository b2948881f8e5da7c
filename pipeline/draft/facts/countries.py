"""Where the study took place: the countries of its hospitals, people and ethics committees, not of its authors.

Instruments come from somewhere too, and scales have the names of cities: what stands in a maker's bracket or in front
of `scale` is no place. The abstract comes before the methods, those before the ethics committee, that before a
discussion that says `in the United Kingdom`; the first that names a country is believed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.alternation import by_first_letter
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.places import ADJECTIVES, COUNTRY_OF
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species, StudyDesign

_NAMED: Final = re.compile(
    r"(?<![\w-])(?![a-z])(?:"
    + by_first_letter("|".join(sorted(map(re.escape, COUNTRY_OF), key=len, reverse=True)))
    + r")(?![\w-])"
)
_SETTING: Final = re.compile(
    r"\b(?:conducted|performed|carried out|took place|undertaken|recruit\w*|enrol+\w*|admitted|attending|attended"
    r"|visiting"
    r"|referred|hospitals?|clinics?|cent(?:er|re)s?|universit\w+|departments?|institut\w+|district|province|regions?"
    r"|village|rural|urban|communit\w+|schools?|wards?|residents|residing|living|population|cohort|nationwide"
    r"|national|sample[ds]?|participants|patients|women|children|adults|collected|located|sites?|registry|registers?"
    r"|registries"
    r"|survey|trial"
    r"|facilit\w+|colleges?|study|districts?|general practices|colony|breeding|health services|interviews"
    r"|nurses|students)\b",
    re.IGNORECASE,
)
_ETHICS: Final = re.compile(r"\b(?:ethic(?:s|al)|review board|irb|approved by|approval)\b", re.IGNORECASE)
_NOT_A_PLACE: Final = re.compile(
    r"[\s-]*(?:\w+ )?(?:school of hygiene|scales?|questionnaires?|scores?|tests?|index|criteria|classification"
    r"|coma|cognitive"
    r"|sleep quality"
    r"|neuropathy|inventory|style|staging|assessment|depression|screening|version|language|speak\w*|handicap|society"
    r"|association|college|academy|heart|spinal injury|thoracic|diabetes|psychiatric|guidelines?|translation|pigs?"
    r"|Spinal|Society|edition|medical association|board|definitions?|groups?|investigators|researchers|ancestry|descent"
    r"|dollars?|census|Indian|European(?! (?:hospitals|centres|centers))|National (?:Knowledge|Trial Regist\w+))\b",
    re.IGNORECASE,
)
_OF_AN_INSTRUMENT: Final = re.compile(
    r"(?: [A-Z][\w'\u2019&-]*){1,6} (?:Tests?|Scales?|Scores?|Scoring|Questionnaires?|Inventor(?:y|ies)|Index"
    r"|Indices|Measures?"
    r"|Checklists?)\b"
)
"""`Cleveland Clinic Constipation Scoring System`, `Toronto … Hand Function Test`."""
_SAID_OF_OTHERS: Final = re.compile(
    r"\bdeployed (?:to|in)(?: the)? \Z|\breference (?:values|data|ranges|population) (?:from|of|for) (?:an?|the) \Z"
    r"|\bregistered (?:in|with|at|on) (?:the )?\Z|\bCollege of \Z",
    re.IGNORECASE,
)
"""Where soldiers were sent, whence reference values come, and where a trial was registered."""
_GROUPS: Final = re.compile(
    r"(?:[Pp]redominantly|[Mm]ainly|[Mm]ostly|[Ee]thnic(?:ally)?|Villa|European|African|Mexican|Asian|Latin"
    r"|Native|White|Black|Afro|North|South|Non-Hispanic|Han)[ \u2013-]\Z|Inner \Z"
)
"""`African American` tells of people, not of a place."""
_MAKER: Final = re.compile(
    r"\b(?:inc|ltd|gmbh|corp\w*|co\.|company|ag|llc|plc|s\.?a|b\.?v|a/s|ab|oy|technolog\w*|systems?|software"
    r"|instruments?"
    r"|pharma\w*|laboratories|scientific|spss|stata\w*|sas|ibm|microsoft|siemens|philips|medtronic|sigma|merck"
    r"|roche|pfizer"
    r"|graphpad|manufactur\w+|products?|devices?|biotech\w*|diagnostics|electronics?|healthcare|medical)\b|®|™"
    r"|,? [A-Z]{2}\Z",
    re.IGNORECASE,
)
_PRODUCT: Final = re.compile(
    r"\b(?:kits?|derivative|software|suite|toolbox|vaccine|antibod(?:y|ies)|reagents?|scanner)\b[^.;()]{0,15}\Z",
    re.IGNORECASE,
)
"""What a maker's bracket stands behind, be the maker an institute."""
_COMPANY: Final = re.compile(
    r"\b(?:inc|ltd|gmbh|corp(?:oration)?|llc|plc|SAS Institute|Stata ?Corp|SPSS|IBM|MathWorks|R Foundation)\b",
    re.IGNORECASE,
)
"""No hospital has such a name, even in a town called College Station."""
_OURS: Final = re.compile(
    r"\b(?:hospitals?|universit\w+|clinics?|cent(?:er|re)s?|facilit\w+|wards?|schools?|sites?|units?|practices"
    r"|colleges?|faculty|institutes?|committee)\b",
    re.IGNORECASE,
)
_PEOPLE_OR_PLACE: Final = re.compile(
    r"[ -](?:\w+[ -]){0,3}(?:hospitals?|icus?|intensive care units?|cohort|cent(?:er|re)s?|clinics?|patients"
    r"|women|men|children|population|adults"
    r"|students"
    r"|universit\w+|wards?|schools?|cohorts?|residents|nurses|families|services?|trusts?|registr\w+"
    r"|participants|sample"
    r"|villages?|institutions?|households|veterans|athletes|workers|people|community|communities|provinces?|sites"
    r"|ministry|facilities|farms?|herds?|colleges?|cit(?:y|ies)|subjects|volunteers|infants|adolescents|survey"
    r"|regions?|clinicians"
    r"|adolescents"
    r"|medical products agency|data protection agency|(?:experimental )?animal|ethics|ethical|respondents"
    r"|programs?|stroke|trauma)\b",
    re.IGNORECASE,
)
_MOST: Final = 8
_NOWHERE: Final = frozenset({Species.COMPUTATIONAL})
_OF_MANY: Final = frozenset(
    {
        StudyDesign.META_ANALYSIS,
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.SCOPING_REVIEW,
        StudyDesign.NARRATIVE_REVIEW,
        StudyDesign.COMMENTARY,
    }
)
"""Designs whose countries are those of other studies."""


def countries(
    reading: Reading, design: Known[StudyDesign] | None = None, species: Known[Species] | None = None
) -> tuple[Known[str], ...]:
    """The countries of the first part of the paper that names any, each with its sentence."""
    if (design and design.value in _OF_MANY) or (species and species.value in _NOWHERE):
        return ()
    of_people = species is None or species.value is Species.HUMAN
    for number, sentences in enumerate(_places(reading) if of_people else _of_experiments(reading)):
        if number == 1 and (titled := _of_title(reading)):
            return titled
        found: dict[str, Known[str]] = {}
        for sentence in (each for each in sentences if not _FROM_OTHERS.search(each.quote)):
            for country in _named(sentence.quote):
                found.setdefault(country, known(Known[str], country, sentence))
        if found:
            return tuple(found.values())[:_MOST]
    return ()


def _of_title(reading: Reading) -> tuple[Known[str], ...]:
    """The countries that the title names, each with the first sentence that names it too, else with the title."""
    told = list(quotable(reading.within(SectionKind.ABSTRACT, SectionKind.METHODS, SectionKind.INTRODUCTION)))
    found = []
    for country in dict.fromkeys(_named(reading.title)):
        proof = next((s for s in told if country in _named(s.quote) and not _FROM_OTHERS.search(s.quote)), None)
        proof = proof or reading.titled
        found += [known(Known[str], country, proof)] if proof else []
    return tuple(found)


def _places(reading: Reading) -> Iterator[list[Sentence]]:
    abstract = list(quotable(reading.abstract(Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSION)))
    methods = list(quotable(reading.within(SectionKind.METHODS)))
    ethics = list(quotable(reading.within(SectionKind.ETHICS)))
    yield [s for s in abstract if _SETTING.search(s.quote)]
    yield [s for s in methods if _TOLD.search(s.quote) and not _ETHICS.search(s.quote)]
    yield [s for s in quotable(reading.within(SectionKind.RESULTS)[:_FIRST_RESULTS]) if _TAKEN_IN.search(s.quote)]
    yield [s for s in methods if _SETTING.search(s.quote) and not _ETHICS.search(s.quote)]
    yield [s for s in [*methods, *ethics] if _ETHICS.search(s.quote)]
    yield [s for s in quotable(reading.abstract(Role.BACKGROUND)) if _TAKEN_IN.search(s.quote) and not s.citations]
    yield _own(reading.within(SectionKind.INTRODUCTION)[-3:])
    yield _own(reading.within(SectionKind.LIMITATIONS, SectionKind.RESULTS, SectionKind.DISCUSSION))


def _of_experiments(reading: Reading) -> Iterator[list[Sentence]]:
    """Animals and reagents come from everywhere: only where the study itself took place."""
    told = [*reading.abstract(Role.METHODS, Role.AIM), *reading.within(SectionKind.METHODS)]
    results = reading.within(SectionKind.RESULTS)[:_FIRST_RESULTS]
    yield [s for s in quotable([*told, *results]) if _IN_THE_FIELD.search(s.quote)]
    yield [s for s in quotable(told) if _TOOK_PLACE.search(s.quote) and not _ETHICS.search(s.quote)]
    ethics = [*reading.within(SectionKind.METHODS), *reading.within(SectionKind.ETHICS)]
    yield [s for s in quotable(ethics) if _ETHICS.search(s.quote) and _COMMITTEES.search(s.quote)]


_COMMITTEES: Final = re.compile(
    r"\bapproved by (?:the )?(?:[\w-]+ ){0,6}(?:ethics|ethical) committee\b|"
    r"\banimals?\b[^.;]{0,60}\b(?:committee|board|council|authority|inspectorate)\b"
    r"|\b(?:committee|board|council|authority)\b[^.;]{0,60}\banimals?\b",
    re.IGNORECASE,
)
_IN_THE_FIELD: Final = re.compile(
    r"\b(?:wild|free-(?:ranging|living)|feral) (?:[\w-]+ ){1,4}(?:in|on|of|from|at)\b"
    r"|\bfield (?:environments?|experiments?|trials?|sites?|plots?|stations?)\b"
    r"|\bfield ?work (?:\w+ ){0,3}(?:in|at|on)\b|\bendemic to\b|\btype locality\b"
    r"|\b(?:captured|caught|trapped|netted|tagged|tracked|filmed|recorded|surveyed|sampled|collected|taken|planted"
    r"|monitored|established|grown|studied) (?:[\w'\u2019-]+,? ){0,9}"
    r"(?:during|in|at|from|on|by|off|near|along) (?:[\w-]+,? ){0,6}(?:survey|waters|islands?|coast|national parks?"
    r"|reserves?|forests?|lakes?|reservoirs?|rivers?|department of natural resources|field sites?|localities"
    r"|farms?|villages?)\b",
    re.IGNORECASE,
)
"""Wild animals live where they were caught, whichever university's committee on animals approved it."""
_TOOK_PLACE: Final = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|experiments?|field ?work|all procedures) (?:was|were) (?:conducted|performed"
    r"|carried out)"
    r"|\b(?:study|experiment) took place\b|\b(?:samples|animals) were (?:all )?(?:collected|captured) (?:from|at|in"
    r"|on)\b",
    re.IGNORECASE,
)
_FIRST_RESULTS: Final = 20
"""Sentences: who took part, and where, is told at the beginning."""
_TAKEN_IN: Final = re.compile(
    r"\b(?:enrol+ed|recruited|randomi[sz]ed|randomly (?:assigned|allocated)|participated|took part)\b", re.IGNORECASE
)
_TOLD: Final = re.compile(
    r"\b(?:(?:study|trial|survey|interviews|research|experiments?) (?:was|were|took)|conducted|carried out|recruited"
    r"|enrolled|admitted|attending|setting|took place)\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(
    r"\b(?:this|our|the present|the current) (?:\w+ ){0,2}(?:study|trial|sample|cohort|survey|data|hospital"
    r"|population"
    r"|setting|centre|center|case series|series|findings)\b|\bwe (?:conducted|recruited|studied|included)\b",
    re.IGNORECASE,
)


def _own(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [s for s in quotable(sentences) if _SELF.search(s.quote) and not s.citations]


_FROM_OTHERS: Final = re.compile(
    r"\b(?:previous|prior|earlier|other|another) (?:\w+ )?(?:stud(?:y|ies)|trials?|work)\b"
    r"|\b(?:packed|packaged|shipped|sent|transported|sequenced) (?:\w+ )?(?:in|to|at)\b"
    r"|\bcentral laborator\w+|\bet al\b|\bgift\b"
    r"|\bkindly\b"
    r"|\b(?:purchased|(?<!consent was )(?<!consent were )obtained|supplied|bought|provided|manufactured"
    r"|imported|donated) (?:from|by)\b"
    r"|\b(?:sphygmomanometers?|apparatus|analy[sz]ers?|monitors?|spectrometers?|microscopes?|dynamometers?|cameras?)\b"
    r"[^;]{0,120}\b(?:was|were) used (?:to|for)\b",
    re.IGNORECASE,
)
"""What others did, and where instruments and reagents come from."""


def _named(text: str) -> Iterator[str]:
    for found in _NAMED.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if _OF_AN_INSTRUMENT.match(after) or _SAID_OF_OTHERS.search(before):
            continue
        if _NOT_A_PLACE.match(after) or _GROUPS.search(before[-15:]) or _in_makers_bracket(text, found):
            continue
        if found.group() not in ADJECTIVES or _PEOPLE_OR_PLACE.match(after):
            yield COUNTRY_OF[found.group()]


def _in_makers_bracket(text: str, found: re.Match[str]) -> bool:
    """Whether the place stands in a bracket that tells who made something: `(Codman, Raynham, MA, USA)`."""
    opened = max(text.rfind("(", 0, found.start()), text.rfind("[", 0, found.start()))
    closed = max(text.rfind(")", 0, found.start()), text.rfind("]", 0, found.start()))
    if opened <= closed:
        near = text[max(0, found.start() - 40) : found.start()]
        return _MAKER.search(near) is not None and not _OURS.search(near)
    bracket = text[opened : found.end()]
    if _COMPANY.search(bracket):
        return True
    if _PRODUCT.search(text[max(0, opened - 40) : opened]):
        return True
    ours = _OURS.search(bracket) or _OURS.search(text[max(0, opened - 60) : opened])
    return not ours
