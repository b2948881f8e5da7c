"""`layline review`: the reviewer's screen, or the same line by line."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import By

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.store.store import Store


def review(
    paper: Annotated[str | None, typer.Argument(metavar="[ID]", help="Open this paper; else the queue.")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line, in plain words: for screen readers and simple terminals.")
    ] = False,
    by: By = None,
) -> None:
    """Go through drafts statement by statement, with proof and findings, and decide.

    One person at a time has a paper open. With --plain everything is told in lines and typed as words; ? lists them.
    """
    import gc

    gc.disable()  # until the screen stands: of what is imported nothing dies, and looking for it takes a tenth of that
    try:
        _review(paper, by, plain=plain)
    finally:
        gc.enable()


def _review(paper: str | None, by: str | None, *, plain: bool) -> None:
    from pipeline.cli import session
    from pipeline.review.rules import named

    person = named(session.person(by))
    with session.store() as store:
        if plain:
            _in_plain_words(store, session.settings(), person, paper)
        else:
            _on_the_screen(store, session.settings(), person, paper)


def _in_plain_words(store: "Store", settings: "Settings", person: str, paper: str | None) -> None:
    import gc
    import sys
    from io import TextIOWrapper

    from pipeline.cli.plain.queue_talk import QueueTalk
    from pipeline.cli.plain.seat import Seat
    from pipeline.cli.plain.voice import Voice
    from pipeline.cli.plain.words import Leave

    gc.enable()
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="backslashreplace")  # a byte that is no text must not end a review
    talk = QueueTalk(Seat(store, settings, person, Voice(sys.stdin, sys.stdout)))
    if paper is None or talk.open(store.papers.find(paper).id) is not Leave.REVIEW:
        talk.run()


def _on_the_screen(store: "Store", settings: "Settings", person: str, paper: str | None) -> None:
    import sys

    from pipeline.errors import SetupError

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SetupError("the review screen needs a terminal", remedy="Use layline review --plain.")
    from pipeline.tui.app import run

    run(store, settings, person, paper)
