"""Believes the bytes: a PDF begins like one, an article has a body; a page that asks for a click is neither."""

import re
from typing import Final

from pipeline.fetch.ladder.rung import MissedError
from pipeline.fetch.sniff import sniff
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

_CAPTCHA: Final = re.compile(
    rb"captcha|cf-challenge|cf_chl|just a moment|are you (?:a )?(?:human|robot)|verify you are|access denied"
    rb"|unusual traffic|enable javascript and cookies",
    re.IGNORECASE,
)
_BODY: Final = re.compile(rb"<body[\s>]", re.IGNORECASE)
_FOUND: Final = 200


def believe(reply: Reply, wanted: MediaType) -> bytes:
    """The bytes of the reply, if they are of the kind that was wanted. Raises MissedError that says what they are."""
    if reply.status != _FOUND:
        raise MissedError(f"nothing is there ({reply.status})", url=reply.url, kind="not_there")
    found = sniff(reply.body)
    if found is not wanted:
        raise _other(reply, found, wanted)
    if found is MediaType.JATS and not _BODY.search(reply.body):
        raise MissedError("only the front matter is served", url=reply.url, kind="front_matter_only")
    if found is MediaType.PDF and b"%%EOF" not in reply.body[-4_096:] and b"%%EOF" not in reply.body:
        raise MissedError("the PDF is cut off before its end", url=reply.url, kind="cut_off")
    return reply.body


def _other(reply: Reply, found: MediaType, wanted: MediaType) -> MissedError:
    if found is MediaType.HTML and _CAPTCHA.search(reply.body[:100_000]):
        return MissedError("a page that wants to know whether we are a person", url=reply.url, kind="captcha")
    what = {MediaType.HTML: "a web page", MediaType.EMPTY: "nothing at all"}.get(found, found.value)
    start = f" ({reply.beginning[:80]!r})" if reply.body else ""
    return MissedError(f"{what} in place of {wanted.value}{start}", url=reply.url, kind="not_a_paper")
