"""What is cited exists, and what exists is cited."""

import re
from pathlib import Path
from typing import Any

import pytest

import ldn_compound.catalog
from ldn_compound.catalog import names, reference
from ldn_compound.catalog.load import tables

FILES = (
    "substances",
    "excipients",
    "shells",
    "products",
    "instruments",
    "practice",
    "label",
    "vehicles",
    "beyond_use",
    "studies",
)
PACKAGE = Path(ldn_compound.catalog.__file__).parent.parent
IN_CODE = re.compile(r"\bcites=\(?((?:\"[a-z0-9-]+\"(?:, )?)+)")


def cited(thing: Any) -> list[str]:
    """Every key in a `cites` list anywhere below."""
    if not isinstance(thing, dict):
        return []
    below = [key for part in thing.values() for key in cited(part)]
    return [*thing.get("cites", ()), *below]


IN_DATA = {key for file in FILES for key in cited(dict(tables(file)))}
CODE = {
    key
    for path in PACKAGE.rglob("*.py")
    for found in IN_CODE.findall(path.read_text("utf-8"))
    for key in re.findall(r"[a-z0-9-]+", found)
}


@pytest.mark.parametrize("key", sorted(IN_DATA | CODE))
def test_every_citation_exists(key: str) -> None:
    assert reference(key).key == key


@pytest.mark.parametrize("key", names("reference"))
def test_every_reference_is_cited(key: str) -> None:
    assert key in IN_DATA | CODE


@pytest.mark.parametrize("key", names("reference"))
def test_a_reference_says_what_where_and_how_it_was_read(key: str) -> None:
    entry = reference(key)
    assert entry.title
    assert entry.place
    assert entry.seen in ("official", "copy", "secondary", "ours")
    assert (entry.seen == "ours") == (key == "this-library")


def test_a_date_is_a_year_a_month_or_a_day() -> None:
    for key in names("reference"):
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", reference(key).date), key


def test_a_reference_reads_as_one_would_cite_it() -> None:
    # PubMed 9391680: Ann Pharmacother. 1997 Nov;31(11):1291-5.
    assert str(reference("fawcett-1997")) == (
        "Fawcett JP, Morgan NC, Woods DJ: Formulation and stability of naltrexone oral liquid for "
        "rapid withdrawal from methadone. Ann Pharmacother 31(11), 1997-11, pages 1291-1295, "
        "abstract"
    )


def test_a_judgement_of_ours_alone_is_never_called_confirmed() -> None:
    for file in FILES:
        for entry in _backed(dict(tables(file))):
            if "this-library" in entry["cites"]:
                assert entry["confirmed"] is False, entry


def _backed(thing: Any) -> list[dict[str, Any]]:
    if not isinstance(thing, dict):
        return []
    below = [entry for part in thing.values() for entry in _backed(part)]
    return [thing, *below] if "cites" in thing else below
