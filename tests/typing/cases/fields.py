"""Stated fields: text passes, the right kind passes, and nothing else."""

from fractions import Fraction

from ldn_compound import (
    Balance,
    Bench,
    CapsuleMachine,
    Capsules,
    Lot,
    Mass,
    PerTablet,
    PerUnit,
    Ratio,
    TabletCount,
    Tablets,
    UnitCount,
    Volume,
)

# What passes.
Capsules(strength="4.5 mg", quantity=90)
Capsules(strength=PerUnit.of("4.5 mg"), quantity=UnitCount.of(90))
Capsules(strength="4.5 mg", quantity="90 capsules", spare=3)
Tablets(strength="50 mg", weighed=20, together="3546 mg")
Tablets(strength="50 mg", weighed=TabletCount.of(20), together=Mass.reading("3546 mg"))
Tablets(strength="50 mg", weights=("177.1 mg", "177.4 mg"))
Tablets(strength="50 mg", weights=("177.1 mg", Mass.of("177.4 mg")))
Tablets(strength="50 mg", weights=[Mass.of("177.1 mg"), Mass.of("177.4 mg")])
Tablets(strength=PerTablet.of("50 mg"), weight="177.3 mg", assay=None)
Balance(readability="1 mg", capacity="120 g", sensitivity="6 mg")
Balance(readability="0.1 mg", capacity="120 g", repeatability="0.3 mg")
Bench(machine=CapsuleMachine(holes=100))
Lot(number="a", tablets=30)

# What does not.
RATIO = Ratio.of("5 %")
Capsules(strength=Mass.of("4.5 mg"), quantity=90)  # both: "strength"
Capsules(strength=Volume.of("4.5 mL"), quantity=90)  # both: "strength"
Capsules(strength=4.5, quantity=90)  # mypy: has incompatible type "float" ; pyright: "float"
Capsules(strength=5, quantity=90)  # both: "strength"
Capsules(strength=Fraction(9, 2), quantity=90)  # mypy: type "Fraction" ; pyright: "Fraction"
Capsules(strength=None, quantity=90)  # mypy: has incompatible type "None" ; pyright: "None"
Capsules(strength="4.5 mg", quantity=90.0)  # both: "quantity"
Capsules(strength="4.5 mg", quantity=TabletCount.of(90))  # both: "quantity"
Capsules(strength="4.5 mg")  # mypy: Missing named argument "quantity" ; pyright: "quantity"
Capsules(strength="4.5 mg", quantity=90, dose="1 mg")  # mypy: argument "dose" ; pyright: "dose"
Capsules("4.5 mg", 90)  # mypy: Too many positional arguments ; pyright: Expected 0 positional
Tablets(strength=PerUnit.of("50 mg"), weight="177.3 mg")  # both: "strength"
Tablets(strength="50 mg", weight=Mass.of("177.3 mg"))  # both: "weight"
Tablets(strength="50 mg", weight=177.3)  # both: "weight"
Tablets(strength="50 mg", weights=(177.1, 177.4))  # both: "weights"
Tablets(strength="50 mg", weights=(Volume.of("1 mL"),))  # both: "weights"
Tablets(strength="50 mg", together=Volume.of("1 mL"))  # both: "together"
Balance(readability=Volume.of("1 mL"), capacity="1 g")  # both: "readability"
Balance(readability="1 mg", capacity="1 g", sensitivity=RATIO)  # both: "sensitivity"

# What is read from a field is its kind.
capsules = Capsules(strength="4.5 mg", quantity=90)
strength: PerUnit = capsules.strength
count: UnitCount = capsules.quantity
mass: Mass = capsules.strength  # mypy: variable has type "Mass" ; pyright: "Mass"
text: str = capsules.strength  # mypy: variable has type "str" ; pyright: "str"
tablets = Tablets(strength="50 mg", weights=("177.1 mg", "177.4 mg"))
weights: tuple[Mass, ...] = tablets.weights
together: Mass = tablets.together  # mypy: "Mass | None" ; pyright: "None"
