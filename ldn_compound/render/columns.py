"""A table in text: columns as wide as they need, narrower where the page asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.render.wrapping import NO_BREAK, width_of, words, wrapped

_GAP = "  "
_LONG_WORDS = 4
"""A word longer than a page of so many columns has room for is cut."""


def in_columns(rows: tuple[tuple[str, ...], ...], *, width: int) -> list[str]:
    """Rows of cells as lines, the first row underlined as the head.

    Where they do not fit side by side, each cell has a line of its own.
    """
    widths = _widths(rows, width)
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return list(_one_by_one(rows, width))
    head, *body = rows
    lines = _row(head, widths)
    lines.append(_GAP.join("-" * column for column in widths))
    for row in body:
        lines += _row(row, widths)
    return lines


def _one_by_one(rows: tuple[tuple[str, ...], ...], width: int) -> Iterator[str]:
    """Each cell after its column's name, under its row's first; an empty one is left out."""
    head, *body = rows
    for row in body:
        for number, (column, cell) in enumerate(zip(head, row, strict=True)):
            margin = _GAP if number else ""
            if cell:
                lines = wrapped(f"{column}: {cell}", width=width - len(margin))
                yield from (margin + line for line in lines)


def _row(row: tuple[str, ...], widths: list[int]) -> list[str]:
    cells = [wrapped(cell, width=column) for cell, column in zip(row, widths, strict=True)]
    return [
        _GAP.join(
            _padded(cell[line] if line < len(cell) else "", column)
            for cell, column in zip(cells, widths, strict=True)
        ).rstrip()
        for line in range(max(map(len, cells)))
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _widths(rows: tuple[tuple[str, ...], ...], width: int) -> list[int]:
    """Each column's widest cell; while all are too wide together, the widest gives way."""
    columns = list(zip(*rows, strict=True))
    room = width - len(_GAP) * (len(columns) - 1)
    widths = [max(map(width_of, column)) for column in columns]
    if sum(widths) <= room:
        return widths
    floors = [_narrowest(column, width // _LONG_WORDS) for column in columns]
    while sum(widths) > room:
        wide = [number for number, floor in enumerate(floors) if widths[number] > floor]
        if not wide:
            break
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _narrowest(column: tuple[str, ...], longest: int) -> int:
    """The longest part that is not broken; a very long word may be cut, an amount may not."""
    return max(
        width_of(part) if NO_BREAK in part else min(width_of(part), longest)
        for cell in column
        for part in words(cell)
    )
