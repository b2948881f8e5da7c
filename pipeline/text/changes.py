"""What a text says became more or less, better or worse, or stayed the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from typing import Final

from pipeline.text.negations import denied
from pipeline.text.outcomes import worth_of_more
from pipeline.text.words import Word, words


class Axis(StrEnum):
    """What a change is measured by: a fall of pain is less on one axis, and better on the other."""

    AMOUNT = "amount"
    WORTH = "worth"


class Sense(StrEnum):
    """Which way something went."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """A word that tells a change, with its span and what stands around it."""

    axis: Axis
    told: Sense | None
    """What the word says by itself; None for a difference of either kind."""
    senses: frozenset[Sense]
    """What it may mean: `not higher` is the same or lower."""
    denied: bool
    word: str
    start: int
    end: int
    before: frozenset[str]
    behind: frozenset[str]
    """Stems of the three words with a meaning on each side: what changed."""
    around: frozenset[str]
    """Stems within nine words: in whom, when, beside what."""
    beside: tuple[str, str]
    """The stems of the words with a meaning that stand next to it, before and behind."""
    is_bound: bool
    """Whether it only sets a bound to a number: `more than 40%`."""
    worth_of_more: int
    """Whether more of what it speaks of is better (1), worse (-1), or not known (0)."""
    sides: tuple[frozenset[str], frozenset[str]] | None = None
    """Stems before and behind the `than` that follows, those in both left out; None where none does."""

    @property
    def compares(self) -> bool:
        """Whether the word sets two things beside each other, rather than tell what became of one."""
        return self.word in _COMPARATIVES

    def on(self, axis: Axis) -> frozenset[Sense] | None:
        """Its senses on an axis; None where that turns on an outcome which is not known."""
        if axis is self.axis or self.senses == frozenset({Sense.SAME}):
            return self.senses
        if not self.worth_of_more:
            return None
        return self.senses if self.worth_of_more > 0 else frozenset(_MIRRORED[sense] for sense in self.senses)


_FORMS: Final = {
    (Axis.AMOUNT, Sense.UP): (
        "increase increases increased increasing rise rises rose risen rising raise raises raised "
        "raising higher greater"
        " more larger bigger longer faster grow grows grew grown growing elevated elevate elevates boost boosted boosts"
        " boosting gain gained gains gaining heavier further quicker stronger doubled doubling tripled enhanced enhance"
        " enhances enhancing accelerated prolonged extended earlier lengthen lengthened strengthen strengthened"
    ),
    (Axis.AMOUNT, Sense.DOWN): (
        "decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions "
        "lower lowered lowers"
        " lowering fewer less smaller shorter slower fall fell fallen falling drop dropped drops "
        "dropping decline declined"
        " declines declining diminish diminished diminishes shrink shrank shrunk lose lost losing "
        "weaker halved lessened"
        " lessen lessens attenuated attenuate attenuates suppressed suppress suppresses inhibited "
        "inhibit inhibits later"
        " slowed delayed weakened"
    ),
    (Axis.WORTH, Sense.UP): (
        "improve improves improved improving improvement improvements better benefit benefits benefited benefitted"
        " beneficial recovered recover recovery relieved relieves relief ease eased eases easing alleviated alleviates"
        " superior healthier safer ameliorated ameliorates"
    ),
    (Axis.WORTH, Sense.DOWN): (
        "worse worsen worsens worsened worsening deteriorate deteriorated deteriorates deterioration impair impaired"
        " impairs inferior poorer aggravated aggravate aggravates harmed declines sicker"
    ),
    (Axis.AMOUNT, Sense.SAME): (
        "same similar similarly comparable unchanged equal equally alike equivalent identical stable"
    ),
}
_COMPARATIVES: Final = frozenset(
    str.split(
        "higher greater more larger bigger longer faster heavier further quicker stronger earlier "
        "lower fewer less smaller"
        " shorter slower weaker later better superior healthier safer worse inferior poorer sicker"
    )
)
_BY_WORD: Final = {form: key for key, forms in _FORMS.items() for form in forms.split()}
_DIFFERENT: Final = frozenset(
    str.split("differ differs differed difference differences different change changes changed")
)
"""What they say is told by whether they are denied: `no difference` is the same."""
_EFFECTS: Final = frozenset(str.split("effect effects impact influence"))
"""Only where they are denied do these tell something of a result: `no effect`."""
_ASIDE: Final = frozenset(str.split("research studies work investigation details information or"))
"""Behind `more`, these tell no result: `more research is needed`, `more or less`."""
_TIMED: Final = frozenset({"recovery", "relief", "improvement"})
_OF_BOUNDS: Final = frozenset(
    {"more", "less", "fewer", "greater", "higher", "lower", "larger", "smaller", "longer", "shorter"}
)
_NEAREST: Final = 3
"""Words with a meaning on each side that tell what changed."""
_NEAR: Final = 4
"""Words on each side among which the outcome is looked for."""
_ENDS: Final = frozenset(".;:")
OF_DEGREE: Final = frozenset({"more", "less", "fewer"})
"""What they stand beside tells what there is more of; a verb tells something else."""
_REACH: Final = 9
"""Words on each side that belong to a change."""
_OPPOSITE: Final = {
    Sense.UP: frozenset({Sense.DOWN, Sense.SAME}),
    Sense.DOWN: frozenset({Sense.UP, Sense.SAME}),
    Sense.SAME: frozenset({Sense.UP, Sense.DOWN}),
}
_MIRRORED: Final = {Sense.UP: Sense.DOWN, Sense.DOWN: Sense.UP, Sense.SAME: Sense.SAME}


@lru_cache(maxsize=512)
def changes(text: str) -> tuple[Change, ...]:
    """The changes that a text tells, in order. Linear in its length."""
    found, flags = words(text), denied(text)
    return tuple(
        change
        for at, word in enumerate(found)
        if word.text in _BY_WORD or word.text in _DIFFERENT or (flags[at] and word.text in _EFFECTS)
        for change in _change(found, at, is_denied=flags[at])
    )


def _change(found: tuple[Word, ...], at: int, *, is_denied: bool) -> tuple[Change, ...]:
    word = found[at]
    following = found[at + 1].text if at + 1 < len(found) else ""
    if (word.text in ("more", "further") and following in _ASIDE) or _is_only_timed(found, at, following):
        return ()
    before, behind = _tells(reversed(found[max(0, at - _REACH) : at])), _tells(found[at + 1 : at + _REACH + 1])
    nearest = frozenset(before[:_NEAREST]), frozenset(behind[:_NEAREST])
    around = frozenset((*before, *behind))
    beside = (before[0] if before else "", behind[0] if behind else "")
    axis, sense = _BY_WORD.get(word.text, (Axis.AMOUNT, None))
    senses = _senses(sense, is_denied=is_denied)
    bound, worth = _is_bound(found, at), _worth(found, at)
    return (
        Change(
            *(axis, sense, senses, is_denied, word.text, word.start, word.end),
            *(*nearest, around, beside, bound, worth, _sides(found, at)),
        ),
    )


def _sides(found: tuple[Word, ...], at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """`Less common with A than with B`: A and B. What the word stands beside is of neither."""
    behind = found[at + 1 : at + _REACH + 1]
    than = next((place for place, word in enumerate(behind) if word.text == "than"), None)
    if than is None or any(word.text in _ENDS for word in behind[:than]):
        return None
    skipped = 1 if found[at].text in OF_DEGREE and than > 1 else 0
    first = frozenset(_tells(behind[skipped:than]))
    last = frozenset(_tells(takewhile(lambda word: word.text not in _ENDS, found[at + than + 2 : at + than + _REACH])))
    return (first - last, last - first)


def _is_only_timed(found: tuple[Word, ...], at: int, following: str) -> bool:
    """Whether it names what was timed: `time to recovery`, `recovery time`."""
    before = [word.text for word in found[max(0, at - 2) : at]]
    return found[at].text in _TIMED and (before == ["time", "to"] or following in ("time", "times"))


def _is_bound(found: tuple[Word, ...], at: int) -> bool:
    behind = [word.text for word in found[at + 1 : at + 3]]
    return found[at].text in _OF_BOUNDS and behind[:1] == ["than"] and behind[-1][0].isdigit()


def _tells(found: Iterable[Word]) -> list[str]:
    """The stems of words with a meaning and of numbers, which tell as much: which fall was by 18%.

    Behind a semicolon something else is told.
    """
    own = takewhile(lambda word: word.text != ";", found)
    return [word.stem for word in own if word.carries_meaning or word.text[0].isdigit()]


def _senses(sense: Sense | None, *, is_denied: bool) -> frozenset[Sense]:
    if sense is None:
        return frozenset({Sense.SAME}) if is_denied else frozenset({Sense.UP, Sense.DOWN})
    return _OPPOSITE[sense] if is_denied else frozenset({sense})


def _worth(found: tuple[Word, ...], at: int) -> int:
    """The worth of the outcome that stands nearest."""
    for distance in range(1, _NEAR + 1):
        for place in (at + distance, at - distance):
            if 0 <= place < len(found) and (worth := worth_of_more(found[place].text)):
                return worth
    return 0
