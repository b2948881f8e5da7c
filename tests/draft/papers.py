"""Small papers for the tests of the offline drafter."""

from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, Basis, Metadata, Paper, SectionKind
from pipeline.models.paper_builder import PaperBuilder

_HEADINGS = {
    SectionKind.ABSTRACT: "Abstract",
    SectionKind.LAY_SUMMARY: "Plain language summary",
    SectionKind.INTRODUCTION: "Introduction",
    SectionKind.METHODS: "Methods",
    SectionKind.RESULTS: "Results",
    SectionKind.DISCUSSION: "Discussion",
    SectionKind.CONCLUSION: "Conclusion",
    SectionKind.LIMITATIONS: "Limitations",
    SectionKind.FUNDING: "Funding",
    SectionKind.CONFLICTS: "Competing interests",
    SectionKind.ETHICS: "Ethics",
    SectionKind.REGISTRATION: "Trial registration",
    SectionKind.OTHER: "Acknowledgements",
}
CONCLUSION = "Conclusions: Training may help some people to walk further."


def paper(
    *sections: tuple[SectionKind, str],
    title: str | None = "Walking practice after spinal cord injury",
    kind: ArticleType = ArticleType.RESEARCH,
    basis: Basis = Basis.FULL_TEXT,
) -> Paper:
    builder = PaperBuilder()
    for section, text in sections:
        builder.heading(_HEADINGS[section], section)
        for paragraph in text.split("\n"):
            builder.paragraph(paragraph)
    return builder.build(Metadata(title=title, article_type=kind), basis=basis, parser="test", parser_version="1")


def abstract(text: str, **more: object) -> Paper:
    """A paper that is its abstract; a labelled conclusion is added so that it can be drafted."""
    return paper((SectionKind.ABSTRACT, f"{text} {CONCLUSION}"), **more)  # type: ignore[arg-type]


PEOPLE = "Methods: Patients were seen twice. Patients were asked about pain. Patients were asked about sleep."


def methods(text: str, **more: object) -> Reading:
    """A reading of a paper whose abstract tells this of its methods, and nothing of whom it studied."""
    return Reading(abstract(f"Background: Walking is hard. Methods: {text} Results: It was easier.", **more))


def in_people(text: str, **more: object) -> Reading:
    """The same of a paper that is plainly about patients."""
    return Reading(abstract(f"Background: Walking is hard. {PEOPLE} {text} Results: It was easier.", **more))
