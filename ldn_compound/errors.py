"""What can go wrong, said so that the reader knows what to write or do instead.

CompoundError
  AmountError     text or a value that is no usable amount (also a ValueError)
  KindError       an amount of the wrong kind, or arithmetic on amounts (also a TypeError)
  CatalogError    a name the catalogue does not hold, or an entry it cannot use (also a LookupError)
  PlanError       an order that cannot be planned; `remedy` says what would make it feasible
  RuleError       rules that cannot be run together
  NotApproved     a review that may not be compounded from
"""


class CompoundError(Exception):
    """Every error this library raises on purpose."""


class AmountError(CompoundError, ValueError):
    """Text or a value that cannot be read as the amount wanted; the message says what to write."""


class KindError(CompoundError, TypeError):
    """An amount of another kind than the one asked for."""


class CatalogError(CompoundError, LookupError):
    """A name that the catalogue does not hold, or a catalogue entry that cannot be used."""


class PlanError(CompoundError):
    """An order that cannot be planned with this source, bench and policy.

    `remedy` says what would make it feasible.
    """

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class RuleError(CompoundError, ValueError):
    """Rules that cannot be run together: two of one code, or an object that is no rule."""


class NotApproved(CompoundError):
    """A review that may not be compounded from; the message names every reason."""
