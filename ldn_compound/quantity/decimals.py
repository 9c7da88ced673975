"""A number as digits with a point: '0.5', never '.5', '0.50' or '5e-1'.

1 / 8 is 0.125; 1 / 3 has no end, and to four figures it is 0.3333.
"""

from fractions import Fraction


def decimal(whole: str, places: str) -> Fraction:
    """The number with these digits before and after its point."""
    return Fraction(int(whole + places), 10 ** len(places))


def decimals_of(value: Fraction) -> int:
    """Digits after the point that write `value` exactly; ValueError where it has no end."""
    decimals = _decimals(value.denominator)
    if decimals is None:
        raise ValueError(f"{value} is no finite decimal; write it as a fraction")
    return decimals


def is_terminating(value: Fraction) -> bool:
    """Whether `value` is a finite decimal: no prime but 2 and 5 divides its denominator."""
    return _decimals(value.denominator) is not None


def write_number(value: Fraction) -> str:
    """`value` exactly: a zero before a bare point, none at the end, no exponent.

    ValueError where it is no finite decimal.
    """
    text = exact_number(value)
    if text is None:
        raise ValueError(f"{value} is no finite decimal; write it as a fraction")
    return text


def exact_number(value: Fraction) -> str | None:
    """`value` as `write_number` writes it; None where it is no finite decimal."""
    if value.denominator == 1:
        return str(value.numerator)
    decimals = _decimals(value.denominator)
    if decimals is None:
        return None
    return _pointed(value.numerator * 10**decimals // value.denominator, decimals)


def approximate_number(value: Fraction, *, figures: int) -> str:
    """`value` to so many significant figures, ties away from zero, as a plain decimal."""
    if figures < 1:
        raise ValueError(f"{figures} significant figures: write 1 or more")
    if not value:
        return "0"
    above, below = abs(value.numerator), value.denominator
    places = figures - 1 - _power(above, below)
    digits = _nearest(above * 10 ** max(0, places), below * 10 ** max(0, -places))
    while places > 0 and digits % 10 == 0:
        digits, places = digits // 10, places - 1
    digits *= 10 ** max(0, -places)
    return _pointed(digits if value.numerator > 0 else -digits, max(0, places))


def _pointed(digits: int, decimals: int) -> str:
    """So many of the digits after the point."""
    text = str(abs(digits)).zfill(decimals + 1)
    cut = len(text) - decimals
    point = "." if decimals else ""
    return f"{'-' if digits < 0 else ''}{text[:cut]}{point}{text[cut:]}"


def _nearest(above: int, below: int) -> int:
    """above ÷ below as a whole number, ties up."""
    return (2 * above + below) // (2 * below)


def _power(above: int, below: int) -> int:
    """The power of ten of the first digit that is not 0: 2 for 123, -3 for 0.00123."""
    power = len(str(above)) - len(str(below))
    reached = above >= below * 10**power if power >= 0 else above * 10**-power >= below
    return power if reached else power - 1


def _decimals(denominator: int) -> int | None:
    """Digits that a fraction over it takes after the point; None where they have no end."""
    if denominator == 1:
        return 0
    twos, rest = _without(denominator, 2)
    fives, rest = _without(rest, 5)
    return max(twos, fives) if rest == 1 else None


def _without(number: int, prime: int) -> tuple[int, int]:
    """How often `prime` divides `number`, and what is left."""
    times = 0
    while number % prime == 0:
        number //= prime
        times += 1
    return times, number
