"""Where the command starts; what it needs is imported here, so that even then Ctrl-C is quiet."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command and leave with its exit code."""
    try:
        from ldn_compound.cli.commands import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)
