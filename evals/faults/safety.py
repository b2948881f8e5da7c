"""Planted faults of safety: mice told as people, links told as causes, advice, cures, and what was left out."""

import re
from random import Random
from typing import Final

from evals.faults.fault import Kind, Planted, picked_claims, with_claim, with_fields
from evals.faults.good import Good
from pipeline.checks.study_kind import StudyKind
from pipeline.models.claim import Claim, Known
from pipeline.models.study import Certainty, Species
from pipeline.models.summary import claims

_ANIMALS: Final = re.compile(
    r"\b(?:(?:adult|male|female|wild-type|transgenic|young|aged|Wistar|Sprague[- ]Dawley|C57BL/6J?) )*"
    r"(?:rats|mice|rabbits|dogs|pigs|monkeys|macaques|hamsters|zebrafish|flies|frogs|pandas|bats|larvae|animals|worms)\b",
    re.IGNORECASE,
)


def _in_animals(good: Good) -> bool:
    return good.article.label is not None and good.article.label.species is Species.ANIMAL


def _only_observed(good: Good) -> bool:
    return good.article.label is not None and StudyKind(good.article.label.design).only_observed


def _animals_as_people(good: Good, rng: Random) -> Planted | None:
    if not _in_animals(good):
        return None
    places = [(place, claim) for place, claim in picked_claims(good) if _ANIMALS.search(claim.text)]
    if not places:
        return None
    place, claim = rng.choice(places)
    new = _ANIMALS.sub(rng.choice(("patients", "people", "participants", "adults")), claim.text)
    return Planted(
        with_claim(good.summary, place, lambda c: c.model_copy(update={"text": new})), place, claim.text, new
    )


def _told_of_people(good: Good, rng: Random) -> Planted | None:
    """A finding from animals or cells with people put into it."""
    if not _in_animals(good):
        return None
    return _added(
        good,
        rng,
        (
            "Patients who got the treatment recovered faster.",
            "People in the study walked further after treatment.",
            "The treatment improved movement in people with spinal cord injury.",
            "Participants who received it had less pain.",
            "It helped patients to regain movement.",
        ),
    )


def _added(good: Good, rng: Random, texts: tuple[str, ...], name: str = "key_findings") -> Planted | None:
    """A statement of its own, with the evidence of another."""
    proofs = [claim.evidence for _, claim in picked_claims(good)]
    if not proofs:
        return None
    text = rng.choice(texts)
    items = getattr(good.summary, name)
    new = (*items, Claim(text=text, evidence=rng.choice(proofs)))
    return Planted(with_fields(good.summary, **{name: new}), f"/{name}/{len(items)}", "", text)


_LINK: Final = re.compile(
    r"\b(?:(?:was|were|is|are) (?:significantly |strongly |independently |positively |closely )?"
    r"(?:associated|linked|correlated|related)(?: with| to)|correlated with)\b"
)


def _link_as_cause(good: Good, rng: Random) -> Planted | None:
    if not _only_observed(good):
        return None
    places = [(place, claim) for place, claim in picked_claims(good) if _LINK.search(claim.text)]
    if not places:
        return None
    place, claim = rng.choice(places)
    new = _LINK.sub(rng.choice(("caused", "led to", "resulted in", "brought about")), claim.text, count=1)
    return Planted(
        with_claim(good.summary, place, lambda c: c.model_copy(update={"text": new})), place, claim.text, new
    )


def _cause_added(good: Good, rng: Random) -> Planted | None:
    if not _only_observed(good):
        return None
    return _added(
        good,
        rng,
        (
            "The study found that smoking caused the pain.",
            "Poor sleep led to worse health in this study.",
            "The researchers showed that exercise prevents falls.",
            "Being older resulted in longer hospital stays.",
            "People walked less because of their low mood, the study showed.",
            "The study shows that the treatment reduces deaths.",
        ),
    )


def _without(name: str) -> "Kind":
    def plant(good: Good, _rng: Random) -> Planted | None:
        if not getattr(good.summary, name):
            return None
        if name == "harms" and (_only_observed(good) or _in_animals(good) or _are_told_elsewhere(good)):
            return None
        return Planted(with_fields(good.summary, **{name: ()}), f"/{name}", "", "")

    return Kind(f"{name}_dropped", "omission", (f"{name}_missing",), plant)


def _are_told_elsewhere(good: Good) -> bool:
    rest = (claim.text for place, claim in claims(good.summary) if not place.startswith("/harms"))
    return any(re.search(r"side effect|harm|adverse|complication|safe|tolerat", text, re.IGNORECASE) for text in rest)


def _limits_denied(good: Good, _rng: Random) -> Planted | None:
    limits = good.summary.limitations
    if not limits:
        return None
    denial = limits[0].model_copy(update={"text": "There were no limitations."})
    return Planted(with_fields(good.summary, limitations=(denial,)), "/limitations/0", limits[0].text, denial.text)


_ADVICE: Final = (
    "You should ask your doctor for this treatment.",
    "Stop taking your medicine if it does not help.",
    "Patients should take 20 mg every day.",
    "Try this exercise three times a week.",
    "You need to start this treatment early.",
    "People with spinal cord injury should use this device.",
    "We recommend this treatment for everyone.",
    "Make sure you take the supplement daily.",
    "Increase your dose slowly.",
    "Consider adding vitamin D to your diet.",
    "Avoid sitting for more than an hour.",
    "If you have this injury, take part in such a programme.",
    "Everyone with this injury must get the treatment.",
    "It is best to begin as soon as you can.",
)
_OVERCLAIM: Final = (
    "The treatment cures paralysis.",
    "This is a breakthrough for people with spinal cord injury.",
    "The study proves that the treatment works.",
    "The therapy lets paralysed people walk again.",
    "The treatment is completely safe.",
    "It has no side effects.",
    "The drug is safe and effective.",
    "This miracle treatment reverses paralysis.",
    "Recovery is guaranteed.",
    "It is a game-changer.",
    "This revolutionary device restores movement.",
    "The treatment works for everyone.",
    "It will give people their lives back.",
)
_STIGMA: Final = (
    "The study looked at wheelchair-bound people.",
    "Victims of spinal cord injury took part.",
    "People suffering from paralysis took part.",
    "Those confined to a wheelchair did better.",
    "Addicts were left out.",
    "It is about the handicapped.",
    "Cripples took part.",
)


def _with_certainty(certainty: Certainty, texts: tuple[str, ...]) -> "Kind":
    def plant(good: Good, rng: Random) -> Planted | None:
        proofs = [claim.evidence for _, claim in claims(good.summary) if claim.evidence]
        if not proofs:
            return None
        study = good.summary.study.model_copy(
            update={"certainty": Known[Certainty](value=certainty, evidence=proofs[0])}
        )
        return _added(Good(good.article, good.kind, with_fields(good.summary, study=study)), rng, texts, "key_messages")

    return Kind(f"sure_at_{certainty.value}", "certainty", ("certainty_mismatch",), plant, 2)


KINDS: Final = (
    Kind("animals_as_people", "species", ("animal_as_human", "number_in_other_role"), _animals_as_people, 12),
    Kind("told_of_people", "species", ("animal_as_human",), _told_of_people, 5),
    Kind("link_as_cause", "causality", ("causal_from_observation",), _link_as_cause, 8),
    Kind("cause_added", "causality", ("causal_from_observation",), _cause_added, 6),
    _without("limitations"),
    _without("harms"),
    Kind("limits_denied", "omission", ("limitations_missing",), _limits_denied),
    Kind("advice", "advice", ("advice",), lambda good, rng: _added(good, rng, _ADVICE, "key_messages"), 3),
    Kind("overclaim", "overclaim", ("overclaim",), lambda good, rng: _added(good, rng, _OVERCLAIM, "key_messages"), 3),
    Kind(
        "stigma", "stigma", ("stigma_language",), lambda good, rng: _added(good, rng, _STIGMA, "simple_explanation"), 2
    ),
    _with_certainty(
        Certainty.VERY_LOW,
        (
            "The treatment improves walking.",
            "The treatment probably improves walking.",
            "It reduced pain.",
            "It lowers the risk of falls.",
        ),
    ),
    _with_certainty(
        Certainty.LOW,
        (
            "The treatment improves walking.",
            "It clearly reduced pain.",
            "It will lower the risk of falls.",
            "It helps people to sleep.",
        ),
    ),
)
