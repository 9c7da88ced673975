"""Shell volumes by the table they were read in."""

from typing import Any

import pytest

from ldn_compound.catalog import names, shell, sizes
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import PerUnit, VolumePerUnit
from ldn_compound.quantity.origins import Cited


@pytest.mark.parametrize(
    ("size", "volume"),
    [  # the sellers' charts: 000 1.37, 00 0.95, 0 0.68, 1 0.50, 2 0.37, 3 0.30, 4 0.21, 5 0.13 mL
        ("000", "1.37 mL"),
        ("00", "0.95 mL"),
        ("0", "0.68 mL"),
        ("1", "0.50 mL"),
        ("2", "0.37 mL"),
        ("3", "0.30 mL"),
        ("4", "0.21 mL"),
        ("5", "0.13 mL"),
    ],
)
def test_the_mainstream_table(size: str, volume: str) -> None:
    assert shell(size).volume == VolumePerUnit.of(volume)
    assert shell(size).maker == "mainstream"


@pytest.mark.parametrize(
    ("maker", "size", "volume"),
    [
        ("Capsuline", "3", "0.27 mL"),  # Capsuline's chart
        ("capsuline", "00", "0.90 mL"),
        ("ACG", "5", "0.10 mL"),  # a student's note
        ("UNC", "4", "0.20 mL"),  # University of North Carolina
        ("National Capsules", "2", "0.38 mL"),  # the maker's technical data
    ],
)
def test_other_tables(maker: str, size: str, volume: str) -> None:
    assert shell(size, maker=maker).volume == VolumePerUnit.of(volume)


def test_where_a_volume_was_read_goes_with_it() -> None:
    assert shell("3").volume.origin == Cited(
        "size 3 shell, mainstream table, volume", ("shell-charts",), True
    )
    assert not shell("3", maker="ACG").confirmed


def test_empty_shells() -> None:
    # sellers' charts: size 3 48 mg; Capsuline: hypromellose size 3 50 mg
    assert shell("3").empty == PerUnit.of("48 mg")
    assert shell("3", maker="Capsuline").empty_hypromellose == PerUnit.of("50 mg")
    assert shell("3", maker="UNC").empty is None


def test_a_number_sign_is_common_notation() -> None:
    assert shell("#3") is shell("3")
    assert shell("#00").size == "00"


def test_three_sizes_of_noughts_are_three() -> None:
    assert len({shell(size).volume for size in ("0", "00", "000")}) == 3


@pytest.mark.parametrize("asked", [0, 3, True, 0.0, None])
def test_a_size_is_text(asked: Any) -> None:
    with pytest.raises(CatalogError, match="0, 00 and 000 are three sizes; write the size as text"):
        shell(asked)


@pytest.mark.parametrize("asked", ["0E", "#0E", "0e", "00el", "0xel", "1EL"])
def test_elongated_shells_need_a_volume(asked: str) -> None:
    with pytest.raises(CatalogError, match="give the shell with its own volume"):
        shell(asked)


@pytest.mark.parametrize("asked", ["6", "0000", "##3", "", "three", "03", "3.0"])
def test_no_such_size(asked: str) -> None:
    with pytest.raises(CatalogError, match="holds the sizes 000, 00, 0, 1, 2, 3, 4, 5"):
        shell(asked)


def test_a_table_without_the_size_says_which_it_holds() -> None:
    with pytest.raises(CatalogError, match=r"National Capsules table holds the sizes 0, 2, 3$"):
        shell("1", maker="National Capsules")


def test_an_unknown_maker_lists_the_tables() -> None:
    with pytest.raises(CatalogError, match="no maker of the catalogue; it holds 'mainstream'"):
        shell("3", maker="Lonza")


@pytest.mark.parametrize("maker", names("maker"))
def test_every_shell_loads_and_sizes_fall(maker: str) -> None:
    volumes = [shell(size, maker=maker).volume for size in sizes(maker=maker)]
    assert volumes == sorted(volumes, reverse=True)
    assert len(set(volumes)) == len(volumes)
