"""Libraries that `pip install csto-cli` leaves out: imported where they are used, asked for by name where they are missing."""

from __future__ import annotations

from typing import Any

from csto_cli.errors import CstoError


class PackageNeeded(CstoError):
    """What was asked for is right, but needs a package that is not installed."""

    exit_code = 2


def extra(module: str, name: str) -> Any:
    """The module; PackageNeeded, with the extra that brings it, where it is not installed."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise PackageNeeded(f"--to {name} needs a package: pip install '.[{name}]' in a checkout of csto") from None
