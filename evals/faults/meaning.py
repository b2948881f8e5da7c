"""Planted faults of meaning: negation, direction, comparison, who and what, and quotes that prove nothing."""

import re
from random import Random
from typing import Final

from evals.faults.fault import Kind, Plant, Planted, in_a_claim, picked_claims, with_claim, with_fields
from evals.faults.good import Good
from pipeline.models.claim import Claim, Evidence
from pipeline.models.paper import SectionKind
from pipeline.text.evidence import EvidenceFinder
from pipeline.text.sentences import sentences

_NEGATION: Final = ("negation_changed", "direction_reversed", "null_result_hidden")
_DIRECTION: Final = ("direction_reversed", "negation_changed", "comparison_swapped")


_OPEN: Final = re.compile(
    r"\b(?:whether|if|to (?:see|find|test|check|determine|assess|examine|evaluate|investigate|compare"
    r"|look|understand)|aim|aimed"
    r"|goal|objective|purpose|hypothesi\w+|wanted|thinking|expect\w*|need(?:ed|s)?|required|how "
    r"(?:much|safe|well)|could)\b",
    re.IGNORECASE,
)
"""What is asked, planned or wished for is no result that could be turned round."""


_TELLS: Final = re.compile(
    r"increas|decreas|improv|wors|reduc|rais|rose\b|fell\b|gain|lost\b|loss|higher|lower|better|more\b|less\b|larger|smaller|greater|fewer"
    r"|longer|shorter|faster|slower|earlier|later\b|stronger|weaker|declin|elevat|enhanc|benefi|differ|similar",
    re.IGNORECASE,
)
"""What a quote must tell for a statement to reverse it."""


def _swaps(pairs: tuple[tuple[str, str], ...]) -> Plant:
    """A planter that replaces the first of these words that stands in a claim by its opposite; case is kept."""
    table = {word: other for pair in pairs for word, other in (pair, pair[::-1])}
    form = re.compile(r"\b(?:" + "|".join(sorted(table, key=len, reverse=True)) + r")\b", re.IGNORECASE)

    def in_text(text: str, claim: Claim, rng: Random) -> str | None:
        found = list(form.finditer(text))
        if not found or _OPEN.search(text) or not any(_TELLS.search(proof.quote) for proof in claim.evidence):
            return None
        one = rng.choice(found)
        new = table[one.group().lower()]
        return text[: one.start()] + (new.capitalize() if one.group()[0].isupper() else new) + text[one.end() :]

    return in_a_claim(in_text)


_VERBS: Final = (
    ("increased", "decreased"),
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("increasing", "decreasing"),
    ("improved", "worsened"),
    ("improvement", "worsening"),
    ("improvements", "declines"),
    ("improves", "worsens"),
    ("improve", "worsen"),
    ("improving", "worsening"),
    ("reduced", "raised"),
    ("reduction", "rise"),
    ("reduces", "raises"),
    ("reduce", "raise"),
    ("reducing", "raising"),
    ("rose", "fell"),
    ("gained", "lost"),
)
_COMPARED: Final = (
    ("higher", "lower"),
    ("better", "worse"),
    ("more", "less"),
    ("larger", "smaller"),
    ("greater", "smaller"),
    ("longer", "shorter"),
    ("faster", "slower"),
    ("earlier", "later"),
    ("stronger", "weaker"),
)
_AUXILIARY: Final = re.compile(
    r"\b(was|were|is|are|has|have|had|can|could|may|might|will|would|did|does|do)\b(?! not)(?!n['\u2019]t)"
)
_PAST: Final = re.compile(
    r"\b(improv|increas|reduc|decreas|show|report|receiv|experienc|differ|chang|recover|complet|caus|help|prevent|work)ed\b"
)
_CUE: Final = re.compile(r"\b(?:not|never)\s|n['\u2019]t\b")
_NO: Final = re.compile(r"\b(?:[Nn]o|[Nn]one|[Nn]either|without)\b(?! (?:matter|longer))")


def _negated(text: str, _claim: Claim, rng: Random) -> str | None:
    if _CUE.search(text) or _NO.search(text) or _OPEN.search(text):
        return None
    places = [(m.end(), m.end(), " not") for m in _AUXILIARY.finditer(text)]
    places += [(m.start(), m.end(), f"did not {_base(m.group(1))}") for m in _PAST.finditer(text)]
    if not places:
        return None
    start, end, new = rng.choice(places)
    return text[:start] + new + text[end:]


def _base(stem: str) -> str:
    return stem + ("" if stem in ("show", "report", "differ", "recover", "help", "prevent", "work") else "e")


def _affirmed(text: str, _claim: Claim, _rng: Random) -> str | None:
    """A negation dropped; the sentence stays one that people could say."""
    if found := re.search(r"\b(did|does|do) not (\w+)|\b(did|does|do)n['\u2019]t (\w+)", text):
        verb = found.group(2) or found.group(4)
        return text[: found.start()] + f"did {verb}" + text[found.end() :]
    if found := _CUE.search(text):
        return text[: found.start()] + text[found.end() :].lstrip()
    if found := re.search(r"\b([Nn])o (?:significant |statistically significant |notable |serious |major )?", text):
        return text[: found.start()] + ("A " if found.group(1) == "N" else "a ") + text[found.end() :]
    return None


_SIDE: Final = r"(?:the )?(?:[\w/+-]{1,20} ){1,2}(?:group|arm|patients|people|participants)"
_THAN: Final = re.compile(
    rf"\b(?P<joint>in|for|among|with|of) (?P<one>{_SIDE})(?P<middle> (?:\([^()]*\) )?(?:than|compared "
    rf"(?:with|to)|versus)"
    rf" (?:that |those )?(?:in |for |among |with |of )?)(?P<other>{_SIDE})\b"
)


def _sides_swapped(text: str, _claim: Claim, _rng: Random) -> str | None:
    found = _THAN.search(text)
    if not found or found.group("one").lower() == found.group("other").lower():
        return None
    swapped = f"{found.group('joint')} {found.group('other')}{found.group('middle')}{found.group('one')}"
    return text[: found.start()] + swapped + text[found.end() :]


_DRUGS: Final = str.split(
    "metformin ibuprofen atorvastatin gabapentin rituximab baclofen prednisone sertraline warfarin omeprazole"
)
_CONDITIONS: Final = (
    "asthma",
    "epilepsy",
    "psoriasis",
    "glaucoma",
    "migraine",
    "tinnitus",
    "eczema",
    "gout",
    "endometriosis",
)
_PLACES: Final = str.split("Norway Brazil Nigeria Japan Canada Vietnam Mexico Finland Kenya Portugal")
_SCALES: Final = ("WOMAC", "MADRS", "EDSS", "SCIM", "PHQ-9", "NIHSS", "SF-36", "DASH", "KOOS")
_DEVICES: Final = (
    "an exoskeleton",
    "a pacemaker",
    "a treadmill",
    "a cochlear implant",
    "a ventilator",
    "a glucose monitor",
)


def _entity(names: list[str] | tuple[str, ...], frame: str) -> Plant:
    def plant(good: Good, rng: Random) -> Planted | None:
        lowered = good.article.paper.text.lower()
        absent = [name for name in names if name.lower().split()[-1] not in lowered]
        places = list(picked_claims(good))
        if not absent or not places:
            return None
        place, claim = rng.choice(places)
        text = f"{claim.text.rstrip('. ')}{frame.replace('NAME', rng.choice(absent))}."
        return Planted(
            with_claim(good.summary, place, lambda c: c.model_copy(update={"text": text})), place, claim.text, text
        )

    return plant


def _quote(change: str) -> Plant:
    """A planter that alters a quote; where it is said to stand stays as it was."""

    def altered(quote: str, rng: Random) -> str | None:
        words = quote.split()
        at = rng.randrange(1, max(2, len(words) - 1))
        if change == "word":
            return " ".join((*words[:at], "remarkably", *words[at:]))
        if change == "digit":
            digits = [m.start() for m in re.finditer(r"\d", quote)]
            if not digits:
                return None
            spot = rng.choice(digits)
            return quote[:spot] + str((int(quote[spot]) + rng.randint(1, 8)) % 10) + quote[spot + 1 :]
        if change == "negation":
            return re.sub(r"\b(was|were|is|did)\b", r"\1 not", quote, count=1)
        if change == "ellipsis" and len(words) > 8:
            return " ".join((*words[:3], "\u2026", *words[-3:]))
        return " ".join((*words[:at], *words[at + 1 :])) if change == "dropped" and len(words) > 4 else None

    def plant(good: Good, rng: Random) -> Planted | None:
        places = list(picked_claims(good))
        rng.shuffle(places)
        for place, claim in places:
            proof = claim.evidence[0]
            new = altered(proof.quote, rng)
            if new is None or new == proof.quote:
                continue
            changed = (proof.model_copy(update={"quote": new}), *claim.evidence[1:])
            spoiled = with_claim(good.summary, place, lambda c, e=changed: c.model_copy(update={"evidence": e}))  # type: ignore[misc]
            return Planted(spoiled, place, proof.quote, new)
        return None

    return plant


def _quote_of_another(good: Good, rng: Random) -> Planted | None:
    """The quote of another place of the paper, with which the claim has hardly a word in common."""
    places = list(picked_claims(good))
    if not places:
        return None
    place, claim = rng.choice(places)
    own = _long_words(claim.text) | _long_words(" ".join(proof.quote for proof in claim.evidence))
    finder = EvidenceFinder(good.article.paper)
    for sentence in _some_sentences(good, rng):
        if not own & _long_words(sentence) and (proof := finder.find(sentence)).start is not None:
            spoiled = with_claim(good.summary, place, lambda c: c.model_copy(update={"evidence": (proof,)}))
            return Planted(spoiled, place, claim.evidence[0].quote, sentence)
    return None


def _long_words(text: str) -> set[str]:
    return {word[:5].lower() for word in re.findall(r"[^\W\d_]{4,}", text)}


def _some_sentences(good: Good, rng: Random) -> list[str]:
    found = [
        paragraph.text[start:end]
        for section in good.article.paper.sections
        if section.kind in (SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION)
        for paragraph in section.paragraphs
        for start, end in sentences(paragraph.text)
        if 50 < end - start < 300
    ]
    rng.shuffle(found)
    return found[:80]


_OF_OTHERS: Final = re.compile(
    r"\b(?:previous|recent|earlier|prior|other|several|many)\b.{0,40}\b(?:stud|trial|report|research)", re.IGNORECASE
)


def _background_as_finding(good: Good, rng: Random) -> Planted | None:
    """What the introduction says of other studies, told among the findings."""
    finder = EvidenceFinder(good.article.paper)
    told = [
        paragraph.text[start:end]
        for section in good.article.paper.sections
        if section.kind is SectionKind.INTRODUCTION
        for paragraph in section.paragraphs
        for start, end in sentences(paragraph.text)
        if 60 < end - start < 300
    ]
    rng.shuffle(told)
    told.sort(key=lambda sentence: _OF_OTHERS.search(sentence) is None)
    for sentence in told[:3]:
        proof: Evidence = finder.find(sentence)
        if proof.start is None:
            continue
        claim = Claim(text=sentence, evidence=(proof,))
        at = len(good.summary.key_findings)
        spoiled = with_fields(good.summary, key_findings=(*good.summary.key_findings, claim))
        return Planted(spoiled, f"/key_findings/{at}", "", sentence)
    return None


_SIGNIFICANCE: Final = (
    (
        re.compile(
            r"\bno (?:statistically |clear )?(?:significant |clear )?(difference|effect|change|improvement)s?\b"
        ),
        r"a significant \1",
    ),
    (
        re.compile(r"\b(was|were) (?:not (?:statistically )?significant(?:ly different)?|non-significant)\b"),
        r"\1 significant",
    ),
    (re.compile(r"\b(was|were) (?:similar|comparable|the same)\b"), r"\1 clearly different"),
    (re.compile(r"\bnot (?:statistically )?significant\b"), "significant"),
    (re.compile(r"\bdid not differ\b"), "clearly differed"),
    (re.compile(r"\b(was|were|is)n['\u2019]t (significant|different|much|any|a)\b"), r"\1 \2"),
)


def _null_as_effect(text: str, _claim: Claim, _rng: Random) -> str | None:
    for form, new in _SIGNIFICANCE:
        if form.search(text):
            return form.sub(new, text, count=1)
    return None


def _effect_as_null(text: str, _claim: Claim, _rng: Random) -> str | None:
    new = re.sub(
        r"\b(?:significantly|clearly) (higher|lower|improved|reduced|better|more|less|increased|decreased)\b",
        r"not significantly \1",
        text,
        count=1,
    )
    return None if new == text else new


KINDS: Final = (
    Kind("negation_added", "negation", _NEGATION, in_a_claim(_negated), 5),
    Kind("negation_dropped", "negation", _NEGATION, in_a_claim(_affirmed), 4),
    Kind("verb_swap", "direction", _DIRECTION, _swaps(_VERBS), 5),
    Kind("comparative_swap", "direction", _DIRECTION, _swaps(_COMPARED), 4),
    Kind("sides_swapped", "comparison", ("comparison_swapped", "direction_reversed"), in_a_claim(_sides_swapped), 2),
    Kind(
        "null_as_effect",
        "null result",
        ("null_result_hidden", "negation_changed", "direction_reversed", "significance_contradicted"),
        in_a_claim(_null_as_effect),
        3,
    ),
    Kind(
        "effect_as_null",
        "null result",
        ("negation_changed", "direction_reversed", "significance_contradicted"),
        in_a_claim(_effect_as_null),
        2,
    ),
    Kind("drug_swap", "entity", ("entity_not_in_source",), _entity(_DRUGS, " with NAME"), 2),
    Kind("condition_swap", "entity", ("entity_not_in_source",), _entity(_CONDITIONS, " in people with NAME"), 2),
    Kind("place_swap", "entity", ("entity_not_in_source",), _entity(_PLACES, " in NAME"), 2),
    Kind("scale_swap", "entity", ("entity_not_in_source",), _entity(_SCALES, " on the NAME"), 2),
    Kind("device_swap", "entity", ("entity_not_in_source",), _entity(_DEVICES, " with NAME"), 2),
    *(
        Kind(f"quote_{change}", "quote", ("quote_not_in_source",), _quote(change), 2)
        for change in ("word", "digit", "negation", "dropped", "ellipsis")
    ),
    Kind("quote_of_another", "support", ("quote_unrelated", "number_not_in_source"), _quote_of_another, 3),
    Kind("background_as_finding", "background", ("background_as_finding",), _background_as_finding, 2),
)
