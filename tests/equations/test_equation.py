"""An equation called rightly, called wrongly, and in each of its faces."""

import copy
import pickle
import subprocess
import sys
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from ldn_compound.equations.algebra import total
from ldn_compound.equations.alligation import medial_by_mass
from ldn_compound.equations.balance import carried, held_together, poured
from ldn_compound.equations.dilution import after_dilutions
from ldn_compound.equations.equation import EQUATIONS, Equation, equation
from ldn_compound.equations.potency import potency_as_is, potency_of_tablets
from ldn_compound.equations.strength import preparation_around
from ldn_compound.equations.taking import mass_for
from ldn_compound.equations.weighing import worst_high
from ldn_compound.errors import AmountError, KindError, RuleError
from ldn_compound.quantity.exact import Exact
from ldn_compound.quantity.kinds import Concentration, Mass, PerTablet, PerUnit, Ratio, Volume
from ldn_compound.quantity.origins import Derived

USERS_FIRST = """
from ldn_compound import Mass, equation
try:
    @equation()
    def short(*, wanted: Mass, taken: Mass) -> Mass:
        'A user has a word for it too.'
        return wanted - taken
except Exception:
    pass  # to be told at once is as good
import ldn_compound.equations.balance
"""
ACTIVE, POTENCY = Mass.of("405 mg"), Ratio.of("27 %")


def fresh(one: Equation[Any, Any]) -> Equation[Any, Any]:
    """The equation as it is before it was ever called."""
    return Equation(one.body, one.cites)


class TestCalled:
    def test_it_gives_an_amount_that_knows_its_inputs(self) -> None:
        # 405 ÷ 0.27 = 1500
        powder = mass_for(active=ACTIVE, potency=POTENCY)
        assert powder == Mass.of("1500 mg")
        assert powder.origin == Derived(mass_for, (("active", ACTIVE), ("potency", POTENCY)))

    def test_several_are_numbered(self) -> None:
        # 1.04 × 1.05 = 1.092
        four, five = Ratio.of("4 %"), Ratio.of("5 %")
        worst = worst_high(errors=(four, five))
        assert worst == Ratio.of("109.2 %")
        assert worst.origin == Derived(worst_high, (("errors 1", four), ("errors 2", five)))

    def test_the_order_of_the_inputs_does_not_matter(self) -> None:
        assert mass_for(potency=POTENCY, active=ACTIVE) == mass_for(active=ACTIVE, potency=POTENCY)

    @pytest.mark.parametrize("asked", ["first", "again"])
    def test_it_is_flagged_where_one_of_its_inputs_is(self, asked: str) -> None:
        odd = Mass.of("405.0 mg")  # a trailing zero has been misread
        taken = fresh(mass_for)
        if asked == "again":
            taken(active=ACTIVE, potency=POTENCY)
        assert taken(active=ACTIVE, potency=POTENCY).flagged is False
        assert taken(active=odd, potency=POTENCY).flagged is True
        assert taken(potency=POTENCY, active=odd).flagged is True
        assert poured(held=odd, added=ACTIVE).flagged is True
        assert poured(held=ACTIVE, added=odd).flagged is True

    def test_of_several_one_that_is_flagged_is_enough(self) -> None:
        odd = Mass.of("405.0 mg")
        assert held_together(constituents=(ACTIVE, ACTIVE)).flagged is False
        assert held_together(constituents=(ACTIVE, odd)).flagged is True
        assert held_together(constituents=(odd, ACTIVE)).flagged is True

    def test_whatever_its_body_gives_the_amount_is_exact(self) -> None:
        nothing = Mass.of("0 mg")
        assert type(carried(content=ACTIVE, taken=nothing, held=nothing).base) is Exact
        assert type(mass_for(active=ACTIVE, potency=POTENCY).base) is Exact


class TestCalledWrongly:
    @pytest.mark.parametrize(
        ("args", "inputs", "because"),
        [
            ((ACTIVE, POTENCY), {}, "mass_for takes active, potency, each by name"),
            ((ACTIVE,), {"potency": POTENCY}, "each by name"),
            ((), {"active": ACTIVE}, "mass_for takes active, potency, each by name"),
            ((), {}, "each by name"),
            ((ACTIVE,), {"active": ACTIVE, "potency": POTENCY}, "each by name"),
            (
                (),
                {"active": ACTIVE, "potency": POTENCY, "assay": POTENCY},
                "mass_for takes active, potency, each by name",
            ),
            (
                (),
                {"active": ACTIVE, "assay": POTENCY},
                "^mass_for takes active, potency; 'assay' is not one$",
            ),
            (
                (),
                {"active": PerUnit.of("4.5 mg"), "potency": POTENCY},
                r"active is a Mass, not PerUnit\('4\.5 mg/unit'\)",
            ),
            ((), {"active": "405 mg", "potency": POTENCY}, "active is a Mass, not '405 mg'"),
            ((), {"active": 405, "potency": POTENCY}, "active is a Mass, not 405"),
            ((), {"active": Fraction(405), "potency": POTENCY}, "active is a Mass"),
            ((), {"active": None, "potency": POTENCY}, "active is a Mass, not None"),
            ((), {"active": (ACTIVE,), "potency": POTENCY}, "active is a Mass"),
        ],
    )
    def test_the_refusal_says_what_it_takes(
        self, args: Any, inputs: dict[str, Any], because: str
    ) -> None:
        with pytest.raises(KindError, match=because):
            mass_for(*args, **inputs)

    @pytest.mark.parametrize(
        "inputs",
        [
            {"errors": Ratio.of("4 %")},
            {"errors": [Ratio.of("4 %")]},
            {"errors": ("4 %",)},
            {"errors": (Ratio.of("4 %"), Mass.of("4 mg"))},
            {"error": (Ratio.of("4 %"),)},
        ],
    )
    def test_several(self, inputs: dict[str, Any]) -> None:
        with pytest.raises(KindError, match="worst_high"):
            worst_high(**inputs)

    def test_several_are_asked_for_as_such(self) -> None:
        with pytest.raises(KindError, match=r"^worst_high: errors is a tuple of Ratio, not Ratio"):
            worst_high(errors=Ratio.of("4 %"))  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("inputs", "said"),
        [
            (
                {"strengths": (Ratio.of("4 %"),), "masses": Mass.of("1 mg")},
                "masses is a tuple of Mass, not Mass('1 mg')",
            ),
            (
                {"strengths": (Mass.of("1 mg"),), "masses": (Mass.of("1 mg"),)},
                "strengths is a tuple of Ratio, not Mass('1 mg')",
            ),
        ],
    )
    def test_the_one_that_is_wrong_among_several(self, inputs: dict[str, Any], said: str) -> None:
        with pytest.raises(KindError) as refused:
            medial_by_mass(**inputs)
        assert str(refused.value) == f"medial_by_mass: {said}"

    @pytest.mark.parametrize(
        "inputs",
        [
            {"strengths": (Ratio.of("4 %"),), "weights": (Mass.of("1 g"),)},
            {"strengths": (Ratio.of("4 %"),), "masses": Mass.of("1 g")},
            {"strengths": (Ratio.of("4 %"),), "masses": None},
            {"strengths": (Mass.of("1 g"),), "masses": (Mass.of("1 g"),)},
        ],
    )
    def test_several_beside_another(self, inputs: dict[str, Any]) -> None:
        with pytest.raises(KindError, match="medial_by_mass"):
            medial_by_mass(**inputs)

    def test_dividing_by_nothing(self) -> None:
        with pytest.raises(AmountError, match="mass_for: active ÷ potency divides by zero"):
            mass_for(active=ACTIVE, potency=Ratio.of("0 %"))

    def test_dividing_by_nothing_among_several(self) -> None:
        # 1 − (0.4 + 0.6) = 0: nothing is left for the mass that is fixed
        strengths = (Ratio.of("40 %"), Ratio.of("60 %"))
        with pytest.raises(AmountError, match=r"preparation_around: .* divides by zero"):
            preparation_around(fixed=Mass.of("60 g"), strengths=strengths)
        with pytest.raises(AmountError, match=r"after_dilutions: .* divides by zero"):
            after_dilutions(concentration=Concentration.of("1 mg/mL"), folds=(Ratio.of("0 %"),))


class TestFaces:
    """The same body on arrays, on plain numbers, and in words."""

    def test_arrays(self) -> None:
        # 405 ÷ 0.27 = 1500; 90 ÷ 0.9 = 100
        rows = mass_for.on(active=np.array([405.0, 90.0]), potency=np.array([0.27, 0.9]))
        np.testing.assert_allclose(rows, [1500.0, 100.0], rtol=1e-12)

    def test_one_number_for_all_rows(self) -> None:
        rows = mass_for.on(active=np.array([405.0, 81.0]), potency=0.27)
        np.testing.assert_allclose(rows, [1500.0, 300.0], rtol=1e-12)

    def test_words(self) -> None:
        assert mass_for.line == "active ÷ potency"
        assert potency_as_is.line == "assay × (1 − water − solvents)"
        assert worst_high.line == "the product of the 1 + errors"

    def test_its_names(self) -> None:
        assert mass_for.name == "mass_for"
        assert mass_for.meaning == "Material that carries the active wanted"
        assert mass_for.cites == ("usp-1160",)
        assert mass_for.kinds == {"active": Mass, "potency": Ratio}
        assert mass_for.gives is Mass
        assert repr(mass_for) == "<equation mass_for: active ÷ potency>"

    @pytest.mark.parametrize(
        "copied", [lambda one: pickle.loads(pickle.dumps(one)), copy.copy, copy.deepcopy]
    )
    def test_a_copy_is_itself(self, copied: Any) -> None:
        assert copied(potency_of_tablets) is potency_of_tablets


class TestOfAUsersOwn:
    """A user's equation is one line too, and needs no registration."""

    def test_it_works_like_the_packages(self) -> None:
        @equation(cites=("usp-1160", "house"))
        def batch_mass(*, tablets_weigh: PerTablet, others: tuple[Mass, ...], part: Ratio) -> Mass:
            """Mass of a house's own."""
            return total(others) * part

        # (10 + 20) × 0.5 = 15
        each, ten, twenty, half = (
            PerTablet.of("1 mg"),
            Mass.of("10 mg"),
            Mass.of("20 mg"),
            Ratio.of("50 %"),
        )
        mass = batch_mass(tablets_weigh=each, others=(ten, twenty), part=half)
        assert mass == Mass.of("15 mg")
        assert isinstance(mass.origin, Derived)
        assert mass.origin.inputs == (
            ("tablets_weigh", each),
            ("others 1", ten),
            ("others 2", twenty),
            ("part", half),
        )
        assert batch_mass.line == "(the sum of the others) × part"
        assert batch_mass.cites == ("usp-1160", "house")

    def test_a_name_of_the_packages_is_refused(self) -> None:
        with pytest.raises(RuleError, match="'mass_for' is defined in ldn_compound"):

            @equation()
            def mass_for(*, active: Mass, potency: Ratio) -> Mass:
                """A user's own of the same name."""
                return active * potency

        from ldn_compound.equations import taking

        assert EQUATIONS["mass_for"] is taking.mass_for

    def test_whatever_its_name_the_package_goes_on_working(self) -> None:
        """The package's modules are imported late: a user's name must not break them then."""
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", USERS_FIRST],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-400:]

    def test_without_citation(self) -> None:
        @equation()
        def half_of(*, volume: Volume) -> Volume:
            """Half of a volume."""
            return volume / 2

        assert half_of.cites == ()
        assert half_of(volume=Volume.of("5 mL")) == Volume.of("2.5 mL")
        assert EQUATIONS["half_of"] is half_of

    def test_without_a_docstring_it_says_nothing(self) -> None:
        @equation()
        def tenth_of(*, volume: Volume) -> Volume:
            return volume / 10

        assert tenth_of.meaning == ""

    def test_one_citation(self) -> None:
        @equation(cites="usp-1160")
        def third_of(*, mass: Mass) -> Mass:
            """A third of a mass.

            More is said below.
            """
            return mass / 3

        assert third_of.cites == ("usp-1160",)
        assert third_of.meaning == "A third of a mass"
        assert third_of.__name__ == "third_of"
        assert third_of.__qualname__.endswith(".third_of")
        assert third_of.__module__ == __name__

    def test_a_module_with_postponed_annotations(self) -> None:
        @equation()
        def fifth_of(*, mass: "Mass", others: "tuple[Mass, ...]") -> "Mass":
            """A fifth of a mass, whatever the others."""
            return mass / 5 + (total(others) - total(others))

        assert fifth_of.kinds == {"mass": Mass, "others": Mass}
        assert fifth_of.several == {"others"}
        # 10 ÷ 5 = 2
        assert fifth_of(mass=Mass.of("10 mg"), others=(Mass.of("1 mg"),)) == Mass.of("2 mg")

    def test_two_houses_may_have_one_name(self) -> None:
        def quarter_of(*, mass: Mass) -> Mass:
            """A quarter of a mass."""
            return mass / 4

        first = equation()(quarter_of)
        quarter_of.__module__ = "another_house"
        second = equation()(quarter_of)
        assert EQUATIONS["quarter_of"] is second
        assert (first.__module__, second.__module__) == (__name__, "another_house")

    def test_the_refusal_of_a_name_says_what_to_do(self) -> None:
        def mass_for(*, active: Mass, potency: Ratio) -> Mass:
            """A user's own of the same name."""
            return active * potency

        with pytest.raises(RuleError) as refused:
            equation()(mass_for)
        assert str(refused.value) == (
            "equation 'mass_for' is defined in ldn_compound.equations.taking already; give this "
            "one another name, for stored documents go by it"
        )
