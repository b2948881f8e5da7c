"""Of which outcomes less is better, and of which more: a fall of pain is good news, a fall of strength is not."""

from typing import Final

_LESS_IS_BETTER: Final = frozenset(
    str.split(
        "pain pains painful fatigue tiredness symptom symptoms depression depressive anxiety stress distress risk risks"
        " death deaths mortality complication complications relapse relapses recurrence failure failures infection"
        " infections bleeding pressure hypertension cholesterol weight fat plaque dizziness vertigo handicap disability"
        " disabilities spasm spasms spasticity tremor stay cost costs injury injuries falls fall nausea vomiting side"
        " adverse events harm harms swelling inflammation inflammatory burden severity sick absence dropout redness"
        " deficits deficit impairment impairments neglect headache headaches seizures lesion lesions "
        "tumour tumor cancer"
        " progression leakage incontinence ulcers ulcer sores dyspnea breathlessness insomnia sleepiness glucose sugar"
        " hba1c vas nrs ashworth edss madrs wait waiting"
    )
)
_MORE_IS_BETTER: Final = frozenset(
    str.split(
        "function functional functioning strength speed walking walk walked gait balance mobility independence quality"
        " survival recovery memory cognition endurance fitness ability abilities capacity"
        " satisfaction wellbeing well-being adherence participation health sleep sensation bladder movement"
        " movements fim scim berg dexterity attendance knowledge confidence efficacy effectiveness"
    )
)
"""FIM and SCIM count independence; the Ashworth scale, EDSS and MADRS count trouble."""


def worth_of_more(word: str) -> int:
    """1 where more of what a word names is better, -1 where less is, 0 where the word does not tell."""
    return (word in _MORE_IS_BETTER) - (word in _LESS_IS_BETTER)
