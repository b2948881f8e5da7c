import pytest

from pipeline.draft.facts.species import species
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, Paper, SectionKind
from pipeline.models.study import Species
from tests.draft.papers import abstract, methods, paper


def of(told: Paper) -> Species | None:
    found = species(Reading(told))
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients walked. Patients rested. Patients slept.", Species.HUMAN),
        ("Participants gave written informed consent. Twelve participants walked.", Species.HUMAN),
        ("We interviewed 14 nurses about lifting.", Species.HUMAN),
        ("Mice were trained. Mice were weighed. The mice recovered.", Species.ANIMAL),
        ("The animal experiments were approved. Wistar rats were trained.", Species.ANIMAL),
        ("Zebrafish were raised in the dark. The larvae were fed twice.", Species.ANIMAL),
        (
            "Rats were injected with a vector. Gene expression and protein levels were measured by Western blot.",
            Species.ANIMAL,
        ),
        ("HeLa cells were cultured. They were transfected with a plasmid.", Species.CELL_OR_TISSUE),
        ("The crystal structure of the yeast protein was solved. Mutants were purified.", Species.CELL_OR_TISSUE),
        (
            "Forty extracted single-rooted teeth were stored in saline. The root canals were filled.",
            Species.CELL_OR_TISSUE,
        ),
        ("We present a mathematical model. Simulations showed two attractors.", Species.COMPUTATIONAL),
        (
            "A deep learning algorithm was trained on eye images of 827 patients. Patients were followed up.",
            Species.HUMAN,
        ),
    ],
)
def test_the_species_is_the_one_that_the_words_weigh_most_for(text: str, expected: Species):
    found = species(methods(text, title="A comparison of two ways"))
    assert found is not None
    assert found.value is expected


@pytest.mark.parametrize(
    "text",
    [
        "Things were measured.",
        "It was fast.",
        "The rabbit anti-goat antibody and the fish oil were stored.",
    ],
)
def test_nothing_is_said_where_no_kind_is_clearly_heavier(text: str):
    assert species(methods(text, title="A comparison of two ways")) is None


def test_two_kinds_of_equal_weight_settle_nothing():
    told = paper(
        (SectionKind.ABSTRACT, "Methods: Mice and men were seen. Results: They differed."), title="A comparison"
    )
    assert species(Reading(told)) is None


def test_animal_models_in_the_background_do_not_make_a_trial_one_of_animals():
    told = paper(
        (
            SectionKind.ABSTRACT,
            (
                "Background: The herb helped in animal models of pain. Rats moved more. Methods: Thirty adults with"
                " pain were randomised to the herb or placebo. Results: Patients had less pain."
            ),
        )
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.HUMAN


def test_a_pup_has_a_mother_and_is_no_infant():
    reading = methods(
        "Grey seal pups were captured. Infants of the same mothers were weighed. Newborn pups were released.",
        title="Newborn seals and their mothers",
    )
    found = species(reading)
    assert found is not None
    assert found.value is Species.ANIMAL


def test_people_and_animals_both_studied_are_mixed():
    told = paper(
        (
            SectionKind.ABSTRACT,
            (
                "Methods: Mice were treated with the drug. Thirty patients were treated with the drug. Results: Mice"
                " moved more. Patients moved more."
            ),
        ),
        (
            SectionKind.METHODS,
            "Patients gave informed consent. The animal experiments were approved. Mice were housed in pairs.",
        ),
        title="A drug in mice and in patients",
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.MIXED


def test_the_sentence_that_says_it_is_the_evidence():
    found = species(methods("Twelve women walked daily.", title="A comparison of two ways"))
    assert found is not None
    assert "Twelve women" in found.evidence[0].quote


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Growth of the white shark", "Growth bands were counted in 77 sharks.", Species.ANIMAL),
        (
            "Head genes of a beetle",
            "Genes were knocked down in embryos of Tribolium. Cells of the segment died.",
            Species.ANIMAL,
        ),
        (
            "A receptor makes rosettes in a choanoflagellate",
            "Mutants without the receptor stayed single. A lipid of bacteria was added.",
            Species.CELL_OR_TISSUE,
        ),
        ("Flowering of Arabidopsis", "Mutant plants flowered late in the cold.", Species.CELL_OR_TISSUE),
        (
            "Clonal dynamics of stem cells",
            "We develop a stochastic model of stem cells in crypts. Analytical results show drift of the cells.",
            Species.COMPUTATIONAL,
        ),
        (
            "An estimator of connections",
            "We derive an estimator for networks of spiking neurons. Simulations show that it is right.",
            Species.COMPUTATIONAL,
        ),
    ],
)
def test_animals_plants_microbes_and_theories_are_known_by_their_own_names(title: str, text: str, expected: Species):
    found = species(methods(text, title=title))
    assert found is not None
    assert found.value is expected


def test_a_model_beside_work_at_the_bench_does_not_make_a_theory():
    found = species(
        methods(
            "HeLa cells were cultured and transfected. The cells were stained and imaged. Simulations agreed.",
            title="How cells divide",
        )
    )
    assert found is not None
    assert found.value is Species.CELL_OR_TISSUE


def test_keywords_tell_of_animals_where_the_abstract_tells_of_their_cells():
    told = paper(
        (SectionKind.ABSTRACT, "We show that cells without the gene grew. Larvae were starved."), title="A gene"
    )
    keyed = told.model_copy(update={"metadata": told.metadata.model_copy(update={"keywords": ("D. melanogaster",)})})
    found = species(Reading(keyed))
    assert found is not None
    assert found.value is Species.ANIMAL


@pytest.mark.parametrize("kind", [ArticleType.CORRECTION, ArticleType.RETRACTION, ArticleType.COMMENTARY])
def test_notices_and_comments_are_about_nobody(kind: ArticleType):
    told = paper((SectionKind.OTHER, "The number of mice in the table was wrong."), title="A correction", kind=kind)
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.NOT_APPLICABLE


def test_a_comment_with_methods_of_its_own_is_a_study():
    told = paper(
        (SectionKind.METHODS, "Mice were trained. Mice were weighed. The mice were killed. Mice were fed."),
        title="Mice",
        kind=ArticleType.COMMENTARY,
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.ANIMAL


def test_plants_in_nature_are_neither_cells_nor_tissue():
    found = species(methods("Transgenic plants were grown in a field experiment.", title="Plants in nature"))
    assert found is not None
    assert found.value is Species.NOT_APPLICABLE


def test_mouse_genes_and_fish_products_are_no_animals():
    assert species(methods("The mouse genes and the fish products were listed.", title="A comparison")) is None


def test_people_who_took_part_outweigh_the_model_of_what_they_did():
    text = (
        "Participants searched scenes with their eyes. Participants were shown places by an optimal algorithm. "
        "A computational model of the eyes was compared with what participants did."
    )
    found = species(methods(text, title="Where eyes go"))
    assert found is not None
    assert found.value is Species.HUMAN


def test_keywords_alone_make_no_animal():
    told = paper((SectionKind.ABSTRACT, "Here we show that the protein recognises DNA."), title="A link of proteins")
    keyed = told.model_copy(update={"metadata": told.metadata.model_copy(update={"keywords": ("Mouse", "Chicken")})})
    found = species(Reading(keyed))
    assert found is None or found.value is not Species.ANIMAL


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Births and deaths",
            "A birth-death model was fitted numerically. Two gene trees agreed.",
            Species.COMPUTATIONAL,
        ),
        ("A server for folds", "The web server gives folds. Structure prediction was slow.", Species.COMPUTATIONAL),
        ("Resistance in a ward", "Seventy isolates were typed. Gram-negative rods were seen.", Species.CELL_OR_TISSUE),
        (
            "Cells of the lung",
            "We made single-cell maps. Cell types of human tissues were named.",
            Species.CELL_OR_TISSUE,
        ),
        (
            "Karyotypes of anteaters",
            "Probes were put on metaphases. Chromosomes of two kinds were alike. Telomeres were lost.",
            Species.CELL_OR_TISSUE,
        ),
        ("Teeth and wings of mammals", "Wings of mammals were compared. Skulls of vertebrates agreed.", Species.ANIMAL),
        ("Foraging by a minnow", "Twelve minnows were fed twice. Predators were shown.", Species.ANIMAL),
        (
            "Efficient codes",
            "Networks with delays were studied. Efficient coding makes spiking networks ring. We present a metric.",
            Species.COMPUTATIONAL,
        ),
        ("Pelvic floors", "Eighty nulliparous parturients were seen twice.", Species.HUMAN),
        ("Lifting", "Fourteen healthy adults lifted a box.", Species.HUMAN),
        ("Care at night", "Nursing staff were asked about rest.", Species.HUMAN),
    ],
)
def test_models_of_parts_microbes_and_the_well_are_known_too(title: str, text: str, expected: Species):
    found = species(methods(text, title=title))
    assert found is not None
    assert found.value is expected


def test_people_and_animals_that_the_title_names_both_are_mixed():
    told = paper(
        (
            SectionKind.ABSTRACT,
            "Methods: Monkeys and humans sorted cards. Results: The humans were as slow as monkeys.",
        ),
        title="How monkeys and humans sort cards",
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.MIXED


def test_what_a_review_says_was_seen_in_mice_was_done_by_others():
    told = paper(
        (SectionKind.ABSTRACT, "In this review, we discuss cell types of the lung and what was reported in mice."),
        title="Cell types of the lung",
    )
    found = species(Reading(told))
    assert found is None or found.value is not Species.ANIMAL


def test_tissue_that_nobody_was_followed_for_is_no_study_of_people():
    told = paper(
        (
            SectionKind.ABSTRACT,
            (
                "Methods: We made single-cell maps of the lung. Results: Cell types differed between women and men."
                " Human tissues were alike in all adults. The clinical course differed."
            ),
        ),
        title="A map of the lung",
    )
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.CELL_OR_TISSUE


def test_a_single_word_of_a_model_is_enough_where_nothing_else_is_named():
    told = paper((SectionKind.ABSTRACT, "Methods: A finite element model of a disc was loaded."), title="A disc")
    found = species(Reading(told))
    assert found is not None
    assert found.value is Species.COMPUTATIONAL
    silent = paper((SectionKind.ABSTRACT, "Methods: A disc was loaded."), title="A disc")
    assert species(Reading(silent)) is None


def drivers(text: str) -> Species | None:
    found = species(Reading(paper((SectionKind.ABSTRACT, f"Methods: {text}"), title="Speed")))
    return found.value if found else None


def test_drivers_of_cars_take_part_and_drivers_of_growth_do_not():
    assert drivers("Drivers judged the speed. A computational model was fitted to the drivers.") is Species.HUMAN
    assert drivers("Drivers of growth were found. A computational model was fitted.") is not Species.HUMAN


def told_of(title: str, abstract: str, back: str = "", place: SectionKind = SectionKind.METHODS) -> Species | None:
    parts = [(SectionKind.ABSTRACT, abstract), *([(place, back)] if back else [])]
    found = species(Reading(paper(*parts, title=title)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Brown water in two lakes", "Water of two lakes was sampled. The lakes had turned brown. Iron went first."),
        ("How a violin was built", "We scanned violins. Old violins were as dense as new ones."),
        ("A scheme for encryption", "We propose encryption without keys. The encryption is fast."),
    ],
)
def test_lakes_violins_and_ciphers_are_no_beings(title: str, abstract: str):
    assert told_of(title, abstract) is Species.NOT_APPLICABLE


def test_people_who_took_part_are_people_whatever_the_title_is_about():
    abstract = "Participants swam in two lakes. Participants were asked about the lakes. Participants slept well."
    assert told_of("Swimming in lakes", abstract) is Species.HUMAN


def test_a_simulation_study_of_trials_is_computed():
    abstract = "Trials vary in size. We conducted a large simulation study of power. Power fell."
    back = " ".join(f"The simulation was run with set {number}." for number in range(14))
    assert told_of("Power of cluster randomised trials", abstract, back) is Species.COMPUTATIONAL


def test_animals_that_only_gave_antibodies_were_not_studied():
    abstract = "The protein binds red blood cells. Purified protein was added to cultured cells. Cells were counted."
    back = "Rabbits were immunised with protein in Freund's adjuvant. The animal ethics committee approved it."
    assert told_of("A protein that binds cells", abstract, back) is Species.CELL_OR_TISSUE


def test_animals_of_which_only_the_methods_tell_gave_the_cells():
    abstract = "Glial cells can divide. Purified cells were transfected with a plasmid. The cells divided."
    back = "Rats were killed. Retinas of rats were removed. Procedures involving animals were approved by the IACUC."
    assert told_of("Division of glial cells", abstract, back) is Species.CELL_OR_TISSUE


def test_a_mouse_that_was_infected_tests_the_microbe():
    abstract = (
        "Yeast needs iron. The gene was deleted in the yeast strain. Mutants of the yeast grew slowly."
        " The mutant was weaker in infected mice."
    )
    assert told_of("Iron uptake by a gene of yeast", abstract) is Species.CELL_OR_TISSUE


def test_what_is_true_of_most_animals_was_not_tried_on_them():
    abstract = (
        "Clocks keep time in most animals. We present a mathematical model of the clock."
        " Simulations show two rhythms. The model predicts a third."
    )
    assert told_of("The rhythm of a clock", abstract) is Species.COMPUTATIONAL


def test_a_systematic_review_in_few_words_is_of_people():
    abstract = "We searched two indexes. Ten reports on smokers were read. Shops differed."
    assert told_of("Buying tobacco: a systematic review", abstract) is Species.HUMAN


def test_the_body_proves_what_only_the_title_names():
    abstract = "Muscles choose their nerves. The pathway was needed for the choice."
    body = "Here we show the choice in zebrafish."
    assert told_of("Nerves of zebrafish", abstract, body, SectionKind.INTRODUCTION) is Species.ANIMAL


def test_tissue_of_patients_in_few_words_is_told_as_theirs():
    abstract = "Methods: Tumours were stained and antibodies were bound. Results: The proteins fell with survivors."
    assert told_of("Proteins and clinical outcome of a population", abstract) in (Species.HUMAN, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We recorded from meerkats. The meerkats were weighed for years.", Species.ANIMAL),
        ("Bumblebees were tagged. We tracked bumblebees at the nest.", Species.ANIMAL),
        (
            "Motor neurons were derived from induced pluripotent stem cells. Patient-derived cells fired.",
            Species.CELL_OR_TISSUE,
        ),
        ("Cultures of the alga were grown. The cultures of it were fed iron.", Species.CELL_OR_TISSUE),
        (
            "Forty premolars extracted for crowding were filled. Their fracture resistance was read.",
            Species.CELL_OR_TISSUE,
        ),
        ("Young damselfish were reared. The damselfish were shown a hawk.", Species.ANIMAL),
        ("Monkeys reported motion. Dopamine neurons were counted.", Species.ANIMAL),
        ("A Markov model was used. The Markov model had four states.", Species.COMPUTATIONAL),
        ("The Python package reads files. Its source code is free.", Species.COMPUTATIONAL),
        ("A 9-year-old boy developed pain.", Species.HUMAN),
        ("We surveyed 5,002 parents by post.", Species.HUMAN),
        ("The diet was tried in a woman with gout.", Species.HUMAN),
    ],
)
def test_more_kinds_are_known_by_their_names(text: str, expected: Species):
    found = species(methods(text, title="A comparison of two ways"))
    assert found is not None
    assert found.value is expected


@pytest.mark.parametrize(
    "text",
    [
        "The gene arose in the closest relatives of animals. Bacteria were cultured with them.",
        "The lipid is known from plants, animals, and fungi. Yeast was cultured.",
        "Swine influenza viruses were cultured. The viruses were purified.",
        "The evolution of animals is old. Choanoflagellates were cultured.",
    ],
)
def test_the_kingdom_of_animals_is_no_animal_that_was_studied(text: str):
    found = species(methods(text, title="A signal that makes colonies"))
    assert found is None or found.value is not Species.ANIMAL


def test_animals_that_were_tried_on_are_animals_in_any_words():
    found = species(methods("Animals were trained daily. The animals rested.", title="A comparison of two ways"))
    assert found is not None
    assert found.value is Species.ANIMAL


CASE = (SectionKind.OTHER, "We report a 76-year-old gentleman with a swollen knee. He walked again.")


def test_a_case_report_on_an_implant_is_about_the_person_who_had_it():
    told = (SectionKind.ABSTRACT, "Implants rarely move. We describe how one moved.")
    found = species(Reading(paper(told, CASE, title="A button that moved", kind=ArticleType.CASE_REPORT)))
    assert found is not None
    assert found.value is Species.HUMAN


@pytest.mark.parametrize(
    ("told", "title", "kind"),
    [
        ("Implants rarely move. We describe how one moved.", "A button that moved", ArticleType.RESEARCH),
        ("Dogs swallow toys. The dogs were treated.", "A toy in a dog: a case report", ArticleType.CASE_REPORT),
    ],
)
def test_other_papers_are_not_made_human_by_a_person_in_passing(told: str, title: str, kind: ArticleType):
    found = species(Reading(paper((SectionKind.ABSTRACT, told), CASE, title=title, kind=kind)))
    assert found is None or found.value is not Species.HUMAN


def test_two_words_that_are_said_of_others_too_name_no_kind():
    told = "Headings may be clinical. If it were a clinical trial they would differ. The rest is format."
    assert species(Reading(paper((SectionKind.ABSTRACT, told), title="How we print articles"))) is None


def test_a_corrigendum_is_one_by_its_title_too():
    found = species(Reading(paper((SectionKind.ABSTRACT, "Mice were trained."), title="Corrigendum: Mice and memory")))
    assert found is not None
    assert found.value is Species.NOT_APPLICABLE


def test_a_selfish_gene_is_no_fish():
    found = species(methods("Selfish genes were told of. The unselfish ones were too.", title="Genes"))
    assert found is None or found.value is not Species.ANIMAL


def abstract_of(text: str, title: str = "", **more: object) -> Species | None:
    """The species of a paper that is its abstract."""
    told = paper((SectionKind.ABSTRACT, text), title=title)
    found = species(Reading(told.model_copy(update={"metadata": told.metadata.model_copy(update=more)})))
    return found.value if found else None


def test_what_the_title_names_is_studied_though_a_short_abstract_tells_only_what_came_of_it():
    text = "Lever pressing rose at low doses and fell at high doses. The fall was steeper with long delays."
    assert abstract_of(text, "Dose and delay in squirrel monkeys") is Species.ANIMAL


@pytest.mark.parametrize(
    "text",
    [
        "Ten healthy subjects drank alcohol. Their readaptation time (RAT) was measured. RAT grew longer in all ten.",
        "Chromosomes of 30 patients were stained by FISH. FISH showed a deletion in four patients.",
        "Thirty patients were treated with x-rays. The rays were aimed from two sides. Patients felt no pain.",
        "Twenty patients ate less meat, fish and vegetables. Fish, poultry and eggs were eaten by few patients.",
        "Thrush occurred in 12 patients with inhalers. Thrush was mild in most patients.",
        "Eight patients received porcine valves. The porcine valves failed in two patients.",
    ],
)
def test_names_of_animals_that_mean_something_else_make_no_animals_of_people(text: str):
    assert abstract_of(text) is Species.HUMAN


@pytest.mark.parametrize("name", ["rat liver mitochondria", "rabbit bone marrow cells", "bovine heart microsomes"])
def test_what_was_taken_from_an_animal_is_a_part_of_it(name: str):
    text = (
        f"Uptake of calcium by {name} was measured. The enzyme was inhibited by the drug. Binding to {name} was slow."
    )
    assert abstract_of(text) is Species.CELL_OR_TISSUE


def test_rabbits_that_gave_antisera_were_not_studied():
    text = (
        "Antisera to the hormone were prepared in rabbits. In 40 patients the hormone was measured with them."
        " Levels were low in most patients."
    )
    assert abstract_of(text) is Species.HUMAN


@pytest.mark.parametrize("name", ["baboons", "a langur and its kin, the rhesus monkeys", "hogs", "mares", "kittens"])
def test_more_animals_are_known_by_name(name: str):
    assert abstract_of(f"Pressure was measured in {name}. The pressure rose after feeding.") is Species.ANIMAL


def test_young_of_animals_that_the_title_names_are_no_people():
    text = "Heart rate was recorded from ten infants. Nine infants slept less. The mothers of the infants were calm."
    assert abstract_of(text, "Sleep of separated macaques") is Species.ANIMAL


def test_a_case_report_tells_of_people_whatever_was_found_in_them():
    text = "Two lesions of the jaw are shown. The ghost cells stained strongly. Epithelial cells lined the cyst."
    assert abstract_of(text, "One cyst or two?", article_type=ArticleType.CASE_REPORT) is Species.HUMAN


def test_a_case_report_on_an_animal_tells_of_it():
    text = "The foal had convulsions after birth. The foal was treated and nursed and recovered."
    assert abstract_of(text, "Convulsions in a foal", article_type=ArticleType.CASE_REPORT) is Species.ANIMAL


def test_in_a_journal_of_the_clinic_two_words_of_the_clinic_are_enough():
    text = "After biopsy a lytic lesion is seen. Its border is sharp, and it is not to be taken for a worse one."
    assert abstract_of(text, "Looks of marrow biopsy sites", journal="Journal of Radiology") is Species.HUMAN
    assert abstract_of(text, "Looks of marrow biopsy sites", journal="Journal of Looks") is None


def test_a_paper_on_parts_of_bodies_is_not_about_nobody():
    text = "Two proteins were isolated from the gland. They were alike. One was more stable than the other."
    assert abstract_of(text, "Two colipases of the human pancreas") is not Species.NOT_APPLICABLE


def test_who_ate_the_fish_is_the_case_and_not_the_fish():
    text = (
        "We report the case of a 50-year-old man who could not breathe. He ate pufferfish before. Pufferfish are toxic."
        " Pufferfish were eaten by his wife too."
    )
    assert abstract_of(text, "A case of pufferfish poisoning", article_type=ArticleType.CASE_REPORT) is Species.HUMAN


def test_what_plays_a_part_or_drives_something_is_no_person():
    text = "Light is sensed by factors. These factors bind the receptor. The factors are key drivers of growth."
    assert abstract_of(text, "Central players in light signalling") is not Species.HUMAN


def test_experiments_of_surgeons_are_not_taken_for_people_where_nobody_is_named():
    text = "Biopsy of the vessels showed fibrosis. Surgery failed where the vessels had been irradiated before."
    title, journal = "Experimental suture of vessels", "Journal of Surgery"
    assert abstract_of(text, title, journal=journal) is None
    assert abstract_of(text, "Suture of vessels", journal=journal) is Species.HUMAN


def test_tissue_that_was_only_seen_in_images_of_patients_is_that_of_people():
    text = "Measurement of visceral adipose tissue must be sensitive. {} Adipose tissue area was told by slice."
    seen = text.format("The CT images of patients were read, and adipose tissue was measured at each level.")
    worked_on = text.format("CT of patients came first, then adipose tissue was cultured and stained.")
    title = "Visceral adipose tissue area"
    assert of(abstract(seen, title=title)) is Species.HUMAN
    assert of(abstract(worked_on, title=title)) is not Species.HUMAN


def test_a_case_of_a_patient_is_about_a_person_whatever_the_patient_had():
    text = (
        "Salmonella spp. spread after invasion of the mucosa. Serovars of Salmonella differ. "
        "We present a case of an immunocompromised patient with abscesses to highlight disseminated Salmonella."
    )
    assert of(abstract(text, title="Disseminated Salmonella infection")) is Species.HUMAN


def test_a_word_for_a_simulation_in_a_journal_of_the_clinic_makes_no_model():
    text = "Staff shortages were met. New rooms opened early. A team for simulation tried the new rooms at night."
    found = abstract_of(text, "Meeting a surge", journal="Journal of Intensive Care Medicine")
    assert found is not Species.COMPUTATIONAL


def test_individuals_that_were_captured_are_no_people():
    told = methods("Six individuals were captured with nets in a forest. After euthanasia the intestines were removed.")
    found = species(told)
    assert found is None or found.value is not Species.HUMAN
