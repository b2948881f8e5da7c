"""A file of a site before it is rendered, so that what would come out the same need not be rendered again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.export.site.card import Card
from pipeline.export.site.frame import SiteFile


@dataclass(frozen=True)
class Planned:
    """`made_from` is all that the file is made from, beside templates, settings and the version of Layline."""

    path: str
    made_from: tuple[str, ...]
    render: Callable[[], SiteFile]
    """Raises RenderError."""
    cards: Sequence[Card] = ()
    """The pages that it tells of."""
