"""Words after a list are refused with the options that they were meant for."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.running import csto


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("timeline armenia", "timeline --state armenia"),
        ("timeline Армения", "timeline --state 'Армения'"),
        ("meetings astana 2018", "meetings --meeting 'astana 2018'"),
        ("meetings minsk", "meetings --place minsk"),
        ("meetings 2018-05-24", "meetings --on 2018-05-24"),
        ("meetings scheduled 2016-2018 csc", "meetings --type scheduled --year 2016-2018 --body csc"),
        ("docs signed 2018", "docs --action signed --year 2018"),
        ("docs Statement", "docs --type Statement"),
        ("docs in-force", "docs --action in-force"),
        ("docs astana-2018-05-cssc", "docs --meeting astana-2018-05-cssc"),
        ("docs counter-terrorism", "docs --topic counter-terrorism"),
        ("officials foreign minister", "officials --office 'foreign minister'"),
        ("officials pashinyan", "officials --person pashinyan"),
        ("exercises rubezh", "exercises --series rubezh"),
        ("chairs armenia", "chairs --state armenia"),
        ("sources agency", "sources --type agency"),
        ("sources tass", "search tass"),
        ("states atlantis", "search atlantis"),
        ("timeline armenia --db /nowhere", "search armenia"),
        ("timeline 'armenia 2012'", "timeline --state armenia --year 2012"),
        ("changes 2018", "changes --year 2018"),
        ("changes astana-2018-05-cssc", "changes --since astana-2018-05-cssc"),
        ("docs charter-2002", "show charter-2002"),
        ("docs peacekeeping", "docs --topic peacekeeping"),
        ("exercises armenia absent", "exercises --state armenia --presence absent"),
        ("meetings Armenia Absent", "meetings --state Armenia --presence Absent"),
    ],
)
def test_words_after_a_list_are_refused_with_what_was_meant(typed: str, meant: str) -> None:
    command, *words = shlex.split(typed)
    ran = csto(command, *words)
    said = " ".join(words).removesuffix(" --db /nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"csto: {command} takes no names, only options: {said!r} (see csto {command} --help)\n  did you mean csto {meant}?\n"
    if "--db" not in typed:
        assert csto(*shlex.split(meant)).code == 0


def test_a_hyphen_after_a_list_is_refused_and_nothing_is_read_to_guess_at_it() -> None:
    ran = csto("exercises", "-", stdin=b"rubezh\n")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "csto: exercises takes no names, only options: '-' (see csto exercises --help)\n"


@pytest.mark.parametrize("typed", ["info please", "help dates names", "export csv --to /nowhere/x now"])
def test_a_word_too_many_is_refused(typed: str) -> None:
    command, *words = typed.split()
    ran = csto(command, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"csto: {command} was given more words than it takes: {words[-1]!r} (see csto {command} --help)\n"
