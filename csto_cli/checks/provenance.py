"""The logic of where facts come from: sources that somebody cites, each page once, read after it was published."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.walking import references
from csto_cli.dates import days_of
from csto_cli.model import Record
from csto_cli.store import Store


def cited_sources(store: Store) -> Iterator[Problem]:
    """Every source is cited by some record."""
    cited = {target for _, _, _, wanted, target in references(store) if wanted == "sources"}
    for source in store.table("sources"):
        if source["id"] not in cited:
            yield error("sources", source["id"], "", "nobody cites it")


def one_source_a_page(store: Store) -> Iterator[Problem]:
    """No page stands as two sources, which would count as two."""
    seen: dict[str, Record] = {}
    for source in store.table("sources"):
        address = page_of(source)
        if address in seen:
            yield error("sources", source["id"], "url", f"the same page as {seen[address]['id']}")
        seen.setdefault(address, source)


def page_of(source: Record) -> str:
    """What tells a page: its address without scheme, `www.`, fragment and closing slash; a text on paper by its reference."""
    if "url" not in source:
        return str(source.get("reference", source["id"]))
    address = source["url"].split("#")[0].split("://", 1)[1].rstrip("/")
    return str(address.removeprefix("www."))


def read_after_publication(store: Store) -> Iterator[Problem]:
    """No page was read before it was published."""
    for source in store.table("sources"):
        if "date" in source and days_of(source["accessed"]).last < days_of(source["date"]).first:
            yield error("sources", source["id"], "accessed", f"{source['accessed']} lies before its publication, {source['date']}")


def copies_name_another(store: Store) -> Iterator[Problem]:
    """A page that copies a text copies somebody else's."""
    for source in store.table("sources"):
        if source.get("text_of") == source["publisher"]:
            yield error("sources", source["id"], "text_of", f"{source['publisher']!r} is the publisher itself")


CHECKS = (
    cited_sources,
    one_source_a_page,
    read_after_publication,
    copies_name_another,
)
"""Every check of where facts come from."""
