"""`python -m csto_cli` is `csto`."""

from csto_cli.cli import main

if __name__ == "__main__":
    main()
