"""Fields that are stated: what passes, what is refused, and what an amount then says of itself."""

from decimal import Decimal
from typing import Any

import pint
import pytest
from pydantic import ConfigDict, Field, ValidationError

from ldn_compound.errors import KindError
from ldn_compound.model.base import Base, completed, trusted
from ldn_compound.model.stated import (
    Counted,
    CountedFromZero,
    FromZero,
    Maybe,
    Reading,
    Readings,
    Several,
    Stated,
    none_stated,
    stated,
    unstated,
)
from ldn_compound.quantity.kinds import Mass, PerTablet, PerUnit, Ratio, UnitCount
from ldn_compound.quantity.origins import Given


class Sample(Base, frozen=True):
    """One field of each sort."""

    model_config = ConfigDict(title="the sample")

    strength: Stated[PerUnit]
    reserve: FromZero[Ratio] = stated("2 %")
    weight: Maybe[PerTablet] = unstated()
    quantity: Counted[UnitCount] = stated(90)
    spare: CountedFromZero[UnitCount] = stated(0)
    several: Several[Mass] = none_stated()
    together: Reading[Mass] = unstated()
    each: Readings[Mass] = none_stated()


def sample(**fields: Any) -> Sample:
    return Sample(**{"strength": "4.5 mg", **fields})


class TestStated:
    def test_text_says_who_stated_it_and_where(self) -> None:
        assert sample().strength.origin == Given("the sample", "4.5 mg", "strength")

    def test_an_amount_stays_as_it_is(self) -> None:
        strength = PerUnit.of("4.5 mg", by="the prescriber")
        assert sample(strength=strength).strength is strength

    def test_a_pint_quantity(self) -> None:
        strength = sample(strength=pint.UnitRegistry().Quantity(4500, "mcg")).strength
        assert strength == PerUnit.of("4.5 mg")  # 4500 ÷ 1000
        assert strength.origin == Given("the sample", "4500 microgram", "strength")

    def test_what_was_odd_in_the_text_is_noted(self) -> None:
        origin = sample(strength="4500 MCG").strength.origin
        assert isinstance(origin, Given)
        assert origin.note is not None

    @pytest.mark.parametrize(
        "wrong",
        [
            *("0 mg", "-4.5 mg", "4,5 mg", "4.5", "", "4.5 mL", "50 mg/tablet"),
            *(4.5, 5, Decimal("4.5"), None, True, ["4.5 mg"]),
            *(Mass.of("4.5 mg"), PerTablet.of("4.5 mg"), PerUnit.of("0 mg")),
        ],
        ids=repr,
    )
    def test_what_is_refused(self, wrong: object) -> None:
        with pytest.raises(ValidationError) as refused:
            sample(strength=wrong)
        (error,) = refused.value.errors()
        assert error["loc"] == ("strength",)

    def test_nothing_is_refused_with_what_to_write(self) -> None:
        with pytest.raises(ValidationError, match=r"above zero is wanted, such as '4\.5 mg'"):
            sample(strength="0 mg")

    def test_another_kind_is_refused_as_a_value_error_with_its_place(self) -> None:
        with pytest.raises(ValidationError, match="a PerUnit is wanted"):
            sample(strength=Mass.of("4.5 mg"))
        with pytest.raises(KindError):
            PerUnit.of(Mass.of("4.5 mg"))


class TestOthers:
    def test_from_zero(self) -> None:
        assert sample(reserve="0 %").reserve.is_zero
        with pytest.raises(ValidationError):
            sample(reserve="-1 %")

    def test_maybe(self) -> None:
        assert sample().weight is None
        assert sample(weight=None).weight is None
        assert sample(weight="177.3 mg").weight == PerTablet.of("177.3 mg")
        with pytest.raises(ValidationError):
            sample(weight="0 mg")

    @pytest.mark.parametrize("count", [90, "90 capsules", UnitCount.of(90)])
    def test_counted(self, count: object) -> None:
        assert sample(quantity=count).quantity == UnitCount.of(90)

    @pytest.mark.parametrize("wrong", [0, -1, 89.5, 90.0, True, "90", "89.5 capsules", None])
    def test_what_is_no_count(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            sample(quantity=wrong)

    def test_counted_from_zero(self) -> None:
        assert sample(spare=0).spare.is_zero
        with pytest.raises(ValidationError):
            sample(spare=-1)

    @pytest.mark.parametrize(
        "masses", [("177.1 mg", Mass.of("177.5 mg")), ["177.1 mg", "177.5 mg"]]
    )
    def test_several(self, masses: object) -> None:
        assert sample(several=masses).several == (Mass.of("177.1 mg"), Mass.of("177.5 mg"))

    @pytest.mark.parametrize("wrong", ["177.1 mg", ["0 mg"], [177.1], [["177.1 mg"]], None])
    def test_what_is_not_several(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            sample(several=wrong)

    def test_a_reading_keeps_its_zeros(self) -> None:
        read = sample(together="3546.0 mg", each=["177.10 mg", "177.50 mg"])
        assert [str(read.together), *map(str, read.each)] == [
            "3546.0 mg",
            "177.10 mg",
            "177.50 mg",
        ]

    def test_a_reading_may_be_an_amount(self) -> None:
        mass = Mass.of("3546 mg")
        assert sample(together=mass).together is mass

    @pytest.mark.parametrize("wrong", ["0.0 mg", 3546.0, "3546", "5 mL"])
    def test_what_is_no_reading(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            sample(together=wrong)

    def test_a_default_is_read_as_if_it_were_stated(self) -> None:
        assert sample().reserve == Ratio.of("2 %")
        assert sample().reserve.origin == Given("the sample", "2 %", "reserve")
        assert sample().quantity == UnitCount.of(90)


class TestUnchanging:
    @pytest.mark.parametrize("name", ["strength", "quantity", "anything"])
    def test_nothing_can_be_set(self, name: str) -> None:
        with pytest.raises((ValidationError, AttributeError)):
            setattr(sample(), name, "45 mg")

    def test_an_unknown_key_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="dose"):
            sample(dose="4.5 mg")

    def test_collections_are_tuples(self) -> None:
        assert isinstance(sample(several=["1 mg"]).several, tuple)


class Made(Base, frozen=True):
    """What the library computes itself."""

    mass: Mass
    note: str = ""
    places: tuple[str, ...] = Field(default_factory=lambda: ("bench",))


class TestTrusted:
    """Made without validation, a record is the same as one that was validated."""

    mass = Mass.of("4.5 mg")

    def test_equal(self) -> None:
        assert trusted(Made)(mass=self.mass) == Made(mass=self.mass)
        assert trusted(Made)(note="x", mass=self.mass) == Made(mass=self.mass, note="x")

    def test_the_same_json_in_the_same_order(self) -> None:
        made = trusted(Made)(note="x", mass=self.mass)
        assert made.model_dump_json() == Made(mass=self.mass, note="x").model_dump_json()
        assert made.model_dump_json() == made.model_copy().model_dump_json()

    def test_a_default_that_is_made_each_time(self) -> None:
        assert trusted(Made)(mass=self.mass).places == ("bench",)

    def test_completed_it_is_another_with_what_was_worked_out_of_the_rest(self) -> None:
        made = trusted(Made)(mass=self.mass)
        vars(made)["doubled"] = 2
        finished = completed(made, note="x")
        assert finished == Made(mass=self.mass, note="x")
        assert (finished.note, vars(finished)["doubled"]) == ("x", 2)
        assert finished.model_fields_set == {"mass", "note"}
        assert (made.note, made.model_fields_set) == ("", {"mass"})
