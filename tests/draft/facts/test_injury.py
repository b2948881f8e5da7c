"""Whose spinal cord was injured: how completely, where, and how long before."""

import pytest

from pipeline.draft.facts.ais_grades import ais_grades
from pipeline.draft.facts.injury_levels import injury_levels
from pipeline.draft.facts.time_since_injury import time_since_injury
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import SectionKind
from tests.draft.papers import methods, paper

CERVICAL_TO_LUMBAR = ["cervical", "thoracic", "lumbar"]


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("Ten people with AIS C or D took part.", "CD"),
        ("Participants had ASIA Impairment Scale grades A–C.", "ABC"),
        ("Participants had complete injuries (AIS A).", "A"),
        ("Patients had a sensorimotor complete (AIS\u2013A) injury.", "A"),
        ("They had AIS grade C (n = 6) and D (n = 14).", "CD"),
        ("The accident led to an AIS-B injury.", "B"),
        ("Four of eight people with grade A SCI and all with grade C injury improved.", "AC"),
        ("Twelve had motor complete injuries (AIS A/B).", "AB"),
        ("AIS was A in 8, B in 3, C in 5 and D in 13.", "ABCD"),
        ("In all, 91 were AIS A, 17 B, 24 C and 40 D.", "ABCD"),
        ("Of 141 people scanned (82 tetraplegia, 59 paraplegia; AIS A 61, B 19, C 27, D 34), three moved.", "ABCD"),
        ("AIS at admission was C in 47 and D in 65.", "CD"),
        ("AIS grade A: 12, B: 5, C: 3, D: 8.", "ABCD"),
        ("AIS A 20%, AIS B 10%, AIS C 30%, AIS D 40%.", "ABCD"),
        ("Of the people, 4 (10%) were AIS A, 6 (15%) AIS B and 30 (75%) AIS D.", "ABD"),
        ("They had AIS A injuries and took vitamin D and B vitamins.", "A"),
        ("Adults with SCI took part unless they were classified as AIS E or AIS A.", ""),
        ("There was grade B evidence for training after injury.", ""),
        ("The AIS ranges from A to E.", ""),
        ("People with AIS A were excluded.", ""),
        ("AIS scores above 3 were severe injuries.", ""),
        ("AIS and ASIA are scales.", ""),
    ],
)
def test_grades_are_those_of_the_participants(text: str, grades: str):
    assert "".join(found.value.value for found in ais_grades(methods(text))) == grades


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("People with cervical or thoracic spinal cord injury took part.", ["cervical", "thoracic"]),
        ("People with SCI at level C5 or lesions at T6 level took part.", ["cervical", "thoracic"]),
        ("Ten people with SCI took part. Their injuries were AIS A to D at C4 to T10.", ["cervical", "thoracic"]),
        ("Ten people with SCI took part. They had complete lesions from C7 to L2.", ["cervical", "thoracic", "lumbar"]),
        ("Ten people with SCI took part. Their lesions were between C3 and L2.", ["cervical", "thoracic", "lumbar"]),
        ("Ten people with SCI took part. Their injuries were at C5 and L2.", ["cervical", "lumbar"]),
        ("Ten people with SCI took part. Injuries at C4 were the most frequent.", ["cervical"]),
        ("Sixteen persons with a chronic tetraplegia between C4 and C7 propelled a wheelchair.", ["cervical"]),
        ("He had an SCI: an AIS-B injury (no key muscle moved) at the T11/T12 level.", ["thoracic"]),
        ("SCI was made in pigs. The exposed T12 spinal segment was compressed with a bar.", ["thoracic"]),
        ("SCI was made in rats. The balloon was inflated between T9-T10 for 10 min.", ["thoracic"]),
        ("SCI was made in minipigs. After Th11/Th12 was confirmed, the balloon was inflated.", ["thoracic"]),
        ("Moderate T9 injuries were made in minipigs with SCI.", ["thoracic"]),
        ("Three cervical spinal cord hemi-contusions were made in rats.", ["cervical"]),
        ("Survival was 7 years with cervical and 8 with thoracolumbar spinal cord injuries.", CERVICAL_TO_LUMBAR),
        ("In TSCI survival was 7 years for cervical injuries and 8 for lumbar ones.", ["cervical"]),
        ("SCI was made in rats. A balloon catheter was then inflated between T9-T10 for 10 min.", ["thoracic"]),
        ("Ten people with SCI took part. A laminectomy at T9 came first, then the cord was compressed.", []),
        ("Ten people with SCI took part. Six had tetraplegia.", ["cervical"]),
        ("Ten people with SCI took part. Six had tetraplegia and four paraplegia.", []),
        ("Children with spastic tetraplegia took part.", []),
        ("Surgery for cauda equina syndrome was analysed in patients.", ["conus_cauda"]),
        ("Twelve monkeys with SCI had a hemi-section of the cervical cord.", ["cervical"]),
        ("Ten people with SCI took part. Six had quadriplegia.", ["cervical"]),
        ("Ten people with SCI took part. Lesions below the sympathetic chain (T1-L2) were rare.", []),
        ("Thoracic spinal cord stimulation was given to ten people with SCI.", []),
        ("Stimulation at vertebral levels T10/11 was given to ten people with SCI.", []),
        ("The lesion of people with SCI was seen in T2-weighted images.", []),
        ("A laminectomy came first at T10-T11 vertebra level in a rat model of spinal cord injury.", []),
        ("Children with tetraplegia from cerebral palsy took part.", []),
        ("Ten people with SCI took part. They told of their injury at T1 (baseline) and T2.", []),
        ("Ten people with SCI took part. Electrodes were put at T11-L1 below the injury.", []),
        ("Ten people with SCI took part. Those with injuries above T6 were excluded.", []),
        ("Ten people with pain took part. Their discs C5 and C6 were injured.", []),
        ("Ten people with SCI took part. Injuries at any level down to L1 were taken in.", CERVICAL_TO_LUMBAR),
        ("Adults with SCI above T6 took part.", ["cervical", "thoracic"]),
        ("Adults with SCI above T1 took part.", ["cervical"]),
        ("Adults with SCI at T6 or above took part.", ["cervical", "thoracic"]),
        ("Adults with an SCI at or below T6 took part.", ["thoracic", "lumbar", "sacral"]),
        ("Adults with SCI took part. Injury was C1-C4 in 17 and T1-S3 in 36 of them.", [*CERVICAL_TO_LUMBAR, "sacral"]),
        ("Women with SCI took part; 96 had tetraplegia, 157 paraplegia. Scores were higher in tetraplegia.", []),
        ("Lesions on cervical magnetic resonance images were counted.", []),
        ("People with lumbar disc surgery took part.", []),
    ],
)
def test_levels_are_those_of_the_injured_cord(text: str, levels: list[str]):
    assert [found.value.value for found in injury_levels(methods(text))] == levels


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("People with chronic spinal cord injury took part.", "chronic"),
        ("People with subacute SCI took part.", "subacute"),
        ("Participants with chronic (n = 8) SCI were enrolled.", "chronic"),
        ("Patients with acute, complete, traumatic cervical spinal cord injury were enrolled.", "acute"),
        ("People with SCI in the chronic phase took part.", "chronic"),
        ("People with acute SCI and people with chronic SCI took part.", "mixed"),
        ("People with chronic pain took part.", None),
        ("Children were seen in units that are part of an acute SCI unit.", None),
    ],
)
def test_the_time_since_injury_is_named_with_the_injury(text: str, phase: str | None):
    found = time_since_injury(methods(text))
    assert (found and found.value.value) == phase


def test_what_the_title_names_may_be_told_in_the_background_alone():
    abstract = "Background: Sleep is poor after acute cervical spinal cord injury. Methods: We asked ten men."
    told = paper((SectionKind.ABSTRACT, abstract), title="Sleep after acute cervical spinal cord injury")
    phase = time_since_injury(Reading(told))
    assert phase is not None
    assert phase.value.value == "acute"
    assert [found.value.value for found in injury_levels(Reading(told))] == ["cervical"]
    untitled = Reading(paper((SectionKind.ABSTRACT, abstract), title="Sleep in SCI"))
    assert time_since_injury(untitled) is None
    assert injury_levels(untitled) == ()
