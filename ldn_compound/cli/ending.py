"""How the command ends: its exit code, and one line on stderr where something is wrong.

0 fine. 1 findings of severity error, or no plan. 2 unusable input, or a worksheet that could not be
delivered. As of any other command: 130 stopped by Ctrl-C, 141 nobody reads the output any more.
"""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from ldn_compound.errors import CompoundError, PlanError

FOUND = 1
UNUSABLE = 2
STOPPED = 130
UNREAD = 141


class Unusable(Exception):
    """Input that nothing can be planned from; the message is the line that is printed."""


class Commands(TyperGroup):
    """The commands, with one line instead of a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # typer's own signature
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except typer.Abort:
            code = STOPPED
        except (Exception, SystemExit) as error:  # nothing of ours exits in there
            leave(*_verdict(error))
        if code == STOPPED:
            leave(STOPPED, "stopped")
        sys.exit(code or 0)


def leave(code: int, line: str) -> NoReturn:
    """End with `code` and one line on stderr."""
    complain(line)
    sys.exit(code)


def complain(line: str) -> None:
    """Print one line on stderr."""
    typer.echo(f"ldn-compound: {one_line(line)}", err=True)


def one_line(text: str) -> str:
    """The text on one line; what a terminal would act upon is shown as an escape."""
    joined = "; ".join(line for line in text.splitlines() if line.strip())
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode() for one in joined
    )


def _verdict(error: BaseException) -> tuple[int, str]:
    if isinstance(error, PlanError):
        return FOUND, f"no plan: {error}"
    if isinstance(error, CompoundError | Unusable):
        return UNUSABLE, str(error)
    if hasattr(error, "format_message"):  # typer's usage errors, in every version of it
        return UNUSABLE, f"{error.format_message()} (ldn-compound --help)"
    return UNUSABLE, _fault_of_ours(error)


def _fault_of_ours(error: BaseException) -> str:
    where = extract_tb(error.__traceback__)[-1]
    return (
        f"a fault of this program, {type(error).__name__}: {error} ({Path(where.filename).name}, "
        f"line {where.lineno}); nothing was decided, please report it with the order"
    )
