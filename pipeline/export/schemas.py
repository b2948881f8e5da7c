"""The schemas of everything that is published, by the names of their types."""

import json

from pipeline.export.contract import json_schema
from pipeline.export.index import index_schema
from pipeline.export.typescript import typescript


def schema_text(*, index: bool = False) -> str:
    """The JSON Schema of a page, or of the index, as it is kept and printed."""
    return json.dumps(index_schema() if index else json_schema(), indent=2, ensure_ascii=False) + "\n"


def typescript_text() -> str:
    """The TypeScript types of both."""
    return typescript({"PublishedPage": json_schema(), "PublishedIndex": index_schema()})
