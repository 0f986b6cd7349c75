"""Full text: all words, phrases, exclusions, beginnings and other forms of words; ranking and excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.queries.excerpts import WIDTH, excerpt_of, is_hit
from csto_cli.queries.search import SEARCHED, parse, search
from csto_cli.queries.stems import stem
from csto_cli.store import Store
from tests.factories import document, make_store, meeting, topic


@pytest.fixture
def store() -> Store:
    """Documents on drugs, peacekeeping and information security, and a meeting with an agenda."""
    return make_store(
        topics=[topic("drugs", name={"en": "Combating drug trafficking", "ru": "Борьба с незаконным оборотом наркотиков"}), topic()],
        documents=[
            document("anti-drug-strategy-2020", title={"en": "Anti-Drug Strategy", "ru": "Антинаркотическая стратегия"}, topics=["drugs"]),
            document("peacekeeping-agreement-2007", title={"en": "Agreement on Peacekeeping Activities"}, topics=None),
            document("other-2007", title={"en": "Other text"}, summary="It mentions peacekeeping once.", topics=None),
            document("security-plan-2018", title={"en": "Plan on information security"}, topics=None),
            document("security-agreement-2017", title={"en": "Agreement on information security and security information"}, topics=None),
        ],
        meetings=[meeting(agenda=["terrorism in Объединённая зона"], summary="On the information about security.")],
    )


def found(store: Store, typed: str) -> list[str]:
    return [hit.record["id"] for hit in search(store, typed)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("peacekeeper", ["peacekeeping-agreement-2007", "other-2007"]),
        ("peacekeep", ["peacekeeping-agreement-2007", "other-2007"]),
        ("наркотики", ["drugs", "anti-drug-strategy-2020"]),
        ("наркотиками", ["drugs", "anti-drug-strategy-2020"]),
        ("стратегии", ["anti-drug-strategy-2020"]),
        ("strategies", ["anti-drug-strategy-2020"]),
        ("объединенный", ["astana-2018-05-cssc"]),
        ("agreement peacekeeping", ["peacekeeping-agreement-2007"]),
        ("agreement drugs", []),
        ('"information security"', ["security-plan-2018", "security-agreement-2017"]),
        ("«information security»", ["security-plan-2018", "security-agreement-2017"]),
        ('"security information"', ["security-agreement-2017"]),
        ('"information security" -agreement', ["security-plan-2018"]),
        ('security -"security information" plan', ["security-plan-2018"]),
        ('"drug trafficking"', ["drugs", "anti-drug-strategy-2020"]),
        ('"strategy anti"', []),
        ("terrorist", ["astana-2018-05-cssc"]),
        ("xyzzy", []),
        ("-agreement", []),
        ('""', []),
        ("", []),
        ("NEAR( OR *", []),
        ('plan" AND', ["security-agreement-2017"]),
    ],
)
def test_the_words_decide(store: Store, typed: str, wanted: list[str]) -> None:
    assert sorted(found(store, typed)) == sorted(wanted)


def test_a_word_in_the_title_outranks_one_in_the_text(store: Store) -> None:
    assert found(store, "peacekeeping") == ["peacekeeping-agreement-2007", "other-2007"]


def test_one_table_and_a_limit(store: Store) -> None:
    assert [hit.table for hit in search(store, "security", ("meetings",))] == ["meetings"]
    assert len(search(store, "security", limit=2)) == 2
    assert search(store, "security", limit=2) == search(store, "security")[:2]


def test_a_search_is_taken_apart() -> None:
    assert parse('Drugs "Action plan" -Moscow -"in force"') == (["drug"], ["action plan"], ["moscow"], ["in force"])
    assert parse('an "open quote') == (["an", "open", "quot"], [], [], [])
    assert parse("anti-drug") == (["anti", "drug"], [], [], [])


@given(st.text(max_size=40))
def test_no_text_breaks_the_engine(typed: str) -> None:
    for hit in search(make_store(), typed):
        assert hit.table in SEARCHED


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("peacekeeper", "peace"), ("peacekeeping", "peace"), ("strategiya", "strateg"), ("plan", "plan"), ("news", "news")],
)
def test_endings_come_off_and_four_letters_stay(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word)) and len(stem(word)) >= min(len(word), 4)


LONG = (
    "First comes a sentence of no interest to anyone at all who searches. " * 3
    + "Then the peacekeeping forces are named, and more follows after that." * 2
)


def test_an_excerpt_shows_the_words_found_and_says_where_it_was_cut() -> None:
    excerpt = excerpt_of(["short", LONG], ["peace"])
    assert "peacekeeping forces" in excerpt
    assert excerpt.startswith("… ") and excerpt.endswith(" …")
    assert len(excerpt) <= WIDTH + 8
    assert excerpt[2:-2].strip().split()[0] in LONG.split() and excerpt[2:-2].strip().split()[-1] in LONG.split()


def test_a_short_text_is_not_cut() -> None:
    assert excerpt_of(["Peacekeeping forces", "other"], ["peace"]) == "Peacekeeping forces"
    assert excerpt_of([], ["peace"]) == ""


def test_hits_are_whole_words_in_any_script() -> None:
    assert is_hit("Миротворческие", [stem("mirotvorcheskie")])
    assert not is_hit("unpeaceful", ["peace"])
