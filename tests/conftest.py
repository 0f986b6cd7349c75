"""Fixtures that all tests share: the minimal store in memory and on disk, and an environment that decides nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from csto_cli.store import Store
from tests.factories import make_store, write_store

# How long an example takes says more of the machine than of the program; what must be fast is measured in benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

DECIDING = ("CSTO_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take out every variable that changes what the program reads or prints."""
    for name in DECIDING:
        if name in os.environ:
            monkeypatch.delenv(name)


@pytest.fixture
def store() -> Store:
    """The minimal store, in memory."""
    return make_store()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The minimal store as a file in canonical form."""
    return write_store(tmp_path / "db.json")
