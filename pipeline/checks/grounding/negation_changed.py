"""A `not` has come in or got lost between the quote and the statement.

Why it is wrong:
    One small word turns "did not improve" into "improved", and nothing else shows it.
Wrong:
    "The drug improved walking" with a quote that says that it did not improve walking.
    "The exercises were not safe" with a quote that says that they were safe.
Right:
    "Nothing changed" with a quote that says that there was no difference.
    "It was unlikely to help" with a quote that says that it was not likely to.
Blind spots:
    Negations that are told in other words: "failed" and "in vain".
    Statements that share no verb with their quotes.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_changes import CLOSE, Contradiction, closeness, contradicted
from pipeline.models.finding import Severity
from pipeline.text.edits import edits
from pipeline.text.negations import cues, scope
from pipeline.text.passages import passages
from pipeline.text.sentences import sentences
from pipeline.text.words import Word, stem, words

_BESIDE: Final = 3
"""Words with a meaning, before and behind a negation, by which its place is found in another text."""
_MARGIN: Final = 4
"""Words around a passage in which its own negation may stand."""
_DENIED_OTHERWISE: Final = frozenset(
    map(
        stem,
        str.split(
            "similar same unchanged stable fewer rare rarely few lack fail failed "
            "unable absent absence"
            " little hardly only except excluded exclude avoid avoided prevent stopped unaffected "
            "regardless unlikely impossible refrained refuse refused missed missing zero free inoperable inactive "
            "inert sham negative"
        ),
    )
)
"""Words by which a text denies without a negation."""
_DENIED_BY_THE_FORM: Final = frozenset({"comparable", "contrary", "equal", "equally", "independently", "placebo"})
"""Such words whose kin deny nothing: `compared`, `controls`, `placed`."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    if not statement.evidence or statement.text in statement.quoted:
        return
    found = {told.change.start: told.change.end for told in contradicted(statement) if told.how is Contradiction.DENIED}
    for start, end in found.items():
        yield Hit(start, end, "Denied in only one of the two: the statement and its quote.")
    if not found:
        text, quote = statement.text, statement.quoted
        close = closeness(text, quote) >= CLOSE
        edited = tuple(_edited(text, quote)) if close and len(cues(text)) != len(cues(quote)) else ()
        local = edited or (*_turned(text, quote, close=close), *_dropped(text, quote, close=close))
        yield from local or _undenied(text, quote)


def _undenied(text: str, quote: str) -> Iterator[Hit]:
    """A denial where the quotes deny nothing, and the other way round; how else they say so is for a person to see."""
    if not _is_open(text):
        yield from islice(chain(_denied_alone(text, quote), _stressed_alone(text, quote)), 1)


def _denied_alone(text: str, quote: str) -> Iterator[Hit]:
    told = words(text)
    for cue in cues(text)[:_MOST]:
        if not _denies_at_all(_nearest(quote, _anchored(text, cue))):
            message = f"Denied here ({told[cue].text!r}), and the quotes deny nothing of the kind."
            yield Hit(told[cue].start, told[cue].end, message, Severity.WARN)


def _stressed_alone(text: str, quote: str) -> Iterator[Hit]:
    told = words(text)
    for stress in islice(_STRESSED.finditer(text), _MOST):
        at = bisect_left([word.start for word in told], stress.end())
        around = {word.stem for word in told[max(0, at - _AROUND) : at + _AROUND] if _tells(word)}
        if cues(_nearest(quote, around)):
            message = f"Told with stress here ({stress.group()!r}), and the quotes deny something of the kind."
            yield Hit(stress.start(), stress.end(), message, Severity.WARN)


_STRESSED: Final = re.compile(
    r"\b(?:did|does|do)(?= [a-z]+)(?! (?:so|not|this|that|the|it|exercises?)\b)", re.IGNORECASE
)
"""`Did change`: what a sentence says that lost its `not`, and few others do."""
_MOST: Final = 20
"""Denials that are looked up in the quotes; only hostile texts have more."""
_AROUND: Final = 6
"""Words before and behind a stressed verb by which its place in the quotes is found."""


def _anchored(text: str, cue: int) -> frozenset[str]:
    before, behind = _anchors(text, cue)
    return frozenset((*before, *behind))


def _nearest(quote: str, stems: Collection[str]) -> str:
    """The sentence of the quotes that has most of these stems; all of them where none has two."""
    shared = [(len(there.intersection(stems)), sentence) for sentence, there in _sentences(quote)]
    most, nearest = max(shared, key=itemgetter(0), default=(0, quote))
    return nearest if most >= _FEWEST else quote


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences of a text, each with the stems of its words."""
    found = (text[start:end] for start, end in sentences(text))
    return tuple((sentence, frozenset(word.stem for word in words(sentence))) for sentence in found)


def _denies_at_all(text: str) -> bool:
    return bool(cues(text)) or any(map(_denies_by_itself, words(text)))


def _denies_by_itself(word: Word) -> bool:
    return word.stem in _DENIED_OTHERWISE or word.text in _DENIED_BY_THE_FORM or _is_denied_within(word)


def _is_denied_within(word: Word) -> bool:
    return word.text.startswith(("non", "un")) and not word.text.startswith(_NO_DENIAL)


def _is_open(text: str) -> bool:
    return _ASKED.search(text) is not None


_NO_DENIAL: Final = ("under", "until", "unit", "univ", "uniq", "union", "unif", "unless", "none")
"""Words that begin as if they denied something."""
_ASKED: Final = re.compile(
    r"\b(?:whether|if|to (?:see|find out|test|understand)|wanted|not only|supposed|expected)\b", re.IGNORECASE
)


def _edited(text: str, quote: str) -> Iterator[Hit]:
    """Negations that were put in or taken out, where the statement is nearly its quote."""
    told, there = words(text), words(quote)
    here, meant = frozenset(cues(text)), frozenset(cues(quote))
    for edit in edits(text, quote):
        if not edit.is_small(_SMALL) or edit.before + edit.behind < _KEPT:
            continue
        if not here.isdisjoint(edit.one) and not _has_denial(there, meant, edit.other):
            place = min(here.intersection(edit.one))
            message = f"Denied here ({told[place].text!r}), and told without a negation in the quote."
            yield Hit(told[place].start, told[place].end, message)
        elif not meant.isdisjoint(edit.other) and not _has_denial(told, here, edit.one):
            place = min(meant.intersection(edit.other))
            spot = told[edit.one.start] if edit.one else told[0]
            yield Hit(spot.start, spot.end, f"The quote denies this ({there[place].text!r}); the statement does not.")


def _has_denial(found: Sequence[Word], own: frozenset[int], places: range) -> bool:
    around = range(max(0, places.start - _BESIDE), min(len(found), places.stop + _BESIDE))
    return (
        not own.isdisjoint(around)
        or any(found[at].stem in _DENIED_OTHERWISE or found[at].text in _DENIED_BY_THE_FORM for at in places)
        or any(_is_denied_within(found[at]) for at in around)
    )


_KEPT: Final = 3
"""Words beside an edit that both must have."""
_SMALL: Final = 4
"""Words of an edit that puts a negation in or takes it out; what is longer tells something else."""


def _turned(text: str, quote: str, *, close: bool) -> Iterator[Hit]:
    """What the statement denies, and its quotes tell without a negation."""
    told = words(text)
    for cue in cues(text):
        if shared := _affirmed(text, cue, quote, close=close):
            message = f"Denied here ({told[cue].text!r}), and told without a negation in the quote."
            yield Hit(told[cue].start, told[cue].end, message, _weight(shared, close=close))


def _dropped(text: str, quote: str, *, close: bool) -> Iterator[Hit]:
    """What the quotes deny, and the statement tells without a negation."""
    told, quoted = words(text), words(quote)
    for cue in cues(quote):
        if shared := _affirmed(quote, cue, text, close=close):
            message = f"The quote denies this ({quoted[cue].text!r}); the statement does not."
            spot = next(word for word in told if word.stem in shared)
            yield Hit(spot.start, spot.end, message, _weight(shared, close=close))


def _affirmed(text: str, cue: int, other: str, *, close: bool) -> frozenset[str]:
    """The words around a negation that another text has together, without any; empty where it has one, or too few."""
    before, behind = _anchors(text, cue)
    found = words(other)
    best = passages(found, {*before, *behind})
    if not best or _is_denied_too(other, {*before, *behind}):
        return frozenset()
    shared = best[0][1]
    meets = behind[:1] if not close else behind
    if len(shared) < (_FEWEST if close else _FEWEST + 1) or shared.isdisjoint(meets):
        return frozenset()
    return frozenset() if any(_denies(other, found, places) for places, _ in best) else shared


def _denies(text: str, found: Sequence[Word], places: range) -> bool:
    around = range(max(0, places.start - _MARGIN), min(len(found), places.stop + _MARGIN))
    return any(_denies_by_itself(found[at]) for at in around) or not set(cues(text)).isdisjoint(around)


def _is_denied_too(text: str, stems: Collection[str]) -> bool:
    """Whether one of the text's own negations stands beside two of these stems."""
    return any(len(set(stems).intersection((*before, *behind))) > 1 for before, behind in _all_anchors(text))


def _all_anchors(text: str) -> Iterator[tuple[list[str], list[str]]]:
    return (_anchors(text, cue) for cue in cues(text))


_FEWEST: Final = 2


def _anchors(text: str, cue: int) -> tuple[list[str], list[str]]:
    found = words(text)
    telling = _telling(text)
    at_cue = bisect_left(telling, cue)
    before = [found[at].stem for at in telling[max(0, at_cue - _BESIDE) : at_cue]]
    return before, [found[at].stem for at in scope(text, cue) if _tells(found[at])][:_BESIDE]


@lru_cache(maxsize=64)
def _telling(text: str) -> tuple[int, ...]:
    """The places of the words that tell something, read once for all negations of a text."""
    return tuple(at for at, word in enumerate(words(text)) if _tells(word))


def _tells(word: Word) -> bool:
    return word.carries_meaning or word.text[0].isdigit()


def _weight(shared: frozenset[str], *, close: bool) -> Severity:
    return Severity.BLOCK if close and len(shared) > _FEWEST else Severity.WARN


CHECK = StatementCheck(
    name="negation_changed",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
