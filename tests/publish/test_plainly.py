"""Texts made safe for the place they are put in."""

from __future__ import annotations

import pytest

from csto_cli.publish.plainly import plain_address


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a_b?x=1&y={2}", True),
        ("http://example.org/", True),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        ("https://example.org/<b>", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_that_cannot_end_its_link_is_one(url: str, links: bool) -> None:
    assert plain_address(url) is links
