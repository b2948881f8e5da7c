"""People with worms: the only animals that such a paper names are those that live in people or bite them."""

import re
from typing import Final

from pipeline.draft.facts.design_told import Told
from pipeline.draft.facts.subjects import WORDS
from pipeline.models.study import Species

_PARASITES: Final = re.compile(
    r"\b(?:(?:soil[- ]transmitted )?helminths?|helminthias[ie]s|schistosom\w+|filari\w+|hookworms?|roundworms?"
    r"|whipworms?"
    r"|ascari\w+|trichuri\w+|worms?|tapeworms?|flukes?|onchocerc\w+|mosquito(?:es)?|anopheles|aedes|sandfl(?:y"
    r"|ies)|lice"
    r"|mites?|ticks?|fleas?|scabies|snails?|tsetse|parasites?|\w+ lumbricoides|animals?)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"\b(?:children|individuals|participants|people|persons|women|men|patients|pupils|villagers|residents|households"
    r"|donors|adults|communit(?:y|ies))\b",
    re.IGNORECASE,
)
_OFTEN: Final = 3


def of_people_with_parasites(told: Told) -> bool:
    """Whether several sentences of the abstract tell of people, and none of an animal that is no parasite."""
    texts = [told.title, *(s.quote for s in told.abstract)]
    others = any(WORDS[Species.ANIMAL].sure.search(_PARASITES.sub("", text).lower()) for text in texts)
    return not others and sum(bool(_PEOPLE.search(text)) for text in texts) >= _OFTEN
