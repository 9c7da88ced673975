"""An option is given once: of two strengths, one would be lost without a word."""

from typing import Any

import pytest
from typer.main import get_command

from ldn_compound.cli.commands import app

from .conftest import Ran

CAPSULES = (
    *("--strength", "4.5 mg", "--quantity", "90", "--on", "2026-12-01"),
    *("--tablets", "50 mg", "--weighed", "20", "--together", "3546 mg"),
)


def _options() -> list[tuple[str, str, bool, bool]]:
    """Every option with its command, whether it takes a value, and whether it is repeatable."""
    group: Any = get_command(app)
    return [
        (command, one.opts[0], not one.is_flag, one.multiple)
        for command, what in group.commands.items()
        for one in what.params
        if one.opts[0].startswith("--")
    ]


ONCE = [one[:3] for one in _options() if not one[3]]
REPEATABLE = [one[:2] for one in _options() if one[3]]


@pytest.mark.parametrize(("command", "option", "valued"), ONCE)
def test_an_option_given_twice_is_refused(
    ran: Ran, command: str, option: str, valued: bool
) -> None:
    once = (option, "1") if valued else (option,)
    result = ran(command, *once, *once)
    assert result.exit_code == 2
    assert result.stderr == f"ldn-compound: {option}: given twice; write it once\n"


def test_options_that_say_they_are_repeatable_are_the_only_ones() -> None:
    group: Any = get_command(app)
    for command, option in REPEATABLE:
        texts = {one.opts[0]: one.help for one in group.commands[command].params if one.opts}
        assert "repeatable" in texts[option]
    assert ("plan", "--avoid") in REPEATABLE
    assert ("plan", "--strength", True) in ONCE


def test_two_strengths_are_not_one(ran: Ran) -> None:
    result = ran("plan", *CAPSULES, "--strength", "1.5 mg")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "--strength: given twice" in result.stderr


def test_an_option_that_is_repeatable_keeps_all(ran: Ran) -> None:
    result = ran("plan", *CAPSULES, "--avoid", "lactose", "--avoid", "polysorbate")
    assert "'lactose'" in result.stdout
    assert "'polysorbate'" in result.stdout
