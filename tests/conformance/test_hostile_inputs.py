"""Hostile inputs: each row is run, or the row's field is listed with where it is judged.

The rows and their reasons stand in hostile_inputs.yaml, next to this file.
"""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pytest
import yaml

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.dates import read_expiry
from ldn_compound.quantity.kinds import (
    Concentration,
    Days,
    Density,
    Mass,
    PerUnit,
    Ratio,
    UnitCount,
    Volume,
)
from ldn_compound.quantity.spelling import read

Row = Mapping[str, Any]

_TEXT = (Path(__file__).parent / "hostile_inputs.yaml").read_text("utf-8")
ROWS: tuple[Row, ...] = tuple(yaml.safe_load(_TEXT)["inputs"])

KIND_OF_FIELD: Mapping[str, type[Amount]] = {
    "dose": PerUnit,
    "volume": Volume,
    "concentration": Concentration,
    "weighing": Mass,
    "overage": Ratio,
    "assay": Ratio,
    "water": Ratio,
    "density": Density,
    "dose_volume": Volume,
    "balance_d": Mass,
    "bud_days": Days,
    "count": UnitCount,
}

# The expressions of the rows whose raw text is Python, so that nothing here is evaluated.
EXPRESSIONS: Mapping[str, object] = {
    "None": None,
    "True": True,
    "False": False,
    "45": 45,
    "30.0": 30.0,
    'Decimal("NaN")': Decimal("NaN"),
    "Fraction(9, 2)": Fraction(9, 2),
    'b"4.5 mg"': b"4.5 mg",
    '["4.5 mg"]': ["4.5 mg"],
    '{"value": 4.5}': {"value": 4.5},
    '("4.5", "mg")': ("4.5", "mg"),
    "4.5j": 4.5j,
    "numpy.float32(0.1)": numpy.float32(0.1),
    "0.1 + 0.2": 0.1 + 0.2,
    "range(5)": range(5),
    "datetime.timedelta(days=180)": datetime.timedelta(days=180),
}

# A row's id, or the name of its field: why no grammar can answer it.
JUDGED_ELSEWHERE: Mapping[str, str] = {
    "L-range-014": "a plain 0 is a good count; the order's rules ask for at least one unit",
    "L-range-019": "a million is a good count; the order's and the machine's rules cap it",
    "L-range-033": "110 % reads as 110 %; a rule asks whether an overage of 10 % was meant",
    "L-date-026": "360 days read as 360 days; the rules of beyond-use dating bind them to 180",
    "tablets": "a number of tablets is counted in quarters; planning crushes whole ones",
    "potency_basis": "the certificate's basis is chosen by type, so it cannot be left blank",
    "capsule_size": "the catalogue of shells knows the sizes, as text",
    "pack_stat": "a packing statistic is a mass per shell or a ratio; the field's kind decides",
    "k_av": "k is a catalogue entry of the acceptance value and cannot be stated",
    "balance_sd": "the balance takes the greater of the scatter and 0.41 d",
    "directions": "directions are read and written by the regimen and the label",
    "drug": "names of drugs are looked up in the catalogue, exactly",
    "label_text": "text for a label is checked and escaped where the label is printed",
    "scenario": "a whole preparation; the rules and the dry run judge it",
}

# They parse, and a rule or a model judges the amount; these do not, and the row says why (`here`).
REFUSED_SOONER = frozenset(row["id"] for row in ROWS if "Refused sooner" in row.get("here", ""))

# A measure that holds no fixed volume: the message asks for mL and names none.
ASKS_FOR_A_MEASUREMENT = frozenset(
    ("L-unit-048", "L-unit-049", "L-unit-052", "L-unit-053", "L-unit-065")
)
# Words of the readings that are named otherwise; see `here` of the row.
READINGS_NAMED_OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "L-unit-037": ("4.5 mg of the hydrochloride", "4.5 mg of the base"),
}


def _is_run(row: Row) -> bool:
    return row["id"] not in JUDGED_ELSEWHERE and row["field"] not in JUDGED_ELSEWHERE


def _rows(*, field: bool = True, expression: bool = False, expect: str = "") -> list[Any]:
    """Rows that are run: of a field with a kind or of an expiry, Python or text, one behaviour."""
    return [
        pytest.param(row, id=row["id"])
        for row in ROWS
        if _is_run(row)
        and (row["field"] in KIND_OF_FIELD) is field
        and (row.get("raw_kind") == "python_expression") is expression
        and row["expect"].startswith(expect)
    ]


def _read(row: Row) -> Amount:
    kind = KIND_OF_FIELD[row["field"]]
    return kind.reading(row["raw"]) if row["field"] == "weighing" else kind.of(row["raw"])


def _note(amount: Amount) -> str | None:
    note: str | None = getattr(amount.origin, "note", None)
    return note


def _refusal(row: Row) -> str:
    with pytest.raises(AmountError) as refused:
        _read(row)
    return str(refused.value)


def _suggestions(message: str, kind: type[Amount]) -> list[str]:
    """What the message says to write or type, read as the kind reads it."""
    quoted = re.findall(r"(?:write|type|point,|decimal,|amount,|out,|or) '([^']+)'", message)
    for text in quoted:
        read(text, units=kind.units, example=kind.example)
    return quoted


def test_no_row_is_left_out_and_none_is_listed_that_is_not_there() -> None:
    fields = {row["field"] for row in ROWS}
    neither = [
        row["id"]
        for row in ROWS
        if _is_run(row) and row["field"] not in KIND_OF_FIELD and row["field"] != "expiry"
    ]
    assert not neither, "rows of these fields are neither run nor listed as judged elsewhere"
    assert set(JUDGED_ELSEWHERE) <= fields | {row["id"] for row in ROWS}
    assert not set(JUDGED_ELSEWHERE) & set(KIND_OF_FIELD)


def test_every_behaviour_of_the_rows_that_are_run_has_a_test() -> None:
    assert {row["expect"] for row in ROWS if _is_run(row)} == {
        "accept",
        "normalise",
        "normalise_warn",
        "refuse",
        "refuse_suggest",
        "refuse_ambiguous",
        "refuse_range",
    }


@pytest.mark.parametrize("row", _rows(expect="accept") + _rows(expect="normalise"))
def test_what_is_accepted_equals_its_canonical_spelling(row: Row) -> None:
    kind = KIND_OF_FIELD[row["field"]]
    amount, canonical = _read(row), kind.of(row["canonical"])
    assert amount == canonical
    # The exact text, too: a strength is printed per unit ('4.5 mg/unit'), all else as the row says.
    assert str(amount).removesuffix("/unit") == row["canonical"]


@pytest.mark.parametrize("row", _rows(expect="accept") + _rows(expect="normalise"))
def test_a_note_names_the_text_exactly_where_the_row_asks_for_a_warning(row: Row) -> None:
    note = _note(_read(row))
    if row["expect"] == "normalise_warn":
        assert note is not None
        assert repr(row["raw"].strip()) in note
    else:
        assert note is None


@pytest.mark.parametrize(
    "row", [p for p in _rows(expect="refuse") if "range" not in p.values[0]["expect"]]
)
def test_what_is_refused_names_the_text_and_says_what_to_write(row: Row) -> None:
    message, kind = _refusal(row), KIND_OF_FIELD[row["field"]]
    shown, _, rest = message.partition(": ")
    long = len(row["raw"]) > 40
    assert shown == (f"{row['raw'][:20]!r}..." if long else repr(row["raw"]))
    assert re.search(r"\b(?:write|type)\b", rest)
    _suggestions(rest, kind)


@pytest.mark.parametrize("row", _rows(expect="refuse_suggest"))
def test_a_suggestion_can_be_typed_in(row: Row) -> None:
    message, kind = _refusal(row), KIND_OF_FIELD[row["field"]]
    if row["id"] in ASKS_FOR_A_MEASUREMENT:
        assert "mL" in message
        assert f"such as '{kind.example}'" in message
        return
    assert _suggestions(message, kind)
    assert "such as" not in message


@pytest.mark.parametrize("row", _rows(expect="refuse_ambiguous"))
def test_every_reading_is_named(row: Row) -> None:
    message = _refusal(row)
    for reading in READINGS_NAMED_OTHERWISE.get(row["id"], row["readings"]):
        assert reading in message


@pytest.mark.parametrize("row", _rows(expect="refuse_range"))
def test_out_of_range_parses_here_and_is_judged_by_the_rules(row: Row) -> None:
    if row["id"] in REFUSED_SOONER:
        _refusal(row)
    else:
        # The grammar has no opinion of the size: the row's own digits come back.
        digits = re.sub(r"[^0-9.]", "", row["raw"])
        spelled = read(
            row["raw"],
            units=KIND_OF_FIELD[row["field"]].units,
            example=KIND_OF_FIELD[row["field"]].example,
        )
        assert spelled.value == Fraction(digits)


@pytest.mark.parametrize("row", _rows(expression=True))
def test_values_of_other_types_are_refused(row: Row) -> None:
    value = EXPRESSIONS[row["raw"]]
    with pytest.raises(AmountError) as refused:
        KIND_OF_FIELD[row["field"]].of(value)
    if row["expect"] == "refuse_suggest":
        assert "write 30" in str(refused.value)  # L-type-021: a count of 30.0


@pytest.mark.parametrize("row", _rows(field=False))
def test_dates(row: Row) -> None:
    if row["expect"] in ("accept", "normalise_warn"):
        day, note = read_expiry(row["raw"])
        assert day.isoformat() == row["canonical"]
        assert (note is not None) is (row["expect"] == "normalise_warn")
        assert note is None or repr(row["raw"]) in note
        return
    with pytest.raises(AmountError) as refused:
        read_expiry(row["raw"])
    message = str(refused.value)
    assert message.startswith(repr(row["raw"]))
    for reading in row.get("readings", ()):
        assert reading in message
    if row["expect"] == "refuse_suggest":
        suggested = re.findall(r"'(2[0-9]{3}-[0-9]{2}-[0-9]{2})'", message)
        assert suggested
        assert "as in" not in message
        read_expiry(suggested[-1])
