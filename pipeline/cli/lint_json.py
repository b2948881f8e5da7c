"""What `layline lint` finds, as the one JSON object of a script: written page by page, so that no memory grows."""

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any

from pipeline.cli.terminal import print_raw

if TYPE_CHECKING:
    from pipeline.examine.lint import Summary
    from pipeline.examine.target import Target


class JsonReport:
    """An object with `targets`, `requeued` and `summary`."""

    begun = False

    def page(self, target: "Target") -> None:
        """The next of the targets."""
        print_raw((",\n" if self.begun else '{\n  "targets": [\n') + _written(target.as_json(), 4))
        self.begun = True

    def end(self, summary: "Summary") -> None:
        """What stands behind the targets."""
        print_raw("\n  ],\n" if self.begun else '{\n  "targets": [],\n')
        rest = {"requeued": [each.as_json() for each in summary.requeued], "summary": summary.as_json()}
        print_raw(_written(rest, 0).removeprefix("{\n") + "\n")
        self.begun = True


def _written(value: dict[str, Any], spaces: int) -> str:
    """ASCII: no control or bidi character reaches a terminal raw."""
    return indent(json.dumps(value, ensure_ascii=True, indent=2), " " * spaces)
