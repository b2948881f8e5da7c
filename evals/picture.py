"""Draws the picture of the paper screen for the README: `uv run python -m evals.picture` writes `docs/review.svg`.

The paper is the fictional trial in `data/raw`; its draft is made by rules, then one key finding is given a wrong
number, as a model might write it, so that the picture shows what a reviewer does about it.
"""

import asyncio
import re
import tempfile
from pathlib import Path
from typing import Final

from evals.bench.papers import SAMPLE
from evals.bench.process import layline
from pipeline import decide
from pipeline.case import open_case
from pipeline.config import Settings, Workspace
from pipeline.models.ids import PaperId
from pipeline.store.store import Store
from pipeline.tui.app import ReviewApp
from pipeline.tui.desk import Desk

TARGET: Final = Path(__file__).parents[1] / "docs" / "review.svg"
SIZE: Final = (120, 34)
_FROM_ELSEWHERE: Final = re.compile(r"<!--.*?-->\s*|@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a reader's browser would fetch from another site; the picture names them and does without."""
_WRONG: Final = "Leg spasms fell from 9.4 to 5.1 a day with standing, and from 9.2 to 8.3 with stretching."


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        layline(workspace, "run", str(SAMPLE), "--drafter", "offline")
        with Store(Workspace(workspace)) as store:
            paper_id = _with_a_wrong_number(store)
            picture = asyncio.run(_drawn(Desk(store, Settings(), "Ada Example"), paper_id))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(_FROM_ELSEWHERE.sub("", picture), "utf-8")
    print(TARGET)


def _with_a_wrong_number(store: Store) -> PaperId:
    row = store.papers.all()[0]
    case = open_case(store, row, Settings())
    decide.edit_statement(store, Settings(), case, "/key_findings/1", _WRONG, "a model")
    decide.mark_seen(store, case, "Ada Example", case.statements[:40])
    return row.id


async def _drawn(desk: Desk, paper_id: PaperId) -> str:
    app = ReviewApp(desk, paper_id)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(100):
            await pilot.pause(0.1)
            if str(app.screen.query("#page").first().border_title or "").startswith("Supported"):
                break
        await pilot.press("f")
        await pilot.pause(0.3)
        picture = app.export_screenshot(title="layline review", simplify=True)
    desk.close()
    return picture


if __name__ == "__main__":
    main()
