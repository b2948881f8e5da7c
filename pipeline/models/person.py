"""Who is one person: the same rule wherever names are compared."""

import unicodedata


def person_key(name: str) -> str:
    """A name as it is compared: names that differ only in case, spaces or the form of their letters are one person."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def same_person(one: str, other: str | None) -> bool:
    """Whether both names are one person's; nobody is no person."""
    return other is not None and person_key(one) == person_key(other)
