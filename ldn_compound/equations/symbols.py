"""An equation's algebra in words, made by running its body: 'active ÷ potency'."""

from __future__ import annotations

from typing import Self

_SUM, _PRODUCT, _ATOM = range(3)


class Symbol:
    """A name, or an expression of names, that writes itself down when it is computed with."""

    __slots__ = ("level", "text")

    def __init__(self, text: str, level: int = _ATOM) -> None:
        self.text = text
        self.level = level

    @classmethod
    def named(cls, name: str) -> Self:
        return cls(name.replace("_", " "))

    def __str__(self) -> str:
        return self.text

    def _inside(self, least: int) -> str:
        return self.text if self.level >= least else f"({self.text})"

    def __add__(self, other: Symbol | int) -> Symbol:
        return Symbol(f"{self._inside(_SUM)} + {_symbol(other)._inside(_SUM)}", _SUM)

    def __radd__(self, other: Symbol | int) -> Symbol:
        return _symbol(other) + self

    def __sub__(self, other: Symbol | int) -> Symbol:
        return Symbol(f"{self._inside(_SUM)} − {_symbol(other)._inside(_PRODUCT)}", _SUM)

    def __rsub__(self, other: Symbol | int) -> Symbol:
        return _symbol(other) - self

    def __mul__(self, other: Symbol | int) -> Symbol:
        return Symbol(f"{self._inside(_PRODUCT)} × {_symbol(other)._inside(_PRODUCT)}", _PRODUCT)

    def __rmul__(self, other: Symbol | int) -> Symbol:
        return _symbol(other) * self

    def __truediv__(self, other: Symbol | int) -> Symbol:
        return Symbol(f"{self._inside(_PRODUCT)} ÷ {_symbol(other)._inside(_ATOM)}", _PRODUCT)

    def __rtruediv__(self, other: Symbol | int) -> Symbol:
        return _symbol(other) / self


def said(function: str, *parts: Symbol) -> Symbol:
    """A function of symbols, in words: 'the least of held and wanted'."""
    return Symbol(f"{function} {' and '.join(part.text for part in parts)}", _SUM)


def _symbol(thing: Symbol | int) -> Symbol:
    return thing if isinstance(thing, Symbol) else Symbol(str(thing))
