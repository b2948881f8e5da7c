"""Harms that are told by their own names: `Nausea was reported by three`, `two had a wound infection after surgery`.

Bleeding may be what was tried did to people, what it was to prevent, or what they came with. It is told as a harm where
a trial found it and did not set out to change it, or where a sentence itself ties it to what was done.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role, states_aim
from pipeline.models.paper import SectionKind

_NAMES: Final = (
    r"(?:deaths?|die[ds]|(?:major |minor |serious )?bleedings?|ha?ematomas?|ha?emorrhages?"
    r"|(?:wound|surgical[- ]site|urinary tract|chest|deep|device|driveline|implant) infections?|infections?|sepsis"
    r"|thrombos[ie]s|embolisms?|ruptures?|fractures?|pressure (?:sores?|injur(?:y|ies)|ulcers?)|ulcers?"
    r"|(?:skin )?abrasions?|blisters?|burns?|bruis(?:es|ing)|pneumonia|seizures?|convulsions?|nausea|vomiting|dizziness"
    r"|motion sickness|(?:a )?(?:transient )?headaches?|falls?|rash|itching|diarrh(?:o)?ea|constipation|dry mouth"
    r"|drowsiness|somnolence|sedation|insomnia|(?:vivid )?dreams|syncope|fainting|hypotension|hypertension"
    r"|autonomic dysreflexia|leaks?|swelling|(?:shoulder|bone|back|neck|muscle|chest|abdominal|injection[- ]site) pain"
    r"|thrombocytopenia|allodynia|hyperalgesia|overgrowth|broken ribs?|explantations?)"
)
_OF_DEATH: Final = re.compile(r"death|die[ds]", re.IGNORECASE)
_TRIED: Final = (
    r"(?:surger(?:y|ies)|operations?|procedures?|decompression|implant\w*|shunt\w*|graft\w*|transplant\w*|injections?"
    r"|infusions?|stimulation|treatments?|therap(?:y|ies)|interventions?|training|sessions?|doses?|drugs?|medication"
    r"|placebo|device|exoskeleton|laminectomy|catheteri[sz]ation|biopsy)"
)
_SO_MANY: Final = (
    r"(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:-\w+)?|\d+|both|several|some|many|more|none|most)"
)
_HAPPENED: Final = (
    r"(?:occurred|occurs|developed|appeared|happened|did not occur|(?:was|were) (?:also )?(?:seen|found|reported"
    r"|observed|noted|recorded|diagnosed|common(?:er)?|(?:more|less) (?:common|frequent)|rare|mild|transient)"
    r"|(?:was|were) (?:the )?(?:commonest|most (?:common|frequent)))"
)
_HAD: Final = r"(?:had|ha(?:ve|s)|developed|reported|suffered|sustained|experienced|complained of|got|broke)"
_COMES_TO_PASS: Final = re.compile(
    rf"\b(?P<one>{_NAMES})\b(?: [\w-]+){{0,3}} {_HAPPENED}\b"
    rf"|\b{_HAD} (?:[\w,-]+ ){{0,5}}?(?P<two>{_NAMES})\b"
    rf"|\bthere (?:was|were) (?:[\w,-]+ ){{0,5}}?(?P<three>{_NAMES})\b"
    rf"|\b{_SO_MANY} (?:[\w-]+ ){{0,8}}?(?:had )?(?P<four>died)\b"
    rf"|\b(?P<five>deaths?) (?:occurred|were reported)\b",
    re.IGNORECASE,
)
"""A named harm, and that it happened or did not."""
_TIED: Final = re.compile(
    rf"\b(?:after|following|during) (?:[\w-]+ ){{0,3}}?{_TRIED}\b[^.;]{{0,40}}?\b{_HAD} [^.;]{{0,40}}?"
    rf"\b(?P<one>{_NAMES})\b"
    rf"|\b(?P<two>{_NAMES})\b[^.;]{{0,60}}?\b(?:more (?:frequent|common)|commoner|higher|increased|occurred|seen"
    rf"|developed)\b[^.;]{{0,20}}? (?:with|after|following|during) (?:[\w-]+ ){{0,3}}?{_TRIED}\b"
    rf"|\b(?:caused|led to|resulted in|induced) (?:[\w-]+ ){{0,3}}?(?P<three>{_NAMES})\b",
    re.IGNORECASE,
)
"""A named harm that came with, or after, what was done."""
_GIVEN_UP: Final = re.compile(
    r"\b(?:with(?:drew|drawn)|stopped|discontinued|dropped out|removed|explanted|hospitali[sz]ed)\b[^.;]{0,60}?"
    rf"\b(?:because of|owing to|due to|on account of|with|for) (?:[\w-]+ ){{0,4}}?(?P<one>{_NAMES})\b"
    r"|\b(?:stopped|terminated|halted|ended) (?:\w+ ){0,3}(?:for|because of|owing to|due to) (?:\w+ )?(?P<two>harms?"
    r"|safety|toxicity)\b",
    re.IGNORECASE,
)
"""Somebody gave up, or a trial was stopped, because of a harm."""
_IN_HOSPITAL: Final = re.compile(
    r"\b(?:in-hospital|peri-?operative|post-?operative|30-day) (?:mortality|deaths?)\b"
    r"|\bdied (?:in (?:the )?hospital|(?:during|after|following) (?:the )?(?:surgery|operation))\b",
    re.IGNORECASE,
)
_OPERATES: Final = re.compile(
    r"\b(?:surger(?:y|ies)|surgical|operati(?:on|ve)|decompression|implantation|\w+ectomy)\b", re.IGNORECASE
)
_BEFORE_OR_BETTER: Final = re.compile(
    r"\b(?:at baseline|at admission|on admission|on presentation|present(?:ed|ing)|histor(?:y|ies) of|previous(?:ly)?"
    r"|prior|caused by|cause of injury|mechanism|exclu\w+|eligib\w+|response rate|follow-up was|lost to|less(?! common)"
    r"|fewer|lower|reduc\w+|decreas\w+|declin\w+|prevent\w*|protect\w*|improv\w+|risk factors?|predict\w*|associat\w+"
    r"|odds|hazard|relie[fv]\w*)\b|\A(?:if|unless|whether|when)\b",
    re.IGNORECASE,
)
"""What people came with, what became rarer, and what goes along with what."""
_MEASURED: Final = re.compile(r"\b(?:outcomes?|endpoints?|end points?)\b", re.IGNORECASE)
_SAFETY: Final = re.compile(r"\b(?:safety|adverse|harms?|side[- ]effects?|tolerab\w+)\b", re.IGNORECASE)
_STEM: Final = 6
"""Letters by which `ulcer` and `ulceration`, `thrombosis` and `thromboembolism` are one."""


class NamedHarms:
    """What one paper may tell of named harms. `in_trial`: whether something was tried on those who had them."""

    def __init__(self, reading: Reading, *, in_trial: bool) -> None:
        self._in_trial = in_trial
        self._of_operation = _OPERATES.search(reading.title) is not None
        self._studied = " ".join(_studied(reading)).casefold()

    def tells(self, text: str) -> bool:
        """Whether a sentence tells of a named harm of what was done."""
        if _BEFORE_OR_BETTER.search(text):
            return False
        forms = (_TIED, _GIVEN_UP, *([_COMES_TO_PASS] if self._in_trial else []))
        named = (found for form in forms for found in form.finditer(text))
        return any(map(self._is_harm, named)) or self._is_of_operation(text)

    def _is_of_operation(self, text: str) -> bool:
        return self._of_operation and not self._are_deaths_studied() and _IN_HOSPITAL.search(text) is not None

    def _is_harm(self, found: re.Match[str]) -> bool:
        name = next(name for name in found.groups() if name).casefold()
        if _OF_DEATH.fullmatch(name):
            return not self._are_deaths_studied()
        return name.split()[-1].rstrip("s")[:_STEM] not in self._studied

    def _are_deaths_studied(self) -> bool:
        return any(word in self._studied for word in ("death", "mortality", "surviv", "die", "fatal", "life expect"))


def _studied(reading: Reading) -> Iterator[str]:
    """The title, what was asked, and what was counted as the outcome: what stands there is no side effect."""
    yield reading.title
    told = reading.within(SectionKind.ABSTRACT)
    yield from (s.quote for s in told if s.role is Role.AIM or states_aim(s.quote))
    measured = [*reading.abstract(Role.METHODS), *reading.within(SectionKind.METHODS)]
    yield from (s.quote for s in measured if _MEASURED.search(s.quote) and not _SAFETY.search(s.quote))
