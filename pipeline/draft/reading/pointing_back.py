"""Sentences that point back: `This could be due to …`, `They may be used …`, `These foci are …`.

Behind the sentence that they point to they read well; alone on a page nobody knows what they speak of.
"""

import re
from typing import Final

_LINK: Final = (
    r"(?:(?:however|therefore|thus|hence|moreover|furthermore|in addition|additionally|nevertheless|nonetheless"
    r"|and|but"
    r"|so|yet|overall|finally|likewise|similarly|consequently|accordingly|as a result|for this reason),? )?"
)
_VERB: Final = (
    r"(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|does|did|do|suggests?|implies|imply"
    r"|indicates?|means|meant|shows|showed|supports|supported|demonstrates?|explains?|reflects?|allow(?:s|ed)?"
    r"|enable[sd]?|leads?|led|makes?|made|gives?|gave|result(?:s|ed)? in|contrasts|appears?|seems?|include[sd]?"
    r"|confirms?|highlights?|raises?|corresponds?|provide[sd]?|helps?|depends?|requires?|represents?|agrees?|fits"
    r"|limits|increase[sd]|reduce[sd]|affects?|impedes?|cause[sd]|ensures?|prevents?|came|comes|occur(?:s|red))"
)
_BE: Final = "(?:is|was|has|would|will|may|might|could|should|can|seems|appears|remains|takes|took)"
_BARE: Final = re.compile(
    rf"{_LINK}(?:"
    rf"(?:this|that)(?: \w+ly| also| then| thus| therefore| in turn)? {_VERB}\b"
    rf"|(?:these|those)(?: both| all| \w+ly| also)? (?!(?:results|includes|increase[sd]|reduce[sd]|\w+ed)\b){_VERB}\b"
    rf"|it (?!{_BE}(?: [\w-]+){{1,4}} (?:that|to|if|whether|how|why|who|for|when|by)\b)"
    rf"(?!{_BE}(?: \w+)? (?:(?:un)?clear|(?:un)?known|(?:im)?possible|uncertain|(?:un)?likely|evident)\b)"
    r"|they |(?:both )?(?:the latter|the former) |in turn,? |doing so\b|so that\b|of (?:these|those|them),"
    r"|of the aforementioned\b)",
    re.IGNORECASE,
)
"""A pronoun, or a demonstrative before a verb. `It is possible that …` points to nothing."""
_BARE_LATER: Final = re.compile(
    rf"(?:in|at|with|after|during|under) [^,;.:()]{{2,60}}(?:\([^()]{{0,40}}\))?, it (?!{_BE}(?: [\w-]+){{1,4}}"
    rf" (?:that|to|if|whether"
    rf"|how|why|who|for|when|by)\b){_BE}\b",
    re.IGNORECASE,
)
"""`In the second analysis, it was cheaper.`"""
_OF_ITSELF: Final = re.compile(
    rf"{_LINK}(?:this|these) (?:is|was|are|were) (?:the first\b|(?:one of|an?)\b[^.;]{{0,90}}"
    r"\b(?:stud(?:y|ies)|trials?|reviews?|reports?|survey|analysis|protocol|investigation|paper|article|series)\b)",
    re.IGNORECASE,
)
"""`This was a randomised trial` speaks of the paper itself."""
_OURS: Final = (
    r"(?:stud(?:y|ies)|trials?|reviews?|papers?|articles?|manuscript|reports?|works?|(?:meta-)?analys[ie]s|research"
    r"|investigations?|surveys?|protocols?|pilot|projects?|cohorts?|series|results?|findings?|data|evidence"
    r"|observations?|experiments?|limitations?|conclusions?|patients?|participants?|people|persons?|individuals?"
    r"|adults"
    r"|children|women|men|interventions?|treatments?|therap(?:y|ies)|drugs?|devices?|programmes?|programs?"
    r"|trainings?)"
)
"""The study, what it found, whom it studied, what it tried: a page tells of these all along."""
_NO_POINTER: Final = r"(?:(?:who|with|in|of|as|an?)\b|(?:[\w-]+,? ){0,5}?" + rf"{_OURS}\b)"
_NAMED: Final = re.compile(
    rf"{_LINK}(?:(?:its|their) |(?:this|these|those|such) (?!{_NO_POINTER}))",
    re.IGNORECASE,
)
"""`Its`, or a demonstrative before something else."""


def points_back(text: str) -> bool:
    """Whether the sentence begins by pointing to what stands before it."""
    return points_to_nothing_named(text) or (_NAMED.match(text) is not None and not _OF_ITSELF.match(text))


def points_to_nothing_named(text: str) -> bool:
    """Whether it does so without a noun, so that alone it says nothing of what it is about."""
    is_bare = _BARE.match(text) or _BARE_LATER.match(text) or _counts_for_whom_it_does_not_say(text)
    return bool(is_bare) and not _OF_ITSELF.match(text)


def _counts_for_whom_it_does_not_say(text: str) -> bool:
    """`Bleeding was seen in 6 and 13 patients, respectively.`: the two groups stand in the sentence before."""
    return text.endswith("respectively.") and text.count(" and ") == 1 and _TWO_COUNTS.search(text) is not None


_TWO_COUNTS: Final = re.compile(r"\d(?: ?%)?(?: \([^()]{1,40}\))? and \d")
