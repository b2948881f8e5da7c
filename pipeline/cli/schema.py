"""`layline schema`: the published contract as JSON Schema."""


def schema() -> None:
    """Print the JSON Schema of a page. It is the contract of `layline export --format json`."""
    import json

    from pipeline.cli.terminal import print_raw
    from pipeline.export.contract import json_schema

    print_raw(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
