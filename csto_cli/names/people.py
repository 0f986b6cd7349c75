"""A person's name by its words, in any order: `Zas, Stanislav`, `N. Patrushev`, `Патрушев Н.П.`, with or without the patronymic.

A patronymic or an initial that the record contradicts fits nothing: `Nikolai Ivanovich Patrushev` is somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from csto_cli.names.fold import is_patronymic, skeleton

Key = Callable[[str], str]

# One letter in another script may take several in this one: Ш. is Sh.
_WIDE_INITIALS = frozenset({"sh", "zh", "kh", "yu", "ya", "ye", "ts", "ch", "dzh", "shch", "gh"})


def is_initial(word: str) -> bool:
    """Whether a folded word stands for a name by its first letter."""
    return len(word) == 1 or word in _WIDE_INITIALS


def person_fits(typed: list[str], names: Iterable[list[str]], key: Key) -> list[str] | None:
    """The first of a person's names (as folded words) that the typed words can mean; None where they can mean none.

    `key` says when two words are one: the word itself, or its skeleton.
    """
    known = [words for words in names if len(words) > 1]
    if not any(len(word) > 2 for word in typed):
        return None
    patronymics = _patronymics(known)
    return next((words for words in known if _fits(typed, words, patronymics, key)), None)


def _patronymics(names: list[list[str]]) -> list[str]:
    """The patronymics that a person is known by: a surname may have such an ending too, but stands in the shorter names."""
    short = {skeleton(word) for words in names if len(words) == 2 for word in words}
    return [word for words in names if len(words) > 2 for word in words if is_patronymic(word) and skeleton(word) not in short]


def _fits(typed: list[str], words: list[str], patronymics: list[str], key: Key) -> bool:
    left = [key(word) for word in words]
    extra = []
    named = False
    for word in typed:
        if is_initial(word):
            continue
        if key(word) in left and len(key(word)) > 1:
            left.remove(key(word))
            named = named or not is_patronymic(word) or len(words) == 2
        elif is_patronymic(word) and len(typed) > 2:
            extra.append(word)
        else:
            return False
    known = {key(word) for word in patronymics}
    if not named or any(known and key(word) not in known for word in extra):
        return False
    given = [word for word in left if word not in known]
    return _initials_fit([word for word in typed if is_initial(word)], given, known, key, given_typed=not given)


def _initials_fit(initials: list[str], given: list[str], patronymics: set[str], key: Key, given_typed: bool) -> bool:
    """Initials begin the given names that are left, in any order; after a given name, whole or not, one may be the patronymic's."""
    unplaced: list[str] = []
    for initial in initials:
        hit = next((word for word in given if word.startswith(key(initial))), None)
        if hit is not None and not unplaced:
            given.remove(hit)
        else:
            unplaced.append(initial)
    if len(unplaced) > 1 or (unplaced and not given_typed and len(initials) == 1):
        return False
    return all(not patronymics or any(word.startswith(key(initial)) for word in patronymics) for initial in unplaced)
