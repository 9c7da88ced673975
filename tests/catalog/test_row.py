"""What an entry may and may not say."""

from typing import Any

import pytest

from ldn_compound.catalog.facts import Limits
from ldn_compound.catalog.row import Backing, Row, kind_word
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Density, MolarMass, PerTablet, PerUnit, Ratio, VolumePerUnit
from ldn_compound.quantity.origins import Cited

KEYS = ("molar_mass", "content", "note", "slow", "holes", "list")


def row(*, backing: Backing | None = None, **facts: Any) -> Row:
    entry = facts if backing else {"cites": ["usp-41"], "confirmed": True} | facts
    return Row("drugs", "x", entry, keys=KEYS, backing=backing)


def test_an_amount_stands_with_its_entrys_citation() -> None:
    amount = row(molar_mass="377.86 g/mol").amount("molar_mass", MolarMass)
    assert amount == MolarMass.of("377.86 g/mol")
    assert amount is not None
    assert amount.origin == Cited("x, molar mass", ("usp-41",), True)


def test_or_with_one_of_its_own() -> None:
    own = {"is": "1 g/mol", "cites": ["ciaaw"], "confirmed": False}
    amount = row(molar_mass=own).required("molar_mass", MolarMass)
    assert amount.origin == Cited("x, molar mass", ("ciaaw",), False)


def test_or_with_the_table_it_is_part_of() -> None:
    part = row(backing=Backing(("usp-905",), False), molar_mass="1 g/mol")
    assert part.required("molar_mass", MolarMass).origin == Cited(
        "x, molar mass", ("usp-905",), False
    )


def test_limits_keep_their_texts() -> None:
    own = {"ratio": ["90.0 %", "110.0 %"], "cites": ["usp-905"], "confirmed": True}
    limits = row(content=own).limits("content", Ratio)
    assert limits == Limits(
        low=Ratio.of("90 %"), high=Ratio.of("110 %"), texts=("90.0 %", "110.0 %")
    )


def test_what_is_absent_is_none_or_empty() -> None:
    bare = row()
    assert bare.amount("molar_mass", MolarMass) is None
    assert bare.limits("content", Ratio) is None
    assert (bare.text("note"), bare.flag("slow"), bare.texts("list")) == ("", False, ())


OWN = {"cites": ["usp-905"], "confirmed": True}


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"nota": "x"}, "drugs.toml, 'x': 'nota' is no key here; write 'note'"),
        ({"cites": []}, "write cites = "),
        ({"cites": "usp-41"}, "write a list of texts"),
        ({"confirmed": "yes"}, "write confirmed = true or false"),
    ],
)
def test_an_entry_is_refused(facts: dict[str, Any], message: str) -> None:
    with pytest.raises(CatalogError, match=message):
        row(**facts)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (377, "drugs.toml, 'x', molar_mass: 377; write it with its unit, '377.86 g/mol'"),
        ({"is": "1 g/mol"}, "write cites = "),
        ({"was": "1 g/mol", **OWN}, "'was' is no key here"),
        ({**OWN}, "None; write it with its unit"),
    ],
)
def test_an_amount_is_refused(stated: Any, message: str) -> None:
    with pytest.raises(CatalogError, match=message):
        row(molar_mass=stated).amount("molar_mass", MolarMass)


def test_an_amount_in_another_unit_is_refused_with_its_place() -> None:
    said = r"drugs.toml, .x., molar_mass: .377.86 mg.: .mg. is not a unit"
    with pytest.raises(CatalogError, match=said):
        row(molar_mass="377.86 mg").amount("molar_mass", MolarMass)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("90 %", "write { ratio = "),
        ({"ratio": ["90 %"], **OWN}, "write two limits, the lower first"),
        ({"ratio": ["110 %", "90 %"], **OWN}, "write the lower limit first"),
        ({"ratios": ["90 %", "110 %"], **OWN}, "'ratios' is no key here; write 'ratio'"),
        ({"ratio": ["90 %", "110 %"]}, "write cites = "),
    ],
)
def test_limits_are_refused(stated: Any, message: str) -> None:
    with pytest.raises(CatalogError, match=message):
        row(content=stated).limits("content", Ratio)


def test_words_flags_and_counts_are_not_taken_for_each_other() -> None:
    odd = row(note=1, slow="yes", holes=True, list="a")
    for read, key, remedy in (
        (odd.text, "note", "write it in quotes"),
        (odd.flag, "slow", "write true or false"),
        (odd.count, "holes", "write a whole number"),
        (odd.texts, "list", "write a list of texts"),
    ):
        with pytest.raises(CatalogError, match=remedy):
            read(key)


def test_a_needed_amount_is_missed() -> None:
    with pytest.raises(
        CatalogError, match=r"molar_mass is missing; write molar_mass = '377.86 g/mol'"
    ):
        row().required("molar_mass", MolarMass)


def test_an_entry_is_a_table() -> None:
    with pytest.raises(CatalogError, match="is one value; write a table"):
        Row("drugs", "x", "1 g/mol", keys=KEYS)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Ratio, "ratio"),
        (Density, "density"),
        (PerUnit, "per_unit"),
        (PerTablet, "per_tablet"),
        (VolumePerUnit, "volume_per_unit"),
    ],
)
def test_the_word_of_a_kind(kind: Any, word: str) -> None:
    assert kind_word(kind) == word
