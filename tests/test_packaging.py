"""What gets installed reads the right store: a wheel its own copy, an editable install the checkout's, neither a stale one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from csto_cli import __version__
from tests.readme import ROOT

COPIED = ("csto_cli", "db.json", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, whose db.json a test may change."""
    target = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "db.json"))
        else:
            shutil.copy(source, target / name)
    return target


def environment_in(folder: Path) -> Path:
    """A virtual environment that sees this one's packages; the python in it."""
    venv.create(folder, with_pip=False)
    here = next(path for path in sys.path if path.endswith("site-packages"))
    [site] = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(here + "\n")
    return folder / "bin" / "python"


def install(python: Path, what: list[str]) -> None:
    """Install with this environment's pip, into the other one."""
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--ignore-installed", *what]
    subprocess.run(pip, check=True, capture_output=True)


def info(python: Path, folder: Path) -> dict[str, object]:
    """What `csto info --json` says when run elsewhere than in the checkout."""
    run = [python.parent / "csto", "info", "--json"]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True)
    [answer] = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def test_a_wheel_carries_the_record_and_reads_its_own_copy(checkout: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(checkout)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    assert wheel.name == f"csto_cli-{__version__}-py3-none-any.whl"
    names = zipfile.ZipFile(wheel).namelist()
    assert "csto_cli/db.json" in names
    assert not [name for name in names if name.startswith("tests/")]
    python = environment_in(tmp_path / "venv")
    install(python, [str(wheel)])
    [site] = (tmp_path / "venv").glob("lib/python*/site-packages")
    assert info(python, tmp_path)["path"] == str(site / "csto_cli" / "db.json")


def test_an_editable_install_reads_the_checkout_as_it_is_now(checkout: Path, tmp_path: Path) -> None:
    python = environment_in(tmp_path / "venv")
    install(python, ["-e", str(checkout)])
    store = checkout / "db.json"
    before = info(python, tmp_path)
    assert before["path"] == str(store)
    store.write_text(store.read_text(encoding="utf-8").replace('"data_version": "', '"data_version": "9', 1), encoding="utf-8")
    assert info(python, tmp_path)["data_version"] == "9" + str(before["data_version"])
