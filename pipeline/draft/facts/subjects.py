"""The words that people, animals, cells and computed things go by in papers, for the rules that ask what was studied.

Each kind has words that are said of it alone, and words that are said of others too: a pup has a mother, and a gene is
cloned, counted and modelled.
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.models.study import Species


@dataclass(frozen=True)
class Words:
    """`sure` are said of this kind alone, `weak` of others too; `counted` and `tried` say that it was itself studied.

    `rules` are the rules of ethics that are kept for it.
    """

    sure: re.Pattern[str]
    weak: re.Pattern[str]
    counted: re.Pattern[str] | None = None
    tried: re.Pattern[str] | None = None
    rules: re.Pattern[str] | None = None


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.IGNORECASE)


_NUMBER: Final = (
    r"(?:\d[\d,]*|(?:six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred)(?:-\w+)?) (?:[\w/-]+ ){0,4}"
)
_HUMAN: Final = (
    r"patients?|participants?|volunteers?|women|men|children|people|human subjects|healthy (?:subjects|controls)"
    r"|veterans|respondents?|caregivers?|carers?|survivors|students?|athletes|players|swimmers|runners|workers"
    r"|employees|nurses?|clinicians?|physicians|therapists?|surgeons?|residents|trainees|girls|boys|inpatients"
    r"|outpatients|year[- ]olds?(?: \w+)? (?:man|woman|male|female|boy|girl|patient)"
)
_PEOPLE: Final = Words(
    sure=_words(_HUMAN, "informed consent", "quality of life", r"we (?:report|describe) an? (?:[\w-]+ ){0,4}case"),
    weak=_words("adults?|adolescents?|infants?|neonates?|newborns|individuals|persons?|mothers|subjects|mental health"),
    counted=_words(
        _NUMBER + r"(?:patients|participants|people|individuals|adults|women|men|children|volunteers|subjects|students"
        r"|infants|respondents|caregivers|girls|boys|cases|nurses|clinicians)"
    ),
    tried=_words(
        r"(?:patients|participants|subjects|women|men|children|volunteers|students)\b[^.;]{0,40}\b(?:were|was)"
        r" (?:\w+ )?(?:randomi|recruit|enrol|includ|assign|allocat|interview|ask|assess|invit|treat|follow)\w*"
    ),
    rules=_words(
        r"informed (?:written )?consent",
        r"written (?:informed )?consent",
        r"gave (?:their )?consent",
        "declaration of helsinki",
        "helsinki declaration",
    ),
)
_NOT_A_REAGENT: Final = (
    r"(?!(?: and \w+)?[ -](?:anti\w*|monoclonal|polyclonal|ig[gm]|serum|sera|secondary|antibod\w*|albumin|oil|milk)\b)"
)
"""`rabbit anti-goat IgG` and `fish oil` are what was used, not whom it was tried on."""
_BEASTS: Final = (
    r"(?:mice|mouse|rats?|rodents?|rabbits?|guinea pigs?|hamsters?|gerbils?|ferrets?|voles?|dogs?|cats|pigs?|piglets"
    r"|swine|minipigs?|sheep|ewes|goats?|cattle|cows|horses|macaques?|monkeys?|marmosets?|baboons|chimpanzees"
    r"|non-?human primates|murine|porcine|ovine|zebrafish|medaka|xenopus|frogs?|tadpoles|newts|salamanders?|axolotls?"
    r"|lizards|snakes|turtles|drosophila|fruit fl(?:y|ies)|flies|mosquito(?:es)?|honeybees?|bees|butterfl(?:y|ies)"
    r"|beetles?|larvae|nematodes?|caenorhabditis|c\. elegans|worms|snails|birds?|songbirds?|chickens?|chicks?|hens"
    rf"|quails?|bats|wolves|pandas?|(?:grey|gray|harbou?r|fur|elephant) seals?|pups|whales|dolphins|elephants"
    rf"|canine (?:[\w-]+ ){{0,4}}model|wistar|sprague[- ]dawley|c57bl\S*|balb/c|animals|animal study)\b{_NOT_A_REAGENT}"
)
_TRIED: Final = (
    r"(?:subjected|injected|fed|treated|trained|housed|implanted|randomi[sz]ed|randomly|divided|assigned|allocated"
    r"|ana?estheti[sz]ed|sacrificed|killed|given|exposed|immuni[sz]ed|tested|monitored|raised|captured|conducted"
    r"|performed|received|underwent|consumed|pre-?treated|administered|inoculated|infected|infused|ovariectomi[sz]ed)"
)
_ANIMALS: Final = Words(
    sure=_words(_BEASTS),
    weak=_words("in vivo", "animal models?"),
    counted=_words(
        _NUMBER + _BEASTS, rf"in (?:[\w-]+ ){{0,3}}(?:mice|rats|rabbits|dogs|pigs|animals|zebrafish){_NOT_A_REAGENT}"
    ),
    tried=_words(
        rf"{_BEASTS}[^.;]{{0,50}}\b{_TRIED}", rf"{_TRIED} (?:\w+ )?(?:to|in|on|into) (?:[\w-]+ ){{0,3}}{_BEASTS}"
    ),
    rules=_words(
        r"animal (?:care|experiments?|use|ethics|welfare|procedures?|experimentation)",
        r"care and use of (?:laboratory )?animals",
        "iacuc",
        "procedures involving animals",
    ),
)
_CELLS: Final = Words(
    sure=_words(
        r"cell lines?|cultured|in vitro|ex vivo|hela|hek ?-?293\w?|fibroblasts?|explants|organoids?|transfect\w*",
        r"knock-?down|overexpress\w*|western blot\w*|plasmids?|si-?rnas?|lentivir\w*|yeast|saccharomyces|e\. coli",
        r"escherichia|bacteri(?:a|al|um)|crystal structures?|cryo-?em|electron microscopy|immunoprecipitat\w*",
        r"rt-?q?pcr|luciferase|(?:epithelial|stem|dendritic|t) cells|macrophages|cadaver\w*|immunohistochemi\w*",
        r"extracted (?:[\w-]+ ){0,3}(?:teeth|premolars|molars|incisors)|root canals?|lenses|cells|purified",
    ),
    weak=_words(
        r"tissues?|specimens|phosphorylat\w*|[mil]\w*rnas?|proteins?|genes?|chromatin|receptors?|mutants?|binding",
        r"signall?ing|pathways?|knockout|antibod(?:y|ies)|virus(?:es)?|assays?|neurons|dna",
    ),
)
_COMPUTED: Final = Words(
    sure=_words(
        r"simulat(?:e[sd]?|ions?|ing)|in silico|computational\w*|mathematical\w*|theoretical(?:ly)?|algorithms?",
        r"statistical mechanics|machine learning|deep learning|reinforcement learning|neural networks?|hypergraphs?",
        r"energy landscape|(?:propose|present|develop|introduce) (?:a|an|the) (?:[\w-]+ ){0,3}(?:model|method"
        r"|framework)|finite element",
    ),
    weak=_words(r"numerical(?:ly)?|networks?|software|datasets?|genom(?:e|es|ic)|theory|modell?ing"),
)
WORDS: Final = {
    Species.HUMAN: _PEOPLE,
    Species.ANIMAL: _ANIMALS,
    Species.CELL_OR_TISSUE: _CELLS,
    Species.COMPUTATIONAL: _COMPUTED,
}
CLINICAL: Final = re.compile(
    r"\b(?:randomi[sz]ed (?:[\w-]+,? ){0,4}trial|clinical trial|cohort|patient|rehabilitation|physiotherapy"
    r"|physical therapy|caregiv\w+|qualitative|survey|prevalence|mortality|surgery|surgical|postoperative|case report"
    r"|nurs(?:e|ing)|clinical practice|population)\w*",
    re.IGNORECASE,
)
"""Words of a title that are said of people unless another being is named."""
