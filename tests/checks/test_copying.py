"""Passages that a page has taken over from its paper."""

import pytest

from pipeline.checks.copying import Wording
from pipeline.checks.runner.pages import check_page
from pipeline.checks.runner.summaries import check_summary
from pipeline.models.paper import Licence
from pipeline.models.summary import DrafterKind
from tests.checks.summaries import claim_of, paper_of, summary_of
from tests.made import paper

PASSAGE = (
    "the number of leg spasms that people counted in their diaries fell by three a day in the group that stood and by"
    " one a day in the group that stretched, while sleep and mood stayed as they had been before"
)
PAPER = paper_of(f"We found that {PASSAGE}. Nobody was hurt.")
TWELVE = " ".join(PASSAGE.split()[:12])


def copied(text: str) -> list[tuple[int, bool]]:
    return [(each.words, each.blocks) for each in Wording(PAPER).copied_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"They say {PASSAGE.upper()}!", [(len(PASSAGE.split()), True)]),
        (f"So {TWELVE} again.", [(12, False)]),
        (f"So {TWELVE} again, and {TWELVE} once more.", [(12, False), (12, False)]),
        (" ".join(PASSAGE.split()[:11]), []),
        (f'The authors write: "{PASSAGE}."', []),
        (f"The authors write: \u201c{PASSAGE}\u201d.", []),
        (f"A \u201cquote\u201d, and then {TWELVE}.", [(12, False)]),
        ("People who stood had fewer spasms than people who stretched, and they slept just as well as before.", []),
        ("", []),
    ],
)
def test_twelve_words_are_told_and_twenty_five_block_outside_quotations(
    text: str, expected: list[tuple[int, bool]]
) -> None:
    assert copied(text) == expected


def test_what_an_open_licence_allows_does_not_block_and_the_title_may_be_repeated() -> None:
    metadata = PAPER.metadata.model_copy(update={"licence": Licence(name="CC BY 4.0")})
    opened = Wording(PAPER.model_copy(update={"metadata": metadata}))
    assert [each.blocks for each in opened.copied_in(PASSAGE)] == [False]
    metadata = PAPER.metadata.model_copy(update={"title": PASSAGE})
    assert list(Wording(PAPER.model_copy(update={"metadata": metadata})).copied_in(PASSAGE)) == []


def test_a_page_is_told_on_its_line_and_only_beside_its_paper() -> None:
    paragraphs = (paragraph.text for section in paper().sections for paragraph in section.paragraphs)
    sentence = next(text for text in paragraphs if len(text.split()) >= 12)
    page = f"<h2>Found</h2>\n<p>{sentence}</p>".encode()
    places = [each.place for each in check_page(page, "text/html", own=False, paper=paper())
              if each.check == "copied_from_paper"]  # fmt: skip
    assert places == ["line 2"]
    assert "copied_from_paper" not in {each.check for each in check_page(page, "text/html", own=False)}


def test_a_model_that_copies_the_paper_is_told_and_a_draft_of_its_own_sentences_is_not() -> None:
    def found(drafter: DrafterKind) -> list[tuple[str, str]]:
        summary = summary_of(PAPER, {"key_findings": [claim_of(f"They found {PASSAGE}.")]}, drafter=drafter)
        told = [each for each in check_summary(summary, PAPER) if each.check == "copied_from_paper"]
        return [(each.place, each.severity.value) for each in told]

    assert found(DrafterKind.MODEL) == [("/key_findings/0/text", "block")]
    assert found(DrafterKind.OFFLINE) == []


@pytest.mark.parametrize("before", range(8))
def test_a_passage_is_found_wherever_it_begins(before: int) -> None:
    for words in (TWELVE, PASSAGE):
        text = " ".join(["word"] * before + [words] + ["another", "one"])
        assert copied(text) == [(len(words.split()), len(words.split()) >= 25)]
        assert copied(" ".join(["word"] * 2_500 + [words])) == copied(text)


@pytest.mark.parametrize(
    "paper",
    [
        "of 12.5\u201314 mg/day (n\u2009=\u200940), p\u22640.05,",
        "\u201cthe men\u2019s walking_speed\u201d \u2014 in 6-min walks \u2014",
    ],
)
def test_the_words_of_a_paper_are_those_of_a_text(paper: str) -> None:
    around = f"they were given doses {paper} and felt better than before, as the authors of this paper say"
    found = list(Wording(paper_of(f"We saw that {around}.")).copied_in(around.upper()))
    assert [(each.start, each.end) for each in found] == [(0, len(around))]
