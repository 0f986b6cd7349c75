"""Full text: all words, phrases, exclusions, beginnings and other forms of words; ranking and excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.queries.excerpts import WIDTH, excerpt_of, is_hit
from csto_cli.queries.meanings import Meaning
from csto_cli.queries.search import SEARCHED, parse, search
from csto_cli.queries.stems import beginning, stem
from csto_cli.store import Store
from tests.factories import body, document, exercise, make_store, meeting, office, state, topic, vacancy


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
    return [hit.record["id"] for hit in search(store, typed).hits]


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
        ("наркотиками -стратегиями", ["drugs"]),
        ("information -agreements", ["astana-2018-05-cssc", "information-policy", "security-plan-2018"]),
        ('"drug trafficking"', ["drugs", "anti-drug-strategy-2020"]),
        ('"strategy anti"', []),
        ("terrorist", ["astana-2018-05-cssc"]),
        ("xyzzy", []),
        ("-agreement", []),
        ('""', []),
        ("", []),
        ("NEAR( OR *", []),
        ('plan" NOT', []),
        ("the information on security", ["security-plan-2018", "security-agreement-2017", "astana-2018-05-cssc"]),
        ('"of the"', ["astana-2018-05-cssc"]),
        ('"on the information"', ["astana-2018-05-cssc"]),
        ("mention and", ["other-2007"]),
        ("the", ["astana-2018-05-cssc", "cssc", "csto"]),
        ('the -"information about"', ["cssc", "csto"]),
    ],
)
def test_the_words_decide(store: Store, typed: str, wanted: list[str]) -> None:
    assert sorted(found(store, typed)) == sorted(wanted)


def test_a_word_in_the_title_outranks_one_in_the_text(store: Store) -> None:
    assert found(store, "peacekeeping") == ["peacekeeping-agreement-2007", "other-2007"]


def test_all_words_in_the_names_outrank_one_in_a_title_and_the_rest_in_a_note() -> None:
    fact = {"property": "un-observer-status", "value": "since 2004", "sources": ["tass-2018-05-24"]}
    store = make_store(
        bodies=[body("csto", kind="organization", summary="It is long and tells of other things. " * 30, facts=[fact]), body("cssc")],
        documents=[
            document("un-un-2005", title={"en": "UN and UN"}, summary="Observer, observers, observer.", topics=None),
            document(
                "long-2006",
                title={"en": "Statement of the foreign ministers of the member states on observing the principles of the UN and its law"},
                topics=None,
            ),
        ],
        exercises=[exercise("observer-2011", name={"en": "Observer-2011"}, note="UN.")],
    )
    assert found(store, "UN observer") == ["csto", "long-2006", "un-un-2005", "observer-2011"]
    assert found(store, "United Nations observer") == ["csto", "long-2006", "observer-2011", "un-un-2005"]
    assert found(store, '"observer status" UN') == ["csto"]
    assert found(store, "UN -since observer") == ["long-2006", "un-un-2005", "observer-2011"]


def test_one_table_can_be_searched(store: Store) -> None:
    assert [hit.table for hit in search(store, "security", ("meetings",)).hits] == ["meetings"]
    assert len({hit.table for hit in search(store, "security").hits}) > 1


@pytest.fixture
def russian() -> Store:
    """Records whose own Russian names, if they have any, say neither where they were nor what they are."""
    forces = body("peacekeeping-forces", name={"en": "Peacekeeping Forces", "ru": "Коллективные миротворческие силы"}, kind="forces")
    return make_store(
        states=[state("tajikistan", name={"en": "Tajikistan", "ru": "Таджикистан"}), state()],
        bodies=[forces, body("csc", name={"en": "Council", "ru": "Совет коллективной безопасности"}), body("csto"), body("cssc")],
        offices=[office(name={"en": "Secretary of the security council", "ru": "Секретарь совета безопасности"})],
        exercises=[
            exercise("rubezh-2018", name={"en": "Rubezh-2018", "ru": "Рубеж-2018"}, host="tajikistan"),
            exercise("brotherhood-2019", name={"en": "Brotherhood-2019"}, forces=["peacekeeping-forces"]),
        ],
        documents=[document("accord-2007", title={"en": "Accord on peaceful settlement"}, type="agreement", adopted_by="csc", topics=None)],
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("учения в Таджикистане", ["rubezh-2018"]),
        ("миротворческие", ["peacekeeping-forces", "brotherhood-2019"]),
        ("соглашения совета", ["accord-2007"]),
        ("секретари", ["nurlan-yermekbayev", "security-council-secretary"]),
        ("peacekeeping", ["peacekeeping-forces", "brotherhood-2019"]),
        ("peaceful", ["accord-2007"]),
    ],
)
def test_what_a_record_is_and_refers_to_is_found_in_russian_too(russian: Store, typed: str, wanted: list[str]) -> None:
    found = search(russian, typed)
    assert sorted(hit.record["id"] for hit in found.hits) == sorted(wanted)
    assert not found.alike


@pytest.mark.parametrize(
    ("typed", "wanted", "alike"),
    [
        ("миротворцы", ["peacekeeping-forces", "brotherhood-2019"], True),
        ("миротворцев братство", [], False),
        ("миротворцев brotherhood", ["brotherhood-2019"], True),
        ("миротворцев -brotherhood", ["peacekeeping-forces"], True),
        ('миротворцев "коллективные силы"', [], False),
        ("xyzzyxyzzy", [], False),
        ("xyzzy", [], False),
    ],
)
def test_what_begins_alike_is_shown_where_nothing_has_the_words(russian: Store, typed: str, wanted: list[str], alike: bool) -> None:
    found = search(russian, typed)
    assert sorted(hit.record["id"] for hit in found.hits) == sorted(wanted)
    assert found.alike is alike
    assert all(any(is_hit(word, hit.stems) for word in hit.excerpt.split()) for hit in found.hits)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Zas", ["decision-2019"]),
        ("Зась", ["decision-2019"]),
        ("zase", ["council-2019"]),
        ("sco", ["ties-2019"]),
        ("session -un", ["council-2019"]),
        ("session -uni", ["council-2019", "ties-2019"]),
        ('"un"', ["ties-2019"]),
        ("war", []),
    ],
)
def test_a_word_of_up_to_three_letters_is_found_whole(typed: str, wanted: list[str]) -> None:
    titles = {
        "decision-2019": {"en": "Decision on Stanislav Zas in uniform"},
        "council-2019": {"en": "Session in warm rooms under a unit", "ru": "Заседание под крышей"},
        "ties-2019": {"en": "Session on the UN and the SCO's anti-terrorist structure"},
    }
    store = make_store(documents=[document(name, title=title, topics=None) for name, title in titles.items()])
    assert sorted(found(store, typed)) == wanted


@pytest.fixture
def field() -> Store:
    """Documents that say the same in different terms of the field."""
    titles = {
        "a-2010": "Declaration of the United Nations",
        "b-2012": "Memorandum with the UN on observing drills",
        "c-2015": "Statement on unit training and national emblems",
        "d-2011": "Protocol on military infrastructure",
        "e-2012": "Decision based on an exercise of the Collective Rapid Reaction Force",
        "f-2018": "Results of the Council session",
    }
    documents = [document(name, title={"en": title}, topics=None) for name, title in titles.items()]
    return make_store(
        documents=[*documents, document("g-2018", title={"en": "Note on ООН and КСОР"}, topics=None)], meetings=[], exercises=[]
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("UN", ["b-2012", "a-2010", "g-2018"]),
        ("United Nations", ["a-2010", "g-2018", "b-2012"]),
        ("ООН", ["g-2018", "a-2010", "b-2012"]),
        ("United Nations memorandum", ["b-2012"]),
        ("drill", ["b-2012", "e-2012"]),
        ("exercises", ["e-2012", "b-2012"]),
        ("military bases", ["d-2011"]),
        ("military infrastructure", ["d-2011"]),
        ("bases", ["e-2012", "d-2011"]),
        ("CRRF", ["g-2018", "e-2012"]),
        ("summit results", ["f-2018"]),
        ("session of the Council", ["f-2018"]),
        ('"UN"', ["b-2012"]),
        ("memorandum -exercise", ["b-2012"]),
        ("un drills -oon", ["b-2012"]),
    ],
)
def test_terms_that_mean_the_same_find_each_other_after_themselves(field: Store, typed: str, wanted: list[str]) -> None:
    assert found(field, typed) == wanted


def test_a_hit_by_an_equal_shows_and_marks_it(field: Store) -> None:
    assert parse("the United Nations units").words == ["united", "nations", "unit"]
    (hit,) = search(field, "bases protocol").hits
    assert hit.excerpt == "Protocol on military infrastructure"
    assert hit.stems == ["base", "protocol", "military", "infrastructure"]


def test_a_search_is_taken_apart() -> None:
    assert parse('Drugs "Action plan" -Moscow -"in force"') == (["drug"], ["action plan"], ["moscow"], ["in force"], {}, [])
    assert parse("статья Treaty").whole == {"stat": "statya"}
    assert parse('an "open quote') == (["open", "quot"], [], [], [], {}, [])
    assert parse("anti-drug") == (["anti", "drug"], [], [], [], {}, [])
    assert parse('UN -drills "military infrastructure"').meanings == [Meaning(["un"], ("oon", "united nations"))]


@given(st.text(max_size=40))
def test_no_text_breaks_the_engine(typed: str) -> None:
    for hit in search(make_store(), typed).hits:
        assert hit.table in SEARCHED


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("peacekeeper", "peacekeep"), ("peacekeeping", "peacekeep"), ("strategiya", "strateg"), ("plan", "plan"), ("news", "news")],
)
def test_endings_come_off_and_four_letters_stay(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@pytest.mark.parametrize(
    ("stemmed", "begun"), [("mirotvorts", "mirotvor"), ("security", "securi"), ("strategy", "strate"), ("agency", "agency")]
)
def test_long_stems_have_a_shorter_beginning(stemmed: str, begun: str) -> None:
    assert beginning(stemmed) == begun


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
    assert is_hit("UN-75", ["un"]) and is_hit("UN's", ["un"])
    assert not is_hit("under", ["un"])


def test_a_cyrillic_word_is_no_latin_word_that_only_sounds_like_its_stem() -> None:
    treaty = {"title": {"en": "Statement of the states – a text", "ru": "Заявление по статье 4"}, "summary": "About Rubezh."}
    store = make_store(
        documents=[document("article-2018", **treaty), document("state-2018", title={"en": "State of things"})], exercises=[]
    )
    assert found(store, "статья") == ["article-2018"]
    assert set(found(store, "state")) == {"article-2018", "state-2018"}
    assert found(store, "Рубеж") == ["article-2018"]
    assert found(store, "рубежи") == []


@pytest.mark.parametrize("typed", ["vacant secretary", "вакансия секретарь", "foreman departed"])
def test_an_office_that_stood_empty_is_found_by_its_state(typed: str) -> None:
    secretary = office(
        "security-council-secretary", name={"en": "Secretary of the security council", "ru": "Секретарь совета безопасности"}
    )
    store = make_store(states=[state(vacancies=[vacancy(note="After the foreman departed.")])], offices=[secretary])
    assert found(store, typed) == ["kazakhstan"]
