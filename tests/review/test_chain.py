from pipeline.models.decision import CHAIN_START, Decision, DecisionKind
from pipeline.models.ids import PaperId, Sha256
from pipeline.review.chain import Act, link, verify
from tests.made import MOMENT

PAPER = PaperId("p0123456789ab")
CONTENT = Sha256.of(b"content")


def _chain(length: int) -> list[Decision]:
    decisions: list[Decision] = []
    for number in range(length):
        act = Act(DecisionKind.WAIVE, "Ada", f"reason {number}", CONTENT)
        decisions.append(link(PAPER, decisions, act, MOMENT))
    return decisions


def test_a_chain_as_it_was_made_is_sound() -> None:
    chain = _chain(3)
    assert verify(chain, chain[-1].hash).sound
    assert verify([], CHAIN_START).sound


def test_a_changed_decision_is_found() -> None:
    chain = _chain(3)
    head = chain[-1].hash
    chain[1] = chain[1].model_copy(update={"by": "Mallory"})
    assert verify(chain, head).why == "decision 2 was changed after it was made"


def test_a_forged_decision_with_a_hash_of_its_own_breaks_the_link_after_it() -> None:
    chain = _chain(3)
    head = chain[-1].hash
    forged = chain[1].model_copy(update={"by": "Mallory"})
    chain[1] = forged.model_copy(update={"hash": forged.computed_hash()})
    assert verify(chain, head).why == "decision 3 does not follow the one before it"


def test_a_dropped_decision_is_found_in_the_middle_and_at_the_end() -> None:
    chain = _chain(3)
    head = chain[-1].hash
    assert verify([chain[0], chain[2]], head).why == "decision 2 is missing"
    assert verify(chain[:2], head).why == "decisions at the end of the chain are missing"
