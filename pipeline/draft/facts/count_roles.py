"""What was done with those who are counted: the verb nearest to a count, and the role that it gives."""

import re
from typing import Final

from pipeline.models.study import SampleRole

_VERBS: Final = {
    SampleRole.RANDOMISED: (
        r"(?<!between )(?<!after )(?<!before )(?<!since )(?<!prior to )"
        r"random(?:i[sz]ed|i[sz]ation|ly (?!select|chos|sampl|pick)|ly$)|(?:assigned|allocated) (?:at random|to)"
    ),
    SampleRole.ENROLLED: (
        r"enrol+(?:ed|ing)|recruit(?:ed|ing)|participat(?:ed|ing)|took part|volunteered|entered|consented|agreed to"
        r"|responded|interviewed|surveyed|registered in|interviews? (?:\w+ ){0,3}with"
        r"|(?:recruitment|enrol+ment) of(?=\s*\Z)|returned by|(?:held"
        r"|conducted) (?:with|among)"
    ),
    SampleRole.ANALYSED: r"analy[sz]ed|completed|analys[ei]s",
    SampleRole.INCLUDED: (
        r"includ(?:ed|ing)|identified|studied|met (?:the |our |all )?(?:\w+ )?(?:inclusion|eligibility|criteria)"
        r"|reviewed|comprised|comprising|consisted of|consisting of|involv(?:ed|ing)|selected|retrieved"
        r"|(?:considered )?(?:as )?eligible (?:for|in) (?:the |this |our )?(?:inclusion|analys[ei]s)"
        r"|considered eligible|deemed|fulfilled|constituted"
    ),
}
WEAK: Final = "weak"
"""Something was done with them that parts of a sample have done to them as well."""
NO_SAMPLE: Final = "none"
"""They were asked, left, were needed or were planned: not the sample."""
_WEAK_VERBS: Final = (
    r"underwent|received|undergoing|receiving|treated|followed|divided|classified|assessed|evaluated|examined|tested"
    r"|compared|investigated|asked|admitted|prepared|measured|operated|implanted|aggregated|performed|conducted"
    r"|administered|subjected|categori[sz]ed|grouped|separated|injected|used|collected|attended|presented|diagnosed"
    r"|observed|seen|applied|visited|assigned|allocated|placed|monitored|trained|invited to|randomly (?:select|chos"
    r"|sampl)\w*|yielded"
)
EACH_OF_THEM: Final = r"each(?! (?:took part|completed|participated|gave|had|attended|underwent)\b)"
"""`25 in each group`, but not `thirteen survivors each took part`: what each did, all did."""
_NOT_SAMPLE: Final = (
    r"screened|eligible(?! (?:for|in) (?:the |this |our )?(?:inclusion|analys[ei]s))|approached"
    r"|invited(?! to (?!participate|take part))|excluded|withdrew|withdrawn|withdrawals?"
    r"|dropped|drop-?outs?|lost to|declined|refused|died|discontinued|required|needed|calculated|estimated"
    r"|(?<!motor )(?<!muscle )power(?:ed)?"
    r"|sample size|will be|would be|planned(?! (?:excision|surgery|operation|c(?:a)?esarean|birth))|target(?:ed)?"
    r"|missing|responders|did not|contacted|assumed|sampling frame"
    rf"|removed|not included|unable|failed|per group|{EACH_OF_THEM}|excluding|replicated"
)
_VERB: Final = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{role}>{verbs})" for role, verbs in _VERBS.items())
    + rf"|(?P<{WEAK}>{_WEAK_VERBS})|(?P<{NO_SAMPLE}>{_NOT_SAMPLE}))\b",
    re.IGNORECASE,
)
_REFUSES: Final = re.compile(rf"\b(?:{_NOT_SAMPLE})\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r";|\.\s|, (?:of (?:whom|which)|and (?:\d|the|were)|but(?! otherwise)|while|whereas|with \d)"
)
_CLOSE: Final = 25
"""Characters between a verb that refuses and the number that it refuses."""


_SCREENED: Final = re.compile(r"\bscreened\b|\bfor (?:their )?eligibility\b", re.IGNORECASE)
"""`were examined and screened for eligibility`: they were looked at, and some were taken in."""
_ANOTHER: Final = re.compile(r"\d (?:[\w-]+ ){1,4}(?:was|were) [\w ]{3,30}, (?:and |but )?\Z")
"""`1171 patients were screened, 891 …`: that verb belongs to the number before."""


_ELIGIBLE: Final = re.compile(r"\s?eligible (?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_TAKEN_IN: Final = re.compile(
    rf"[^,;.]{{0,90}}?\b(?:{_VERBS[SampleRole.RANDOMISED]}|(?:was|were) (?:enrol+ed|recruited|included|identified))\b",
    re.IGNORECASE,
)
_MADE_OF: Final = re.compile(r"\b(?:consisted of|comprised|comprising|was made up of)\s*\Z", re.IGNORECASE)


def _without_eligible(before: str, after: str) -> str:
    """`316 eligible patients were randomised`: they were not only asked."""
    eligible = _ELIGIBLE.match(after)
    taken_in = eligible and (_MADE_OF.search(before) or _TAKEN_IN.match(eligible["rest"]))
    return eligible["rest"] if eligible and taken_in else after


_SPARED: Final = re.compile(r" who did not (?:develop|have|suffer|experience|smoke)\b")
"""`50 people who did not develop sores`: a sort of people, none of whom was left out."""
_PARTED: Final = re.compile(r",\s\Z")
"""`After two drop-outs, 106 were randomised`."""


def nearest_verb(before: str, after: str) -> str | None:
    """The kind of verb behind the noun, up to the end of its clause; else of the last one before the number."""
    before = "" if _ANOTHER.search(before) else before
    after = _SPARED.sub("", _without_eligible(before, after))
    behind = _VERB.search(_CLAUSE.split(after, maxsplit=1)[0])
    ahead = max(_VERB.finditer(before), key=re.Match.start, default=None)
    between = before[ahead.end() :] if ahead else ""
    if ahead and ahead.lastgroup == NO_SAMPLE and len(between) < _CLOSE and not _PARTED.match(between):
        return NO_SAMPLE
    if behind and behind.lastgroup != WEAK:
        return behind.lastgroup
    if behind and _SCREENED.search(_CLAUSE.split(after, maxsplit=1)[0]):
        return NO_SAMPLE
    if ahead and ahead.lastgroup not in (NO_SAMPLE, WEAK):
        return ahead.lastgroup
    weak = behind or ahead
    return weak.lastgroup if weak else None


def role_of(verb: str | None) -> SampleRole | None:
    """The role that a kind of verb gives; None for those that give none."""
    return SampleRole(verb) if verb and verb not in (WEAK, NO_SAMPLE) else None


def refuses(text: str) -> bool:
    """Whether a text says of those in it that they are not the sample."""
    return _REFUSES.search(text) is not None
