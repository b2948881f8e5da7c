"""What kind of study each paper tells about, by reading: which faults of species and of causality can be planted."""

from typing import Final

ONLY_OBSERVED: Final = frozenset(
    str.split(
        "PMC4735909 PMC4736231 PMC4739473 PMC4745352 PMC4745318 journal.pmed.1001786 PMC2774638 PMC4472927"
        " PMC4736598 PMC4736802 PMC4738724 PMC4739213 journal.pmed.1000431 PMC5516132 PMC5485614"
    )
)
"""Cohorts, cross-sections, surveys, series and reports of cases, interviews."""
IN_ANIMALS: Final = frozenset(
    str.split(
        "elife-02833-v2 elife00133 elife04493 elife04953 elife05502 elife06726 PMC4521097 PMC4632522 PMC4745327 PMC3893439"
        " 10.1371_journal.pone.0115884 10.12688_f1000research.4767.2 journal.pcbi.1004089"
    )
)
