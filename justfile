# Everything that must hold; CI runs the same.
check:
    .ci/run

# Mend what can be mended by itself.
fix:
    uv run ruff format .
    uv run ruff check --fix .

# The figures that the README quotes.
bench:
    uv run python -m evals.bench
