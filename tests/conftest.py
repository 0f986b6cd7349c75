"""Fixtures that all tests share: the minimal store in memory and on disk, and an environment that decides nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from csto_cli.store import Store
from tests.factories import make_store, write_store

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
