"""How much a paper's words weigh for people, animals, cells and models, and what settles which was studied."""
