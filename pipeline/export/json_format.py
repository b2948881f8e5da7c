"""A page as JSON: the published contract itself."""

from pipeline.export.contract import PublishedPage


def render_json(page: PublishedPage) -> bytes:
    """UTF-8, keys in the order of the contract, indented, with a newline at the end."""
    return (page.model_dump_json(indent=2) + "\n").encode()
