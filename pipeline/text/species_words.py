"""Words that name whom or what was studied: people, animals, cells."""

import re
from typing import Final

_ANIMALS: Final = (
    r"mice|mouse|murine|rats?|rodents?|rabbits?|pigs?|minipigs?|macaques?|monkeys?|primates?|zebrafish|drosophila|elegans|sheep"
    r"|hamsters?|guinea pigs?|xenopus|frogs?|toads?|bats?|pandas?|bears?|dogs?|canines?|wolf|wolves"
    r"|cats?|felines?|insects?"
    r"|larvae|embryos?|worms?|nematodes?|flies|fly|bugs?|moths?|bees?|birds?|chick(?:en)?s?|sharks?|fish|horses?|cows?|cattle"
    r"|minnows?|trout|salmon|carp|eels?|tadpoles?|newts?|lizards?|geckos?|snakes?|turtles?|squids?|octopus(?:es)?|snails?|mussels?"
    r"|crabs?|shrimps?|spiders?|ants|wasps?|beetles?|butterfl(?:y|ies)|caterpillars?|crickets|locusts?|leech(?:es)?"
    r"|mosquitoe?s?|calf|calves|lambs?|ewes?|heifers?|boars?|sows?|swine|piglets?|porcine|ovine|bovines?|equines?"
    r"|foals?|mares|stallions?|pupp(?:y|ies)|kittens?|voles?|shrews?|squirrels?|deer|fox(?:es)?|whales?|dolphins?"
    r"|chimpanzees?|gorillas?|baboons?|marmosets?|lemurs?|poultry|broilers?|ducks?|geese|pigeons?|finch(?:es)?|sparrows?"
    r"|quails?|livestock|(?!(?:un)?self)\w{2,12}fish"
    r"|goats?|ferrets?|gerbils?|pups?|animals?|mammals?|vertebrates?|salamanders?|axolotls?|lampreys?|yeast|bacteri(?:a|um)|plants?"
)
ANIMAL: Final = re.compile(rf"\b(?:{_ANIMALS})\b", re.IGNORECASE)
"""A word for an animal, or for another being that is no person."""
LABORATORY: Final = re.compile(
    r"\b(?:cells?|cell lines?|in vitro|laborator(?:y|ies)|lab|tissues?|samples?|teeth|tooth|molecul\w+"
    r"|proteins?|genes?|genomes?|dna|rna"
    r"|neurons?|computers?|computational|simulat\w+|models?|modell?ing|algorithms?|mathematical\w*)\b",
    re.IGNORECASE,
)
"""A word for what is studied in a dish or on a computer."""
PERSON: Final = re.compile(
    r"\b(?:patients?|people|persons?|participants?|volunteers?|humans?|men|women|man|woman|children|child|adults|adolescents"
    r"|teenagers|survivors|sufferers|individuals)\b",
    re.IGNORECASE,
)
"""A word for people."""
