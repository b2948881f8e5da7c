"""A page and a site in which a hostile text stands wherever papers and people can put one."""

from collections.abc import Iterator

from pipeline.export.contract import PublishedChange, PublishedCorrection, PublishedPage
from pipeline.export.index import entry_of
from pipeline.export.manifest import ExportedFile, GonePage, Logged
from pipeline.export.site.card import card_of, lead_of, terms_of
from pipeline.export.site.frame import Frame, SiteFile
from pipeline.export.site.log import LogLine, log_lines
from pipeline.export.site.paper_page import paper_page
from pipeline.export.site.whole import site_files
from pipeline.models.claim import Claim
from pipeline.models.ids import Sha256
from pipeline.models.missing import MissingReason
from pipeline.models.paper import Licence
from pipeline.models.summary import GlossaryEntry
from tests import made

FRAME = Frame("A site <b>&", "https://layline.example", None, "https://forms.example/f", "https://news.example/s")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '"}],"@type":"Product","name":"forged',
    "{{ 7 * 7 }} {% raw %}",
    "]]></title><link href='javascript:alert(1)'/>",
    "line\u2028separator \\u003c \\",
    "long " * 2_000,
)


def page_of(text: str) -> PublishedPage:
    plain = made.summary()
    citation = plain.citation.model_copy(
        update={"title": text, "journal": text, "authors": (text,), "licence": Licence(name=text, url="javascript:x")}
    )
    claim = Claim(text=text, unproved=MissingReason.NOT_IN_SOURCE)
    glossary = (GlossaryEntry(term=text, plain=text), GlossaryEntry(term="trial", plain=text))
    changed = {"citation": citation, "plain_title": text, "key_messages": (claim,), "categories": (text,),
               "limitations": (claim, *plain.limitations), "glossary": (*glossary, *plain.glossary)}  # fmt: skip
    page = made.page(plain.model_copy(update=changed), f"../../etc/passwd{text[:40]}")
    change = PublishedChange(heading=text, kind="changed", before=text, after=text)
    correction = PublishedCorrection(corrected_at="2026-05-03T10:00:00+00:00", reasons=(text,), changes=(change,))
    return page.model_copy(update={"corrections": (correction,)})


def _log(page: PublishedPage, text: str) -> list[LogLine]:
    logged = Logged(on="2026-05-03", text=text)
    made_from = dict.fromkeys(("key", "sha256"), Sha256.of(b"x"))
    file = ExportedFile(path="papers/x.html", format="site", entry=entry_of(page), log=(logged,), **made_from)
    return log_lines([file], [GonePage(path="papers/y.html", title=text, logged=logged)])


def files_of(text: str) -> Iterator[SiteFile]:
    page = page_of(text)
    yield paper_page(page, FRAME)
    cards = [card_of(entry_of(page), lead_of(page), terms_of(page))]
    yield from (planned.render() for planned in site_files(cards, _log(page, text), FRAME))
