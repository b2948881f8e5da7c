"""Limitations: what the authors themselves hold against their study."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from pipeline.draft.reading.pointing_back import points_back
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick, tells_of_others
from pipeline.draft.statements.plain_limits import admits_plainly
from pipeline.models.paper import SectionKind

_MOST = 6
_PLACES: Final = (SectionKind.DISCUSSION, SectionKind.CONCLUSION, SectionKind.OTHER, SectionKind.RESULTS)
_ANNOUNCES: Final = re.compile(
    r"\b(?:(?:several|some|few|following|important|certain|potential|two|three|four|five|number of|main"
    r"|of the|our|study) (?:\w+ ){0,3}(?:limitations?|weaknesses|shortcomings|caveats)|limitations? of (?:the"
    r"|this|our)"
    r"|(?:is|was|are) not without (?:its )?limitations)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|last|final|another|also|additional|furthermore|moreover"
    r"|in addition|besides|one (?:limitation|of)|a (?:second|third|further)|the (?:second|third|other|main)"
    r"|it is (?:also )?possible|due to"
    r"|because|since|although|while|we (?:did not|were (?:not|un)|could not|cannot|had)|our (?:study|sample|data"
    r"|results))",
    re.IGNORECASE,
)
_ADMITS: Final = re.compile(
    r"\blimitations?\b|\b(?:study|trial|analysis|data|results?|findings?|sample|review)"
    r" (?:\w+ )?(?:is|was|are|were|(?:may|might|could) be) (?:\w+ly )?limited"
    r"|\bsmall (?:sample|cohort|study|group(?! of (?!patients|participants|subjects|people|women|men|children"
    r"|adults))"
    r"|number of (?:\w+ )?(?:patients"
    r"|participants|subjects|people|cases|animals))|\bsample size was|\binterpret(?:ed|ation)?\b.{0,60}\bcaution"
    r"|\bcauti(?:on|ous)\w*\b.{0,60}\binterpret|\bnot (?:be )?generali[sz]|\bgenerali[sz]ability\b"
    r"|\bunderpowered|\black(?:ed|ing)? (?:of )?(?:a |any )?(?:control|blinding|follow|randomi)"
    r"|\bno (?:control group|long-term follow)|\b(?:selection|recall|reporting|publication|attrition) bias"
    r"|\bretrospective (?:nature|design)|\bsingle[- ]cent(?:er|re)\b|\bwe (?:did not|could not|cannot|were unable to)"
    r" (?:assess|measure|control|exclude|rule out|determine|blind|include|adjust|collect|follow|evaluate|draw"
    r"|confirm)",
    re.IGNORECASE,
)
_OVERCOMES: Final = re.compile(
    r"\b(?:activity|functional|motor|mobility|movement|airflow) limitations?\b"
    r"|\b(?:overc[ao]m\w+|address(?:es|ed)?|avoids?|circumvent\w*|without|within|considering|even with"
    r"|despite) (?:\w+ ){0,3}limitations?"
    r"|\bto (?:overcome|make up for)\b|\blimitations? of (?:physical|psychological|mental|activit)\w*",
    re.IGNORECASE,
)


_HOLDS_AGAINST: Final = re.compile(
    r"\b(?:not|no|nor|only|small(?!er-scale)\w*|short\w*|limit\w*|lack\w*|unable|un(?:known|clear|certain|blinded"
    r"|controlled"
    r"|measured)|bias\w*"
    r"|confound\w*|single|few|low|missing|self-report\w*|generali[sz]\w*|heterogeneous|heterogeneity (?:was|is"
    r"|of (?:the )?(?:\w+ )?(?:studies|trials|patients|participants|samples?|populations?|interventions?"
    r"|outcomes?))|(?:considerable|substantial|high|large) heterogeneity|retrospective"
    r"|cross-sectional|caution\w*"
    r"|although|though|however|could (?:have|be)|may (?:have|be|not)|might (?:have|be|not)|cannot|difficult\w*"
    r"|weakness\w*"
    r"|drop-?outs?|attrition|self-selected|sample size|hesitant|too|rather than|underpowered|without|absence"
    r"|restricted"
    r"|exclu\w+|over-?estimat\w*|under-?estimat\w*|imprecis\w*|insufficient\w*|one (?:physical )?therapist"
    r"|impossible|possible)\b",
    re.IGNORECASE,
)
"""Words of sentences that hold something against a study."""
PRAISES: Final = re.compile(
    r"\b(?:strengths|strength of (?:this|our|the))\b(?!.{0,40}\b(?:limit|weak))"
    r"|\bto our knowledge\b|\bfirst (?:study|trial|review|rct)\b"
    r"|\ballowed us\b"
    r"|\b(?:bias|confounding) was (?:excluded|avoided|minimi[sz]ed|reduced)\b|\brigorous\b|\brobust\b"
    r"|\bcould (?:therefore )?be overcome\b|\b(?:thus |thereby )?ensur(?:ing|ed) (?:that|the|\w+ity)\b"
    r"|\bcareful to avoid\b"
    r"|\b(?:approach|method|design|date|cut-?off) was (?:adopted|chosen|selected) (?:[\w-]+ ){0,2}because\b"
    r"|\b(?:findings|results|estimates) (?:were|was|did) not (?:change|alter)\w*"
    r"|\bnone of the [^.;]{0,90}\bsignificant\b|\bnot (?:observed|seen|found) in our\b|\A(?:an|one) example of\b"
    r"|\b(?:has|have) been validated\b|\bwas designed as\b"
    r"|\b(?:allows?|would allow|will allow|helps?|in order|designed) (?:us )?(?:to )?"
    r"(?:reduce|minimi[sz]e|avoid|limit|ensure|control)\b|\bto (?:reduce|minimi[sz]e|avoid|limit) (?:\w+ ){0,3}bias\b"
    r"|\bsample size was (?:\w+ )?(?:based|calculated|estimated|determined|computed)\b"
    r"|\b(?:appropriate|suitable|suited|recommended|robust) for small samples?\b",
    re.IGNORECASE,
)
"""What speaks for a study, and how its size was worked out."""
_MENTIONS: Final = re.compile(
    r"\bstrengths? and (?:limitations?|weaknesses)\b|\blimitations?\b.{0,60}\b(?:mentioned|noted|considered"
    r"|acknowledged|discussed|addressed|addition\w*|discussion)\b",
    re.IGNORECASE,
)
_TELLS_WHICH: Final = re.compile(
    r"\b(?:(?:is|was|are|were|(?:could|may|might) be) (?:the|its|their|an?|that|our|in)|because"
    r"|due to|such as|including|mainly|namely|first)\b"
    r"|:\s\w|\bof not\b",
    re.IGNORECASE,
)
_LONGEST_ANNOUNCEMENT, _LONGEST_MENTION = 90, 190


def limitations(reading: Reading) -> list[Sentence]:
    """A section of its own first; then what follows an announcement; then single sentences that admit something."""
    section = [s for s in _with_content(reading.within(SectionKind.LIMITATIONS)) if not PRAISES.search(s.text)]
    against = [s for s in section if _HOLDS_AGAINST.search(s.text)]
    chosen = pick(own(against), _MOST) or pick(against, _MOST) or pick(section, _MOST)
    if chosen:
        return chosen
    places = (_PLACES, (SectionKind.METHODS,), (SectionKind.ABSTRACT,))
    return next((told for kinds in places if (told := _told_within(reading, *kinds))), [])


def _told_within(reading: Reading, *kinds: SectionKind) -> list[Sentence]:
    places = [s for s in reading.within(*kinds) if not _OVERCOMES.search(s.text)]
    announced = chain.from_iterable(_announced(reading, s) for s in places if _ANNOUNCES.search(s.text))
    looked_back = chain.from_iterable(_looked_back_on(reading, s) for s in reading.within(*kinds))
    admitted = (s for s in places if _admits(reading, s) and not _is_empty(s) and own([s], brief=True))
    told = (s for s in chain(announced, looked_back, admitted) if not PRAISES.search(s.text))
    return in_order(pick((s for s in told if not _is_of_another(reading, s)), _MOST, brief=True))


def _admits(reading: Reading, sentence: Sentence) -> bool:
    if (sentence.kind in _LOOKING_BACK or reading.is_bare_report) and admits_plainly(sentence):
        return True
    return _ADMITS.search(sentence.text) is not None and _is_own(sentence)


_LOOKING_BACK: Final = frozenset({SectionKind.DISCUSSION, SectionKind.CONCLUSION})
"""Where studies are weighed; elsewhere `Only men took part` tells who was there."""


def _is_of_another(reading: Reading, sentence: Sentence) -> bool:
    """Whether it points back to another study: `This was not seen by Smith. The latter had no control group.`."""
    nearest = next(reading.before(sentence), None)
    if nearest is None or nearest.block != sentence.block or not points_back(sentence.text):
        return False
    return bool(nearest.citations) or tells_of_others(nearest.text)


_OTHERS_TOO: Final = frozenset({SectionKind.OTHER, SectionKind.RESULTS, SectionKind.METHODS})
_OF_THIS: Final = re.compile(
    r"\b(?:our|we|(?:this|present|current) (?:\w+ )?(?:study|trial|analysis|review|work|report|survey|design"
    r"|protocol)"
    r"|the study|limitations?|(?:because of|due to|given) (?:the|its) small)\b",
    re.IGNORECASE,
)


def _is_own(sentence: Sentence) -> bool:
    """Away from discussions, where other studies are described as often, a limit must be said of this one."""
    return sentence.kind not in _OTHERS_TOO or _OF_THIS.search(sentence.text) is not None


def _announced(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    if not _is_empty(sentence) and own([sentence]):
        yield sentence
    if sentence.text.endswith(":"):
        items = islice(reading.below(sentence), _MOST)
        yield from (each for each in items if _HOLDS_AGAINST.search(each.text) or _LEAVES_OPEN.search(each.text))
        return
    for following in reading.after(sentence):
        if not (_GOES_ON.match(following.text) or _ADMITS.search(following.text) or admits_plainly(following)):
            return
        yield following


_LOOKS_BACK: Final = re.compile(
    r"(?:despite|notwithstanding|in spite of|regardless of|(?:even )?with|because of|given|in view of)"
    r" (?:all )?(?:these|those|such|this|its)(?: (?!overcome)\w+){0,2} (?:limitation|weakness|shortcoming|caveat)",
    re.IGNORECASE,
)
"""`Even with such limitations, …`: the limits stood in front of it."""
_LEAVES_OPEN: Final = re.compile(
    r"\b(?:needs?|needed|remains?|requires?|would have|unavailab\w+|tough|challeng\w+|unresolved)\b", re.IGNORECASE
)
_NEAREST: Final = 2
"""Sentences; further off another matter is told as often."""


def _looked_back_on(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    if _LOOKS_BACK.match(sentence.text):
        nearest = islice(reading.before(sentence), _NEAREST)
        yield from (s for s in nearest if own([s]) and (_HOLDS_AGAINST.search(s.text) or _LEAVES_OPEN.search(s.text)))


def _with_content(sentences: list[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if not _is_empty(sentence)]


def _is_empty(sentence: Sentence) -> bool:
    """Whether it announces limitations and says nothing else: `This study has several limitations.`."""
    text = sentence.text
    announces = _ANNOUNCES.search(text) and "," not in text and len(text) < _LONGEST_ANNOUNCEMENT
    mentions = _MENTIONS.search(text) and len(text) < _LONGEST_MENTION
    return bool(announces or mentions) and not _TELLS_WHICH.search(text)
