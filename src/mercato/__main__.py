"""`python -m mercato`: the command line."""

from mercato.cli.main import main

main()
