"""A paper as it is read: every sentence with its place and its part, worked out once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, repeat, takewhile
from typing import Final

from pipeline.draft.reading.role import (
    Role,
    glued_label,
    heads_both,
    role_by_words,
    role_of_heading,
    role_of_label,
    roles,
    roles_of_background,
    roles_of_both,
)
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.paper import TITLE, ArticleType, Paper, Paragraph, Section, SectionKind
from pipeline.text.sentences import sentences

LONGEST_ABSTRACT: Final = 200
"""Sentences; what goes on longer is no abstract."""
_CAPTION: Final = re.compile(
    r"(?:fig(?:ure)?s?|tables?|scheme|videos?|movies?|panels?|additional files?|supplement\w*|appendix|dataset"
    r"|[sS]\d{1,2}|text s\d{1,2})\b[.\s]{0,2}(?:[A-Z]?\d{1,3}|[IVX]{1,4})?\b",
    re.IGNORECASE,
)
_FOLLOWING: Final = 12
_TELLING_KINDS: Final = (
    SectionKind.ABSTRACT,
    SectionKind.LAY_SUMMARY,
    SectionKind.INTRODUCTION,
    SectionKind.METHODS,
    SectionKind.RESULTS,
    SectionKind.DISCUSSION,
    SectionKind.CONCLUSION,
)
_BODY_ROLES: Final = {
    SectionKind.INTRODUCTION: Role.BACKGROUND,
    SectionKind.METHODS: Role.METHODS,
    SectionKind.RESULTS: Role.RESULTS,
    SectionKind.CONCLUSION: Role.CONCLUSION,
}


class Reading:
    """The sentences of one paper, by section and by role. Captions are left out: they describe pictures.

    `is_plan`: whether it tells what is still to be done, so that what it concludes is what its authors hope for. Known
    by its type, or said by who has read its design.
    """

    def __init__(self, paper: Paper, *, is_plan: bool = False) -> None:
        self.paper = paper
        self.is_plan = is_plan or paper.metadata.article_type is ArticleType.PROTOCOL

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(self._read())

    @cached_property
    def title(self) -> str:
        """The title as it stands in the text, empty if there is none."""
        return self.titled.quote if self.titled else ""

    @cached_property
    def titled(self) -> Sentence | None:
        """The title as a sentence, to prove what it alone says; None for a paper without one."""
        title = self.paper.title
        if title is None:
            return None
        kind, end = SectionKind.OTHER, len(title.text)
        return Sentence(title.text, title.start, end, TITLE, title.page, kind, role=None, block=-1, citations=())

    @property
    def tells_of_methods(self) -> bool:
        """Whether the paper tells how something was done: a section of methods, or such sentences in the abstract."""
        return bool(self.within(SectionKind.METHODS) or self.abstract(Role.METHODS))

    def within(self, *kinds: SectionKind) -> list[Sentence]:
        """The sentences of the sections of these kinds, in the order of the kinds, then of the paper."""
        return [sentence for kind in kinds for sentence in self._by_kind.get(kind, ())]

    def abstract(self, *parts: Role) -> list[Sentence]:
        """The sentences of the abstract that play one of these parts, in order."""
        return [sentence for sentence in self._by_kind.get(SectionKind.ABSTRACT, ()) if sentence.role in parts]

    def told(self, *parts: Role) -> list[Sentence]:
        """The same; of a paper without an abstract and without headings that tell, the sentences of its body."""
        return self.abstract(*parts) or [sentence for sentence in self._bare_body if sentence.role in parts]

    @property
    def is_bare_report(self) -> bool:
        """Whether it reports a study without an abstract and without headings that tell, as brief reports do."""
        return bool(self._bare_body) and not self._comments

    @property
    def _comments(self) -> bool:
        return self.paper.metadata.article_type is ArticleType.COMMENTARY

    @cached_property
    def _bare_body(self) -> tuple[Sentence, ...]:
        """A letter or a brief report from end to end, with roles by words and order, as in an abstract."""
        if self.within(*_TELLING_KINDS) or self.paper.metadata.article_type.is_notice:
            return ()
        body = [sentence for sentence in self._by_kind.get(SectionKind.OTHER, ()) if not sentence.heading]
        parts = _roles_of_comment(body) if self._comments else roles([sentence.quote for sentence in body])
        return tuple(replace(sentence, role=role) for sentence, role in zip(body, parts, strict=True))

    def after(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences that follow in the same paragraph, a dozen at most (hostile lists have no end)."""
        index = self._index[sentence.start]
        following = self.sentences[index + 1 : index + 1 + _FOLLOWING]
        return takewhile(lambda each: each.block == sentence.block, following)

    def before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences that stand before it under the same heading, the nearest first, a dozen at most."""
        index = self._index[sentence.start]
        earlier = reversed(self.sentences[max(0, index - _FOLLOWING) : index])
        return takewhile(lambda each: _is_beside(each, sentence), earlier)

    def below(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences that follow under the same heading, in this and in later paragraphs, a dozen at most."""
        index = self._index[sentence.start]
        later = self.sentences[index + 1 : index + 1 + _FOLLOWING]
        return takewhile(lambda each: _is_beside(each, sentence), later)

    @cached_property
    def _index(self) -> dict[int, int]:
        return {sentence.start: index for index, sentence in enumerate(self.sentences)}

    @cached_property
    def _by_kind(self) -> dict[SectionKind, list[Sentence]]:
        by_kind: dict[SectionKind, list[Sentence]] = {}
        for sentence in self.sentences:
            by_kind.setdefault(sentence.kind, []).append(sentence)
        return by_kind

    def _read(self) -> Iterator[Sentence]:
        abstract: list[_Block] = []
        for block in _blocks(self.paper):
            if block.section.kind is SectionKind.ABSTRACT:
                abstract.append(block)
                continue
            yield from _of_abstract(abstract)
            abstract = []
            if not _is_caption(block.paragraph.text):
                yield from block.sentences(repeat(_BODY_ROLES.get(block.section.kind)))
        yield from _of_abstract(abstract)


def _is_beside(one: Sentence, other: Sentence) -> bool:
    return (one.kind, one.heading) == (other.kind, other.heading)


def _roles_of_comment(body: list[Sentence]) -> list[Role]:
    """Of a comment on another study the last sentence alone is sure to be its own."""
    return [*(Role.BACKGROUND for _ in body[1:]), *(Role.CONCLUSION for _ in body[:1])]


@dataclass(frozen=True)
class _Block:
    """A paragraph under its heading, numbered through the paper."""

    section: Section
    paragraph: Paragraph
    number: int

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return sentences(self.paragraph.text)

    def roles(self, reached: Role) -> Iterator[Role]:
        """The roles of its sentences by their words, after a part with the role `reached`."""
        return (role_by_words(quote, reached) for quote in self.quotes)

    @property
    def quotes(self) -> list[str]:
        """Its sentences as printed."""
        return [self.paragraph.text[start:end] for start, end in self.spans]

    def sentences(self, roles: Iterable[Role | None]) -> Iterator[Sentence]:
        base = self.paragraph.start
        cited = [(span.start - base, span.end - base) for span in self.paragraph.citations]
        for (start, end), role in zip(self.spans, roles, strict=False):
            yield Sentence(
                quote=self.paragraph.text[start:end],
                start=base + start,
                end=base + end,
                heading=self.section.heading,
                page=self.paragraph.page,
                kind=self.section.kind,
                role=role,
                block=self.number,
                citations=tuple((a - start, b - start) for a, b in cited if start <= a and b <= end),
            )


def _blocks(paper: Paper) -> Iterator[_Block]:
    paragraphs = ((section, paragraph) for section in paper.sections for paragraph in section.paragraphs)
    for number, (section, paragraph) in enumerate(paragraphs):
        yield _Block(section, paragraph, number)


def _is_caption(text: str) -> bool:
    return _CAPTION.match(text[:60]) is not None


def _of_abstract(blocks: list[_Block]) -> Iterator[Sentence]:
    """The sentences of an abstract, with roles from headings, else from glued labels, else from their words."""
    headed = [role_of_heading(block.section.heading) for block in blocks]
    if any(headed):
        reached = Role.BACKGROUND
        for block, role in zip(blocks, headed, strict=True):
            reached = role or reached
            if heads_both(block.section.heading):
                yield from block.sentences(roles_of_both(block.quotes))
            elif role is Role.BACKGROUND:
                yield from block.sentences(roles_of_background(block.quotes))
            else:
                yield from block.sentences(repeat(role) if role else block.roles(reached))
        return
    quotes = [quote for block in blocks for quote in block.quotes]
    in_order = iter(_roles(quotes))
    for block in blocks:
        yield from block.sentences(islice(in_order, len(block.spans)))


def _roles(quotes: list[str]) -> list[Role]:
    labels = [_label(quote) for quote in quotes]
    if sum(label is not None for label in labels) < 2:
        return list(roles(quotes))
    reached, found = Role.BACKGROUND, []
    for label in labels:
        reached = label or reached
        found.append(reached)
    return found


def _label(quote: str) -> Role | None:
    glued = glued_label(quote)
    return glued[0] if glued else role_of_label(quote)
