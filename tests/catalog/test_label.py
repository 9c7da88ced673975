"""The words of a label, each against what it rests on."""

import pytest

from ldn_compound.catalog import fact, label, names
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Days


def test_the_cautions_say_what_the_product_s_label_says() -> None:
    # Mallinckrodt, and the UK summary: opioid-free for a minimum of 7 to 10 days before starting
    said = label("opioid_free")
    assert "a minimum of 7 to 10 days" in said.text
    assert (said.cites, said.confirmed) == (("label-mallinckrodt", "aop-smpc"), True)
    least = fact("opioid_free").limits(Days)
    assert least.texts == ("7 days", "10 days")
    assert "opioid" in label("opioids").text


@pytest.mark.parametrize(
    ("name", "degrees", "confirmed"),
    [
        ("room", "20 °C to 25 °C", True),  # DailyMed, tablets
        ("refrigerator", "2 °C to 8 °C", False),  # read in a study, not in the chapter
    ],
)
def test_where_it_is_kept(name: str, degrees: str, *, confirmed: bool) -> None:
    assert degrees in label(name).text
    assert label(name).confirmed is confirmed


@pytest.mark.parametrize("name", names("label"))
def test_words_are_sentences_and_say_when(name: str) -> None:
    words = label(name)
    assert words.says
    assert words.text[0].isupper() or name == "elements"
    assert words.text[-1] == "." or name == "elements"
    # no abbreviation stands for the drug
    assert "LDN" not in words.text


def test_a_slip_names_the_nearest() -> None:
    with pytest.raises(CatalogError, match="write 'shake'"):
        label("shakes")
