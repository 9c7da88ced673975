"""Options that several commands have, said once; and that each is given once."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from ldn_compound.cli.ending import Unusable


class Command(TyperCommand):
    """A command that refuses an option given twice: of two strengths, the first would be lost."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for one in given:
            if given.count(one) > 1 and not getattr(one, "multiple", True):
                raise Unusable(f"{one.opts[0]}: given twice; write it once")
        return super().parse_args(ctx, args)


def text(help_text: str, *names: str) -> object:
    """An option that takes a text."""
    return typer.Option(*names, metavar="TEXT", help=help_text)


OrderFile = Annotated[str, typer.Argument(metavar="ORDER", help="Order file; - for stdin.")]
On = Annotated[str | None, typer.Option(metavar="DATE", help="Day of compounding, 2026-12-01.")]
PolicyName = Annotated[
    str | None, typer.Option("--policy", metavar="NAME", help="usp, nrf, or a file, house.toml.")
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="MODULE:NAME", help="The house's own rules; repeatable."),
]
Catalogue = Annotated[
    str | None, typer.Option("--catalogue", metavar="FILE", help="What the house has of its own.")
]
Syringes = Annotated[
    list[str] | None, text("'3 mL', or '10 mL by 0.2 mL'; repeatable; else the usual.", "--syringe")
]
Json = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print it in markdown.")]
Html = Annotated[bool, typer.Option("--html", help="Print it as a page of HTML.")]


def choose_one(**looks: bool) -> None:
    """Refuse to print in two looks at once."""
    if sum(looks.values()) > 1:
        raise Unusable(f"{', '.join(f'--{look}' for look in looks)}: choose one")
