"""Measure `csto` beside the reference program and `jq`, whole processes, in one run: `python -m tests.benchmarks [ROUNDS] [FACTOR ...]`.

The commands take turns, so that what else the machine does falls on all alike; the shortest of all rounds counts. Byte code is compiled
before the first round, as it is after an installation. With factors (10 100) the growth is measured too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.growing import grown

ROOT = Path(__file__).resolve().parent.parent.parent
REAL = ROOT / "db.json"
BUDGET = 1.25
PYTHON = [sys.executable]
REFERENCE = [*PYTHON, str(Path(__file__).with_name("reference.py"))]
CSTO = [*PYTHON, "-m", "csto_cli"]


class Measured(NamedTuple):
    """A command, what it is compared with (a key of the same list), and whether the budget binds it."""

    command: list[str]
    beside: str | None = None
    bound: bool = False
    completing: bool = False


LOOKUP, TABLE, HELP = "reference: one record", "reference: Rich table", "reference: --help"
RUNS: dict[str, Measured] = {
    "bare Python": Measured([*PYTHON, "-c", "pass"], LOOKUP),
    LOOKUP: Measured([*REFERENCE, "record", "kazakhstan"]),
    "show kazakhstan --json": Measured([*CSTO, "show", "kazakhstan", "--json"], LOOKUP, True),
    "who kazakhstan": Measured([*CSTO, "who", "kazakhstan"], LOOKUP, True),
    "who Зась": Measured([*CSTO, "who", "Зась"], LOOKUP),
    "states --on 2007-01-01 --ids": Measured([*CSTO, "states", "--on", "2007-01-01", "--ids"], LOOKUP, True),
    "meetings --year 2018": Measured([*CSTO, "meetings", "--year", "2018"], LOOKUP, True),
    "docs --meeting astana-2018": Measured([*CSTO, "docs", "--meeting", "astana-2018"], LOOKUP, True),
    "sources --json (all)": Measured([*CSTO, "sources", "--json"], LOOKUP),
    "a completion": Measured([*CSTO, "show", "astana-2018"], LOOKUP, True, completing=True),
    "search peacekeeping": Measured([*CSTO, "search", "peacekeeping"], LOOKUP),
    "check": Measured([*CSTO, "check"], LOOKUP),
    TABLE: Measured([*REFERENCE, "table"]),
    "states --format table": Measured([*CSTO, "states", "--format", "table"], TABLE, True),
    "who kazakhstan --format table": Measured([*CSTO, "who", "kazakhstan", "--format", "table"], TABLE, True),
    "meetings --year 2018 --format table": Measured([*CSTO, "meetings", "--year", "2018", "--format", "table"], TABLE, True),
    HELP: Measured([*REFERENCE, "--help"]),
    "--help": Measured([*CSTO, "--help"], HELP, True),
    "meetings --help": Measured([*CSTO, "meetings", "--help"], HELP, True),
    "help formats": Measured([*CSTO, "help", "formats"], HELP),
}


def seconds(command: list[str], env: dict[str, str]) -> float:
    """The wall-clock time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, cwd=ROOT, check=False)
    return time.perf_counter() - start


def environment(db: Path, cache: str) -> dict[str, str]:
    """What the processes see: one store, and byte code kept in a folder of this run."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "FORCE_COLOR", "NO_COLOR")}
    return {**env, "CSTO_DB": str(db), "PYTHONPYCACHEPREFIX": cache, "PYTHONPATH": str(ROOT)}


def measure(rounds: int, cache: str) -> dict[str, float]:
    """The shortest time of each command."""
    env = environment(REAL, cache)
    best = dict.fromkeys(RUNS, float("inf"))
    for turn in range(rounds + 1):
        for name, run in RUNS.items():
            took = seconds(run.command, {**env, "_CSTO_COMPLETE": "fish"} if run.completing else env)
            if turn:  # the first round compiles
                best[name] = min(best[name], took)
    return best


def report(best: dict[str, float]) -> bool:
    """Print the times and ratios; whether every budget was kept."""
    kept = True
    print(f"{'command':38} {'ms':>7} {'ratio':>6}")
    for name, run in RUNS.items():
        line = f"{name:38} {best[name] * 1000:7.1f}"
        if run.beside:
            ratio = best[name] / best[run.beside]
            over = run.bound and ratio > BUDGET
            kept = kept and not over
            line += f" {ratio:6.2f}" + (f"  over the budget of {BUDGET}" if over else "  within the budget" if run.bound else "")
        print(line)
    return kept


def growth(factors: list[int], cache: str) -> None:
    """Print what one record of larger stores costs, with `jq` on the same file."""
    jq = shutil.which("jq")
    wanted = "astana-2018-05-cssc"
    print(f"\n{'store':>6} {'MB':>8} {'csto show':>10} {'csto who':>10} {'jq':>10}   seconds")
    with tempfile.TemporaryDirectory() as folder:
        for factor in [1, *factors]:
            path = grown(REAL, Path(folder) / f"{factor}.json", factor)
            env = environment(path, cache)
            times = [
                min(seconds(command, env) for _ in range(5 if factor < 50 else 2))
                for command in (
                    [*CSTO, "show", wanted, "--json"],
                    [*CSTO, "who", "kazakhstan"],
                    *([[jq, f'[.meetings[] | select(.id == "{wanted}")]', str(path)]] if jq else []),
                )
            ]
            shown = [f"{took:10.3f}" for took in times] + ([] if jq else [f"{'absent':>10}"])
            print(f"{factor:>5}x {path.stat().st_size / 1e6:8.1f} {' '.join(shown)}", flush=True)
            path.unlink()


def main() -> None:
    """Measure and print; exit 1 where a budget was broken."""
    numbers = [int(word) for word in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as cache:
        kept = report(measure(numbers[0] if numbers else 15, cache))
        if numbers[1:]:
            growth(numbers[1:], cache)
    raise SystemExit(0 if kept else 1)


if __name__ == "__main__":
    main()
