"""An answer made safe for one terminal before it is laid out: no control characters, nothing that its encoding lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from csto_cli.render.plain import visible, within
from csto_cli.views.answer import Answer, Card, Grid


def safe_for(answer: Answer, encoding: str) -> Answer:
    """The answer with every text as the terminal can show it; widths are then those of what is really sent."""

    def shown(text: str) -> str:
        return within(visible(text), encoding)

    def shown_lines(text: str) -> str:
        return "\n".join(shown(line) for line in text.split("\n"))

    return replace(
        answer,
        rows=[[shown(cell) for cell in row] for row in answer.rows],
        cards=None if answer.cards is None else [_card(card, shown) for card in answer.cards],
        headings={shown(key): shown_lines(text) for key, text in answer.headings.items()},
        footnotes=[shown(note) for note in answer.footnotes],
    )


def _card(card: Card, shown: Callable[[str], str]) -> Card:
    grids = [Grid(grid.label, grid.columns, [[shown(cell) for cell in row] for row in grid.rows]) for grid in card.grids]
    return Card(shown(card.title), [(shown(label), shown(value)) for label, value in card.lines], grids)


def texts_of(answer: Answer) -> Iterator[str]:
    """Every text of an answer that a person is shown."""
    for row in answer.rows if answer.cards is None else ():
        yield from row
    for card in answer.cards or ():
        yield card.title
        for _, value in card.lines:
            yield value
        for grid in card.grids:
            for row in grid.rows:
                yield from row
    yield from answer.headings.values()
    yield from answer.footnotes
