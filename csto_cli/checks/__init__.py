"""What is wrong with a store and what is missing in it: visible lists of small functions, store -> problems. They return, never print.

file.py         what only the bytes tell: tables, keys, canonical form
form.py         types, vocabularies, ids, references, days, clean text
people.py       who can have held which office, sat where, been called what
vacancies.py    offices that stood empty
events.py       meetings, circles, the future
documents.py    what was done with documents, where and when
milestones.py   the steps of states
terms.py        memberships and turns in the chair
exercises.py    who took part and who stayed out
disputes.py     what each source that disagrees gives, and which is preferred
provenance.py   sources
hindsight.py    what older pages can only have announced
lacking.py      what to research next; timelines.py: gaps in time
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from csto_cli.checks import (
    disputes,
    documents,
    events,
    exercises,
    file,
    form,
    hindsight,
    lacking,
    milestones,
    people,
    provenance,
    terms,
    vacancies,
)
from csto_cli.checks.problem import Problem
from csto_cli.errors import StoreError
from csto_cli.store import Store

Check = Callable[[Store], Iterator[Problem]]

FILE: Sequence[Check] = file.CHECKS
FORM: Sequence[Check] = form.CHECKS
LOGIC: Sequence[Check] = (
    *people.CHECKS,
    *vacancies.CHECKS,
    *events.CHECKS,
    *documents.CHECKS,
    *milestones.CHECKS,
    *terms.CHECKS,
    *exercises.CHECKS,
    *disputes.CHECKS,
    *provenance.CHECKS,
    *hindsight.CHECKS,
)
GAPS: Sequence[Check] = (*lacking.CHECKS, *hindsight.GAPS)


def problems(store: Store) -> list[Problem]:
    """Everything that is wrong with the store, its file first; logic is judged only of records of the right shape."""
    found = [*of(FILE, store), *of(FORM, store)]
    return [*found, *of(LOGIC, store)] if has_shape(store) else found


def gaps(store: Store) -> list[Problem]:
    """Everything that the record lacks; nothing where its records do not have the right shape."""
    return of(GAPS, store) if has_shape(store) else []


def of(checks: Sequence[Check], store: Store) -> list[Problem]:
    """What these checks find, in their order."""
    return [problem for check in checks for problem in check(store)]


def has_shape(store: Store) -> bool:
    """Whether questions can be asked of the records at all: one `meta`, every type as the model says, every day a real one."""
    return len(store.table("meta")) == 1 and not of(form.SHAPE, store)


def refuse_invalid(store: Store, checks: Sequence[Check] = FORM) -> None:
    """Raise StoreError where the form checks, or those of them given, fail; it names the first problem and how many there are."""
    found = of(checks, store)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise StoreError(f"{store.path} is not valid: {found[0].where}: {found[0].problem}{more}; `csto check` lists them")
