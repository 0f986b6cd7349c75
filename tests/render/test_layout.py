"""The width of a screen shared out: ids whole, beside the names where there is room, below the row where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.render import FORMATS, Screen
from csto_cli.render.layout import layout
from csto_cli.views.answer import Answer

HEADERS = ["date", "body", "place", "status", "chair", "documents", "id"]
ROWS = [
    ["2018-04-12", "csto-pa-council", "St Petersburg", "held", "", "", "st-petersburg-2018-04-csto-pa-council"],
    ["2018-05-24", "CSSC", "Astana", "held", "Nurlan Yermekbayev", "1 of 11 named", "astana-2018-05-cssc"],
    ["2018-09-12", "KSCHS", "Almaty", "scheduled", "Yuri Ilyin", "", "almaty-2018-09-kschs"],
]


def drawn(width: int, headers: list[str] = HEADERS, rows: list[list[str]] = ROWS) -> str:
    """The rows, of the meetings unless others are given, as they are drawn on a screen so wide, without the line under the headers."""
    text = "".join(FORMATS["table"](Answer(headers, rows, [], []), Screen(width, False, True, "utf-8")))
    return "\n".join(line for line in text.splitlines() if "─" not in line)


WIDE = """\
date        body             place          status     chair               documents      id
2018-04-12  csto-pa-council  St Petersburg  held                                          st-petersburg-2018-04-csto-pa-council
2018-05-24  CSSC             Astana         held       Nurlan Yermekbayev  1 of 11 named  astana-2018-05-cssc
2018-09-12  KSCHS            Almaty         scheduled  Yuri Ilyin                         almaty-2018-09-kschs
"""
MIDDLE = """\
date        body             place          status     chair               documents
2018-04-12  csto-pa-council  St Petersburg  held
            st-petersburg-2018-04-csto-pa-council
2018-05-24  CSSC             Astana         held       Nurlan Yermekbayev  1 of 11 named
            astana-2018-05-cssc
2018-09-12  KSCHS            Almaty         scheduled  Yuri Ilyin
            almaty-2018-09-kschs
"""
NARROW = """\
date        body             place         status     chair          documents
2018-04-12  csto-pa-council  St            held
                             Petersburg
            st-petersburg-2018-04-csto-pa-council
2018-05-24  CSSC             Astana        held       Nurlan         1 of 11
                                                      Yermekbayev    named
            astana-2018-05-cssc
2018-09-12  KSCHS            Almaty        scheduled  Yuri Ilyin
            almaty-2018-09-kschs
"""
NARROWER = """\
date        body             status     documents
2018-04-12  csto-pa-council  held
            st-petersburg-2018-04-csto-pa-council;
            place: St Petersburg
2018-05-24  CSSC             held       1 of 11 named
            astana-2018-05-cssc; place: Astana; chair:
            Nurlan Yermekbayev
2018-09-12  KSCHS            scheduled
            almaty-2018-09-kschs; place: Almaty; chair:
            Yuri Ilyin
"""


@pytest.mark.parametrize(("width", "whole"), [(140, WIDE), (105, MIDDLE), (80, NARROW), (55, NARROWER)])
def test_meetings_on_screens_of_every_width(width: int, whole: str) -> None:
    assert drawn(width) == whole


DOCUMENTS = ["date", "type", "action", "title", "id"]
DOCUMENT_ROWS = [["2018-05-24", "plan", "signed", "Action plan for the information policy of the states", "information-policy-plan-2018"]]
UNDER_TITLES = """\
date        type  action  title
2018-05-24  plan  signed  Action plan for the
                          information policy of the
                          states
                          information-policy-plan-2018
"""
OFFICIALS = ["name", "state", "posts", "id"]
OFFICIAL_ROWS = [["Ara Babloyan", "Armenia", "Speaker of parliament (2017-05-18 to 2019-01-14)", "ara-babloyan"]]
UNDER_NAMES = """\
name          state    posts
Ara Babloyan  Armenia  Speaker of parliament
ara-babloyan           (2017-05-18 to 2019-01-14)
"""
EXERCISES = ["start", "end", "name", "status", "host", "place", "id"]
EXERCISE_ROWS = [
    ["2018-09-05", "2018-09-06", "Staff training", "held", "Russia", "Moscow, Kubinka", "strategic-command-staff-training-2018"],
    ["2018-09-10", "", "Rock-2018", "announced", "Kazakhstan", "Almaty Region", "rock-2018"],
    ["2019", "", "Rock-2019", "held", "", "", "rock-2019"],
]
UNDER_NAMES_BELOW_THE_ROW = """\
start       end         name           status     place
2018-09-05  2018-09-06  Staff          held       Moscow,
                        training                  Kubinka
                        strategic-command-staff-training-2018
                        host: Russia
2018-09-10              Rock-2018      announced  Almaty
                                                  Region
                        rock-2018
                        host: Kazakhstan
2019                    Rock-2019      held
                        rock-2019
"""
WITHOUT_WHAT_IS_TAKEN_FOR_GRANTED = """\
start       end         name           place
2018-09-05  2018-09-06  Staff          Moscow,
                        training       Kubinka
             strategic-command-staff-training-2018
                        host: Russia
2018-09-10              Rock-2018      Almaty
                                       Region
                        rock-2018
                        status: announced; host:
                        Kazakhstan
2019                    Rock-2019
                        rock-2019
"""


@pytest.mark.parametrize(
    ("headers", "rows", "width", "whole"),
    [
        (DOCUMENTS, DOCUMENT_ROWS, 56, UNDER_TITLES),
        (OFFICIALS, OFFICIAL_ROWS, 50, UNDER_NAMES),
        (EXERCISES, EXERCISE_ROWS, 62, UNDER_NAMES_BELOW_THE_ROW),
        (EXERCISES, EXERCISE_ROWS, 50, WITHOUT_WHAT_IS_TAKEN_FOR_GRANTED),
    ],
)
def test_an_id_without_a_column_stands_under_what_names_its_record(
    headers: list[str], rows: list[list[str]], width: int, whole: str
) -> None:
    assert drawn(width, headers, rows) == whole


TIMELINE = ["date", "end", "kind", "event", "label", "state", "record"]
SENTENCE = "Armenia: Prime Minister Pashinyan said in an interview that Armenia had in practice frozen its participation."
TIMELINE_ROWS = [
    ["2018-05-20", "2018-05-22", "exercise", "held", "Cobalt-2018", "Kazakhstan", "cobalt-2018"],
    ["2024-02-22", "", "milestone", "frozen", SENTENCE, "Armenia", "armenia"],
]
ROOM_FOR_A_LABEL = """\
date        event   label
2018-05-20  held    Cobalt-2018
                    cobalt-2018
                    end: 2018-05-22; kind: exercise; state: Kazakhstan
2024-02-22  frozen  Armenia: Prime Minister Pashinyan said in an interview that
                    Armenia had in practice frozen its participation.
                    armenia
                    kind: milestone; state: Armenia
"""
BESIDE_SHORT_LABELS = """\
date        end         kind      event  label        state       record
2018-05-20  2018-05-22  exercise  held   Cobalt-2018  Kazakhstan  cobalt-2018
"""


def test_a_label_has_the_room_of_an_end_a_state_and_a_kind_where_it_needs_it() -> None:
    assert drawn(80, TIMELINE, TIMELINE_ROWS) == ROOM_FOR_A_LABEL
    assert drawn(80, TIMELINE, TIMELINE_ROWS[:1]) == BESIDE_SHORT_LABELS


def test_a_column_that_leads_its_row_leaves_no_room() -> None:
    found = layout(["state", "label", "record"], [["Armenia", SENTENCE, "armenia"]], 60)
    assert found and found.columns[0] == 0


@given(st.integers(54, 200))
def test_no_id_is_broken_where_a_line_can_hold_it(width: int) -> None:
    assert all(row[-1] in drawn(width) for row in ROWS)


@given(st.integers(20, 200))
def test_every_column_is_drawn_once(width: int) -> None:
    found = layout(HEADERS, ROWS, width)
    if found:
        beneath = [] if found.beneath is None else [found.beneath]
        assert sorted([*found.columns, *beneath, *found.below]) == list(range(len(HEADERS)))
        assert len(found.columns) == len(found.widths)
        assert sum(found.widths) + 2 * (len(found.widths) - 1) <= width


def test_lines_are_stacked_only_where_nothing_else_fits() -> None:
    assert layout(HEADERS, ROWS, 20) is None
    assert layout(HEADERS, ROWS, 40) is not None
