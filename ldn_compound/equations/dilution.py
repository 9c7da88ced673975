"""A stock diluted, a powder triturated, an aliquot taken.

20 mL of 50 mg/mL hold 1000 mg, made up to 100 mL they are 10 mg/mL. 120 mg of drug in 2400 mg of
mixture: 6 mg are in 6 ÷ 120 of it, 120 mg.
"""

from ldn_compound.equations.algebra import product
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume


@equation(cites="usp-1160")
def stock_for(
    *, volume: Volume, concentration: Concentration, stock_concentration: Concentration
) -> Volume:
    """Stock to take for a volume of the concentration wanted."""
    return volume * concentration / stock_concentration


@equation(cites="usp-1160")
def volume_made(
    *, stock: Volume, stock_concentration: Concentration, concentration: Concentration
) -> Volume:
    """Volume to which a stock is made up, or evaporated, for the concentration wanted."""
    return stock * stock_concentration / concentration


@equation(cites="usp-1160")
def concentration_made(
    *, stock: Volume, stock_concentration: Concentration, volume: Volume
) -> Concentration:
    """Concentration of a stock made up to a volume."""
    return stock_concentration * stock / volume


@equation(cites="usp-1160")
def concentration_of_stock(
    *, stock: Volume, volume: Volume, concentration: Concentration
) -> Concentration:
    """Concentration that a stock had, from what it was made up to."""
    return concentration * volume / stock


@equation(cites="usp-1160")
def stock_for_mass(*, mass: Mass, strength: Ratio, stock_strength: Ratio) -> Mass:
    """Stock to weigh for a mass of the strength wanted, both % w/w."""
    return mass * strength / stock_strength


@equation(cites="usp-1160")
def mass_made(*, stock: Mass, stock_strength: Ratio, strength: Ratio) -> Mass:
    """Mass to which a stock is diluted for the strength wanted, both % w/w."""
    return stock * stock_strength / strength


@equation(cites="usp-1160")
def strength_made(*, stock: Mass, stock_strength: Ratio, mass: Mass) -> Ratio:
    """Strength of a stock diluted to a mass, both % w/w."""
    return stock_strength * stock / mass


@equation(cites="usp-1160")
def stock_for_volume(*, volume: Volume, strength: Ratio, stock_strength: Ratio) -> Volume:
    """Stock to measure for a volume of the strength wanted, both % v/v, brought to volume."""
    return volume * strength / stock_strength


@equation(cites="usp-1160")
def fold_by_volume(*, aliquot: Volume, volume: Volume) -> Ratio:
    """Fold of a dilution: how many times its own volume the aliquot becomes."""
    return volume / aliquot


@equation(cites="ansel")
def fold_by_mass(*, powder: Mass, mixture: Mass) -> Ratio:
    """Fold of a trituration: how many times its own mass the powder becomes."""
    return mixture / powder


@equation(cites="usp-1160")
def after_dilutions(*, concentration: Concentration, folds: tuple[Ratio, ...]) -> Concentration:
    """Concentration after one dilution upon another."""
    return concentration / product(folds)


@equation(cites="ansel")
def diluent_for_fold(*, powder: Mass, fold: Ratio) -> Mass:
    """Diluent that makes of a powder so many times its mass."""
    return powder * (fold - 1)


@equation(cites="ansel")
def multiple_to_weigh(*, minimum: Mass, needed: Mass) -> Ratio:
    """How many times the mass needed can be weighed; the next whole number is taken."""
    return minimum / needed


@equation(cites="ansel")
def multiple_of(*, needed: Mass, multiple: Ratio) -> Mass:
    """So many times the mass needed."""
    return needed * multiple


@equation(cites=("usp-1160", "unc-aliquots"))
def aliquot_of_mixture(*, mixture: Mass, needed: Mass, weighed: Mass) -> Mass:
    """Part of a mixture that carries the mass needed of what was weighed into it."""
    return mixture * needed / weighed


@equation(cites=("usp-1160", "unc-aliquots"))
def aliquot_of_solution(*, solution: Volume, needed: Mass, weighed: Mass) -> Volume:
    """Part of a solution that carries the mass needed of what was dissolved in it."""
    return solution * needed / weighed


@equation(cites="unc-aliquots")
def mixture_for_aliquot(*, aliquot: Mass, needed: Mass, weighed: Mass) -> Mass:
    """Mixture of which an aliquot of this mass carries the mass needed."""
    return aliquot * weighed / needed


@equation(cites="unc-aliquots")
def solution_for_aliquot(*, aliquot: Volume, needed: Mass, weighed: Mass) -> Volume:
    """Solution of which an aliquot of this volume carries the mass needed."""
    return aliquot * weighed / needed


@equation(cites="unc-aliquots")
def drug_in_aliquot_mass(*, weighed: Mass, aliquot: Mass, mixture: Mass) -> Mass:
    """What an aliquot of a mixture carries of what was weighed into it."""
    return weighed * aliquot / mixture


@equation(cites="unc-aliquots")
def drug_in_aliquot_volume(*, weighed: Mass, aliquot: Volume, solution: Volume) -> Mass:
    """What an aliquot of a solution carries of what was dissolved in it."""
    return weighed * aliquot / solution
