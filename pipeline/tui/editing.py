"""Editing a statement where it stands: the field over the page, what is typed kept as it comes, checks as it is left."""

from typing import TYPE_CHECKING

from pipeline import decide
from pipeline.models.ids import PaperId, Sha256
from pipeline.review.statement import ReviewStatement
from pipeline.store.unsaved import UnsavedEdit
from pipeline.tui.confirm import Confirm
from pipeline.tui.desk import Desk
from pipeline.tui.edit_field import EditField
from pipeline.tui.look import SOFT, WARN, told
from pipeline.tui.sheet import Sheet

if TYPE_CHECKING:
    from pipeline.tui.paper_screen import PaperScreen
