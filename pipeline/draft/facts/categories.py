"""The subject categories of a page, and the terms of a title, abstract or keyword list that speak for each."""

from collections.abc import Sequence
from typing import Final

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "Autonomic Function": ("autonomic dysreflexia", "blood pressure", "orthostatic", "thermoregulat", "hypotension"),
    "Bladder and Bowel": ("bladder", "bowel", "urinary", "neurogenic", "catheter", "incontinence", "constipation"),
    "Brain and Nerve Stimulation": ("stimulation", "epidural", "transcranial", "electrotherap", "brain-computer"),
    "Cardiovascular and Metabolic Health": ("cardiovascular", "cardiac", "heart", "diabet", "obes", "lipid", "stroke"),
    "Exercise and Fitness": ("exercise", "physical activity", "fitness", "aerobic", "strength training", "sport"),
    "Mental Health": ("depress", "anxiety", "psycholog", "suicid", "mental health", "mindfulness", "coping"),
    "Mobility and Walking": ("walking", "gait", "locomot", "exoskeleton", "wheelchair", "balance", "mobility"),
    "Pain Management": ("pain", "analges", "opioid", "migraine"),
    "Pressure Injuries and Skin": ("pressure ulcer", "pressure injur", "wound", "skin"),
    "Regeneration and Cell Therapy": ("stem cell", "regenerat", "transplantation", "axon", "neuroprotect", "remyelin"),
    "Rehabilitation": ("rehabilitat", "physiotherap", "physical therap", "occupational therap"),
    "Respiratory Function": ("respirat", "ventilat", "cough", "lung", "breathing", "pneumonia"),
    "Sexual and Reproductive Health": ("sexual", "fertility", "erectile", "pregnan", "sperm"),
    "Sleep": ("sleep", "insomnia", "apnea", "apnoea"),
    "Social Participation and Quality of Life": (
        "quality of life",
        "participation",
        "employment",
        "caregiver",
        "return to work",
    ),
    "Spasticity": ("spastic", "baclofen", "botulinum"),
    "Surgery and Acute Care": ("surgery", "surgical", "decompression", "acute care", "intensive care", "emergency"),
    "Technology and Devices": ("robot", "virtual reality", "telerehab", "telehealth", "device", "app-based", "prosthe"),
    "Upper Limb Function": (
        "upper limb",
        "upper extremity",
        "hand function",
        "grasp",
        "arm function",
        "tendon transfer",
    ),
}

CATEGORIES: Final = tuple(TERMS)
"""The built-in list, for sites that name none of their own."""


def categories(title: str, keywords: Sequence[str], abstract: str, allowed: Sequence[str] = ()) -> tuple[str, ...]:
    """Up to three categories, by how often their terms occur; a term of the title or keywords counts three times.

    `allowed` are the site's own categories; those of the built-in list that are not among them are left out.
    """
    heading, text = f"{title} {' '.join(keywords)}".lower(), abstract.lower()
    scores = {name: sum(3 * heading.count(term) + text.count(term) for term in terms) for name, terms in TERMS.items()}
    fitting = [name for name in TERMS if scores[name] >= _ENOUGH and (not allowed or name in allowed)]
    return tuple(sorted(fitting, key=lambda name: -scores[name])[:_MOST])


_ENOUGH, _MOST = 3, 3
