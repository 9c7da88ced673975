"""A name is found exactly or not at all."""

import pytest

from ldn_compound.catalog import names, reference, substance
from ldn_compound.catalog.load import tables
from ldn_compound.errors import CatalogError


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("naltrexone", "naltrexone"),
        ("Naltrexone", "naltrexone"),
        ("naltrexone base", "naltrexone"),
        ("NALTREXONE HYDROCHLORIDE", "naltrexone hydrochloride"),
        ("naltrexone HCl", "naltrexone hydrochloride"),
        ("Naltrexone HCl anhydrous", "naltrexone hydrochloride"),
        ("naltrexone HCl dihydrate", "naltrexone hydrochloride dihydrate"),
    ],
)
def test_a_name_in_any_case_or_a_synonym(asked: str, name: str) -> None:
    assert substance(asked).name == name


@pytest.mark.parametrize(
    "asked",
    [
        "naltrexone hydrochlorid",
        "naltrexon",
        "naltrexone-hydrochloride",
        "naltrexone.",
        "naltrexone hydro",
        "naltrexone tetrahydrate",
        "",
    ],
)
def test_never_by_likeness(asked: str) -> None:
    with pytest.raises(CatalogError):
        substance(asked)


def test_an_unknown_name_lists_the_known_ones_and_suggests_none() -> None:
    with pytest.raises(CatalogError) as refused:
        substance("baclofen")
    assert str(refused.value) == (
        "'baclofen' is no substance of the catalogue; it holds 'naltrexone', "
        "'naltrexone hydrochloride', 'naltrexone hydrochloride dihydrate'"
    )


@pytest.mark.parametrize("asked", ["LDN", "ldn", "nalt", "NTX"])
def test_an_abbreviation_is_told_to_be_written_out(asked: str) -> None:
    with pytest.raises(CatalogError, match=r"abbreviation.*write .*'naltrexone hydrochloride'"):
        substance(asked)


@pytest.mark.parametrize("asked", ["naloxone", "Naloxone HCl", "nalmefene", "methylnaltrexone"])
def test_a_look_alike_is_another_drug(asked: str) -> None:
    with pytest.raises(CatalogError, match=r"another drug, .*go back to the prescription"):
        substance(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "naltrexone\u200b",  # zero-width space
        "\ufeffnaltrexone",  # byte order mark
        "naltrexone\u00a0hydrochloride",  # no-break space
        "n\u0430ltrexone",  # a Cyrillic letter that looks like a
        "naltrexone\n",
        "naltrexone\thydrochloride",
    ],
)
def test_what_cannot_be_seen_is_refused_and_shown(asked: str) -> None:
    with pytest.raises(CatalogError, match=r"the character '\\.*' is not plain; retype the name"):
        substance(asked)


@pytest.mark.parametrize("asked", [" naltrexone", "naltrexone ", "naltrexone  hydrochloride"])
def test_stray_spaces(asked: str) -> None:
    with pytest.raises(CatalogError, match=r"stray spaces; write 'naltrexone( hydrochloride)?'"):
        substance(asked)


def test_a_name_is_text_of_sensible_length() -> None:
    with pytest.raises(CatalogError, match="as text"):
        substance(7243)  # type: ignore[arg-type]
    with pytest.raises(CatalogError, match="too long") as refused:
        substance("naltrexone" * 1000)
    assert len(str(refused.value)) < 150


def test_a_key_is_exact_and_a_slip_names_the_nearest() -> None:
    with pytest.raises(CatalogError, match=r"'usp-14' is no reference .*write 'usp-41'"):
        reference("usp-14")
    with pytest.raises(CatalogError, match="write 'usp-41'"):
        reference("USP-41")


def test_no_refused_name_is_also_a_name() -> None:
    for file, what in (("substances", "substance"), ("excipients", "excipient")):
        refused = tables(file)["refused"]
        spellings = {
            spelling.lower()
            for name in names(what)
            for spelling in (name, *tables(file)[what][name].get("synonyms", ()))
        }
        assert refused
        assert not spellings & set(refused)
        assert all(key == key.lower() for key in refused)
