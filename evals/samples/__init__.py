"""Makes the fictional sample papers that the project ships in `data/raw/`."""
