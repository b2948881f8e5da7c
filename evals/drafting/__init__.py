"""How the model drafter fares when a model spoils its replies in every way: outcomes, repairs, calls and costs."""
