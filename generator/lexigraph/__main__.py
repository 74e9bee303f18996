"""`python -m lexigraph` is `lexigraph`."""

from lexigraph.cli import main

main()
