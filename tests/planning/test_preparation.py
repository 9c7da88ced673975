"""What a plan makes, as its dating sees it; and the date that every plan carries."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

import pytest

from ldn_compound.catalog import study
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.errors import AmountError, CatalogError, KindError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan, Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.preparation import Content, Preparation
from ldn_compound.model.stock import Solid
from ldn_compound.planning.beyond_use import beyond_use
from ldn_compound.planning.plan import plan
from ldn_compound.planning.preparation import container_named, preparation_of
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, Ratio, Volume
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
from ldn_compound.rules.check import check
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration

ON = date(2026, 12, 1)
TABLETS = Tablets(
    strength="50 mg",
    weighed=20,
    together="3546 mg",
    lots=({"number": "T-5", "expiry": "10/2027"},),
)
POWDER = Powder(
    substance="naltrexone hydrochloride dihydrate",
    certificate={"basis": "anhydrous", "assay": "99.5 %", "water": "8.5 %"},
    lots=({"number": "P-3", "expiry": "2028-06-30"},),
)


def capsules(**other: Any) -> Capsules:
    stated = {"strength": "4.5 mg", "quantity": 100, "shell": "3"}
    return Capsules.model_validate(stated | other)


def liquid(**other: Any) -> OralLiquid:
    stated = {
        "concentration": "1 mg/mL",
        "volume": "150 mL",
        "vehicle": "ascorbic acid and glycerol vehicle",
        "doses": ("1.5 mg",),
        "container": "amber plastic bottle",
    }
    return OralLiquid.model_validate(stated | other)


def made(form: Any, source: Any = POWDER, *, order: Any = None, **choices: Any) -> Plan:
    return plan(Order(drug="naltrexone", form=form, **(order or {})), source, on=ON, **choices)


class TestWhatIsDated:
    def test_capsules_from_tablets(self) -> None:
        seen = preparation_of(made(capsules(), TABLETS))
        assert (seen.form, seen.active) == ("capsules", "naltrexone hydrochloride")
        assert (seen.strength, seen.concentration) == (PerUnit.of("4.5 mg"), None)
        assert seen.contents == (Content(name="microcrystalline cellulose"),)
        assert (seen.source, seen.contains_water, seen.storage) == ("tablets", False, "room")
        # the order names none: the usual one, and the plan says that it is assumed
        assert seen.container.tight is True
        assert seen.container.light_resistant is True
        assumed = made(capsules(), TABLETS).assumptions
        assert "container: not stated, taken as a tight, light-resistant container" in assumed
        assert not any("container" in one for one in made(capsules(container="box")).assumptions)

    def test_its_components_with_their_dates(self) -> None:
        seen = preparation_of(
            made(capsules(shell_lots=({"number": "S", "beyond_use": "2027-03-01"},)), TABLETS)
        )
        assert [(one.name, one.until, one.kind, one.printed) for one in seen.components] == [
            (
                "naltrexone hydrochloride tablets, lot T-5",
                date(2027, 10, 31),
                "expiry",
                "10/2027",
            ),
            ("microcrystalline cellulose", None, "expiry", ""),
            ("capsule shells, lot S", date(2027, 3, 1), "beyond-use date", ""),
        ]

    def test_a_vehicle_made_in_house_is_its_parts_with_their_lots(self) -> None:
        one = liquid(
            part_lots={"glycerol": ({"number": "G", "expiry": "2027-02-28"},)},
            vehicle_lots=({"number": "W", "beyond_use": "2027-01-15"},),
        )
        seen = preparation_of(made(one))
        assert seen.concentration == Concentration.of("1 mg/mL")
        assert seen.contents == (
            Content(name="ascorbic acid", mass=Mass.of("0.5 g")),
            Content(name="sodium benzoate", mass=Mass.of("100 mg")),
            Content(name="glycerol", volume=Volume.of("20 mL")),
            Content(name="purified water"),
        )
        assert (seen.contains_water, seen.preserved, seen.storage) == (True, "yes", "refrigerator")
        until = {one.name: one.until for one in seen.components}
        assert until["glycerol, lot G"] == date(2027, 2, 28)
        assert until["purified water, lot W"] == date(2027, 1, 15)
        assert until["ascorbic acid"] is None

    def test_a_vehicle_that_is_bought_is_itself(self) -> None:
        seen = preparation_of(made(liquid(vehicle="Ora-Blend")))
        assert seen.contents == (Content(name="Ora-Plus and Ora-Sweet 1:1"),)

    def test_lots_of_what_is_no_part_are_not_lost(self) -> None:
        with pytest.raises(Exception, match="'glycerine' is no part of ascorbic acid"):
            made(liquid(part_lots={"glycerine": ({"number": "G"},)}))
        with pytest.raises(Exception, match="it is bought ready made"):
            made(liquid(vehicle="Ora-Plus", part_lots={"water": ({"number": "G"},)}))

    def test_what_the_drug_was_diluted_with_is_in_it_too(self) -> None:
        twice = Trituration(
            of=Trituration(
                of=TABLETS, powder="1 g", diluent="1 g", diluent_name="lactose monohydrate"
            ),
            powder="1 g",
            diluent="1 g",
        )
        seen = preparation_of(made(capsules(strength="0.5 mg"), twice))
        names = [content.name for content in seen.contents]
        assert names == ["microcrystalline cellulose", "lactose monohydrate"]
        assert seen.source == "tablets"  # the powder under all dilutions

    def test_a_stock_solution_brings_its_solvent(self) -> None:
        measure = {"kind": "cylinder", "capacity": "25 mL", "graduation": "0.5 mL"}
        solution = StockSolution(
            of=POWDER, powder="200 mg", volume="20 mL", solvent="purified water", measure=measure
        )
        as_it_comes = Policy(most_stages=0)  # however well the bench weighs it
        in_house = preparation_of(made(liquid(), solution, policy=as_it_comes))
        assert in_house.contents == preparation_of(made(liquid())).contents  # water is in it
        bought = preparation_of(made(liquid(vehicle="Ora-Plus"), solution, policy=as_it_comes))
        assert [one.name for one in bought.contents] == ["Ora-Plus", "purified water"]
        assert bought.source == "powder"

    def test_what_the_bench_dilutes_by_itself_is_followed_too(self) -> None:
        # 15 mg on a class III balance: 120 mg at least, so it is diluted
        one = made(capsules(strength="0.5 mg", quantity=30), POWDER)
        assert isinstance(one.taken_from, Trituration)
        assert preparation_of(one).contents == (Content(name="microcrystalline cellulose"),)
        assert preparation_of(one).source == "powder"

    @pytest.mark.parametrize(
        ("stated", "source", "names"),
        [
            ({}, "", ["microcrystalline cellulose", "trituration"]),
            (
                {"made_from": "powder", "diluted_with": "microcrystalline cellulose"},
                "powder",
                ["microcrystalline cellulose"],
            ),
        ],
    )
    def test_a_preparation_from_the_shelf(
        self, stated: dict[str, str], source: str, names: list[str]
    ) -> None:
        shelf = Prepared.model_validate(
            {
                "name": "trituration",
                "number": "T",
                "made": date(2026, 11, 1),
                "beyond_use": "2027-02-01",
                "potency": "10 %",
                **stated,
            }
        )
        one = made(capsules(strength="1.5 mg"), shelf)
        seen = preparation_of(one)
        assert (seen.source, [content.name for content in seen.contents]) == (source, names)
        assert one.beyond_use.date == date(2027, 2, 1)
        assert one.beyond_use.limit.name == "trituration, lot T"

    @pytest.mark.parametrize(
        ("strength_as", "powder", "assay_as", "active", "strength"),
        [
            ("naltrexone hydrochloride", "naltrexone hydrochloride", None, None, "4.5"),
            # a dihydrate is the hydrochloride, whatever its assay counts
            (
                "naltrexone hydrochloride",
                "naltrexone hydrochloride dihydrate",
                "naltrexone hydrochloride dihydrate",
                None,
                "4.5",
            ),
            # 4.5 x 377.86 / 341.41 = 4.9804
            ("naltrexone", "naltrexone hydrochloride", None, None, "4.9804"),
            ("naltrexone", "naltrexone hydrochloride", "naltrexone", None, "4.9804"),
            # powder of the base is no hydrochloride: 4.5 x 341.41 / 377.86 = 4.0659
            ("naltrexone hydrochloride", "naltrexone", None, "naltrexone", "4.0659"),
        ],
    )
    def test_the_substance_in_it_and_its_strength(
        self,
        strength_as: str,
        powder: str,
        assay_as: str | None,
        active: str | None,
        strength: str,
    ) -> None:
        source = Powder(
            substance=powder, certificate={"basis": "as is", "assay": "99 %"}, assay_as=assay_as
        )
        seen = preparation_of(made(capsules(), source, order={"strength_as": strength_as}))
        assert seen.active == (active or "naltrexone hydrochloride")
        assert seen.strength is not None
        assert round(seen.strength.base, 4) == PerUnit.of(f"{strength} mg").base

    def test_a_concentration_of_base_in_terms_of_the_hydrochloride(self) -> None:
        seen = preparation_of(made(liquid(), order={"strength_as": "naltrexone"}))
        # 377.86 / 341.41 = 1.10676
        assert seen.concentration is not None
        assert round(seen.concentration.base, 5) == Concentration.of("1.10676 mg/mL").base

    def test_it_is_what_a_user_may_have_written(self) -> None:
        for one in (made(capsules(), TABLETS), made(liquid())):
            seen = preparation_of(one)
            assert Preparation.model_validate(dict(seen)) == seen
            assert beyond_use(seen, made=ON) == one.beyond_use


@pytest.mark.parametrize(
    ("name", "tight", "light_resistant"),
    [
        ("tight, light-resistant container", True, True),
        ("tight, light-resistant amber bottle", True, True),
        ("amber plastic bottle", None, True),
        ("Airtight opaque jar", True, True),
        ("chamber pot", None, None),  # no 'amber' as a word
        ("clear vial", None, None),
        ("amber bottle never tight", None, None),
        ("isn't tight, amber", None, None),
        ("isn\u2019t tight, amber", None, None),
        ("isnt tight, amber", None, None),
        ("amber bottle, un-tight", None, None),
        ("clear bottle, amber label, tight", True, None),
        ("transparent tight bottle, opaque cap", True, None),
        ("tight clear-walled bottle, amber label", True, None),
        ("not tight, amber", None, None),
        ("bottle without light-resistant sleeve", None, None),
        ("", None, None),
    ],
)
def test_a_container_by_its_words(
    name: str, tight: bool | None, light_resistant: bool | None
) -> None:
    found = container_named(name)
    assert (found.tight, found.light_resistant) == (tight, light_resistant)


class TestTheDateOfAPlan:
    def test_180_days_of_capsules(self) -> None:
        # 31 + 31 + 28 + 31 + 30 = 151 to the end of April; day 180 is 29 May
        assert made(capsules(), TABLETS).beyond_use.date == date(2027, 5, 29)

    def test_the_policy_counts_and_names_the_edition(self) -> None:
        after = made(capsules(), policy=Policy(first_day="day after"))
        assert after.beyond_use.date == date(2027, 5, 30)
        older = made(capsules(), policy=Policy(edition="usp-795-2014"))
        # six months from 1 December end on 31 May
        assert (older.beyond_use.date, older.beyond_use.edition) == (
            date(2027, 5, 31),
            "usp-795-2014",
        )

    def test_the_liquid_of_the_1997_study(self) -> None:
        # at room temperature 30 days, which is less than the default of 35; day 30 is 30 December
        room = made(liquid(storage="room temperature"), TABLETS)
        assert (room.beyond_use.date, room.beyond_use.limit.name[:12]) == (
            date(2026, 12, 30),
            "Fawcett 1997",
        )
        # in a refrigerator 60, with a test of that age; without one the 35 days stand
        tested = liquid(antimicrobial_test={"report": "report 12", "aged": "60 days"})
        assert made(tested).beyond_use.days == 60
        assert made(liquid()).beyond_use.days == 35

    def test_a_monograph_says_how_it_counts(self) -> None:
        own = {"title": "a monograph", "days": "30 days", "first_day": "day after"}
        assert made(liquid(monograph=own)).beyond_use.date == date(2026, 12, 31)
        assert made(capsules(monograph=own)).beyond_use.limit.kind == "monograph"

    def test_a_study_of_the_house_is_looked_at_beside_the_published_ones(self) -> None:
        own = Study(
            name="house-7",
            title="House study 7",
            form="capsules",
            active="naltrexone hydrochloride",
            contents=(StudyContent(name="lactose monohydrate"),),
            stable=(Stable(storage="room", days=Days.of("90 days")),),
            cites=(),
            confirmed=True,
        )
        in_lactose = capsules(diluent="lactose monohydrate")
        found = made(in_lactose, studies=(own,)).beyond_use
        # 31 + 31 = 62 to the end of January, 28 more: day 90 is 28 February
        assert (found.date, found.limit.name) == (date(2027, 2, 28), "House study 7")
        assert "Cote 2018, capsules in Avicel" in {one.name for one in found.set_aside}
        # in cellulose it is of another formulation
        assert made(capsules(), studies=(own,)).beyond_use.days == 180

    def test_what_is_no_study_is_refused(self) -> None:
        with pytest.raises(KindError, match="is no study"):
            made(capsules(), studies=("cote-2018",))

    def test_a_published_study_given_again_changes_nothing(self) -> None:
        twice = made(capsules(), studies=(study("cote-2018"),)).beyond_use
        assert twice.date == made(capsules()).beyond_use.date

    def test_it_is_stored_and_read_back(self) -> None:
        for one in (made(capsules(), TABLETS), made(liquid())):
            again = Plan.model_validate_json(one.model_dump_json())
            assert again == one
            assert again.beyond_use == one.beyond_use
            assert again.model_dump_json() == one.model_dump_json()

    def test_a_date_that_its_limits_do_not_give_is_refused(self) -> None:
        stored = made(capsules()).model_dump(mode="json")
        stored["beyond_use"]["date"] = "2029-01-01"
        with pytest.raises(ValueError, match="not the earliest of its limits"):
            Plan.model_validate(stored)

    @pytest.mark.parametrize(
        ("on", "refused", "said"),
        [
            (datetime(2026, 12, 1, 9, 0), AmountError, "on: .*write a date without a time"),  # noqa: DTZ001
            (date(1999, 12, 1), AmountError, "on: 1999-12-01; a placeholder or a slip"),
            (date(2013, 12, 1), CatalogError, "write edition = 'usp-795-2014'"),
        ],
    )
    def test_a_day_that_cannot_be_dated(self, on: Any, refused: type[Exception], said: str) -> None:
        with pytest.raises(refused, match=said):
            plan(Order(drug="naltrexone", form=capsules()), POWDER, on=on)

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"made": "2026-12-05"}, "made 2026-12-05, yet planned for 2026-12-01; plan anew"),
            # the tablets end on 31 October 2027; a default of 2028 is no date of theirs
            (
                {"date": "2028-01-01"},
                "2028-01-01, yet source, lot T-5, may be used until 2027-10-31; plan anew",
            ),
        ],
    )
    def test_a_stored_date_of_another_plan_is_refused(
        self, changes: dict[str, str], said: str
    ) -> None:
        stored = made(capsules(), TABLETS).model_dump(mode="json")
        date_of = stored["beyond_use"] | changes
        date_of["limit"] |= {"date": date_of["date"]}
        stored["beyond_use"] = date_of | {"beaten": []}
        with pytest.raises(ValueError, match=said):
            Plan.model_validate(stored)

    def test_blanks_harm_nothing(self) -> None:
        blank = liquid(
            vehicle="purified water", storage="room temperature", refrigeration_harms="  "
        )
        assert made(blank).beyond_use.limit.kind == "no default"

    def test_a_diluent_by_another_name_is_the_same(self) -> None:
        by_synonym = Trituration(
            of=POWDER,
            powder="510 mg",
            diluent="4590 mg",
            diluent_name="cellulose, microcrystalline",
        )
        seen = preparation_of(made(capsules(strength="0.5 mg"), by_synonym))
        assert seen.contents == (Content(name="microcrystalline cellulose"),)


def test_a_diluent_of_another_kind_has_a_jar_of_its_own() -> None:
    """The lactose of a trituration is not taken for the cellulose of its capsules."""
    tenfold = Trituration(
        of=POWDER, powder="510 mg", diluent="4590 mg", diluent_name="lactose monohydrate"
    )
    one = made(capsules(strength="0.5 mg"), tenfold, order={"avoid": ("lactose",)})
    assert {supply.vessel: supply.material for supply in one.inert} == {
        "microcrystalline cellulose jar": "microcrystalline cellulose",
        "lactose monohydrate jar": "lactose monohydrate",
    }
    assert "EXC603" in {finding.code for finding in check(one).findings}


@dataclass(frozen=True)
class Sachets:
    """A form of somebody's own: its units are filled as capsules are, and it names no container."""

    inside: Capsules
    monograph: str = "of no pharmacopoeia"  # a word of theirs, not the package's

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inside, name)

    def finish(self, taken: Any, **how: Any) -> Any:
        done = self.inside.finish(taken, **how)
        filling = done.made.model_copy(update={"container": "", "lots": ()})
        return done.model_copy(update={"made": filling})


@dataclass(frozen=True)
class Jar:
    """A source of somebody's own, with a lot."""

    lot: Lot

    def stock(self) -> Solid:
        half = Ratio.of("50 %", by="the jar")
        return Solid(
            material="triturate",
            active="naltrexone hydrochloride",
            potency=half,
            nominal=half,
            rests_on="by its label",
            lots=(self.lot,),
        )

    def prepare(self, amount: Any, *, bench: Any, policy: Any) -> Ready:
        return Ready(vessel="jar")


def test_a_form_and_a_source_of_somebody_s_own_are_dated() -> None:
    jar = Jar(Lot(number="J", expiry="2027-03-31"))
    one = made(Sachets(capsules()), jar)
    assert (one.beyond_use.date, one.beyond_use.limit.name) == (date(2027, 3, 31), "source, lot J")
    seen = preparation_of(one)
    assert (seen.source, seen.monograph) == ("", None)
    assert seen.container.tight is None
    assert "BUD707" in {finding.code for finding in check(one).findings}
    assert "2027-03-31" in as_text(worksheet(check(one)))


class Blistered(Tablets, frozen=True):
    """Somebody's own tablets, which are tablets all the same."""


def test_tablets_of_a_class_of_somebody_s_own_are_tablets_to_their_date_too() -> None:
    own = Blistered.model_validate(TABLETS.model_dump())
    seen = preparation_of(made(capsules(), own))
    assert seen == preparation_of(made(capsules(), TABLETS))
    assert "naltrexone hydrochloride tablets, lot T-5" in [one.name for one in seen.components]
    diluted = Trituration(of=own, powder="1 g", diluent="1 g")
    assert preparation_of(made(capsules(strength="0.5 mg"), diluted)).source == "tablets"


def test_a_plan_is_dated_without_the_records_that_check_what_a_user_states() -> None:
    code = (
        "import sys; from datetime import date; import ldn_compound as ldn; "
        "ldn.plan(ldn.Order(drug='naltrexone', form=ldn.Capsules(strength='4.5 mg', quantity=90)), "
        "ldn.Tablets(strength='50 mg', weight='177.3 mg'), on=date(2026, 12, 1)); "
        "print('ldn_compound.model.preparation' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


class TestThinned:
    """Of a liquid in another solvent nobody knows what the vehicle's preservative still does."""

    SHELF: ClassVar[dict[str, Any]] = {
        "name": "naltrexone 10 mg/mL",
        "number": "S-7",
        "made": ON,
        "beyond_use": "2027-06-01",
        "concentration": "10 mg/mL",
    }

    @pytest.mark.parametrize(
        ("vehicle", "solvent", "days"),
        [
            ("Ora-Sweet", "purified water", 14),  # dated as without: 14 days in a refrigerator
            ("Ora-Sweet", "", 14),  # nobody stated it
            ("Ora-Sweet", "ora-sweet", 35),
            ("Ora-Sweet", "Ora-Plus", 35),  # preserved too
            ("Ora-Sweet", "simple syrup", 14),
            ("Ora-Sweet", "SyrSpend SF PH4 liquid", 14),  # nobody knows
            ("ascorbic acid and glycerol vehicle", "purified water", 35),  # for the whole volume
            ("purified water", "purified water", 14),
        ],
    )
    def test_its_date(self, vehicle: str, solvent: str, days: int) -> None:
        source = Prepared.model_validate({**self.SHELF, "diluted_with": solvent})
        assert made(liquid(vehicle=vehicle), source).beyond_use.days == days

    def test_of_a_stock_solution_that_is_made_for_it(self) -> None:
        measure = {"kind": "cylinder", "capacity": "25 mL", "graduation": "0.5 mL"}
        solution = StockSolution(
            of=POWDER, powder="200 mg", volume="20 mL", solvent="purified water", measure=measure
        )
        for vehicle, days in (("Ora-Sweet", 14), ("ascorbic acid and glycerol vehicle", 35)):
            one = made(liquid(vehicle=vehicle), solution, policy=Policy(most_stages=0))
            assert one.beyond_use.days == days

    def test_one_of_the_planner_s_is_in_the_vehicle_itself(self) -> None:
        # 50 mg on a class III balance, 120 mg at least: it is diluted
        one = made(liquid(vehicle="Ora-Sweet", volume="50 mL"), POWDER)
        assert isinstance(one.taken_from, StockSolution)
        assert one.beyond_use.days == 35

    def test_the_order_may_state_it(self) -> None:
        source = Prepared.model_validate({**self.SHELF, "diluted_with": "purified water"})
        one = liquid(vehicle="Ora-Sweet", preserved=True)
        assert made(one, source).beyond_use.days == 35
