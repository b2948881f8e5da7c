"""The words that people, animals, cells and computed things go by in papers, for the rules that ask what was studied.

Each kind has words that are said of it alone, and words that are said of others too: a pup has a mother, and a gene is
cloned, counted and modelled.
"""

import re
from dataclasses import dataclass
from typing import Final

from pipeline.draft.facts.alternation import by_first_letter
from pipeline.draft.facts.beasts import BEASTS, HINTS, NOT_A_REAGENT, SIGNS
from pipeline.draft.facts.people import OF_COLONIES, PEOPLE, ROLES_BESIDE_BEASTS, SHARED, TOLD_BY_PEOPLE
from pipeline.models.study import Species


@dataclass(frozen=True)
class Words:
    """`sure` are said of this kind alone, `weak` of others too; `counted` and `tried` say that it was itself studied.

    `rules` are the rules of ethics that are kept for it. All are for text in lower case.
    """

    sure: re.Pattern[str]
    weak: re.Pattern[str]
    counted: re.Pattern[str] | None = None
    tried: re.Pattern[str] | None = None
    rules: re.Pattern[str] | None = None


def _words(*forms: str) -> re.Pattern[str]:
    """For text in lower case, which is searched faster than case is ignored."""
    return re.compile(rf"\b(?:{by_first_letter('|'.join(forms))})\b")


_NUMBER: Final = (
    r"(?:\d[\d,]*|(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|eighteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred)(?:-\w+)?)"
    r" (?:(?!(?:an?|with|from|by|for|to|on|at|over|after|during|that|who)\b)[\w/-]+ ){0,4}"
)
_PEOPLE: Final = Words(
    sure=_words(
        PEOPLE,
        TOLD_BY_PEOPLE,
        "informed consent",
        "quality of life",
        r"we (?:report|describe|present) (?:an?|\w+) (?:[\w-]+ ){0,4}cases?",
        r"(?:in|of) an? (?:[\w-]+ ){0,2}(?:man|woman|boy|girl|infant|child|patient|human)(?: with| who| aged)",
    ),
    weak=_words(
        "adults?(?! h(?:a)?emoglobin| neurogenesis| stem)|adolescents?|infants?|neonates?|newborns|individuals"
        "|persons?|mothers|subjects|mental health",
        r"mortality|morbidity|prevalence|epidemiolog\w+|hospitali[sz]\w+|public health|risk of death|health ?care",
        "clinical|surveillance|epidemics?|outbreaks?|maternal|child health|functional magnetic resonance|fmri",
        r"transcranial|electroencephalogra\w+|professionals",
        ROLES_BESIDE_BEASTS,
        r"aged (?:\w+ ){0,2}\d+(?:(?: to | and | or |[-\u2013])\w+)? years|rtms|tdcs|carriers|electromyogra\w+"
        r"|pupillometry|psychophysic\w*|magnetoencephalogra\w+|handwriting",
        r"p(?:a)?ediatric\w*|obstetric\w*|gyn(?:a)?ecolog\w*|cases of|in \d+ cases|pregnan\w+|f(?:o)?etus(?:es)?"
        r"|childhood"
        r"|menopaus\w+|menarche|siblings|daughters|in man(?=[,.;:]|$| (?:and|by|after|during|with|is|was|has)\b)",
    ),
    counted=_words(
        _NUMBER + r"(?:patients|participants|people"
        r"|individuals(?! were (?:captured|caught|trapped|netted|euthani[sz]ed|collected))|adults|women|men|children"
        r"|volunteers|subjects|students"
        r"|infants|respondents|caregivers|girls|boys|cases|nurses|clinicians|parents|households"
        r"|healthy controls|cyclists|athletes|runners|players|swimmers|rowers|workers|drivers"
        rf"|smokers|veterans|residents|survivors|mothers|users|{PEOPLE})"
    ),
    tried=_words(
        r"(?:patients|participants|subjects|women|men|children|volunteers|students)\b[^.;]{0,40}\b(?:were|was)"
        r" (?:\w+ )?(?:randomi|recruit|enrol|includ|assign|allocat|interview|ask|assess|invit|treat|follow)\w*",
        r"(?:\d{1,2}|[a-z]+)[- ](?:year|month|week|day)s?[- ]old (?:\w+ ){0,3}(?:man|woman|boy|girl|patient"
        r"|child|infant"
        r"|gentleman|lady|fisherman|farmer|worker|student|teacher|nurse|housewife|soldier|chef|driver|(?:male"
        r"|female)(?= (?:patient|presented|with|who)))",
        r"we (?:report|present|describe) an? (?:case of an? )?\d{1,2}[- ]years?[- ]old",
        r"interviews? with|(?:were|was|we) (?:\w+ )?interviewed|focus groups? (?:with|of|were)",
        r"respondents (?:chose|were|rated)",
    ),
    rules=_words(
        r"informed (?:written )?consent",
        r"written (?:informed )?consent",
        r"gave (?:their )?consent",
        "declaration of helsinki",
        "helsinki declaration",
    ),
)
_TRIED: Final = (
    r"(?:subjected|injected|fed|treated|trained|housed|implanted|randomi[sz]ed|randomly|divided|assigned|allocated"
    r"|ana?estheti[sz]ed|sacrificed|killed|given|exposed|immuni[sz]ed|tested|monitored|raised|reared|bred|captured"
    r"|conducted"
    r"|performed|received|underwent|consumed|pre-?treated|administered|caught|trapped|tagged"
    r"|released|kept|euthani[sz]ed|perfused|decapitated|dissected|culled|slaughtered|inoculated|infected|infused"
    r"|ovariectomi[sz]ed)"
)
_ANIMALS: Final = Words(
    sure=_words(BEASTS, SIGNS),
    weak=_words(
        "in vivo",
        "animal models?",
        HINTS,
        r"(?:after|following) euthanasia|individuals were (?:captured|caught|trapped|netted|euthani[sz]ed)",
        r"mammals|vertebrates|eutherians?|metazoans?|fauna|mammalian species",
        r"intraperitoneal\w*|gavage|stereotaxic (?:surgery|injections?|coordinates)|experimental (?:allergic"
        r"|autoimmune)|head-fixed",
    ),
    counted=_words(
        _NUMBER + BEASTS,
        rf"in (?!(?:most|many|all|other|some|various|several|higher) )(?:[\w-]+ ){{0,3}}(?:mice|rats|rabbits"
        rf"|dogs|pigs|animals|zebrafish){NOT_A_REAGENT}",
    ),
    tried=_words(
        rf"{BEASTS}(?:[^.;]{{0,50}}\b{_TRIED}| (?:\w+ly )?(?:reported|judged|learn(?:ed|t)|performed|viewed|chose|ran"
        r"|walked|swam|discriminated|navigated|pressed|licked))",
        rf"{_TRIED} (?:\w+ )?(?:to|in|on|into) (?:[\w-]+ ){{0,3}}{BEASTS}",
    ),
    rules=_words(
        r"animal (?:care|experiments?|use|ethics|welfare|procedures?|experimentation)",
        r"care and use of (?:laboratory )?animals",
        "iacuc",
        "procedures involving animals",
        r"owners?\b[^.;]{0,60}\bconsent\w*",
        r"consent\w*\b[^.;]{0,40}\b(?:owners?|herdsm[ae]n)",
    ),
)
_CELLS: Final = Words(
    sure=_words(
        r"cell lines?|cultured|in vitro|ex vivo|hela|hek ?-?293\w?|fibroblasts?|explants|organoids?|transfect\w*",
        r"knock-?down|overexpress\w*|western blot\w*|plasmids?|si-?rnas?|lentivir\w*|yeast|saccharomyces|e\. coli",
        r"escherichia|bacteri(?:a|al|um)|crystal structures?|cryo-?em|electron microscopy|immunoprecipitat\w*",
        r"rt-?q?pcr|luciferase|(?:epithelial|stem|dendritic|t) cells|macrophages|cadaver\w*|immunohistochemi\w*",
        r"extracted (?:[\w-]+ ){0,3}(?:teeth|premolars|molars|incisors)|root canals?|lenses|cells|purified",
        r"plants|seedlings?|arabidopsis|a\. thaliana|nicotiana|maize|wheat|barley|oryza|zea mays|physcomitrella",
        r"marchantia|chlamydomonas|algae?|fung(?:i|al|us)|schizosaccharomyces|s\. (?:pombe|cerevisiae)|candida",
        r"neurospora|aspergillus|bacillus|b\. subtilis|salmonella|staphylococcus|streptococcus|pseudomonas|vibrio",
        r"mycobacterium|caulobacter|cyanobacteri\w+|archae(?:a|al|on)|(?:bacterio)?phages?|ciliates?|tetrahymena",
        r"paramecium|choanoflagellates?|dictyostelium|toxoplasma|trypanosom\w+|single[- ]molecules?|x-ray crystal\w*",
        r"cell[- ]types?|single[- ]cell|human (?:tissues?|organs?|cells?)|(?:dopaminergic|cortical) neurons",
        r"(?:premolars|molars|incisors|teeth) (?:\w+ )?(?:extracted|mounted|sectioned)|fracture resistance"
        r"|bond strength"
        r"|microleakage|spheroids?|cultures of|ipscs?|induced pluripotent|patient-derived|(?:stem|ipsc"
        r"|esc)[- ](?:cell[- ])?derived"
        r"|microfluidic\w*|merozoites?"
        r"|erythrocytes|parasite invasion|plasmodium falciparum",
        r"isolates|gram-(?:positive|negative)|enterobacter\w*|klebsiella|acinetobacter|helicobacter|lactobacill\w+",
        r"(?:strepto|staphylo|entero|pneumo)cocc(?:i|us|al)|antibiograms?|pseudomonas",
        r"homogenates?|microsom(?:es|al)|hepatocytes|splenocytes|thymocytes|synaptosom\w+|ribonucleoprotein\w*"
        r"|amino[- ]acid (?:sequences?|compositions?)|tryptic|circular dichroism|isoelectric (?:points?|focus\w*)"
        r"|active[- ]sites?|cell-free"
        r"|spermatozoa|muscle (?:fib(?:er|re)s?|strips)|papillary muscles?|isolated (?:[\w-]+ ){0,3}(?:tubules?|hearts?"
        r"|muscles?|nerves?|mitochondria|membranes?|cells?|kidneys?|livers?|lungs?|arter(?:y|ies)|preparations?)",
        r"post-?mortem (?:human )?(?:brains?|tissues?|samples?|cort(?:ex|ices)|retina\w*|spinal cords?|material)",
        r"brain (?:bank|donors?)|surgical specimens|resected (?:[\w-]+ ){0,2}(?:tissues?|specimens|tumou?rs)",
        r"streptomyces|listeria|legionella|yersinia|campylobacter|bacteroides|wolbachia|synechoc\w+|agrobacterium"
        r"|rhizobi\w+"
        r"|haloferax|sulfolobus|corynebacteri\w+|xanthomonas|burkholderia|riboswitch\w*"
        r"|aptamers?|ribozymes?",
        r"cryo-electron|oocytes|lysates?|nuclear magnetic resonance|ribosom(?:e|es|al)|nucleosomes?|microtubules?",
    ),
    weak=_words(
        r"tissues?|specimens|phosphorylat\w*|[mil]\w*rnas?|proteins?|genes?|chromatin|receptors?|mutants?|binding",
        r"signall?ing|pathways?|knockout|antibod(?:y|ies)|virus(?:es)?|assays?|neurons|dna|enzymes?|kinases?"
        r"|ligands?",
        r"immunoreactiv\w+|immunostain\w+",
        r"chromosom\w+|karyotyp\w+|telomer\w+|centromer\w+|metaphases?|in situ hybridi[sz]ation",
        r"nuclear pores?|chaperones?|ubiquitin\w*|autophag\w+|mitochondri\w+|spindles?|kinetochores?|centrosom\w+"
        r"|actin|dyneins?|kinesins?|myosins?|tubulins?|cytoskelet\w+|ion channels?|ligases?|proteases?|phosphatases?"
        r"|conformational|allosteric\w*|oligomer\w*|dimers?|amino acids?|microb(?:es?|ial)|pathogens?|metagenom\w+"
        r"|viral|virions?|spores?|cytoplasm\w*|cytosol\w*|organelles?|nanobod(?:y|ies)|ssdna|karyopherins?",
        r"electrophores\w+|polypeptides?|human (?:[\w-]+ )?(?:eosinophils|platelets|plasma|serum|saliva|semen|milk"
        r"|placenta\w*"
        r"|red cells|monocytes|umbilical (?:cord|vein|artery)|lenses|enzymes?)|lymphocytes?|neutrophils?"
        r"|leu[ck]ocytes?|sera|purification|ultrastructur\w+"
        r"|synap\w+|antigens?|immunoglobulins?|sperm|membranes?|plasma proteins?|hydrolysis|ultracentrifug\w+|sds"
        r"|polymerases?|helicases?|filaments?|transcription(?:al)?|strains|species|genomes?|rnas?|grains?|rice"
        r"|crops?|cultivars?|leaf|leaves|flowering",
    ),
)
_ABSTRACT: Final = (
    r"(?:mechanistic|stochastic|kinetic|dynamical|biophysical|network|evolutionary|normative|phenomenological"
    r"|generative"
    r"|agent-based|compartmental|transmission|single-layer|feedforward|recurrent|spiking|theoretical|quantitative)"
)
"""Words before `model` that are not said of a mouse."""
_COMPUTED: Final = Words(
    sure=_words(
        r"simulat(?:e[sd]?(?! (?:body|gastric|intestinal|saliva\w*|sweat|sun\w*|light))|ions?|ing)|in silico"
        r"|computational\w*|mathematical\w*|theoretical(?:ly)?|algorithms?",
        r"statistical mechanics|machine learning|deep learning|reinforcement learning|neural networks?|hypergraphs?",
        r"energy landscape|(?:propose|present|develop|introduce) (?:a|an|the) (?:[\w-]+ ){0,3}(?:model|method"
        r"|framework|algorithm|estimator|metric|formalism|toolbox|pipeline|software|theory)",
        r"finite element|molecular[- ]dynamics|artificial intelligence|ai-\w+|maximum[- ]likelihood",
        rf"{_ABSTRACT} (?:[\w-]+ ){{0,3}}(?:models?|theory|networks?)|our (?:model|theory|simulations)",
        r"(?:the|this) (?:model|theory) (?:predicts?|shows?|explains?|reproduces?|captures?|accounts?|quantitatively)",
        r"predictions? of (?:the|our) (?:model|theory)|analytic(?:al)? (?:\w+ )?(?:results?|solutions?"
        r"|considerations)",
        r"numerical (?:results?|solutions?|simulations?)|differential equations?|closed[- ]form",
        r"steady[- ]state solutions?|we (?:then |here )?(?:solve|model) (?:the|an?)",
        r"ensemble (?:models?|refinement)|principal component analysis",
        r"publicly available (?:[\w-]+ ){0,4}(?:data|sequences|genomes|structures)",
        r"markov (?:\w+ )?models?|decision[- ](?:tree|analytic\w*)|microsimulations?|open[- ]source (?:software"
        r"|packages?|tools?)",
        r"(?:python|r|matlab|julia|java) (?:packages?|librar(?:y|ies)|toolbox(?:es)?|modules?)|source code",
        r"gradient boosting|random forests?|support vector|convolutional|deep neural|forecasting models?",
        r"(?:an?|the) (?:general|unified|unifying|exact|analytic(?:al)?) (?:theory|formalism|solution)"
        r"|(?:renewal|poisson|branching|diffusion|point|gaussian|markov) process(?:es)?|stochastic process(?:es)?",
        r"train(?:ed|ing) (?:an?|the|our) (?:[\w-]+ ){0,3}(?:transformers?|networks?|models?|classifiers?|algorithms?)",
        r"chatbots?|chatgpt|(?:large )?language models?|llms|gpt-\d\w*|numerically|bioinformatic\w*|web ?servers?"
        r"|phylogenomic\w*|comparative genomics|structure prediction",
        r"spiking (?:neurons? )?(?:networks?|models?)|(?:two|multi)-compartment models?|model neurons?"
        r"|(?:phase|coupled) oscillators?|mean[- ]field|game[- ]theor\w+|fitness landscapes?|eco-evolutionary"
        r"|mathematics|free[- ]energy landscapes?|population[- ]genetic (?:theory|models?)",
        r"birth[-\u2013 ]death (?:process|models?)|(?:software|computer) (?:tool|program|package)s?|model (?:selection"
        r"|complexity)|recurrent networks?|(?:homology|template-based|comparative|protein) modell?ing",
    ),
    weak=_words(
        r"numerical(?:ly)?|networks?|software|datasets?|genomic (?:data|analys[ei]s)|theory|modell?ing"
        r"|phylo(?:gen|geogr|dyn)\w+",
        r"programming|jupyter|docker|version control|reproducib\w+|complexity (?:metric|measure)s?|efficient coding"
        r"|network (?:state|dynamics)",
        r"bayesian|inference|equations?|modell?ing stud(?:y|ies)|none|theorems?|likelihood|parameter (?:space"
        r"|values|identifiab\w+)"
        r"|(?:nucleotide|dna|protein|genome) sequences|(?:genomic|sequence)"
        r" databases?|spike[- ]timing|gene (?:famil(?:y|ies)|trees?)",
    ),
    tried=_words(
        r"(?:we|by) (?:conduct|perform|ran|us|carr)\w* (?:out )?(?:[\w-]+,? ){1,3}simulations?(?: stud(?:y|ies))?",
        r"we (?:here |then |also )?(?:proposed?|derived?|formulated?|introduced?|develop(?:ed)?) (?:an?|the|two)"
        r" (?:[\w-]+ ){0,6}(?:models?|theory|networks?|framework|algorithms?|estimators?|learning rules?)",
    ),
)
WORDS: Final = {
    Species.HUMAN: _PEOPLE,
    Species.ANIMAL: _ANIMALS,
    Species.CELL_OR_TISSUE: _CELLS,
    Species.COMPUTATIONAL: _COMPUTED,
}
GIVEN_BY_OWNERS: Final = re.compile(
    r"\bowners?\b[^.;]{0,60}\bconsent|\bconsent\w*\b[^.;]{0,40}\bowners?\b", re.IGNORECASE
)
"""Consent to what is done with an animal."""
GAVE_TISSUE: Final = re.compile(
    r"\b(?:specimens?|tissues?|biops(?:y|ies)|explants?|cells|autops(?:y|ies)|donors?|organs?|placentas?"
    r"|resections?)\b",
    re.IGNORECASE,
)
"""What people leave to a laboratory, with their consent."""
OF_BEASTS: Final = _words(HINTS)
MEMBERS: Final = _words(SHARED)
MEMBERS_OF_COLONIES: Final = _words(SHARED, OF_COLONIES)
COLONIES: Final = _words(
    r"ants?|(?:honey|bumble)?-?bees?|wasps?|termites?|aphids?|queens?|mole-rats?|(?:eu)?social insects?"
)
"""Those among whom there are workers and soldiers."""
TAKERS_PART: Final = re.compile(
    r"\b(?:participants?|subjects?|volunteers?|patients?|observers?|drivers(?! of\b)|listeners)\b", re.IGNORECASE
)
"""People whom the authors saw themselves; a model may be about women without a woman in it."""
OUT_OF_DOORS: Final = re.compile(
    r"\b(?:in nature|field (?:experiments?|trials?|seasons?|plots?|study|studies)|natural (?:habitats?|ecosystems?"
    r"|populations?)|ecosystems?|tundra|grasslands?|wetlands?|forests?|vegetation|plant communit(?:y|ies)|farms?"
    r"|farmers|farming|crop (?:yields?|production|rotations?)|orchards?|pest management|lakes?|reefs?|biodiversity"
    r"|experimental warming)\b",
    re.IGNORECASE,
)
"""Where plants and what lives on them are studied whole: neither cells nor tissue."""
AT_THE_BENCH: Final = re.compile(
    r"\b(?:cultured|transfect\w*|antibod\w+|western blot\w*|immuno(?:stain|precip|histo|fluor)\w+|plasmids?"
    r"|rt-?q?pcr|purified|incubated|were grown|centrifug\w+|stained|dissected|patch[- ]clamp|injected"
    r"|knock-?(?:down|out)s?|mutants?|transgenic|reared|imaging|microscop\w+|fluorescen\w+)\b",
    re.IGNORECASE,
)
"""What is done with cells and animals, and not with equations about them."""
NOT_KEPT: Final = re.compile(
    r"\bnot applicable\b|\bn/?a\.?\Z|\b(?:do(?:es)?|did) not (?:contain|involve|include|report|use)\b"
    r"|\b(?:no|neither|without)\b.{0,40}\b(?:humans?|animals?|participants|patients)\b",
    re.IGNORECASE,
)
"""Statements on ethics that say that nobody was studied; that consent was waived speaks of people all the same."""
OF_A_MICROBE: Final = re.compile(
    r"(?=.*\b(?:\w*virus(?:es)?|influenza|hiv(?:-1)?|sars-cov-2|\w*viral|vir(?:ion|ulence)|phage|bacteri\w+"
    r"|mycobacter\w+|fung\w+|yeast|parasites?"
    r"|plasmodium|toxoplasma"
    r"|leishmania|trypanosom\w+|cryptococc\w+|candida|aspergillus|salmonella|listeria|legionella|pseudomonas|vibrio"
    r"|staphylococc\w+|streptococc\w+|chlamydia|yersinia|escherichia|e\. coli)\b)"
    r"(?=.*\b(?:proteins?|genes?|uptake|regulat\w+|virulence|signals?|signal?ling|encod\w+|secret\w+|express\w+"
    r"|structur\w+|antibod\w+|nanobod\w+|h(?:a)?emagglutinins?|glycoproteins?|epitopes?|replication|binds?"
    r"|receptors?|adhesin|domain|mutants?|genomes?|biosynthesis)\b)",
    re.IGNORECASE,
)
"""Titles about what a microbe is made of: an animal that was infected with it is a test of the microbe."""
PLANTS: Final = re.compile(
    r"\b(?:plants?|crops?|seedlings?|trees?|shrubs?|grass(?:es)?|maize|wheat|cotton|soybeans?|herbivor\w+"
    r"|pollinat\w+|vegetation)\b",
    re.IGNORECASE,
)
OF_ANTIBODIES: Final = re.compile(
    r"\b(?:freund|antiser(?:a|um)\b|polyclonal)|\b(?:antibod(?:y|ies)|sera) (?:[\w-]+ ){0,4}(?:raised|generated"
    r"|produced)\b|\b(?:raise|generate|produce)d? (?:[\w-]+ ){0,3}antibod",
    re.IGNORECASE,
)
"""Animals that gave antibodies were a source, not what was studied."""
THINGS: Final = re.compile(
    r"\b(?:climate change|global warming|pal(?:a)?eoclimat\w+|greenhouse gas(?:es)?|carbon (?:emissions|cycle)"
    r"|fossil fuels?|sediments?|watersheds?|groundwater|surface waters?|lakes?|rivers|soils?|earthquakes?|volcan\w+"
    r"|stock (?:markets?|returns?|prices?)|financial (?:markets?|data)|portfolios?|option (?:valuation|pricing"
    r"|prices?)|cryptograph\w+|cryptosystems?|encryption|violins?|musical instruments?|novels|digital librar(?:y"
    r"|ies))\b",
    re.IGNORECASE,
)
"""What is neither a being, nor a part of one, nor a model of one."""
ARTICLES: Final = re.compile(
    r"\b(?:(?:research |journal |scientific )?articles?|manuscripts?|peer[- ]review\w*|preprints?|journals|publishing"
    r"|publications|abstracts?|citations?|citing|bibliograph\w+|bibliometr\w+|authorship|editors|editorial|open access"
    r"|xml|typesetting|retractions|scholarly|doi)\b",
    re.IGNORECASE,
)
"""What articles about articles are about; every paper calls itself one too."""
