"""What goes to standard output: UTF-8 whatever the locale, and quiet where nobody reads on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from ldn_compound.cli.ending import UNREAD, Unusable

if TYPE_CHECKING:
    from ldn_compound.records.sheet import Sheet


def shown(sheet: Sheet, *, markdown: bool = False, html: bool = False) -> str:
    """A sheet as text, unless another look is asked for."""
    if markdown:
        from ldn_compound.render.markdown import as_markdown

        return as_markdown(sheet)
    if html:
        from ldn_compound.render.html import as_html

        return as_html(sheet)
    from ldn_compound.render.text import as_text

    return as_text(sheet)


def put_out(text: str) -> None:
    """Write the text to standard output, all of it, now."""
    if sys.stdout is None:
        raise Unusable("standard output is closed; nothing can be printed")
    written = (text if text.endswith("\n") else f"{text}\n").encode(errors="backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_the_rest()
        raise typer.Exit(UNREAD) from None
    except OSError as error:
        _forget_the_rest()
        raise Unusable(f"standard output: {error.strerror}") from None


def _forget_the_rest() -> None:
    """What is still buffered goes nowhere, so that Python does not complain of it at its exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
