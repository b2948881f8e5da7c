"""What a worker imports before its first task, so that no task pays for it out of its own time."""


def prepare_to_parse() -> None:
    """Import what parsing needs, for every kind of document."""
    import lxml.etree  # noqa: PLC0415
    import pypdfium2  # noqa: PLC0415

    from pipeline.parse import document  # noqa: PLC0415
    from pipeline.run import parse_workers  # noqa: PLC0415

    _ = lxml.etree, pypdfium2, document, parse_workers


def prepare_to_work() -> None:
    """Import what drafting by rules and checking need."""
    from pipeline.checks.runner import summaries  # noqa: PLC0415
    from pipeline.draft import offline  # noqa: PLC0415
    from pipeline.run import paper_work  # noqa: PLC0415

    _ = summaries, offline, paper_work
