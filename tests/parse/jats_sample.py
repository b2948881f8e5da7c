"""A JATS article written for these tests, with a hole for each part that a test wants to change."""

from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

DEFAULT_FRONT = "<title-group><article-title>Standing after injury</article-title></title-group>"
DEFAULT_BODY = "<sec><title>Methods</title><p>We asked 12 people.</p></sec>"


def jats(
    body: str = DEFAULT_BODY,
    front: str = DEFAULT_FRONT,
    back: str = "",
    *,
    article_type: str = "research-article",
    prolog: str = "",
    rest: str = "",
) -> bytes:
    return (
        f'{prolog}<article article-type="{article_type}" xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:mml="http://www.w3.org/1998/Math/MathML">'
        f"<front><article-meta>{front}</article-meta></front><body>{body}</body><back>{back}</back>{rest}</article>"
    ).encode()


def read(data: bytes) -> Paper:
    return parse_document(data, MediaType.JATS, "sample.xml")


def paragraphs(paper: Paper) -> list[str]:
    return [p.text for section in paper.sections for p in section.paragraphs]
