"""Pages of the web, one after the other, as a polite and bounded client gets them."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Final

from pipeline.config import Settings, Workspace
from pipeline.fetch.pages.web_page import WebPage, WebPages
from pipeline.fetch.web.client import Bounds
from pipeline.fetch.web.robots import Robots

_LARGEST: Final = 52_428_800
"""Bytes; no sitemap may be larger, and no page is."""


class Site:
    """Asks for pages from code that waits for each of them."""

    def __init__(self, runner: asyncio.Runner, pages: WebPages) -> None:
        self._runner, self._pages = runner, pages

    def get(self, url: str, *, site: str | None = None) -> WebPage:
        """A page, if `site` is given only from there. Raises FetchError."""
        return self._runner.run(self._pages.get(url, site=site))


@contextmanager
def site(workspace: Workspace, settings: Settings) -> Iterator[Site]:
    """The way to the web, as the workspace's settings have it. Raises SetupError (`no_contact`)."""
    from pipeline.run.web import network  # noqa: PLC0415 - files need no network

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        net = runner.run(stack.enter_async_context(network(workspace, settings)))
        bounds = Bounds(settings.text_timeout, _LARGEST, settings.fetch_retry_for)
        try:
            yield Site(runner, WebPages(net.web, Robots(net.web), bounds))
        finally:
            runner.run(stack.aclose())
