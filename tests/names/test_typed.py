"""What is too long to mean anything is refused before anything is looked up for it."""

from __future__ import annotations

import pytest

from csto_cli.errors import WrongUsage
from csto_cli.names.typed import LONGEST, is_long, refuse_long


def test_what_is_no_longer_than_the_record_could_have_may_be_typed() -> None:
    refuse_long("x" * LONGEST)
    assert not is_long("x" * LONGEST)


def test_of_what_is_too_long_only_the_beginning_is_repeated() -> None:
    with pytest.raises(WrongUsage) as refused:
        refuse_long("x" * (LONGEST + 1))
    assert refused.value.message == f"'{'x' * 80}…' is too long; nothing of more than 500 letters is looked up"
