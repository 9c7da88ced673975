"""Amounts in JSON: value and unit, and every origin once in a numbered table."""

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from ldn_compound.equations.everyday import difference, share, times, total
from ldn_compound.equations.taking import average_weight
from ldn_compound.model.base import Document
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import KINDS, Mass, PerTablet, Ratio, TabletCount, UnitCount
from ldn_compound.quantity.rounding import Rounding

Json = dict[str, Any]


class Slip(Document, frozen=True):
    """A note with two amounts."""

    weight: PerTablet
    again: PerTablet | None = None


class Seen(Document, frozen=True):
    """Something observed, of whatever kind."""

    observed: Amount | str


def slip() -> Slip:
    """1 g ÷ 3 tablets = 1000/3 mg, a number without end."""
    return Slip(
        weight=average_weight(
            together=Mass.of("1 g", by="the balance"), tablets=TabletCount.of(3, by="the house")
        )
    )


def stored(document: BaseModel) -> Json:
    loaded: Json = json.loads(document.model_dump_json())
    return loaded


GIVEN = {"place": None, "note": None, "reading": False}
SLIP: Json = {
    "weight": {
        "value": "333.333333333",
        "unit": "mg/tablet",
        "exact": "1000/3",
        "origin": 3,
    },
    "again": None,
    "calculations": [
        {
            "kind": "Mass",
            "value": "1000",
            "unit": "mg",
            "given": {"by": "the balance", "text": "1 g", **GIVEN},
        },
        {
            "kind": "TabletCount",
            "value": "3",
            "unit": "tablets",
            "given": {"by": "the house", "text": "3", **GIVEN},
        },
        {
            "kind": "PerTablet",
            "value": "333.333333333",
            "exact": "1000/3",
            "unit": "mg/tablet",
            "equation": "average_weight",
            "line": "together ÷ tablets",
            "meaning": "Average weight of a tablet",
            "cites": ["usp-1160"],
            "inputs": {"together": 1, "tablets": 2},
        },
    ],
}


class TestTable:
    """Inputs are numbered before what is computed from them, each amount once."""

    def test_the_whole_document(self) -> None:
        assert stored(slip()) == SLIP

    def test_there_and_back(self) -> None:
        before = slip()
        after = Slip.model_validate_json(before.model_dump_json())
        assert after == before
        assert after.weight.value == Fraction(1000, 3)
        assert explain(after.weight) == explain(before.weight)
        assert after.model_dump_json() == before.model_dump_json()

    def test_one_amount_in_two_places_has_one_number(self) -> None:
        weight = slip().weight
        document = stored(Slip(weight=weight, again=weight))
        assert document["weight"] == document["again"]
        assert len(document["calculations"]) == 3

    def test_two_equal_amounts_have_two(self) -> None:
        document = stored(Slip(weight=slip().weight, again=slip().weight))
        assert (document["weight"]["origin"], document["again"]["origin"]) == (3, 6)

    def test_one_amount_read_back_is_one_amount(self) -> None:
        weight = slip().weight
        after = Slip.model_validate_json(Slip(weight=weight, again=weight).model_dump_json())
        assert after.again is after.weight

    @pytest.mark.parametrize(
        "amount",
        [
            Mass.reading("1436.0 mg"),
            Mass.of("4500 MCG", by="the order"),
            Ratio.cited("2 %", entry="grinding reserve", cites=("nrf",), confirmed=False),
            Rounding("weigh", Mass.of("1 mg"))(Mass.of("1436.13 mg")),
            times(Mass.of("4.5 mg"), factor=Fraction(1, 3)),
            difference(Mass.of("4.5 mg"), less=Mass.of("5 mg")),
            Mass.of(Fraction(1, 3), "mg"),
        ],
        ids=repr,
    )
    def test_each_origin_there_and_back(self, amount: Amount) -> None:
        after = Seen.model_validate_json(Seen(observed=amount).model_dump_json()).observed
        assert isinstance(after, type(amount))
        assert after == amount
        assert str(after) == str(amount)
        assert explain(after) == explain(amount)

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind_there_and_back(self, kind: type[Amount]) -> None:
        amount = kind.of(kind.example)
        after = Seen.model_validate_json(Seen(observed=amount).model_dump_json()).observed
        assert type(after) is kind
        assert after == amount
        assert Seen(observed=amount).model_dump_json() == Seen(observed=after).model_dump_json()

    def test_a_document_in_a_document_shares_its_table(self) -> None:
        class Folder(Document, frozen=True):
            first: Slip
            second: Slip

        inner = slip()
        document = stored(Folder(first=inner, second=inner))
        assert "calculations" not in document["first"]
        assert document["first"] == document["second"]
        assert len(document["calculations"]) == 3
        assert Folder.model_validate(document) == Folder(first=inner, second=inner)

    def test_outside_a_document_there_is_no_table(self) -> None:
        # 50 mg in the kind's unit, and nothing else
        masses: TypeAdapter[PerTablet] = TypeAdapter(PerTablet)
        assert json.loads(masses.dump_json(PerTablet.of("50 mg"))) == {
            "value": "50",
            "unit": "mg/tablet",
        }

    def test_after_a_failure_the_next_document_has_its_own_table(self) -> None:
        class Broken(Document, frozen=True):
            weight: PerTablet
            thing: Any

        with pytest.raises(Exception, match="serialize"):
            Broken(weight=slip().weight, thing=object()).model_dump_json()
        assert stored(slip()) == SLIP

    def test_in_python_the_amounts_stay_amounts(self) -> None:
        before = slip()
        assert before.model_dump()["weight"] is before.weight


def changed(*path: Any, to: Any) -> Callable[[Json], None]:
    """Set what is at a path of the document."""

    def change(document: Json) -> None:
        *way, last = path
        place: Any = document
        for step in way:
            place = place[step]
        place[last] = to

    return change


def removed(*path: Any) -> Callable[[Json], None]:
    def change(document: Json) -> None:
        *way, last = path
        place: Any = document
        for step in way:
            place = place[step]
        del place[last]

    return change


ROW = ("calculations", 2)
REFUSED = {
    "value beside its exact": (changed("weight", "value", to="333.333333334"), "disagree"),
    "exact beside its value": (changed("weight", "exact", to="1001/3"), "disagree"),
    "exact not reduced but of another value": (
        changed("weight", "exact", to="2001/6"),
        "disagree",
    ),
    "an exact that is no fraction": (changed("weight", "exact", to="333.3"), "fraction, '1000/3'"),
    "an exact that divides by zero": (changed("weight", "exact", to="1000/0"), "fraction"),
    "an exact without end": (changed("weight", "exact", to="1" * 500 + "/3"), "fraction"),
    "a value that is a number": (changed("weight", "value", to=333.333333333), "as text"),
    "a value with an exponent": (changed("weight", "value", to="3.33e2"), "digits"),
    "a value with a comma": (changed("weight", "value", to="333,3"), "digits"),
    "a value of other digits": (changed("weight", "value", to="٣٣٣"), "digits"),
    "another unit": (changed("weight", "unit", to="mg"), "the unit of a PerTablet"),
    "an unknown key": (changed("weight", "values", to="1"), "write {'value'"),
    "no unit": (removed("weight", "unit"), "write {'value'"),
    "a number of another kind": (
        changed("weight", "origin", to=1),
        "origin 1 is a Mass, not a PerTablet",
    ),
    "number 0": (changed("weight", "origin", to=0), "the numbers 1 to 3"),
    "a number beyond the table": (changed("weight", "origin", to=4), "the numbers 1 to 3"),
    "a negative number": (changed("weight", "origin", to=-1), "the numbers 1 to 3"),
    "a number as text": (changed("weight", "origin", to="3"), "the numbers 1 to 3"),
    "a number that is true": (changed("weight", "origin", to=True), "the numbers 1 to 3"),
    "a number that is broken": (changed("weight", "origin", to=3.0), "the numbers 1 to 3"),
    "no table": (removed("calculations"), "names a table that the document lacks"),
    "a table that is no list": (changed("calculations", to={}), "a list"),
    "the row's value alone": (changed(*ROW, "value", to="333.333333334"), "number 3: .*disagree"),
    "the row's value and exact": (
        lambda document: document["calculations"][2].update(value="334", exact="334/1"),
        "disagrees with number 3",
    ),
    "the row's unit": (changed(*ROW, "unit", to="g"), "number 3: .*the unit of a PerTablet"),
    "an unknown kind": (changed(*ROW, "kind", to="Weight"), "number 3: .*incomplete"),
    "a kind that is a list": (changed(*ROW, "kind", to=[]), "number 3: .*incomplete"),
    "no origin": (removed(*ROW, "equation"), "number 3: .*incomplete"),
    "no inputs": (removed(*ROW, "inputs"), "number 3: .*incomplete"),
    "inputs that are a list": (changed(*ROW, "inputs", to=[1, 2]), "number 3: .*incomplete"),
    "an input that comes later": (
        changed(*ROW, "inputs", to={"together": 4, "tablets": 2}),
        "number 3: names number 4, which does not come before it",
    ),
    "an input that is itself": (
        changed(*ROW, "inputs", to={"together": 3, "tablets": 2}),
        "number 3: names number 3, which does not come before it",
    ),
    "an input that is no number": (
        changed(*ROW, "inputs", to={"together": "1", "tablets": 2}),
        "which does not come before it",
    ),
    "an input that is true": (
        changed(*ROW, "inputs", to={"together": True, "tablets": 2}),
        "which does not come before it",
    ),
    "a row that is no object": (changed("calculations", 0, to="1000 mg"), "number 1: "),
    "a given with a key too many": (
        changed("calculations", 0, "given", "sure", to=True),
        "number 1: .*incomplete",
    ),
    "a given whose text is a number": (
        changed("calculations", 0, "given", "text", to=1),
        "number 1: .*incomplete",
    ),
}


class TestTampered:
    """A document that was changed is refused, and the refusal says where."""

    @pytest.mark.parametrize("what", REFUSED)
    def test_it_is_refused(self, what: str) -> None:
        change, because = REFUSED[what]
        document = json.loads(json.dumps(SLIP))
        change(document)
        with pytest.raises(ValidationError, match=because):
            Slip.model_validate(document)
        with pytest.raises(ValidationError, match=because):
            Slip.model_validate_json(json.dumps(document))

    def test_the_untouched_one_is_read(self) -> None:
        assert Slip.model_validate(SLIP) == slip()

    def test_a_reading_that_prints_another_value(self) -> None:
        document = stored(Seen(observed=Mass.reading("1436.0 mg")))
        document["calculations"][0]["given"]["text"] = "14360 mg"
        with pytest.raises(ValidationError, match=r"number 1: reads '14360 mg', yet .* 1436"):
            Seen.model_validate(document)


class TestWithoutTable:
    """Value and unit alone are enough, as the text is."""

    @pytest.mark.parametrize(
        "stated",
        [
            "50 mg",
            {"value": "50", "unit": "mg"},
            {"value": "50", "unit": "mg/tablet"},
            {"value": "0.05", "unit": "g"},
            {"value": "50", "exact": "50/1", "unit": "mg/tablet"},
        ],
    )
    def test_it_is_read(self, stated: object) -> None:
        assert Slip.model_validate({"weight": stated}).weight == PerTablet.of("50 mg")

    def test_a_number_without_end(self) -> None:
        weight = {"value": "333.333333333", "exact": "1000/3", "unit": "mg/tablet"}
        assert Slip.model_validate({"weight": weight}) == slip()

    @pytest.mark.parametrize(
        "stated",
        [
            50,
            50.0,
            True,
            None,
            ["50 mg"],
            {},
            {"value": 50, "unit": "mg"},
            {"value": 50.0, "unit": "mg"},
            {"value": "50", "unit": ["mg"]},
            {"value": "50"},
            {"value": "50", "unit": "mL"},
            {"value": "050", "unit": "mg/tablet"},
            {"value": "-50", "unit": "mg/tablet"},
            {"value": "-333.333333333", "exact": "-1000/3", "unit": "mg/tablet"},
            {"value": "333.333333333", "exact": "1000/7", "unit": "mg/tablet"},
            {"value": "0.05", "exact": "1/3", "unit": "g"},
            {"value": "50", "unit": "mg", "origin": 1},
        ],
        ids=repr,
    )
    def test_it_is_refused(self, stated: object) -> None:
        with pytest.raises(ValidationError):
            Slip.model_validate({"weight": stated})

    @pytest.mark.parametrize("number", ["50", "50.0", "5e1"])
    def test_a_number_in_json_is_refused(self, number: str) -> None:
        with pytest.raises(ValidationError, match="write"):
            Slip.model_validate_json(f'{{"weight": {number}}}')

    def test_a_refusal_names_its_place(self) -> None:
        with pytest.raises(ValidationError) as refused:
            Slip.model_validate({"weight": "4,5 mg"})
        assert refused.value.errors()[0]["loc"] == ("weight",)

    @pytest.mark.parametrize(
        ("kind", "part"),
        [
            (UnitCount, {"value": "0.5", "unit": "units"}),
            (UnitCount, {"value": "0.333333333333", "exact": "1/3", "unit": "units"}),
            (TabletCount, {"value": "0.333333333333", "exact": "1/3", "unit": "tablets"}),
            (UnitCount, {"value": "-3", "exact": "-3/1", "unit": "units"}),
            (UnitCount, {"value": "90", "exact": "9/1", "unit": "units"}),
        ],
    )
    def test_a_count_stays_a_count(self, kind: type[Amount], part: Json) -> None:
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(part)

    @pytest.mark.parametrize(
        ("kind", "stated", "same"),
        [
            (UnitCount, {"value": "90", "unit": "units"}, UnitCount.of(90)),
            (UnitCount, 90, UnitCount.of(90)),
            (TabletCount, {"value": "8.25", "unit": "tablets"}, TabletCount.of("8.25 tablets")),
        ],
    )
    def test_a_count(self, kind: type[Amount], stated: object, same: Amount) -> None:
        assert TypeAdapter(kind).validate_python(stated) == same


class TestOfAnyKind:
    """The unit says the kind; text could be of several, so text stays text."""

    def test_text_stays_text(self) -> None:
        assert Seen(observed="4.5 mg").observed == "4.5 mg"

    @pytest.mark.parametrize("unit", ["mg/capsule", "furlong", "", None, ["mg"], {}])
    def test_a_unit_of_no_kind_is_refused(self, unit: object) -> None:
        with pytest.raises(ValidationError):
            Seen.model_validate({"observed": {"value": "4.5", "unit": unit}})

    def test_a_wrong_kind_is_refused_with_its_place(self) -> None:
        with pytest.raises(ValidationError) as refused:
            Slip.model_validate({"weight": Mass.of("50 mg")})
        assert refused.value.errors()[0]["loc"] == ("weight",)
        assert "a PerTablet is wanted" in str(refused.value)


def test_the_json_schema_says_what_is_read() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = jsonschema.Draft202012Validator(Slip.model_json_schema())
    assert schema.is_valid(SLIP)
    assert schema.is_valid({"weight": "50 mg"})
    assert schema.is_valid({"weight": {"value": "50", "unit": "mg"}})
    for refused in (50, 50.0, None, {"value": 50, "unit": "mg"}, {"value": "50"}, {"mg": "50"}):
        assert not schema.is_valid({"weight": refused})
    assert jsonschema.Draft202012Validator(TypeAdapter(UnitCount).json_schema()).is_valid(90)


def test_a_long_chain_there_and_back() -> None:
    # 1 mg + 200 × 1 mg = 201 mg
    one = Mass.of("1 mg")
    chain = one
    for _ in range(200):
        chain = total(chain, one)
    after = Seen.model_validate_json(Seen(observed=chain).model_dump_json()).observed
    assert after == Mass.of("201 mg")


def test_sixty_shares_of_a_share_keep_every_digit() -> None:
    # 1 mg ÷ 3^60 is exact in its fraction, and nothing else could be
    part = Mass.of("1 mg")
    for _ in range(60):
        part = share(part, parts=3)
    after = Seen.model_validate_json(Seen(observed=part).model_dump_json()).observed
    assert isinstance(after, Mass)
    assert after.value == Fraction(1, 3**60)
