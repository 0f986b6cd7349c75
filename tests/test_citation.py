"""CITATION.cff cites the data set as it is."""

from __future__ import annotations

import re

from tests.readme import ROOT
from tests.test_data import record


def cited(field: str) -> str:
    """A plain field of CITATION.cff."""
    [value] = re.findall(rf'^{field}: "?([^"\n]+)"?$', (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    return str(value)


def test_the_citation_names_the_version_the_last_day_of_reading_the_title_and_the_licence_of_the_data() -> None:
    meta = record().meta
    assert {field: cited(field) for field in ("version", "date-released", "title", "license", "type")} == {
        "version": meta["data_version"],
        "date-released": max(source["accessed"] for source in record().table("sources")),
        "title": meta["title"],
        "license": meta["licence"],
        "type": "dataset",
    }
