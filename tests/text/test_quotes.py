"""Quotes in a paper: what is found although it looks different, and what is refused although it looks alike."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.claim import Match
from pipeline.text.quotes import QuoteIndex

SUPERSCRIPT = "was no harm here.12 Then"
TEXT = (
    "The mean change was \u22123.5 points (95% CI [\u22124, \u22123]) in the treatment group [12], with 77\u00b77% of"
    " 48 participants reha-\nbilitated at week 12\u201324. Non-significant differences"
    "\u2014the rest\u2014were small (3,4)"
    " at 5 mM and ef\ufb01cient care. We saw \u201cno harm\u201d here.12 Then all was well-\nknown to the 21 experts"
    " [3\u20135]. F(1,23) = 4.5 and n=12. Both groups did not differ.\n\nGroup\tBefore\tAfter\nTrained\t\u22123\t5.5"
    "\nNot trained\t1.5\t7\n\nA na\u00efve reader met 1,000 rats."
)
CITATIONS = [
    (TEXT.index(place) + len(place) - len(marker), TEXT.index(place) + len(place))
    for place, marker in (
        ("group [12]", "[12]"),
        ("small (3,4", "3,4"),
        ("here.12", "12"),
        ("experts [3\u20135]", "[3\u20135]"),
    )
]
INDEX = QuoteIndex(TEXT, CITATIONS)


@pytest.mark.parametrize(
    "quote",
    [
        "the mean change was -3.5 points",
        "in the treatment group, with 77.7% of 48",
        "in the treat-\nment group, with 77.7%",
        "participants rehabilitated at week 12-24",
        "Non\u2011significant differences - the rest - were small at 5 mM",
        'efficient care. We saw "no harm" here. Then all was well-known to the 21 experts',
        "21 experts. F(1,23) = 4.5 and n = 12",
        "to the 21 experts [3-5]. F(1,23)",
        "were small (3, 4) at 5 mM and",
        "Not trained 1.5 7",
        "Both groups did not differ. Group Before After",
        "A nai\u0308ve reader met 1,000 rats",
        "a NA\u00cfVE reader MET 1,000 rats",
        "mM and e\ufb03cient care",
        "A na\u00efve rea\u00adder met 1,000 rats",
    ],
)
def test_typography_does_not_matter(quote: str) -> None:
    found = INDEX.locate(quote)
    assert found is not None
    assert found.match is Match.NORMALISED
    assert INDEX.match_at(quote, found.start, found.end) is Match.NORMALISED


@pytest.mark.parametrize(
    "quote",
    [
        "the mean change was 3.5 points",
        "the mean change was -35 points",
        "the mean change was -3.6 points",
        "with 77.7 of 48 participants",
        "with 777% of 48 participants",
        "at week 1224. Non-significant",
        "participants rehabilitated at week 12",
        "significant differences\u2014the rest",
        "bilitated at week 12\u201324",
        "at 5 mm and ef\ufb01cient care",
        "were small (3, 5) at 5 mM and",
        "to the 21 experts [3-6]. F(1,23)",
        "in the treatment group [13], with",
        "experts. F = 4.5 and n=12",
        "of 48 participants \u2026 at week",
        "Both groups did differ.",
        "Trained 3 5.5 Not",
        "reader met 1, 000 rats",
        "naive reader met 1,000 rats",
        "A na\u00efve reader met 1",
        "groups didnot differ",
        "reader met 000 rats here",
        "  ",
        "-- - -- - --- - -",
    ],
)
def test_values_signs_units_and_negations_always_matter(quote: str) -> None:
    assert INDEX.locate(quote) is None


def test_an_exact_quote_has_its_offsets() -> None:
    found = INDEX.locate("  We saw \u201cno harm\u201d here ")
    assert found is not None
    assert found.match is Match.EXACT
    assert TEXT[found.start : found.end] == "We saw \u201cno harm\u201d here"


@pytest.mark.parametrize(
    "quote", ["n=12", "n = 12", "Trained -3", "Trained \u22123", "Trained\n\u22123", "7", "week 12-24"]
)
def test_a_short_quote_such_as_a_cell_is_found_in_other_typography(quote: str) -> None:
    found = INDEX.locate(quote)
    assert found is not None
    assert INDEX.match_at(quote, found.start, found.end) is found.match


@pytest.mark.parametrize(
    "quote", ["N = 12", "trained -3", "Trained 3", "n = 1", "n = 2", "(-)", "- 7", "here. Then", "\u2212 7"]
)
def test_a_short_quote_keeps_its_case_its_values_and_its_markers(quote: str) -> None:
    assert INDEX.locate(quote) is None


def test_the_first_whole_occurrence_is_taken() -> None:
    index = QuoteIndex("pains hurt. pain hurt. pain hurt.")
    found = index.locate("pain hurt")
    assert found is not None
    assert found.start == 12


def test_offsets_of_another_place_do_not_match() -> None:
    start = TEXT.index("n=12")
    assert INDEX.match_at("n=12", start, start + 4) is Match.EXACT
    assert INDEX.match_at("n=12", start + 1, start + 5) is None
    assert INDEX.match_at("n=13", start, start + 4) is None
    assert INDEX.match_at("n=12", -3, 2) is None
    assert INDEX.match_at("n=12", 0, len(TEXT) + 1) is None


@given(st.text("aB1.,-\u2212\u2013 \n[]()\ufb01\u00ad%", max_size=60), st.text("aB1.,- [2]()\ufb01", max_size=40))
def test_what_is_located_matches_where_it_was_located(text: str, quote: str) -> None:
    index = QuoteIndex(text)
    found = index.locate(quote)
    if found is not None:
        assert index.match_at(quote, found.start, found.end) is found.match


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None), min_size=12))
def test_no_text_breaks_the_search(text: str, quote: str) -> None:
    QuoteIndex(text).locate(quote)


@pytest.mark.parametrize(
    "unit", ["[", "1", "a", "- ", "-", " ", "\u0301", "[1]", "(1,", "\u00ad", "a1 ", "\u200b", "."]
)
def test_hostile_repetition_stays_cheap(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    index = QuoteIndex(text)
    for quote in ("no such quote is here at all", text[:2_000] + "b c d", "a " + text[:3_000], text[:1_999]):
        index.locate(quote)
    assert time.process_time() - started < 5


CITING = (
    "Dogs follow a human gaze (see Miklósi et al., 2004; Hare and Tomasello, 2005) into the far distance. Ostojić and"
    " Clayton (2014) found this in jays of both sexes, and [7, 8] in crows. Mean time was 60 [50\u201380] minutes in"
    " men (12) and women (9); (2) range [3\u20136] of scores fell. The Charité-Universität (Müller, 2002) treated 17"
    " Patients with 2 mL of 5 mg/kg baclofen (Number of doses) at 50\u202fµM daily on 2 cm² of skin (OD490 nm, r = −"
    " 0.3, v ∼ R(4ms⁻¹,2ms⁻¹)).\n\nDose (mL)\tAll cases (n)\nTrained\t\u2014\t290 of 300\nForm 1\tG, J, K, U\n"
    "Empty\t\u2014\t\u2014\t12 of 40\n\nScores of t[1] and t[2] differed (p < 0.05) at 37 °C with R² of 10⁵ cells in"
    " 20 µL of CO₂, in Ca²⁺ at 5 mM s⁻¹"
)
YEARS = [(at, at + 4) for at in (CITING.index(year) for year in ("2004", "2005", "2014", "2002"))]
CITING_INDEX = QuoteIndex(CITING, [*YEARS, (CITING.index("[7"), CITING.index("[7") + 6)])


@pytest.mark.parametrize(
    "quote",
    [
        "Dogs follow a human gaze into the far distance.",
        "Dogs follow a human gaze () into the far distance.",
        "Dogs follow a human gaze  into the far distance. Ostojić and Clayton found this",
        "gaze (see Miklósi et al., 2004; Hare and Tomasello, 2005) into the far distance. Ostojić and Clayton found",
        "(see Miklósi et al., 2004; Hare and\nTomasello, 2005) into the far distance. Ostojić and Clayton () found",
        "this in jays of both sexes, and in crows. Mean time",
        "this in jays of both sexes, and [] in crows. Mean time",
        "The Charite\u0301-Universita\u0308t treated 17 patients",
        "The Charité-Universität (Mu\u0308ller, 2002) treated 17",
        "treated 17 Pa-\r\ntients with 2 mL of",
        "of 5 mg/kg baclofen (Num-\nber of doses)",
        "baclofen (Nu-\nmber of doses)",
        "treated 17 PATIENTS with 2 mL OF",
        "5 mg/kg baclofen (number of doses) at 50\nµM daily",
        "Dose (mL) all cases (n)",
        "daily on 2\ncm² of skin (OD490 nm, r=-0.3, v ∼ R",
        "Trained \u2013 290 of 300",
        "Form 1       G, J, K, U",
        "and t[2] differed (\U0001d45d < 0.05) at 37 ∘C with R2 of 10⁵ cells in 20 \U0001d707L of CO2, in Ca2+",
        "µL of CO2, in Ca2+ at 5 mM s\u22121",
    ],
)
def test_markers_may_be_dropped_one_by_one_with_their_names_and_brackets(quote: str) -> None:
    found = CITING_INDEX.locate(quote)
    assert found is not None
    assert CITING_INDEX.match_at(quote, found.start, found.end) is found.match


@pytest.mark.parametrize(
    "quote",
    [
        "gaze (see Miklósi et al., 2003; Hare and Tomasello, 2005) into the far distance. Ostojić and Clayton found",
        "human gaze (see Miklósi et al., 2004; Hare and Tomasello, 2005) far distance",
        "this in jays of both sexes, and [7, 9] in crows. Mean time",
        "Mean time was 60 minutes in men (12)",
        "Mean time was 60 [] minutes in men (12)",
        "60 [50\u201380] minutes in men and women (9)",
        "60 [50\u201380] minutes in men () and women (9)",
        "in men (12) and women (9); () range [3\u20136]",
        "and women (9); (2) range of scores fell",
        "treated 17 Patients with 2 ml of 5",
        "treated 17 Patients with 2 ML of 5",
        "with 2 mL of 5 Mg/kg baclofen",
        "with 2 mL of 5 mg/Kg baclofen",
        "baclofen (Number of doses) at 50 µm daily",
        "Dose (ml) All cases (n)",
        "daily on 2 cM² of skin",
        "r = − 0.3, v ∼ R(4ms⁻¹,2Ms⁻¹)",
        "daily on 2 cm² of skin (OD490 nM",
        "Trained \u2014 \u2212290 of 300",
        "Trained \u2212290 of 300",
        "Empty\t\u2014\t\u2014\t\u221212 of 40",
        "Scores of t and t[2] differed",
        "with R² of 105 cells in 20 µL",
        "with R² of 10\u2076 cells in 20 µL",
        "with R³ of 10⁵ cells in 20 µL",
        "Scores of t[1] and t[] differed",
    ],
)
def test_data_in_brackets_and_the_case_of_units_always_matter(quote: str) -> None:
    assert CITING_INDEX.locate(quote) is None


def test_an_index_glued_to_a_word_is_data_where_markers_stand_apart() -> None:
    index = QuoteIndex(
        "As told before [1], two axes [2, 3] were drawn [4]. The component to[1] was the second of both."
    )
    assert index.locate("As told before, two axes were drawn. The component to[1] was the second") is not None
    assert index.locate("The component to[] was the second of both") is None
    assert index.locate("The component to was the second of both") is None


def test_markers_glued_to_words_may_be_dropped_where_no_space_parts_them() -> None:
    index = QuoteIndex("As told before,[1] two axes[2,3] were drawn.[4] The second axis[5] of both was tall [6].")
    assert index.locate("As told before, two axes were drawn. The second axis[] of both was tall") is not None


def test_an_exponent_that_a_parser_took_for_a_marker_is_data() -> None:
    text = "A fit of R2 0.8 over 20 cm2 of skin was seen by all.2 Then it fell."
    spans = [(at, at + 1) for at in (text.index("R2") + 1, text.index("cm2") + 2, text.index("all.2") + 4)]
    index = QuoteIndex(text, spans)
    assert index.locate("of R2 0.8 over 20 cm2 of skin was seen by all. Then it fell") is not None
    assert index.locate("A fit of R 0.8 over 20 cm2 of skin") is None
    assert index.locate("A fit of R2 0.8 over 20 cm of skin") is None


@pytest.mark.parametrize(
    "quote",
    [
        "-6.3 points in all groups",
        "\u22126.3 points in all groups",
        ".3 points in all groups",
        "scores ranged from 4.",
        "scores ranged from 4.2\u2013",
        "-6 levels rose by a",
        "levels rose by a third to 1,",
        "-9 of the scales",
    ],
)
def test_a_number_is_not_cut_at_its_sign_or_point(quote: str) -> None:
    text = (
        "All scores ranged from 4.2\u20136.3 points in all groups, IL-6 levels rose by a third to 1,200 units, 7"
        " \u2013 9 of the scales and 5 \u22123 of others."
    )
    assert QuoteIndex(text).locate(quote) is None
    assert QuoteIndex(text).locate("-3 of others") is not None
