"""Counts of people, animals, samples and studies in a sentence: how many of what, and what was done with them.

A count is a number with its noun (`48 patients`), a number in brackets behind it (`patients … (n = 48)`) or a number
that stands for a noun said before (`of 60 patients, 48 were enrolled`). Its role is that of the nearest verb; a number
that is a part (`of the 48 patients`), a share, a bound or a plan is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.draft.facts.count_roles import NO_SAMPLE, WEAK, nearest_verb, refuses, role_of
from pipeline.draft.facts.counted_nouns import ANY_NOUN, Noun, last_noun, noun_after, noun_of_bracket
from pipeline.draft.facts.may_count import OPENING, OPENS, WHOLE, may_count
from pipeline.draft.facts.one_of_many import SIZE_OF_EACH, is_one_arm, is_one_of_many
from pipeline.draft.facts.sums import of_studies, summed
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import SectionKind
from pipeline.models.study import SampleRole, SampleUnit
from pipeline.text.numbers import Number, numbers


@dataclass(frozen=True)
class Count:
    """`sure` where the role is said outright; else it follows from where the sentence stands."""

    n: int
    unit: SampleUnit
    role: SampleRole
    sentence: Sentence
    sure: bool


_PLACED: Final = re.compile(
    r"\b(?:in|into|on|among|from|for|of|(?:given|administered|offered|applied|delivered) to|comprising"
    r"|including)(?: the| a total of| randomly selected)?\s*\Z",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(r"\s?(?:[);,:\]]|\w+ ?[)\]])")
"""`(n = 48; mean age 40)`, but not `(n = 5 women; …)`."""
_SIZES: Final = re.compile(r"\bn ?= ?\d", re.IGNORECASE)
_SAID_TWICE: Final = re.compile(r"(?<=[a-z]) \(\d[\d,]*\)(?= [a-z])")
"""`one hundred and twenty-one (121) patients`."""
_STUDY_OF: Final = re.compile(r"\b(?:study|trial) (?:of|in|with)\s*\Z", re.IGNORECASE)
_COMPLETED: Final = re.compile(
    rf"\b[Oo]f (?:the |all |these )?(?P<all>\d[\d,]*) (?P<those>(?:[\w-]+ ){{0,3}}?(?:{ANY_NOUN}))"
    r"(?: (?:who were )?(?:randomi[sz]ed|enrol+ed|recruited|included))?,? (?P<n>\d[\d,]*) ?(?:\([^()]*\) )?completed\b",
    re.IGNORECASE,
)
_CAPITAL_SIZES: Final = re.compile(r"\bN ?= ?\d")
_STOP: Final = re.compile(r"[.;]\s")
_BEFORE, _AFTER, _FAR = 70, 180, 140


def counts(sentence: Sentence, *, anywhere: bool = False) -> Iterator[Count]:
    """Every count in the sentence whose role it tells, or whose place gives it one; `anywhere`: those without, too."""
    if _SUPPOSED.match(sentence.quote) or (_ANOTHER_STUDY.search(sentence.quote) and not _OURS.search(sentence.quote)):
        return
    yield from _told_by_form(sentence)
    wholes = list(_wholes(sentence)) if _tells_of_the_whole(sentence) else []
    yield from wholes
    if studies := of_studies(sentence.quote):
        yield Count(studies, SampleUnit.STUDIES, SampleRole.INCLUDED, sentence, sure=True)
    if _IN_ONE_ARM.match(sentence.quote):
        return
    yield from _agreed(sentence)
    yield from _spaced(sentence)
    yield from _of_shares(sentence)
    completed = _COMPLETED.search(sentence.quote) if "completed" in sentence.quote.casefold() else None
    if completed:
        yield from _begun_and_ended(completed, sentence)
    for number in numbers(sentence.quote):
        if completed and completed.start() <= number.start < completed.end():
            continue
        if may_count(number, sentence.quote) and not any(number.value < whole.n for whole in wholes):
            yield from _Counted(sentence, number, anywhere=anywhere).counts()


def _told_by_form(sentence: Sentence) -> Iterator[Count]:
    """`Of 512 eligible women, 340 agreed`, `Data of 141 patients (97%) were analysed`."""
    folded = sentence.quote.casefold()
    if not any(word in folded for word in _TOLD_WITH):
        return  # the forms are slow, and each has one of these words
    for role, forms in ((SampleRole.ENROLLED, _WHO_AGREED), (SampleRole.ANALYSED, _WHOSE_DATA)):
        for found in (found for form in forms for found in form.finditer(sentence.quote)):
            if noun := last_noun(found["those"]):
                yield Count(int(found["n"].replace(",", "")), noun.unit, role, sentence, sure=True)


def _agreed(sentence: Sentence) -> Iterator[Count]:
    for found in _PART_AGREED.finditer(sentence.quote):
        n = int(found["n"].replace(",", ""))
        yield Count(n, SampleUnit.PEOPLE, SampleRole.ENROLLED, sentence, sure=True)


def _begun_and_ended(found: re.Match[str], sentence: Sentence) -> Iterator[Count]:
    """`Of 48 participants, 45 completed the trial`: so many began, so many are counted."""
    if noun := last_noun(found["those"]):
        for role, n in ((SampleRole.ENROLLED, found["all"]), (SampleRole.ANALYSED, found["n"])):
            yield Count(int(n.replace(",", "")), noun.unit, role, sentence, sure=True)


def _spaced(sentence: Sentence) -> Iterator[Count]:
    for found in _SPACED.finditer(sentence.quote):
        if noun := noun_after(sentence.quote, found.end("n")):
            yield Count(int("".join(found["n"].split())), noun.unit, SampleRole.INCLUDED, sentence, sure=True)


def _of_shares(sentence: Sentence) -> Iterator[Count]:
    for found in _SHARE_OF_ALL.finditer(sentence.quote):
        n = int(found["n"].replace(",", ""))
        yield Count(n, SampleUnit.PEOPLE, SampleRole.ANALYSED, sentence, sure=False)


def _wholes(sentence: Sentence) -> Iterator[Count]:
    for n, unit in summed(_SAID_TWICE.sub("", sentence.quote)):
        yield _whole(n, unit, sentence)


def _whole(n: int, unit: SampleUnit, sentence: Sentence) -> Count:
    """What the parts of a sentence make; its parts are told no more."""
    chance = _CHANCE.search(sentence.quote) is not None
    role = SampleRole.RANDOMISED if chance else SampleRole.INCLUDED
    taken_in = sentence.role is Role.METHODS or _TAKEN_IN.search(sentence.quote) is not None
    return Count(n, unit, role, sentence, sure=chance or taken_in)


_IN_ONE_ARM: Final = re.compile(
    r"(?:\w+: |\W*)(?:in|of|from|within) the (?:[\w-]+ ){0,3}(?:conventional|control|intervention|comparison|placebo"
    r"|standard|usual[- ]care|treatment) (?:arm|group),?\s"
    r"|(?:\w+: |\W*)(?:the|an?) (?:[\w-]+ ){0,3}(?:control|comparison|placebo|reference) (?:arm|group)s?"
    r" (?:consisted|comprised|included|contained|was|were)\b(?![^.;]*\b(?:study|patient|case|intervention) group)",
    re.IGNORECASE,
)
"""`In the conventional arm, a total of 43 women were referred`, `The control group consisted of 220`: parts."""
_SPACED: Final = re.compile(
    r"\b(?:total of|among|included|comprised|sample of|cohort of|data (?:of|on"
    r"|from)) (?P<n>\d{1,3}(?: \d{3})+)(?= [a-z])",
    re.IGNORECASE,
)
"""`A total of 21 310 patients`, the thousands parted by a space."""
_SHARE_OF_ALL: Final = re.compile(
    r"% (?:\([^()]*\) )?of (?:the |all |our )?(?P<n>\d[\d,]*) (?:survey |study )?(?:respondents|participants)\b"
    r"(?! (?:who|that|with|without|in|from|whose)\b)",
    re.IGNORECASE,
)
"""`80% of the 277 respondents`: a share of all of them."""


_CHANCE: Final = re.compile(r"\brandom|\b(?:assigned|allocated) to\b", re.IGNORECASE)
_TAKEN_IN: Final = re.compile(
    r"\b(?:random\w*|assigned|allocated|enrol+ed|recruited|included|participated|took part)\b", re.IGNORECASE
)


def _tells_of_the_whole(sentence: Sentence) -> bool:
    """Among results, groups and their sizes are most often those of one outcome."""
    return sentence.role is not Role.RESULTS or _TAKEN_IN.search(sentence.quote) is not None


_SUPPOSED: Final = re.compile(
    r"(?:\w+: |\W*)(?:(?:if|whenever|in case)\b|(?:meanwhile|to date|so far|until now|up to now)\b,?)", re.IGNORECASE
)
"""`If there were two participants on one day, …`; `Meanwhile, 10,000 have been enrolled` in some programme."""
_ANOTHER_STUDY: Final = re.compile(
    r"\b(?:previous|earlier|prior) (?:\w+ )?(?:trials?|stud(?:y|ies)|surveys?|reports?)\b"
    r"|\bet al\.?,? (?:\[?\(?\d+\]?\)? )?"
    r"(?:studied|found|reported|showed|enrol+ed|included|treated)\b|\b(?:study|trial|series) by \w+ et al\b"
    r"|\b(?:study|trial)\b[^.;]{0,60}\b(?:had|has) (?:shown|found|reported|demonstrated)\b",
    re.IGNORECASE,
)
_OURS: Final = re.compile(r"\b(?:we|our|this|the present)\b", re.IGNORECASE)
_AGREED: Final = (
    r"(?:agreed|chose|consented|accepted|participated|took part|responded|were (?:\w+ )?(?:enrol+ed|recruited))\b"
)
_THOSE: Final = (
    rf"(?P<those>(?:the |all )?\d[\d,]* (?:eligible|invited|approached|contacted|potential) (?:[\w-]+ ){{0,3}}?"
    rf"(?:{ANY_NOUN}))"
)
_WHO_AGREED: Final = (
    re.compile(rf"\b[Oo]f {_THOSE},? (?P<n>\d[\d,]*) ?(?:\(\d+(?:\.\d+)? ?%\) )?{_AGREED}", re.IGNORECASE),
    re.compile(rf"\b(?P<n>\d[\d,]*) ?(?:\(\d+(?:\.\d+)? ?%\) )?(?:out )?of {_THOSE} {_AGREED}", re.IGNORECASE),
    re.compile(
        rf"\b(?P<n>\d[\d,]*) ?(?:\(\d+(?:\.\d+)? ?%\) )?(?:out )?of (?P<those>(?:the "
        rf"|all )?\d[\d,]* (?:[\w-]+ ){{0,3}}?"
        rf"(?:{ANY_NOUN})) (?:responded|agreed to|consented|returned)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b[Oo]f (?P<those>(?:the )?\d[\d,]* (?:[\w-]+ ){{0,2}}?(?:{ANY_NOUN})) (?:who were )?(?:screened"
        rf"|approached|invited),?"
        r" (?P<n>\d[\d,]*) (?:received|entered|completed|participated|took part|were (?:treated|enrol+ed|included"
        r"|randomi[sz]ed))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<n>\d[\d,]*) (?P<those>(?:eligible|suitable) (?:[\w-]+ ){{0,3}}?(?:{ANY_NOUN})) (?:consented|agreed) to"
        r" (?:participate|take part)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<those>\b(?:{ANY_NOUN})) \((?:[Nn] ?= ?)?(?P<n>\d[\d,]*)\)(?: with [^.;,()]{{1,60}}?)? (?:were|was) "
        r"(?:\w+ )?(?:randomi[sz]ed|enrol+ed|recruited|(?:randomly )?(?:assigned|allocated))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<those>\b(?:{ANY_NOUN}))\b[^;]{{0,90}} \(n ?= ?(?P<n>\d[\d,]*)\) (?:were|was) "
        r"(?:finally |subsequently |eventually )?(?:randomi[sz]ed|enrol+ed|recruited|included)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<n>\d[\d,]*) (?:pairs|dyads) of (?P<those>(?:[\w-]+ ){{0,2}}?(?:{ANY_NOUN}))\b(?! (?:in|per) each)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:completed?|answered|returned|filled (?:in|out)) by (?P<n>\d[\d,]*) (?P<those>(?:[\w-]+ ){{0,3}}?"
        rf"(?:{ANY_NOUN}))\b",
        re.IGNORECASE,
    ),
)
"""`Of 512 eligible women, 340 (66%) agreed`: the part that took part is the sample."""


_PART_AGREED: Final = re.compile(
    r"(?:,|;|\band) (?P<n>\d[\d,]*) ?\(\d+(?:\.\d+)? ?%\) (?:agreed|consented|accepted|chose) to (?:participate"
    r"|take part|be interviewed)\b",
    re.IGNORECASE,
)
"""`78 met the criteria, and 70 (90%) agreed to participate`."""
_WHOSE_DATA: Final = (
    re.compile(
        rf"\b(?:data|records) (?:of|from|on|for) (?P<n>\d[\d,]*) (?P<those>(?:[\w-]+ ){{0,3}}?(?:{ANY_NOUN}))"
        r" \(\d+(?:\.\d+)? ?%\) (?:were|was) (?:\w+ )?(?:analy[sz]ed|available|included|reviewed)\b",
        re.IGNORECASE,
    ),
)


_TOLD_WITH: Final = (
    *("agreed", "chose", "consented", "accepted", "participated", "took part", "responded", "enrol", "recruited"),
    *("returned", "randomi", "randomly", "assigned", "allocated", "included", "pairs of", "dyads of", "completed by"),
    *(
        "screened",
        "approached",
        "invited",
        "complete by",
        "answered by",
        "filled in by",
        "filled out by",
        "data ",
        "records ",
    ),
)


class _Counted:
    """A number with the words around it."""

    def __init__(self, sentence: Sentence, number: Number, *, anywhere: bool) -> None:
        self._anywhere = anywhere
        self._sentence, self._number, self._quote = sentence, number, sentence.quote
        self._before = _STOP.split(self._quote[max(0, number.start - _BEFORE) : number.start])[-1]

    def counts(self) -> Iterator[Count]:
        noun = noun_after(self._quote, self._number.end)
        if noun:
            after = SIZE_OF_EACH.sub("", self._quote[noun.end : noun.end + _AFTER])
            of_all = OPENING.fullmatch(self._before) or _STUDY_OF.search(self._before)
            opened = of_all and after.startswith(", ")  # `of 448 patients, 94 patients fell`
            if not ((is_one_of_many(after) and not opened) or is_one_arm(after) or _SIFTED.match(after)):
                phrase = self._quote[self._number.end : noun.end]
                if not _are_others(noun, self._before, phrase):
                    bare = _LONG_BRACKET.sub("", self._quote[noun.end : noun.end + 2 * _AFTER])[:_AFTER]
                    yield from self._count(noun, self._before, f"{phrase}{SIZE_OF_EACH.sub('', bare)}")
        elif OPENS.search(self._before):
            yield from self._in_brackets()
        elif _STAND_FOR_PEOPLE.match(self._quote, self._number.end):
            n = int(self._number.value)
            yield Count(n, SampleUnit.PEOPLE, SampleRole.ENROLLED, self._sentence, sure=True)
        else:
            yield from self._alone()

    def _in_brackets(self) -> Iterator[Count]:
        noun = noun_of_bracket(self._quote, self._number.start, self._number.end)
        single = len(_SIZES.findall(self._quote)) == 1
        alone = single or (self._is_capital() and len(_CAPITAL_SIZES.findall(self._quote)) == 1)
        if not alone or not _CLOSES.match(self._quote, self._number.end):
            return
        if not noun:
            yield from self._of_the_whole(None)
            return
        if _OF_SEVERAL_GROUPS.search(self._before) or _PORTION.search(self._quote[: noun.start]):
            return
        if not refuses(self._quote[noun.start : self._number.start]):
            ahead = self._quote[max(0, noun.start - _BEFORE) : noun.start]
            closed = self._quote.find(")", self._number.end, self._number.end + _BEFORE)
            behind = max(self._number.end, closed)
            ahead = "In " if _IN_A_STUDY.match(self._quote[: noun.start]) else _ADJECTIVES.sub("", ahead)
            told = list(self._count(noun, ahead, self._quote[behind : behind + _AFTER]))
            yield from told or self._of_the_whole(noun)

    def _is_capital(self) -> bool:
        return self._before.rstrip(" =").endswith("N") and self._sentence.role in (Role.METHODS, Role.AIM)

    def _of_the_whole(self, noun: Noun | None) -> Iterator[Count]:
        """`families with a smoker at home (N = 99)`: a capital is the whole (APA style, 7th edition, table 6.5)."""
        if self._is_capital():
            unit = noun.unit if noun else SampleUnit.PEOPLE
            yield Count(int(self._number.value), unit, SampleRole.INCLUDED, self._sentence, sure=False)

    def _alone(self) -> Iterator[Count]:
        """`of 27 screened patients, 18 were enrolled`: the noun was said before."""
        said = _ALONE.match(self._quote, self._number.end)
        if said is None or _TO_EACH.match(self._quote, self._number.end):
            return
        noun = last_noun(_STOP.split(self._quote[: self._number.start][-_FAR:])[-1])
        unit = noun.unit if noun else SampleUnit.PEOPLE if _PEOPLE_ARE.match(said["verb"]) else None
        role = role_of(nearest_verb("", said["verb"])) or SampleRole.ENROLLED
        if unit is SampleUnit.STUDIES and role is SampleRole.RANDOMISED:
            return  # `Of 17 studies, 7 were randomised`: a sort of them
        if unit:
            yield Count(int(self._number.value), unit, role, self._sentence, sure=True)

    def _count(self, noun: Noun, before: str, after: str) -> Iterator[Count]:
        verb = nearest_verb(_SIZE_TOLD.sub("", before), after)
        told, whole = role_of(verb), WHOLE.search(before) is not None
        whole = whole or (verb != NO_SAMPLE and _REPORTED.search(before) is not None)
        whole = whole or (_THERE_WERE.search(before) is not None and _ARE_ALL.match(after) is not None)
        role = told or (SampleRole.INCLUDED if whole or self._is_placed(verb, before) else None)
        if noun.unit is SampleUnit.STUDIES:
            if OPENING.fullmatch(before) and not _TAKEN_INTO_REVIEW.search(after):
                return  # `of the 1,473 studies found, ten …`
            if _SIFTED_STUDIES.search(after):
                return
            role = role and (SampleRole.ANALYSED if role is SampleRole.ANALYSED else SampleRole.INCLUDED)
        if role and verb != NO_SAMPLE:
            searched = self._came_of_a_search(noun, before, after)
            if searched and self._number.value > _MOST_TAKEN_IN:
                return
            sure = (told is not None or whole) and not searched
            yield Count(int(self._number.value), noun.unit, role, self._sentence, sure=sure)

    def _came_of_a_search(self, noun: Noun, before: str, after: str) -> bool:
        """`A search identified 365 articles`: of these, some were taken in, unless nothing says how many."""
        found = _FOUND_BY_SEARCH.search(before) or _WERE_FOUND.match(after)
        return noun.unit is SampleUnit.STUDIES and bool(found) and not _FITTING.search(after.split(",", maxsplit=1)[0])

    def _is_placed(self, verb: str | None, before: str) -> bool:
        """Whether a count with a weaker verb, or none, stands where a sample is told."""
        if self._anywhere or (_HEALTHY.match(self._quote, self._number.start) and _BEGINS.fullmatch(before)):
            return True
        if self._sentence.role in (Role.METHODS, Role.AIM):
            return verb == WEAK or _BEGINS.fullmatch(before) is not None or _PLACED.search(before) is not None
        after = self._quote[self._number.end : self._number.end + _BEFORE]
        if self._sentence.kind is SectionKind.ABSTRACT and (
            _OF_PARTS.search(before) or self._was_done_on_animals(before)
        ):
            return True
        if self._sentence.kind is SectionKind.ABSTRACT and _BEGINS.fullmatch(before) and _SEEN.match(after):
            return True
        chosen = _SUBGROUP.match(self._quote, self._number.end, self._number.end + _BEFORE)
        return self._sentence.kind is SectionKind.ABSTRACT and OPENING.fullmatch(before) is not None and not chosen

    def _was_done_on_animals(self, before: str) -> bool:
        """`Splenectomy was performed on six pigs`: of people, it may have been done on some."""
        noun = noun_after(self._quote, self._number.end)
        return bool(noun and noun.unit is SampleUnit.ANIMALS and _WAS_DONE.search(before))


_ADJECTIVES: Final = re.compile(r"(?<=\bamong )(?:[a-z-]+ ){1,3}\Z")
"""`among young men aged 15 to 39 years (n = 268)`."""
_STAND_FOR_PEOPLE: Final = re.compile(
    r" (?:[\w-]+,? ){0,5}?(?:interviews (?:were|was) (?:\w+ )?(?:conducted|held|carried out|completed"
    r"|performed) with(?! \d)"
    r"|interviews with (?:[\w-]+ ){1,4}(?:were|was) (?:conducted|held|carried out|performed)"
    r"|(?:(?:complete[d]?|valid|usable|full) )?(?:responses|questionnaires|surveys) (?:were|was) (?:\w+ )?(?:received"
    r"|obtained|returned|collected|analy[sz]ed))\b",
    re.IGNORECASE,
)
"""`15 interviews were conducted with patients`, `103 responses were received`: as many people."""
_OF_PARTS: Final = re.compile(
    r"\A\W*(?:[A-Z]\w+: )?(?:Overall, |In total, )?(?:A total of )?(?:\d[\d,]*"
    r"|[a-z]+(?:[- ][a-z]+){0,2}) (?:[\w-]+ ){0,2}"
    r"(?:knees|eyes|hips|shoulders|feet|hands|ears|limbs|legs|breasts|implants|joints|ankles|elbows|wrists"
    r"|laparotom(?:y|ies)|operations|procedures|surgeries|samples|specimens|biopsies|scans|examinations|images)"
    r" (?:(?:were|was) (?:performed|done|carried out|obtained|taken|collected) )?(?:of|from|in"
    r"|on)(?: a total of)?\s*\Z",
    re.IGNORECASE,
)
"""`Two hundred knees of 100 patients`, `477 laparotomies were performed in 446 patients`."""
_MOST_TAKEN_IN: Final = 150
"""Studies; where a search found more, a review has sifted them."""
_FOUND_BY_SEARCH: Final = re.compile(
    r"\b(?:identified|retrieved|yielded|found|returned|located|produced)(?: a total of)?\s*\Z", re.IGNORECASE
)
_WERE_FOUND: Final = re.compile(
    r"[^.;,]{0,60}\b(?:were|was) (?:\w+ )?(?:identified|retrieved|found|obtained|located)\b", re.IGNORECASE
)
_FITTING: Final = re.compile(r"\b(?:eligible|relevant|suitable|includ\w+|fulfill\w+|met|meeting)\b", re.IGNORECASE)
_IN_A_STUDY: Final = re.compile(
    r"\A(?:[A-Z]\w+: )?In (?:an?|this|our) [^.;]{0,80}\b(?:study|trial|cohort|survey|sample|series) (?:of|in|among) "
)
"""`In a case-control study of subjects of one age (n = 114)`."""
_WAS_DONE: Final = re.compile(
    r"\b(?:performed|carried out|done|attempted|undertaken) (?:on|in|with|using)(?: a total of)?\s*\Z", re.IGNORECASE
)
_TAKEN_INTO_REVIEW: Final = re.compile(
    r"\A (?:[\w-]+ ){0,3}(?:studies|trials|articles|papers|rcts|reviews) (?:that were |which were |we |finally )?"
    r"(?:included|selected|reviewed|analy[sz]ed)\b(?! (?:for full|for further))",
    re.IGNORECASE,
)
"""`Of the nine studies included in the analysis`: these are all."""
_LONG_BRACKET: Final = re.compile(r" ?\((?!n ?=)(?:[^()]{40,}|[^();]{3,}; ?[Tt]able \d+)\)", re.IGNORECASE)
"""`240 women (age: 40 to 65 years; weight …) were enrolled`: what stands in it is not done with them."""
_OF_SEVERAL_GROUPS: Final = re.compile(r"\b(?:groups|arms)\s*[(\[](?:total )?n ?= ?\Z", re.IGNORECASE)
"""`one of the four groups (n = 30)`: the size of each."""
_PORTION: Final = re.compile(
    r"\b(?:half|thirds?|quarters?|majority|remaining|rest)(?: of)?(?: the)?\s*\Z", re.IGNORECASE
)
_BY_THEM: Final = re.compile(
    r"(?<!completed )(?<!answered )(?<!returned )(?<!filled in )(?<!filled out )(?<!attended )\bby(?: the)?\s*\Z",
    re.IGNORECASE,
)
_TO_THEM: Final = re.compile(r"\bto\s*\Z|\b(?:committee|board|team)\b[^.;]*\Z", re.IGNORECASE)
_SEEN_IN_THEM: Final = re.compile(
    r"\b(?:seen|observed|noted|occurred|present|detected|validated|piloted|tested before) (?:in|on|with)(?: the)?\s*\Z",
    re.IGNORECASE,
)
"""`Side effects were seen in 9 patients`, `a scale that was validated in 220`."""
_STAFF: Final = frozenset({SampleUnit.CLINICIANS, SampleUnit.EXPERTS})
_OF_A_PLACE: Final = re.compile(r"\b(?:has|have)(?: a total of)?\s*\Z", re.IGNORECASE)
"""`The province has a total of 32,629 cattle`, of which some were studied."""
_SOME: Final = re.compile(
    r"\b(?:deceased|dead|surviving|untreated|remaining|non-?respond\w+|historical)\b", re.IGNORECASE
)
_OF_A_GROUP: Final = re.compile(r"\bgroup ?['\u2018\"]?(?:[A-D1-4]|I{1,3})\b['\u2019\"]?[^.;]{0,30}\Z", re.IGNORECASE)
"""`Group 1, consisting of 24 subjects`."""
_CASES: Final = re.compile(r"\s?cases\Z", re.IGNORECASE)
_IN: Final = re.compile(r"\b[Ii]n\s*\Z")


def _are_others(noun: Noun, before: str, phrase: str) -> bool:
    """Whether those who are counted did the work, judged it or are some of the sample: `by 10 field workers`."""
    worked = _BY_THEM.search(before) or (noun.unit in _STAFF and _TO_THEM.search(before))
    situations = _CASES.match(phrase) and _IN.search(before)  # `in eight cases the dose was lowered`
    return bool(
        worked
        or situations
        or _OF_A_PLACE.search(before)
        or _SEEN_IN_THEM.search(before)
        or _OF_A_GROUP.search(before)
        or _SOME.search(phrase)
    )


_REPORTED: Final = re.compile(r"\bwe (?:here )?(?:report|describe|present)(?: on)?\s*\Z", re.IGNORECASE)
"""`We report two cases`: these are all."""
_THERE_WERE: Final = re.compile(r"\A\s*(?:[A-Z][a-z]+: )?There were(?: a total of)?\s*\Z")
_ARE_ALL: Final = re.compile(
    r"(?![^.,]*\b(?:who|that|whose|with)\b)[a-z ]*(?:\.|, of (?:which|whom)\b)|\s?study participants\b"
)
"""`There were 25 patients.`, and no more is said; `There were 23 study participants`."""
_SIZE_TOLD: Final = re.compile(r"\bsample size was(?: (?:about|approximately))?\s*\Z", re.IGNORECASE)
"""A size that was reached, unless what follows says that it was needed."""
_BEGINS: Final = re.compile(r"\s*(?:[A-Z][\w ]*: ?)?(?:(?:Overall|In total|Altogether|In all),? )?")
_SEEN: Final = re.compile(
    r" (?:[\w-]+ ){1,4}(?:underwent\b|received\b|had (?:\w+ and )?(?:\d-\w+ )?(?:baseline|follow-?up|complete|full"
    r"|available)\b|(?:was|were) (?:admitted|treated|seen|operated|examined|studied|evaluated"
    r"|reviewed)\b)",
    re.IGNORECASE,
)
"""`381 patients were admitted`: among the results of an abstract, who was looked at."""
_SUBGROUP: Final = re.compile(r"[^,;]{0,40}\bwith (?:[\w-]+ ){0,3}[<>\u2264\u2265]")
"""`Among 29 patients with <1% of cells`: those are some of them."""
_HEALTHY: Final = re.compile(r"[\w-]+ (?:[\w-]+ )?(?:healthy|consecutive|volunteer) ", re.IGNORECASE)
"""`Twelve healthy men lifted`, `Forty consecutive patients`: a sentence that begins so tells of the sample."""
_SIFTED: Final = re.compile(
    r"(?: \w+){0,3} (?:tested|screened|examined|assayed), (?:the )?(?:only|one|two|three|four|five|none)\b"
    r"|[^;]{0,90} \(n ?= ?\d[\d,]*\) (?:were|was) (?:\w+ )?(?:enrol+ed|recruited|randomi[sz]ed|included)\b"
    r"|[^;]{0,60} we (?:identified|selected|chose) \d",
    re.IGNORECASE,
)
"""`Of 64 strains tested, only one grew`, `From 858 cases, 19% (n = 165) were enrolled`: those who were gone through."""
_SIFTED_STUDIES: Final = re.compile(
    r"\b(?:and|of which|of these|but)(?: only)? (?!(?:19|20)\d\d\b)\d[\d,]* (?:\w+ ){0,4}(?:met|included|fulfilled"
    r"|eligible|selected)\b",
    re.IGNORECASE,
)
"""`4,310 papers were identified, and 52 met our criteria`."""
_PEOPLE_ARE: Final = re.compile(r"enrol|recruit|interview|participa|consent|randomi", re.IGNORECASE)
"""`1026 admissions met the definition, and 412 were enrolled`: people, whatever they were called before."""
_TO_EACH: Final = re.compile(r"(?: \w+){1,3} (?:to|in|into) (?:each|every|either)\b", re.IGNORECASE)
"""`with 20 randomised to each group`."""
_ALONE: Final = re.compile(
    r" (?:of (?:them|these|those|whom|which) )?(?:(?:was|were|finally|subsequently|ultimately|eventually|had"
    r"|agreed) ){0,2}"
    r"(?P<verb>enrol+ed|interviewed|included|randomi[sz]ed|recruited|analy[sz]ed"
    r"|met (?:the |our )?(?:inclusion|eligibility)|participated|completed|to participate"
    r"|(?:chose|accepted|consented) to (?:participate|take part)|eligible and"
    r"|considered eligible [^.;]{0,40}\band were randomi[sz]ed)",
    re.IGNORECASE,
)
