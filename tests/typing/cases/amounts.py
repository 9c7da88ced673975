"""Amounts: kinds do not stand in for each other, and have no order among each other."""

from decimal import Decimal

from ldn_compound import Amount, Mass, Mode, PerUnit, Ratio, Rounding, Span, Volume, explain

mass, dose = Mass.of("4.5 mg"), PerUnit.of("4.5 mg")

# What passes.
same: Mass = Mass.of(Decimal("4.5"), "mg")
read: Mass = Mass.reading("4.50 mg")
weigh = Rounding("weigh", Mass.of("1 mg"), Mode.HALF_UP)
rounded: Mass = weigh(mass)
held: bool = Span("90.0 %", "110.0 %").holds(Ratio.of("95 %"))
less: bool = mass < read
anything: Amount = mass
said: str = explain(mass, name="dose", unit="capsule")

# What does not.
wrong: PerUnit = mass  # both: "PerUnit"
worse: Mass = weigh(dose)  # both: "PerUnit"
order: bool = mass < dose  # mypy: Unsupported operand types for < ; pyright: Operator "<"
bare: bool = mass < 5  # mypy: Unsupported operand types for < ; pyright: Operator "<"
plus = mass + dose  # mypy: Unsupported operand types for + ; pyright: Operator "+"
Rounding("weigh", "1 mg")  # both: "Amount"
Rounding("weigh", Mass.of("1 mg"), "half up")  # both: "Mode"
Span(90.0, 110.0)  # both: "float"
Span("90.0 %", "110.0 %").holds(mass)  # both: "Ratio"
Mass.reading(4.5)  # both: "float"
mass.value = dose.value  # mypy: read-only ; pyright: "value"
explain("4.5 mg")  # both: "Amount"
volume: Volume = Volume.of("5 mL")
explain(volume, "dose")  # mypy: Too many positional arguments ; pyright: Expected 1 positional
