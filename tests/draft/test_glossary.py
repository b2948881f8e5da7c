import re

import pytest

from pipeline.draft.glossary.explained import explained
from pipeline.text.medical_terms import Glossary, Term, shipped, shipped_terms
from pipeline.text.sentences import sentences
from tests.draft.papers import abstract

ADVICE = re.compile(r"\b(?:should|must|ask your|try to|talk to|stop taking)\b", re.IGNORECASE)
TERMS = shipped_terms()


def words(text: str) -> list[str]:
    return [term.term for term in shipped().within([text])]


def test_the_glossary_is_large_and_every_entry_is_whole() -> None:
    assert len(TERMS) >= 150
    for term in TERMS:
        assert term.source, term
        assert term.plain[0].isupper(), term
        assert term.plain.endswith("."), term
        assert not ADVICE.search(term.plain), term


def test_every_meaning_is_told_in_short_sentences() -> None:
    for term in TERMS:
        for start, end in sentences(term.plain):
            assert len(term.plain[start:end].split()) <= 25, term


def test_no_two_entries_explain_one_word() -> None:
    forms = [form for term in TERMS for form in term.forms]
    assert len(set(forms)) == len(forms)


def test_a_term_is_found_as_a_whole_word_in_any_number_and_spelling() -> None:
    assert words("Patients were randomized in two centers.") == words("Patients were randomised in two centres.")
    assert "spinal cord injury" in words("People with spinal cord injuries took part.")
    assert words("They had spinal cord injuries.") == ["spinal cord injury"]


def test_an_abbreviation_counts_only_in_its_capitals() -> None:
    glossary = Glossary([Term(term="magnetic scan", also=("MAS",), plain="A picture.", source="none")])
    assert glossary.within(["The MAS showed it."])
    assert not glossary.within(["They had mas and ideas."])


def test_a_page_explains_its_jargon_and_the_abbreviations_that_the_paper_spells_out() -> None:
    text = "The walking speed test (WST) was used in people with tetraplegia."
    entries = {entry.term: entry.plain for entry in explained(abstract(text), [text])}
    assert entries["WST"] == "walking speed test"
    assert "tetraplegia" in entries
    assert "neck" in entries["tetraplegia"] or "arms" in entries["tetraplegia"]


def test_everyday_words_with_a_meaning_among_people_are_not_explained_of_animals() -> None:
    text = "Seals met in three trials, with spasticity in none of them; animal models are few."
    of_seals = {entry.term for entry in explained(abstract(text), [text], of_people=False)}
    assert {"spasticity", "animal models"} <= of_seals
    assert "trials" not in of_seals
    assert "trials" in {entry.term for entry in explained(abstract(text), [text])}


def entries_of(text: str) -> dict[str, str]:
    return {entry.term: entry.plain for entry in explained(abstract(text), [text])}


@pytest.mark.parametrize(
    ("short", "text", "meaning"),
    [
        ("MS", "People with multiple sclerosis (MS) walked. MS is common.", "multiple sclerosis"),
        ("MRI", "People had an MRI of the back.", "Pictures of the inside"),
        ("SEM", "Scanning electron microscopy (SEM) showed a small standard error.", "Scanning electron microscopy"),
        ("AD", "People with Alzheimer disease (AD) walked. AD is common.", "Alzheimer disease"),
    ],
)
def test_an_abbreviation_is_explained_as_its_paper_means_it(short: str, text: str, meaning: str) -> None:
    assert re.match(meaning, entries_of(text)[short])


@pytest.mark.parametrize(
    "text", ["Kernels were measured by GC-MS, and MS was quick.", "AD and PE were common in them."]
)
def test_an_abbreviation_that_may_mean_anything_is_not_explained(text: str) -> None:
    assert not entries_of(text)


def test_an_abbreviation_that_reads_as_a_missing_value_is_not_explained() -> None:
    told = abstract("Women took norethindrone acetate (NA) or ethinyl estradiol (EE). NA and EE were given for a year.")
    terms = [entry.term for entry in explained(told, ["NA and EE were given for a year."])]
    assert "NA" not in terms
    assert "EE" in terms


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("Men with motor-complete injuries took part.", "motor complete", "Some feeling may be left"),
        ("People with motor incomplete SCI took part.", "motor incomplete", "some willed movement"),
        ("All were treated by one physical therapist.", "physiotherapist", "A person"),
        ("Two occupational therapists came home.", "occupational therapist", "A person"),
        ("Both had a cervical injury after a fall.", "cervical injury", "Damage"),
        ("Both had a cervical spinal cord injury.", "cervical injury", "Damage"),
    ],
)
def test_a_person_an_injury_and_a_part_of_the_body_are_told_apart(text: str, word: str, meaning: str) -> None:
    told = {term.term: term.plain for term in shipped().within([text])}
    assert meaning in told[word]
