"""A number as digits with a point: '0.5', never '.5', '0.50' or '5e-1'.

1 / 8 is 0.125; 1 / 3 has no end, and to four figures it is 0.3333.
"""

from fractions import Fraction


def decimal(whole: str, places: str) -> Fraction:
    """The number with these digits before and after its point."""
    return Fraction(int(whole + places), 10 ** len(places))


def decimals_of(value: Fraction) -> int:
    """Digits after the point that write `value` exactly; ValueError where it has no end."""
    twos, rest = _without(value.denominator, 2)
    fives, rest = _without(rest, 5)
    if rest != 1:
        raise ValueError(f"{value} is no finite decimal; write it as a fraction")
    return max(twos, fives)


def is_terminating(value: Fraction) -> bool:
    """Whether `value` is a finite decimal: no prime but 2 and 5 divides its denominator."""
    return _without(_without(value.denominator, 2)[1], 5)[1] == 1


def write_number(value: Fraction) -> str:
    """`value` exactly: a zero before a bare point, none at the end, no exponent.

    ValueError where it is no finite decimal.
    """
    decimals = decimals_of(value)
    digits = str(abs(value.numerator) * 10**decimals // value.denominator).zfill(decimals + 1)
    cut = len(digits) - decimals
    point = "." if decimals else ""
    return f"{'-' if value < 0 else ''}{digits[:cut]}{point}{digits[cut:]}"


def approximate_number(value: Fraction, *, figures: int) -> str:
    """`value` to so many significant figures, ties away from zero, as a plain decimal."""
    if figures < 1:
        raise ValueError(f"{figures} significant figures: write 1 or more")
    if not value:
        return "0"
    size = abs(value)
    step = Fraction(10) ** (_power(size) - figures + 1)
    nearest = (size / step + Fraction(1, 2)) // 1 * step
    return write_number(nearest if value > 0 else -nearest)


def _power(size: Fraction) -> int:
    """The power of ten of the first digit that is not 0: 2 for 123, -3 for 0.00123."""
    power = len(str(size.numerator)) - len(str(size.denominator))
    return power if size >= Fraction(10) ** power else power - 1


def _without(number: int, prime: int) -> tuple[int, int]:
    """How often `prime` divides `number`, and what is left."""
    times = 0
    while number % prime == 0:
        number //= prime
        times += 1
    return times, number
