"""Empty shells by their size, of a maker's table or of one's own."""

import pytest
from pydantic import ValidationError

from ldn_compound import Capsules, Shell
from ldn_compound.quantity.kinds import VolumePerUnit


@pytest.mark.parametrize(
    ("size", "volume"), [("3", "0.30 mL"), ("2", "0.37 mL"), ("1", "0.50 mL"), ("0", "0.68 mL")]
)
def test_of_the_mainstream_table(size: str, volume: str) -> None:
    # shell-charts
    shell = Shell.of(size)
    assert shell.volume == VolumePerUnit.of(volume)
    assert (shell.size, shell.maker, str(shell)) == (size, "mainstream", f"size {size}")


def test_text_alone_names_one() -> None:
    capsules = Capsules(strength="4.5 mg", quantity=90, shell="3")
    assert capsules.shell == Shell.of("3")


def test_of_ones_own() -> None:
    shell = Shell.model_validate({"size": "3", "volume": "0.28 mL"})
    assert (shell.volume, shell.maker) == (VolumePerUnit.of("0.28 mL"), "the house")


@pytest.mark.parametrize(
    "stated", ["9", "", {"size": "3", "maker": "nobody"}, {"volume": "0.3 mL"}, 3, None]
)
def test_what_is_no_shell(stated: object) -> None:
    with pytest.raises(ValidationError):
        Shell.model_validate(stated)
