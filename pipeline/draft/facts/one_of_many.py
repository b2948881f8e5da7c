"""Numbers that are parts: a share, one of several groups, one sort beside another."""

import re
from typing import Final

from pipeline.draft.facts.count_roles import EACH_OF_THEM
from pipeline.draft.facts.counted_nouns import ANY_NOUN

SHARE: Final = re.compile(
    r"(?:\s[\w-]+){0,2}\s?[(\[]\s?(?:n ?= ?\d+[,;] ?)?(?!100 ?%)\d+(?:[.·]\d+)? ?%\s?(?:[)\],;]|of\b)|\s?/\s?\d"
    r"|\s?(?:out )?of (?:the )?(?!(?:19|20)\d\d(?:[\u2013/-]\d| (?:batch|class|intake)\b))"
    r"\d(?!\d?\s?[\u2013-]\s?\d{1,2}\b|\d? years\b)"
)
_PARTNER: Final = re.compile(
    r" (?:was|were) (?:randomi[sz]ed|allocated|assigned) to [^.;]{1,80}?,? and \d+ (?:\w+ )?to "
    r"|,? ?(?:and|or|vs\.?|versus)(?: (?:in|of|for|with|by))? (?:the )?(?:\d|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
    rf"|, \d+ (?:[\w-]+ ){{0,3}}?(?:{ANY_NOUN})\b",
    re.IGNORECASE,
)
"""`12 men and 8 women`: neither is the sample."""
_GROUP: Final = re.compile(
    r"(?:\s\w+){0,3}\s?\b(?:per\b(?! protocol)|annually\b|(?:a|each|every) year\b|to each"
    r"|(?:in|for|from) (?:each|either|every|one|the (?:\w+[- ]){1,3}(?:group|arm))"
    rf"|{EACH_OF_THEM}\b)"
    r"|(?:\s\w+){0,6} (?:in|for|from|to) (?:each|either|every) (?:group|arm)\b|(?: \w+){0,4} (?:in|to"
    r"|into) (?:the )?(?:group|arm) ?[A-Z0-9]\b(?! (?:and|or|&)\b|,)| ?\((?:the )?(?:\w+ )?(?:group|arm)\b"
    r"|\)? ?/ ?group|\s?[\u00d7*x] ?\d"
    r"|\)? (?:in|for) (?:both"
    r"|each|either|every)\b",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(r"\A\s?\([^()]*\)")
"""`28 outpatients (25 with …), 15 relatives and 29 controls`."""
_BRACKET: Final = re.compile(r"\s?\([^()]*\)")
_ONE_ARM: Final = re.compile(
    r"(?:,? (?:who|that))?(?: (?:were|was|had been))?(?: \w+ly)? (?:assigned|allocated|randomi[sz]ed) to (?!each|every)"
    r"(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_SEVERAL_ARMS: Final = re.compile(
    r"\b(?:or|either|versus|vs|groups|arms|conditions|treatments|one of|two|three|four|ratio)\b|\b\d ?: ?\d\b"
    r"|\band (?!\d)",
    re.IGNORECASE,
)


_AND_OTHERS: Final = re.compile(
    r"\band (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ ){0,2}?(?:(?:assigned|allocated"
    r"|randomi[sz]ed) )?to ",
    re.IGNORECASE,
)


SIZE_OF_EACH: Final = re.compile(
    r"\A(?:\s?\([^()]*\b(?:each|per)\b[^()]*\)|(?:,| with|, with) \d+ (?:\w+ )?(?:in|to|per) (?:each )?(?:group"
    r"|arm)\b,?)",
    re.IGNORECASE,
)
"""`28 subjects (14 in each group) completed`: the bracket tells of the groups, the rest of all."""


def is_one_of_many(after: str) -> bool:
    """Whether the words behind a noun make its number that of each group, or of one of several parts."""
    after = SIZE_OF_EACH.sub("", after)
    told = _IN_BRACKETS.sub("", after, count=1)
    return any(form.match(after) for form in (SHARE, _PARTNER, _GROUP)) or _PARTNER.match(told) is not None


def is_one_arm(after: str) -> bool:
    """Whether they were assigned to one thing and not to one of several: `22 people were randomised to swimming`."""
    found = _ONE_ARM.match(_BRACKET.sub("", after))
    if found is None:
        return False
    return _SEVERAL_ARMS.search(found["rest"]) is None or _AND_OTHERS.search(found["rest"]) is not None
