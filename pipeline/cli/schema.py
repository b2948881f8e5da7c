"""`layline schema`: the published contract as JSON Schema or as TypeScript types."""

from typing import Annotated

import typer


def schema(
    index: Annotated[bool, typer.Option("--index", help="The schema of index.json, not that of a page.")] = False,
    typescript: Annotated[bool, typer.Option("--typescript", help="TypeScript types of both.")] = False,
) -> None:
    """Print the JSON Schema of a page. It is the contract of `layline export --format json`."""
    from pipeline.cli.terminal import print_raw
    from pipeline.export.schemas import schema_text, typescript_text

    print_raw(typescript_text() if typescript else schema_text(index=index))
