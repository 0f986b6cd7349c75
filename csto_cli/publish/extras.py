"""Libraries that `pip install csto-cli` leaves out: imported where they are used, asked for by name where they are missing."""

from __future__ import annotations

from typing import Any

from csto_cli.errors import WrongUsage


def extra(module: str, name: str) -> Any:
    """The module; WrongUsage that names the extra which brings it where it is not installed."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise WrongUsage(f"this format needs a package that is not installed: pip install 'csto-cli[{name}]'") from None
