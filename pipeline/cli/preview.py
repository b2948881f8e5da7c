"""`layline preview`: the site as it would be now, on this machine alone, built anew after every change."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.publish.preview.building import Building, Built

_SECONDS_BETWEEN_LOOKS = 0.5


def preview(
    port: Annotated[
        int, typer.Option(min=0, max=65_535, metavar="PORT", help="The port on this machine; 0 takes a free one.")
    ] = 8000,
    as_json: AsJson = False,
) -> None:
    """Serve the site as an export would write it now, until Ctrl-C. Only what may leave is shown; nothing is published.

    It is built anew when the store, a template or a setting changes. `--json` prints one line with the address.
    """
    import signal
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from pipeline.cli import session
    from pipeline.cli.terminal import print_json_line, say
    from pipeline.publish.preview.building import Building
    from pipeline.publish.preview.server import serving

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory(prefix="layline-preview-") as folder, session.store() as store:
        building = Building(session.workspace(), store, Path(folder))
        with serving(building, port) as address:
            _tell(building.build())
            if as_json:
                print_json_line({"address": address})
            else:
                say(f"{address} shows the site; Ctrl-C ends it")
            _watch(building)


def _watch(building: "Building") -> None:
    import time

    while True:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
        if building.is_stale():
            _tell(building.build())


def _tell(built: "Built") -> None:
    from pipeline.cli.terminal import safe, tell

    if built.error:
        kept = "; the one before is still shown" if built.has_site else ""
        tell(safe("not built", "bold red"), f"{built.error}{kept}")
        return
    for refused in built.refused:
        for reason in refused.reasons:
            tell(safe("refused", "bold red"), f"{refused.id}: {reason.kind}: {reason.message}")
    tell(f"built {built.number}: {so_many(built.pages, 'page')}, {len(built.refused)} refused")
