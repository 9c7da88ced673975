"""A liquid without a file, and flags beside a file of one."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.review import Review

Ran = Callable[..., Result]
Refusal = Callable[..., str]

POWDER = ("--powder", "naltrexone hydrochloride", "--assay", "90 %", "--as-is")
LIQUID = ("--concentration", "1 mg/mL", "--volume", "180 mL", "--vehicle", "purified water")
ON = ("--on", "2026-12-01")
FILE = b"""drug = "naltrexone"
on = 2026-12-01
[oral_liquid]
concentration = "1 mg/mL"
volume = "180 mL"
vehicle = "purified water"
doses = ["1.5 mg"]
[powder]
substance = "naltrexone hydrochloride"
certificate = { basis = "as is", assay = "90 %" }
"""


def test_a_liquid_by_its_flags(ran: Ran) -> None:
    doses = ("--dose", "1.5 mg", "--dose", "3 mg")
    result = ran("plan", *ON, *LIQUID, *doses, *POWDER, "--json")
    assert result.exit_code == 0
    plan = Review.model_validate_json(result.stdout).plan
    assert plan.taken == Mass.of("200 mg")  # 180 ÷ 0.9
    assert plan.made.doses == (Mass.of("1.5 mg"), Mass.of("3 mg"))


def test_a_liquid_without_a_dose_is_not_made(ran: Ran) -> None:
    result = ran("plan", *ON, *LIQUID, *POWDER)
    assert result.exit_code == 1
    assert result.stderr == "ldn-compound: not to be compounded: RX106\n"


@pytest.mark.parametrize(
    ("flags", "taken"),
    [
        (("--volume", "270 mL"), "300 mg"),  # 270 ÷ 0.9
        (("--concentration", "2 mg/mL"), "400 mg"),  # 360 ÷ 0.9
    ],
)
def test_flags_beside_a_file_of_a_liquid(ran: Ran, flags: tuple[str, ...], taken: str) -> None:
    result = ran("plan", "-", "--json", *flags, stdin=FILE)
    assert Review.model_validate_json(result.stdout).plan.taken == Mass.of(taken)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (LIQUID[:2], "missing --volume, --vehicle, --tablets or --powder; write an order file, or"),
        (("--dose", "1.5 mg", *POWDER), "missing --concentration, --volume, --vehicle; write an "),
        ((*LIQUID, "--strength", "4.5 mg"), "--strength: does not go with --concentration; state "),
        ((*LIQUID, "--quantity", "90"), "--quantity: does not go with --concentration; state "),
        (
            (*LIQUID[:4], "--vehicle", "water", *POWDER),
            "--vehicle: 'water': write 'purified water'",
        ),
        (
            (*LIQUID[:2], "--volume", "9", *LIQUID[4:], *POWDER),
            "--volume: '9': a number without its unit; ",
        ),
        (
            (*LIQUID, "--dose", "1,5 mg", *POWDER),
            "--dose: '1,5 mg': write the decimal mark as a point",
        ),
    ],
)
def test_a_fault_names_its_flag(refusal: Refusal, flags: tuple[str, ...], said: str) -> None:
    assert refusal("plan", *ON, *flags).startswith(said)


def test_an_example_of_a_liquid_is_given_where_one_was_begun(refusal: Refusal) -> None:
    assert "--vehicle 'purified water' --dose '1.5 mg'" in refusal("plan", *ON, *LIQUID[:2])


def test_flags_of_the_other_form_do_not_go_beside_the_file(refusal: Refusal) -> None:
    said = refusal("plan", "-", "--strength", "4.5 mg", stdin=FILE)
    assert said.startswith("--strength: the file orders [oral_liquid]; order [capsules] in a file")
    said = refusal("plan", "-", "--dose", "3 mg", stdin=FILE)
    assert said.startswith("--dose: write it in the order file; beside one may stand ")


def test_an_amount_of_a_liquid_is_of_a_preparation(ran: Ran) -> None:
    text = ran("explain", "-", "strength", stdin=FILE).stdout
    assert text.startswith("strength 180 mg/preparation")
    assert "capsule" not in text
