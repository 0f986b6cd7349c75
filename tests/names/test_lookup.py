"""The rules of a name: which one matched, in which order they are tried, and what they never do."""

from __future__ import annotations

import pytest

from csto_cli.names.lookup import resolve
from csto_cli.store import Store
from tests.factories import body, make_store, office, official, state

ALIASES = [
    {"name": "Stanislav Zassev", "kind": "misspelling"},
    {"name": "Станислав Васильевич Зась", "kind": "full"},
]


@pytest.fixture
def store() -> Store:
    """Two persons of one surname, one with a patronymic, a state with native name, an office and two bodies."""
    return make_store(
        states=[state("belarus", name={"en": "Belarus", "ru": "Беларусь"}, iso2="BY", iso3="BLR"), state()],
        officials=[
            official("stanislav-zas", name={"en": "Stanislav Zas", "ru": "Станислав Зась"}, aliases=ALIASES, former_ids=["s-zas"]),
            official("anatoly-serdyukov"),
            official("andrei-serdyukov", name={"en": "Andrei Serdyukov", "ru": "Андрей Николаевич Сердюков"}),
            official("alexander-volfovich"),
        ],
        offices=[office("foreign-minister", name={"en": "Minister of foreign affairs"}, aliases=["foreign minister"])],
        bodies=[body("cssc", abbr={"en": "CSSC", "ru": "КССБ"}), body("csto", name={"en": "Collective Security Treaty Organization"})],
    )


@pytest.mark.parametrize(
    ("typed", "rule", "matched"),
    [
        ("stanislav-zas", "id", "stanislav-zas"),
        ("s-zas", "id", "s-zas"),
        ("Stanislav Zas", "name", "Stanislav Zas"),
        ("Станислав Зась", "name", "Станислав Зась"),
        ("STANISLAV-ZAS", "spelling", "Stanislav Zas"),
        ("Stanislav Zassev", "alias", "Stanislav Zassev"),
        ("Zas, Stanislav", "words", "Stanislav Zas"),
        ("Зась С.В.", "words", "Stanislav Zas"),
        ("S. Zas", "words", "Stanislav Zas"),
        ("Stanislau Zas", "transliteration", "Stanislav Zas"),
        ("Zas Stanislau", "words, transliterated", "Stanislav Zas"),
    ],
)
def test_the_strongest_rule_that_fits_is_named(store: Store, typed: str, rule: str, matched: str) -> None:
    found = resolve(store, typed).matches
    assert [(match.record["id"], match.rule) for match in found] == [("stanislav-zas", rule)]
    assert found[0].matched == matched


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Serdyukov", ["anatoly-serdyukov", "andrei-serdyukov"]),
        ("Сердюков", ["anatoly-serdyukov", "andrei-serdyukov"]),
        ("A. Serdyukov", ["anatoly-serdyukov", "andrei-serdyukov"]),
        ("Serdyukov An.", []),
        ("Андрей Сердюков", ["andrei-serdyukov"]),
        ("Андрей Эдуардович Сердюков", []),
        ("Сердюков А.Э.", ["anatoly-serdyukov"]),
        ("Сердюков А.Н.", ["anatoly-serdyukov", "andrei-serdyukov"]),
        ("Anatoly Ivanovich Serdyukov", ["anatoly-serdyukov"]),
        ("Зась В.", []),
        ("Зась В.С.", []),
        ("Васильевич", []),
        ("Volfovich", ["alexander-volfovich"]),
        ("Вольфович А.", ["alexander-volfovich"]),
        ("Zasov", []),
        ("by", ["belarus"]),
        ("BLR", ["belarus"]),
        ("Белоруссия", []),
        ("Белоруссии", ["belarus"]),
        ("belarusian", ["belarus"]),
        ("kazakhs", []),
        ("кссб", ["cssc"]),
        ("Collective Security Treaty Organisation", ["csto"]),
        ("CSSC CSTO", ["cssc"]),
        ("csto nothing", []),
    ],
)
def test_all_that_fit_and_only_they(store: Store, typed: str, ids: list[str]) -> None:
    assert [match.record["id"] for match in resolve(store, typed).matches] == ids


@pytest.fixture
def namesakes() -> Store:
    """Two persons of one surname in two romanisations, and a body with that word in its name."""
    badriddin = official("badriddin-mirzoev", name={"en": "Badriddin Mirzoev", "ru": "Бадриддин Мирзоев"})
    return make_store(officials=[badriddin, official("akbar-mirzoyev")], bodies=[body("fund", name={"en": "Mirzoev Fund"})])


@pytest.mark.parametrize("typed", ["Мирзоев", "Mirzoev"])
def test_a_surname_means_those_whom_the_record_writes_otherwise_too(namesakes: Store, typed: str) -> None:
    found = [(match.record["id"], match.rule) for match in resolve(namesakes, typed, ("officials",)).matches]
    assert found == [("badriddin-mirzoev", "words"), ("akbar-mirzoyev", "words, transliterated")]


@pytest.mark.parametrize(
    ("typed", "tables", "ids"),
    [
        ("Mirzoyev", ("officials",), ["akbar-mirzoyev", "badriddin-mirzoev"]),
        ("Б. Мирзоев", ("officials",), ["badriddin-mirzoev"]),
        ("Mirzoev Badriddin", ("officials",), ["badriddin-mirzoev"]),
        ("Mirzoev", ("bodies",), ["fund"]),
        ("Mirzoyev", ("bodies",), ["fund"]),
        ("fund", ("officials", "bodies"), ["fund"]),
        ("CSTO Mirzoev", ("officials",), ["badriddin-mirzoev", "akbar-mirzoyev"]),
    ],
)
def test_only_a_surname_of_people_is_looked_for_in_other_romanisations_too(
    namesakes: Store, typed: str, tables: tuple[str, ...], ids: list[str]
) -> None:
    assert [match.record["id"] for match in resolve(namesakes, typed, tables).matches] == ids


def test_initials_choose_among_namesakes_whatever_the_romanisation() -> None:
    store = make_store(
        officials=[
            official("vazgen-sargsyan", name={"en": "Vazgen Sargsyan", "ru": "Вазген Саркисян"}),
            official("vigen-sargsyan", name={"en": "Vigen Sarkissyan"}),
            official("serzh-sargsyan"),
        ]
    )
    assert [match.record["id"] for match in resolve(store, "В. Саркисян").matches] == ["vazgen-sargsyan", "vigen-sargsyan"]


def test_what_an_exact_name_fits_is_not_mixed_with_what_a_weaker_rule_fits() -> None:
    store = make_store(officials=[official("ivan-petrov"), official("petrov-ivan", name={"en": "Petrov Ivan"})])
    assert [match.record["id"] for match in resolve(store, "Ivan Petrov").matches] == ["ivan-petrov"]


@pytest.mark.parametrize("typed", ["defence minister", "minister of defence", "Defense Minister", "the minister for defence"])
def test_a_thing_with_all_the_words_and_no_others_goes_before_one_with_more(typed: str) -> None:
    ministers = [
        office("defence-minister", name={"en": "Minister of defence"}),
        office("deputy-defence-minister", name={"en": "Deputy minister of defence"}),
    ]
    store = make_store(offices=ministers)
    assert [match.record["id"] for match in resolve(store, typed).matches] == ["defence-minister"]
    assert [match.record["id"] for match in resolve(store, "minister").matches] == ["defence-minister", "deputy-defence-minister"]


def test_a_near_miss_is_offered_and_not_taken(store: Store) -> None:
    resolution = resolve(store, "Stanislov Zos")
    assert resolution.matches == []
    assert resolution.near[0].record["id"] == "stanislav-zas"


@pytest.mark.parametrize(
    "typed", ["belarus foreign minister", "Belarusian foreign minister", "foreign minister of Belarus", "Belarus's foreign minister"]
)
def test_a_state_and_an_office_narrow_the_office(store: Store, typed: str) -> None:
    found = resolve(store, typed).matches
    assert [(match.record["id"], match.within, match.rule) for match in found] == [("foreign-minister", "belarus", "state and office")]


def test_a_state_and_an_office_are_no_name_where_only_one_of_them_was_asked_for(store: Store) -> None:
    assert resolve(store, "belarus foreign minister", ("states",)).matches == []
    assert resolve(store, "belarus foreign minister", ("offices",)).matches == []
    assert resolve(store, "belarus magic minister").matches == []
    assert resolve(store, "magic foreign minister").matches == []


@pytest.mark.parametrize("typed", ["", " ", "-", "—", "z", "s. z."])
def test_too_little_means_nothing(store: Store, typed: str) -> None:
    assert resolve(store, typed).matches == []


def test_an_id_in_capitals_or_with_blanks_is_understood_where_no_name_fits() -> None:
    store = make_store(offices=[office("pa-chair", name={"en": "Chair of the Assembly"})])
    for typed in ("PA-CHAIR", "pa chair"):
        (match,) = resolve(store, typed).matches
        assert (match.record["id"], match.rule) == ("pa-chair", "id")


@pytest.mark.parametrize("typed", ["ooo", "vvvv", "в", "о"])
def test_letters_that_sound_like_a_linking_word_mean_nothing(typed: str) -> None:
    store = make_store(bodies=[body("csto", name={"en": "Organization", "ru": "Организация Договора о безопасности в Евразии"})])
    assert resolve(store, typed).matches == []
