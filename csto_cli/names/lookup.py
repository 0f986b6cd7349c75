"""A typed name -> states, persons, offices and bodies, by the first rule that fits any of them.

The rules, strongest first; a weaker one is tried only when no stronger one fits anything, and every record that the
rule fits is returned, so nothing is chosen in silence:

1. `id`: the id of a record, or an id it had before
2. `name`: a name in English, Russian or the state language, as it is written
3. `spelling`: the same name but for case, marks, script and punctuation
4. `alias`: another known spelling, a code, an abbreviation, a demonym
5. `words`: every word typed stands in the name, in any order; one letter is an initial; an unknown patronymic may be extra
6. `transliteration`: the same name by another romanisation
7. `words, transliterated`: the last two together; it is tried beside `words` too where that fits a person by one word, alone or with
   initials: one record writes the surname of two namesakes as it was typed, another does not
8. one of these without the name of the organisation: `CSTO Secretary General`
9. `state and office`: a state's name beside an office's: the office, for that state
10. near misses: offered, never taken
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from csto_cli.model import Record
from csto_cli.names.fold import fold, skeleton
from csto_cli.names.people import Key, is_initial, person_fits
from csto_cli.names.vocabulary import BODIES, DEMONYMS, LINKING, OFFICES, ORGANISATION, SERIES
from csto_cli.store import Store

NAMED_TABLES = ("states", "officials", "offices", "bodies")
NEAR_SCORE = 75
FAR_SCORE = 68
NEAR_MANY = 5


class Match(NamedTuple):
    """A record that a typed name can mean; `rule` and `matched` say why, `within` is the state that the name narrowed an office to."""

    table: str
    record: Record
    rule: str
    matched: str
    within: str | None = None


class Resolution(NamedTuple):
    """Everything that a typed name can mean, and what is near it where that is nothing."""

    typed: str
    matches: list[Match]
    near: list[Match]


class Named(NamedTuple):
    """A record with its names proper and its other names."""

    table: str
    record: Record
    names: list[str]
    aliases: list[str]


def names_of(record: Record) -> Iterator[str]:
    """The names proper of a record: every language of its name, title and official name."""
    for field in ("name", "official_name", "title"):
        name = record.get(field)
        if isinstance(name, dict):
            yield from name.values()


def aliases_of(record: Record) -> Iterator[str]:
    """Other ways to write it: aliases, abbreviations, ISO codes, what the people of a state are called, how else the name of an exercise is
    translated."""
    for alias in record.get("aliases", ()):
        yield alias["name"] if isinstance(alias, dict) else alias
    yield from record.get("abbr", {}).values()
    if "iso2" in record:
        yield record["iso2"]
        yield record["iso3"]
        yield from DEMONYMS.get(record["name"]["en"], "").split()
    name = record.get("name")
    if isinstance(name, dict):
        yield from (*OFFICES.get(name["en"], ()), *BODIES.get(name["en"], ()))
        yield from _translations(name["en"]) if "series" in record else ()


def _translations(exercise: str) -> Iterator[str]:
    """The name of an edition of an exercise in the other words that translate that of its series: `Indestructible Brotherhood-2022`."""
    for series, others in SERIES.items():
        if exercise.startswith(series):
            yield from (other + exercise.removeprefix(series) for other in others)


def resolve(store: Store, typed: str, tables: Sequence[str] = NAMED_TABLES) -> Resolution:
    """All records of `tables` that `typed` fits by the strongest rule that fits any."""
    found = store.find(typed.strip())
    if found and found[0] in tables:
        return Resolution(typed, [Match(*found, "id", typed.strip())], [])
    if not fold(typed):
        return Resolution(typed, [], [])
    records = _named(store, tables)
    matches = _matches(typed, records, _RULES) or _within_the_organisation(typed, records)
    if not matches and "states" in tables and "offices" in tables:
        matches = _state_and_office(typed, records)
    spelt = None if matches else store.find(fold(typed).replace(" ", "-"))
    if spelt and spelt[0] in tables:
        matches = [Match(*spelt, "id", spelt[1]["id"])]
    return Resolution(typed, matches, [] if matches else _near(typed, records))


def exactly_named(store: Store, typed: str, tables: Sequence[str] = NAMED_TABLES) -> list[Match]:
    """The records whose whole name or alias it is, in whatever script and case; not those that it is only a part of."""
    if not fold(typed):
        return []
    return _matches(typed, _named(store, tables), _STRONG)


def sounding_states(store: Store, typed: str) -> list[Match]:
    """The states whose whole name it is in another romanisation, or with a letter doubled or single: `Byelarus`, `Kazakstan`."""
    return _matches(typed, _named(store, ("states",)), [("transliteration", _by_transliteration)])


def _named(store: Store, tables: Sequence[str]) -> list[Named]:
    return [Named(table, record, list(names_of(record)), list(aliases_of(record))) for table in tables for record in store.table(table)]


Rule = tuple[str, Callable[[str, Named], str | None]]


def _matches(typed: str, records: Sequence[Named], rules: Sequence[Rule]) -> list[Match]:
    """Every record that the strongest fitting rule fits."""
    for rule, fits in rules:
        matches = [Match(named.table, named.record, rule, hit) for named in records if (hit := fits(typed, named))]
        if matches:
            return [*matches, *(_namesakes(typed, records, matches) if rule == "words" else [])]
    return []


def _namesakes(typed: str, records: Sequence[Named], found: Sequence[Match]) -> list[Match]:
    """The other people whom one word, alone or with initials, that was found in a person's name fits only by another romanisation."""
    if len([word for word in fold(typed).split() if not is_initial(word)]) != 1 or all(match.table != "officials" for match in found):
        return []
    known = {match.record["id"] for match in found}
    others = [named for named in records if named.table == "officials" and named.record["id"] not in known]
    return [Match(named.table, named.record, "words, transliterated", hit) for named in others if (hit := _by_sounds(typed, named))]


def _by_name(typed: str, named: Named) -> str | None:
    return typed.strip() if typed.strip() in named.names else None


def _by_spelling(typed: str, named: Named) -> str | None:
    wanted = fold(typed)
    return next((name for name in named.names if fold(name) == wanted), None)


def _by_alias(typed: str, named: Named) -> str | None:
    if typed.strip() in named.aliases:
        return typed.strip()
    wanted = fold(typed)
    return next((name for name in named.aliases if fold(name) == wanted), None)


def _by_transliteration(typed: str, named: Named) -> str | None:
    wanted = skeleton(fold(typed))
    if len(wanted) < 4:
        return None
    known = (*named.names, *(named.record.get("aliases", ()) if named.table == "states" else named.aliases))
    return next((name for name in known if skeleton(fold(name)) == wanted), None)


def _by_words(typed: str, named: Named) -> str | None:
    return _words_fit(typed, named, str)


def _by_sounds(typed: str, named: Named) -> str | None:
    return _words_fit(typed, named, skeleton if named.table == "officials" else _number_apart)


def _number_apart(word: str) -> str:
    """The skeleton of an English noun, whether one is meant or many."""
    return skeleton(word).removesuffix("s")


def _words_fit(typed: str, named: Named, key: Key) -> str | None:
    """The name whose words hold every typed word; codes of states are no words, and initials and `the` alone are no name."""
    wanted = fold(typed).split()
    if LINKING.issuperset(wanted):
        return None
    by_words = {tuple(fold(name).split()): name for name in reversed((*named.names, *named.aliases))}
    names = [list(words) for words in reversed(by_words)]
    if named.table == "officials":
        found = person_fits(wanted, names, key)
    elif any(len(key(word)) > 2 for word in wanted):
        found = next((words for words in names if len(words) > 1 and {key(word) for word in wanted} <= {key(word) for word in words}), None)
    else:
        found = None
    return by_words[tuple(found)] if found else None


def _by_same_words(typed: str, named: Named) -> str | None:
    """The name of a thing that has the typed words and no others: `defence minister` is no deputy minister of defence."""
    return _same_words(typed, named, str)


def _by_same_sounds(typed: str, named: Named) -> str | None:
    return _same_words(typed, named, _number_apart)


def _same_words(typed: str, named: Named, key: Key) -> str | None:
    wanted = {key(word) for word in fold(typed).split() if word not in LINKING}
    if named.table == "officials" or len(wanted) < 2:
        return None
    names = (*named.names, *named.aliases)
    return next((name for name in names if {key(word) for word in fold(name).split() if word not in LINKING} == wanted), None)


_STRONG: list[Rule] = [("name", _by_name), ("spelling", _by_spelling), ("alias", _by_alias)]
_RULES: list[Rule] = [
    *_STRONG,
    ("words", _by_same_words),
    ("words", _by_words),
    ("transliteration", _by_transliteration),
    ("words, transliterated", _by_same_sounds),
    ("words, transliterated", _by_sounds),
]


def _within_the_organisation(typed: str, records: Sequence[Named]) -> list[Match]:
    """What the name means without that of the organisation, where both were typed."""
    words = fold(typed).split()
    rest = _unlinked([word for word in words if word not in ORGANISATION])
    return _matches(rest, records, _RULES) if rest and len(rest.split()) < len(words) else []


def _state_and_office(typed: str, records: Sequence[Named]) -> list[Match]:
    """`armenia foreign minister`, `Kazakhstan's defence minister`, `министр обороны Казахстана`: an office, narrowed to a state."""
    words = fold(typed.replace("'s ", " ").replace("’s ", " ")).split()
    states = [named for named in records if named.table == "states"]
    offices = [named for named in records if named.table == "offices"]
    for size in range(1, min(4, len(words))):
        for state_words, office_words in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            state = _matches(" ".join(word for word in state_words if word not in LINKING), states, _STRONG)
            office = _matches(_unlinked(office_words), offices, _RULES) if len(state) == 1 else []
            if office:
                return [_narrowed(match, state[0].record) for match in office]
    return []


def _narrowed(office: Match, state: Record) -> Match:
    """The match of an office as one of that office for a state."""
    return office._replace(rule="state and office", matched=f"{state['name']['en']}: {office.matched}", within=state["id"])


def _unlinked(words: list[str]) -> str:
    """Words without those that only link them to the state's name, at either end."""
    while words and words[-1] in LINKING:
        words = words[:-1]
    while words and words[0] in LINKING:
        words = words[1:]
    return " ".join(words)


def _near(typed: str, records: Sequence[Named]) -> list[Match]:
    """The nearest records by edit distance of their folded names or single words of them, best first."""
    from rapidfuzz import fuzz, process

    wanted = fold(typed)
    if len(wanted) < 3:
        return []
    keys: list[str] = []
    owners: list[tuple[Named, str]] = []
    for named in records:
        for name in (*named.names, *named.aliases):
            folded = fold(name)
            for key in {folded, *(word for word in folded.split() if len(word) > 3)}:
                keys.append(key)
                owners.append((named, name))
    near: dict[str, Match] = {}
    # Where nothing is near, the three least far are still of use to somebody who guessed at a spelling.
    for rule, score, many in (("near", NEAR_SCORE, NEAR_MANY), ("far", FAR_SCORE, 3)):
        for _, _, index in process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=score, limit=40):
            named, name = owners[index]
            near.setdefault(named.record["id"], Match(named.table, named.record, rule, name))
        if near:
            return list(near.values())[:many]
    return []
