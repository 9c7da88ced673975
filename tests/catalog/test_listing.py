"""Every entry of every file can be looked up, and what is listed is in the order of the file."""

from collections.abc import Callable
from typing import Any

import pytest

from ldn_compound import catalog
from ldn_compound.catalog import names
from ldn_compound.errors import CatalogError

LOOK_UPS: dict[str, Callable[[str], Any]] = {
    "substance": catalog.substance,
    "excipient": catalog.excipient,
    "product": catalog.product,
    "fact": catalog.fact,
    "label": catalog.label,
    "reference": catalog.reference,
    "balance": catalog.balance,
    "machine": catalog.machine,
    "cylinder": catalog.cylinder,
    "syringe": catalog.syringe,
}
EVERY = [(what, name) for what in LOOK_UPS for name in names(what)]


@pytest.mark.parametrize(("what", "name"), EVERY)
def test_every_entry_loads_under_its_own_name(what: str, name: str) -> None:
    entry = LOOK_UPS[what](name)
    assert (entry.key if what == "reference" else entry.name) == name


@pytest.mark.parametrize(("what", "name"), EVERY)
def test_an_entry_is_the_same_object_each_time(what: str, name: str) -> None:
    if what in ("balance", "machine"):
        assert LOOK_UPS[what](name) == LOOK_UPS[what](name)
    else:
        assert LOOK_UPS[what](name) is LOOK_UPS[what](name)


def test_names_are_in_the_order_of_the_file() -> None:
    assert names("substance") == (
        "naltrexone",
        "naltrexone hydrochloride",
        "naltrexone hydrochloride dihydrate",
    )


def test_another_sort_names_the_nearest() -> None:
    with pytest.raises(CatalogError, match="write 'substance'"):
        names("substances")
