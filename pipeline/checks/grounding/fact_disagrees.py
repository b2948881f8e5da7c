"""A fact that a model drafted is not the one that the rules read off the paper.

Why it is wrong:
    Two readers of one paper came to different answers: a person has to see which of them is right.
Wrong:
    A model that says "cohort" of a paper in which the rules find "participants were randomised".
    A model that counts 48 people where the rules find "52 patients were randomised".
Right:
    The same design or one of its kin, the same numbers, lengths of time and registrations.
    A fact that only one of the two found.
Blind spots:
    A mistake that both make. Facts in free words (funding, interventions, outcomes) are not compared.
"""

from pipeline.checks.declaration import Group, RunnerCheck
from pipeline.models.finding import Severity

CHECK = RunnerCheck(name="fact_disagrees", group=Group.GROUNDING, severity=Severity.WARN, since="0.1")
