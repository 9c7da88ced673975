"""A policy as a file states it, and what is said of each slip of the pen."""

import json
from typing import Any

import pytest
from hypothesis import given

from ldn_compound import Policy
from ldn_compound.errors import AmountError
from ldn_compound.model.faults import FileError
from ldn_compound.quantity.kinds import PerUnit, Ratio
from ldn_compound.quantity.rounding import Mode
from ldn_compound.strategies import policies


def refused(text: str) -> str:
    with pytest.raises(AmountError) as caught:
        Policy.from_toml(text)
    return str(caught.value)


def test_changes_to_the_base_it_names() -> None:
    policy = Policy.from_toml("base = 'nrf'\ngrinding_reserve = '3 %'")
    assert policy.grinding_reserve == Ratio.of("3 %")
    assert policy.negative_correction == "none"  # as the German rules have it
    assert policy.name == "nrf, with grinding_reserve of the house"


def test_a_name_of_its_own() -> None:
    assert Policy.from_toml("name = 'Our house, 2026'\nlargest_fold = 5").name == "Our house, 2026"


@pytest.mark.parametrize("name", ["usp", "nrf"])
def test_a_base_alone_is_that_policy(name: str) -> None:
    assert Policy.from_toml(f"base = '{name}'") == getattr(Policy, name)()


def test_a_table_changes_what_it_states_of_another() -> None:
    policy = Policy.from_toml(
        "base = 'nrf'\n[rounding]\nweigh = 'half even'\n[overage]\npart = '5 %'\n"
        "[usual_strength]\nlow = '0.3 mg'\n[severities]\nWGH304 = 'error'\n"
    )
    assert policy.rounding.weigh is Mode.HALF_EVEN
    assert policy.rounding.measure is Mode.HALF_UP
    assert (policy.overage.part, policy.overage.below) == (Ratio.of("5 %"), PerUnit.of("20 mg"))
    assert str(policy.usual_strength) == "0.3 mg to 4.5 mg"
    assert policy.severities == {"OUT802": "warning", "WGH304": "error"}


EVERYTHING = """
name = "Our house"
base = "usp"
largest_weighing_error = "4 %"
grinding_reserve = "3 %"
whole_tablet_tolerance = "1.5 %"
overage = "1 %"
negative_correction = "capped"
correct_above = "0.5 %"
largest_fold = 8
most_stages = 2
shell_maker = "Capsuline"
shells = ["3", "1"]
diluent = "lactose monohydrate"
vehicle = "Ora-Plus"
largest_powder_share = "75 %"
first_diluent = "70 %"
first_day = "day after"
edition = "usp-795-2014"
content = { low = "92.5 %", high = "107.5 %" }
usual_strength = { low = "0.3 mg", high = "4 mg" }
warned_strength = { low = "0.2 mg", high = "6 mg" }
outer_strength = { low = "0.2 mg", high = "8 mg" }
severities = { RX101 = "warning", SRC214 = "warning" }
[rounding]
weigh = "half even"
measure = "up"
dose_volume = "down"
weigh_tolerance = "0.5 %"
measure_tolerance = "2 %"
dose_volume_tolerance = "5 %"
"""


def test_everything_a_house_may_decide_differs_from_the_usual() -> None:
    house, usual = Policy.from_toml(EVERYTHING), Policy.usp()
    for name in Policy.model_fields:
        assert getattr(house, name) != getattr(usual, name), name
    for name in type(usual.rounding).model_fields:
        assert getattr(house.rounding, name) != getattr(usual.rounding, name), name


@pytest.mark.parametrize("policy", [Policy.usp(), Policy.nrf(), Policy.from_toml(EVERYTHING)])
def test_json_and_a_file_written_of_it_give_it_again(policy: Policy) -> None:
    assert Policy.model_validate_json(policy.model_dump_json()) == policy
    stated = json.loads(policy.model_dump_json(exclude_none=True))
    if policy.name in ("usp", "nrf"):
        stated["name"] = "Our house"
    again = Policy.from_toml(as_toml(stated))
    assert again == policy.model_copy(update={"name": again.name})


@given(policy=policies())
def test_so_does_a_file_of_any_policy(policy: Policy) -> None:
    stated = json.loads(policy.model_dump_json(exclude_none=True)) | {"name": "Our house"}
    assert Policy.from_toml(as_toml(stated)) == policy.model_copy(update={"name": "Our house"})


def as_toml(table: dict[str, Any]) -> str:
    """A policy's JSON as a file, every table inline."""
    return "\n".join(f"{key} = {_value(value)}" for key, value in table.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing is decided; write base = 'usp' at least"),
        ("# our policy", "nothing is decided"),
        ("base = 'uspp'", "'uspp': write base = 'usp' or 'nrf'"),
        ("base = ['usp']", "['usp']: write base ="),
        ("bas = 'nrf'", "bas: no such key; write 'base'"),
        (
            "name = 'nrf'\nlargest_fold = 5",
            "name = 'nrf': the package's, and other decisions; write a n",
        ),
        ("name = ['nrf']", "name: ['nrf']: write text, in quotes"),
        ("name = 'Our\nhouse'", "line 1,"),
        ('name = "Our\\nhouse"', "name: 'Our\\nhouse': write a name that can be printed"),
        ("[policy]\nbase = 'usp'", "policy: leave out the heading [policy]"),
        ("largest_fold = 1", "largest_fold: 1: write 2 or more"),
        ("largest_fold = 10.0", "largest_fold: 10.0: write a whole number"),
        ("largest_fold = '10'", "largest_fold: '10': write a whole number"),
        ("largest_fold = true", "largest_fold: true: write a whole number"),
        ("most_stages = 5", "largest_fold 10 in each of most_stages 5: more than 10000 ways"),
        ("grinding_reserv = '2 %'", "grinding_reserv: no such key; write 'grinding_reserve'"),
        ("grinding_reserve = 2", "grinding_reserve: 2: write text with its unit"),
        ("grinding_reserve = 0.02", "grinding_reserve: 0.02: write text with its unit"),
        ("grinding_reserve = '2 mg'", "grinding_reserve: '2 mg': 'mg' is not a unit of what"),
        ("grinding_reserve = '120 %'", "grinding_reserve: 120 %: write a part of the whole"),
        ("content = { low = '110 %', high = '90 %' }", "content: '110 %' to '90 %': write the l"),
        ("content = { low = '90 %' }", "content: {'low': '90 %'}: write {low = '90.0 %', high"),
        ("content = '90 %'", "content: '90 %': write {low = '90.0 %', high"),
        ("content = { low = '95 %', high = '99 %' }", "content: 95 % to 99 %: 100 % is to lie"),
        ("usual_strength = { low = '5 mg' }", "usual_strength: 5 mg to 4.5 mg: write the lower"),
        ("warned_strength = { low = '0.1 mg' }", "warned_strength.high: missing; write it, such"),
        ("outer_strength = { high = '20 mg' }", "outer_strength, 0.1 mg to 20 mg: write limits"),
        ("shells = '3'", "shells: '3': write a list, ['3']"),
        ("shells = []", "shells: no shell is named"),
        ("shells = ['3', 'size 3']", "shells: 'size 3': the mainstream table holds the sizes"),
        ("shell_maker = 'Capsuline'\nshells = ['9']", "shells: '9': the Capsuline table holds"),
        ("diluent = 'flour'", "diluent: 'flour' is no excipient of the catalogue"),
        ("vehicle = 'water'", "vehicle: 'water': write 'purified water'"),
        ("edition = 'usp-795-2032'", "edition: 'usp-795-2032' is no edition of the catalogue; "),
        ("edition = 2023", "edition: 2023: write text, in quotes"),
        ("first_day = 'tomorrow'", "first_day: 'tomorrow': write 'compounding day' or 'day after'"),
        ("severities = { RX101 = 'fatal' }", "severities.RX101: 'fatal': write 'note', 'warning'"),
        ("severities = ['RX101']", "severities: ['RX101']: write the table [severities]"),
        ("[rounding]\nweigth = 'up'", "rounding.weigth: no such key; write 'weigh'"),
        ("[rounding]\nweigh = 'nearest'", "rounding.weigh: 'nearest': write 'half up', "),
        ("rounding = 'up'", "rounding: 'up': write the table [rounding]"),
        ("rounding.a.b.c.d.e.f = 1", "rounding.a: no such key; the keys are weigh, "),
        ("overage = '110 %'", "overage: overage 110 %: 10 % more, or twice as much?"),
        ("largest_fold = 2\nlargest_fold = 3", "line 2, 'largest_fold = 3': stated twice"),
        ("our policy", "line 1, 'our policy': not TOML"),
        ("a = " + "[" * 50_000, "tables or lists within one another, too deep to read"),
    ],
)
def test_what_is_no_policy(text: str, said: str) -> None:
    assert refused(text).startswith(said)


def test_every_fault_is_named() -> None:
    with pytest.raises(FileError) as caught:
        Policy.from_toml("largest_fold = 1\nshels = ['3']\ndiluent = 'flour'")
    assert {fault.place for fault in caught.value.faults} == {"largest_fold", "shels", "diluent"}
