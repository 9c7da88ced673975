"""What a house decides of rounding."""

import pytest
from pydantic import ValidationError

from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.quantity.kinds import Ratio
from ldn_compound.quantity.rounding import Mode

TOLERANCES = ("weigh_tolerance", "measure_tolerance", "dose_volume_tolerance")


def test_half_up_and_one_percent() -> None:
    # General Notices: ties up; 1 % is this library's judgement
    usual = RoundingPolicy()
    assert (usual.weigh, usual.measure, usual.dose_volume) == (Mode.HALF_UP,) * 3
    assert [getattr(usual, name) for name in TOLERANCES] == [Ratio.of("1 %")] * 3


@pytest.mark.parametrize("name", TOLERANCES)
@pytest.mark.parametrize("stated", ["100 %", "0 %", "150 %", 1])
def test_a_tolerance_is_a_part(name: str, stated: object) -> None:
    with pytest.raises(ValidationError):
        RoundingPolicy.model_validate({name: stated})


def test_each_purpose_has_its_own() -> None:
    house = RoundingPolicy(weigh=Mode.HALF_EVEN, measure=Mode.UP, dose_volume=Mode.DOWN)
    assert RoundingPolicy.model_validate_json(house.model_dump_json()) == house
