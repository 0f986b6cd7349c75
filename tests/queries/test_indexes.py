"""What is made once for a store."""

from __future__ import annotations

from csto_cli.queries.indexes import documents_named_at
from tests.factories import document, event, make_store


def test_a_document_is_named_once_at_each_meeting_where_it_was_dealt_with_and_not_where_it_was_only_expected() -> None:
    documents = [
        document("signed", events=[event(), event(action="approved"), event("minsk-2018-06-csc", action="cleared")]),
        document("expected", events=[event(action="expected")]),
        document("put-off", events=[event(action="not-signed")]),
        document("outside", events=[event(None, date="2018-05-24")]),
        document("undated", events=None),
    ]
    named = documents_named_at(make_store(documents=documents))
    assert named == {"astana-2018-05-cssc": 1, "minsk-2018-06-csc": 1}
    assert named["moscow-2018-11-cfm"] == 0
