"""Names of data in words: `in_review` is shown as `in review`."""


def in_words(name: object) -> str:
    """The name of a status, a kind or a field, as a person would write it."""
    return str(name).replace("_", " ")
