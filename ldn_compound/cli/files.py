"""A file's text, from disk or standard input; what is no such file is said in one line."""

from __future__ import annotations

import sys

from ldn_compound.cli.ending import Unusable

_LARGEST = 1_000_000
"""Bytes; an order has hundreds."""


def text_of(path: str, *, what: str = "order") -> str:
    """The text of the file, a `what`; '-' is standard input."""
    try:
        read = _from_stdin() if path == "-" else _from_file(path)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None
    except ValueError as error:  # a NUL in the name
        raise Unusable(f"{path}: {error}") from None
    if len(read) > _LARGEST:
        raise Unusable(f"{path}: larger than 1 MB; write the {what} alone, of some hundred bytes")
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(
            f"{path}: byte {error.start + 1} is not UTF-8; save the {what} as UTF-8 text"
        ) from None


def _from_file(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(_LARGEST + 1)


def _from_stdin() -> bytes:
    if sys.stdin is None:
        raise Unusable("standard input is closed; name an order file")
    return sys.stdin.buffer.read(_LARGEST + 1)
