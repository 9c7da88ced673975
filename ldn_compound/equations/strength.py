"""Strengths as prescriptions write them: % w/w, % v/v, % w/v, and one part in so many.

5 % w/v is 5 g in 100 mL, 50 mg/mL, one in 20; 1 in 500 w/v is 1 g in 500 mL, 2 mg/mL. What turns a
percentage into mg/mL is the strength of 1 g in 1 mL, '100 % w/v', the `one_in_one` below.
"""

from ldn_compound.equations.algebra import total
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume


@equation(cites=("usp-1160", "usp-percentage"))
def percent_by_mass(*, drug: Mass, preparation: Mass) -> Ratio:
    """Strength in % w/w: grams in 100 g."""
    return drug / preparation


@equation(cites=("usp-1160", "usp-percentage"))
def drug_in_mass(*, preparation: Mass, strength: Ratio) -> Mass:
    """Drug in a mass of a strength in % w/w."""
    return preparation * strength


@equation(cites=("usp-1160", "usp-percentage"))
def mass_holding(*, drug: Mass, strength: Ratio) -> Mass:
    """Mass of a strength in % w/w that holds a mass of drug."""
    return drug / strength


@equation(cites=("usp-1160", "usp-percentage"))
def percent_by_volume(*, liquid: Volume, preparation: Volume) -> Ratio:
    """Strength in % v/v: mL in 100 mL."""
    return liquid / preparation


@equation(cites=("usp-1160", "usp-percentage"))
def liquid_in_volume(*, preparation: Volume, strength: Ratio) -> Volume:
    """Liquid in a volume of a strength in % v/v."""
    return preparation * strength


@equation(cites=("usp-1160", "usp-percentage"))
def percent_in_volume(*, concentration: Concentration, one_in_one: Concentration) -> Ratio:
    """Strength in % w/v, grams in 100 mL, of a concentration."""
    return concentration / one_in_one


@equation(cites=("usp-1160", "usp-percentage"))
def concentration_by_percent(*, percent: Ratio, one_in_one: Concentration) -> Concentration:
    """Concentration of a strength in % w/v, grams in 100 mL."""
    return percent * one_in_one


@equation(cites=("usp-1160", "rees-calculations"))
def one_in(*, strength: Ratio) -> Ratio:
    """Ratio strength: one part in how many, w/w or v/v."""
    return 1 / strength


@equation(cites=("usp-1160", "rees-calculations"))
def strength_of_one_in(*, parts: Ratio) -> Ratio:
    """Strength of one part in so many, w/w or v/v."""
    return 1 / parts


@equation(cites=("usp-1160", "rees-calculations"))
def one_in_volume(*, concentration: Concentration, one_in_one: Concentration) -> Ratio:
    """Ratio strength w/v: one gram in how many mL."""
    return one_in_one / concentration


@equation(cites=("usp-1160", "rees-calculations"))
def concentration_of_one_in(*, parts: Ratio, one_in_one: Concentration) -> Concentration:
    """Concentration of one gram in so many mL."""
    return one_in_one / parts


@equation(cites="usp-1160")
def preparation_around(*, fixed: Mass, strengths: tuple[Ratio, ...]) -> Mass:
    """Whole preparation, from the masses that are fixed and the % w/w of all else."""
    return fixed / (1 - total(strengths))
