"""A key that nobody reads is refused, with the key that was probably meant."""

import pytest

from ldn_compound.catalog.load import check_keys, tables
from ldn_compound.errors import CatalogError


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(CatalogError) as refused:
        check_keys("here", {"molar_mas": "1 g/mol"}, keys=("molar_mass", "unii"))
    assert str(refused.value) == "here: 'molar_mas' is no key here; write 'molar_mass'"


def test_an_unknown_key_like_no_other_lists_the_keys() -> None:
    with pytest.raises(CatalogError, match="the keys are molar_mass, unii"):
        check_keys("here", {"zzz": 1}, keys=("molar_mass", "unii"))


def test_known_keys_pass() -> None:
    check_keys("here", {"unii": "x"}, keys=("molar_mass", "unii"))


def test_a_file_is_parsed_once() -> None:
    assert tables("shells") is tables("shells")
