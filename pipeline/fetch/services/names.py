"""Names of authors that come in one piece."""

from pipeline.models.paper import Author


def author_of_raw(name: str) -> Author:
    """An author by "Lopez, Maria" or "Maria Lopez"; without a comma nobody can tell the family name, so all is one."""
    family, _, given = name.partition(",")
    return Author(family=family.strip() or name.strip(" ,") or name, given=given.strip())
