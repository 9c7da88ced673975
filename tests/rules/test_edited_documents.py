"""A stored plan or review that was changed by hand is read as a record, and nobody approves it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.choosing.plan_kit import plan_kit
from ldn_compound.errors import NotApproved
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan, Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.stock import Solid
from ldn_compound.model.vehicle import Vehicle
from ldn_compound.planning.kit import kit
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Days, Mass, Ratio
from ldn_compound.rules.approval import Approved
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.version import VERSION

ON = date(2026, 12, 1)
BY = "A. Pharmacist"
Stored = dict[str, Any]
Change = Callable[[Stored], object]
Planned = Callable[..., Plan]
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
LIQUID = OralLiquid(concentration="1 mg/mL", volume="150 mL", vehicle="Ora-Plus", doses=("1.5 mg",))


def changed(made: Plan, change: Change, **reading: Any) -> Plan:
    """A plan as its document says after somebody changed that."""
    stored = json.loads(made.model_dump_json())
    change(stored)
    return Plan.model_validate_json(json.dumps(stored), **reading)


def approved(made: Plan, *, on: date = ON) -> Approved:
    """Each of its errors waived by two people."""
    review = check(made)
    waivers = (
        error.waive(reason="a test", by=BY, second="B. Pharmacist", on=on)
        for error in review.errors
    )
    return review.approve(by=BY, on=on, waivers=dict.fromkeys(waivers))


def refused(made: Plan) -> str:
    with pytest.raises(NotApproved) as why:
        approved(made)
    return str(why.value)


def unread(*parts: str) -> str:
    return f"{', '.join(parts)}: not what its order, source, bench and policy make; plan anew"


def used_until(day: str) -> Change:
    def change(stored: Stored) -> None:
        found = stored["beyond_use"]
        found.update(date=day, limit=found["limit"] | {"date": day}, beaten=[])

    return change


def no_lots(stored: Stored) -> None:
    for supply in stored["supplies"]:
        supply["lots"] = []


class TestPlans:
    """What the order and the rest make of it is compared with all that the document says."""

    @pytest.mark.parametrize(
        ("change", "parts"),
        [
            (lambda stored: stored["steps"].pop(), ["steps"]),
            (lambda stored: stored["steps"].pop(2), ["steps"]),
            (lambda stored: stored["made"].update(container="clear glass bottle"), ["made"]),
            (lambda stored: stored["made"].update(storage="refrigerator"), ["made"]),
            (lambda stored: stored["made"].update(lots=[]), ["made"]),
            (no_lots, ["supplies"]),
            (lambda stored: stored["stock"].update(lots=[]), ["stock"]),
            (lambda stored: stored["source"].update(lots=[]), ["taken_from"]),
            (lambda stored: stored.update(assumptions=["none"]), ["assumptions"]),
            # the default of 180 days is 2027-05-29; the lots keep until 2028-06-30
            (used_until("2028-06-30"), ["beyond_use"]),
            (used_until("2027-05-30"), ["beyond_use"]),
            (lambda stored: stored["beyond_use"].update(undated=["none"]), ["beyond_use"]),
        ],
    )
    def test_of_capsules(self, planned: Planned, change: Change, parts: list[str]) -> None:
        edited = changed(planned(), change)
        assert refused(edited) == unread(*parts)

    def test_of_a_liquid(self) -> None:
        # Ora-Plus is preserved: 35 days, day 1 is 1 December
        made = plan(Order(drug="naltrexone", form=LIQUID), PURE, on=ON)
        assert made.beyond_use.date == date(2027, 1, 4)
        warm = changed(made, lambda stored: stored["made"].update(storage="room temperature"))
        assert refused(warm) == unread("made")
        late = changed(made, used_until("2027-05-29"))
        assert refused(late) == unread("beyond_use")

    def test_of_another_source_than_it_is_taken_from(self, planned: Planned) -> None:
        def weaker(stored: Stored) -> None:
            stored["source"]["strength"] = "4.5 mg"

        assert unread("taken_from") in refused(changed(planned(), weaker))

    def test_an_older_version_is_named_where_it_planned_otherwise(self, planned: Planned) -> None:
        older = changed(planned(), lambda stored: stored.update(version="0.1"))
        assert approved(older).review.plan.version == "0.1"

        def otherwise(stored: Stored) -> None:
            stored.update(version="0.1", assumptions=["none"])

        assert refused(changed(planned(), otherwise)) == unread(
            "assumptions, planned by version 0.1"
        )
        assert VERSION != "0.1"

    def test_what_was_approved_is_read_though_it_is_planned_otherwise_now(
        self, planned: Planned, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stored = approved(planned()).model_dump_json()
        monkeypatch.setattr(
            "ldn_compound.planning.again.made_otherwise", lambda plan: iter(("steps",))
        )
        assert Approved.model_validate_json(stored).by == BY
        with pytest.raises(NotApproved, match="steps: not what its order"):
            Approved.model_validate_json(stored).review.approve(by=BY, on=ON)


class TestUnchanged:
    """Every sort of plan is approved as its document has it."""

    @pytest.mark.parametrize("use", ["by weight", "whole", "half"])
    @pytest.mark.parametrize("form", [LIQUID, Capsules(strength="4.5 mg", quantity=90, shell="1")])
    def test_of_tablets(self, form: Any, use: Any) -> None:
        source = Tablets(strength="50 mg", weighed=20, together="3546 mg", use=use)
        made = plan(Order(drug="naltrexone", form=form), source, on=ON)
        assert approved(changed(made, lambda stored: None)).review.plan == made

    def test_of_a_kit_that_shares_a_trituration(self) -> None:
        periods = (Period(dose="0.5 mg", days="63 days"), Period(dose="1 mg", days="21 days"))
        strengths = ("0.5 mg", "1 mg")
        made = kit(Regimen(periods=periods), strengths=strengths, wishes=["capsules a day"])
        of = plan_kit(made, PURE, on=ON)
        assert of.way == "shared"
        for review in of.reviews:
            assert approved(changed(review.plan, lambda stored: None)).by == BY


@dataclass(frozen=True)
class Granules:
    """A source of somebody's own."""

    potency: Ratio

    def stock(self) -> Solid:
        return Solid(
            material="granules",
            active="naltrexone hydrochloride",
            potency=self.potency,
            nominal=self.potency,
            rests_on="by the maker's certificate",
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="granule jar")


class TestSomebodysOwnSource:
    def test_it_is_read_with_its_class_to_be_approved(self) -> None:
        order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100))
        made = plan(order, Granules(Ratio.of("25 %")), on=ON)
        known = {"sources": (Granules,)}
        assert approved(changed(made, lambda stored: None, context=known)).review.plan == made
        assert refused(changed(made, lambda stored: None)) == (
            "the plan cannot be made again: the source 'Granules' is not known here; "
            "read the document with context={'sources': (Granules,)}"
        )

        def fewer(stored: Stored) -> None:
            stored["steps"].pop()

        assert refused(changed(made, fewer, context=known)) == unread("steps")


class TestAHousesOwnStudy:
    """It is not in the document; all that rests on none is compared nevertheless."""

    # no water, at room temperature: 180 days by the chapter, and a study of a shorter time binds
    study = Study(
        name="house-7",
        title="House study 7",
        form="capsules",
        active="naltrexone hydrochloride",
        contents=(StudyContent(name="microcrystalline cellulose"),),
        stable=(Stable(storage="room", days=Days.of("90 days")),),
        cites=("house record 7",),
        confirmed=True,
    )

    @pytest.fixture
    def made(self) -> Plan:
        form = Capsules(
            strength="4.5 mg",
            quantity=100,
            shell="3",
            diluent_lots=({"number": "C-7", "expiry": "2028-06"},),
        )
        found = plan(Order(drug="naltrexone", form=form), PURE, on=ON, studies=(self.study,))
        # day 1 is 1 December: day 90 is 28 February
        assert found.beyond_use.limit.name == "House study 7"
        assert found.beyond_use.date == date(2027, 2, 28)
        return found

    def test_it_is_approved(self, made: Plan) -> None:
        assert approved(changed(made, lambda stored: None)).review.plan == made

    @pytest.mark.parametrize(
        "change",
        [
            lambda found: found["beaten"].pop(),
            lambda found: found.update(notes=["none"]),
            lambda found: found["beaten"][-1].update(date="2029-06-30"),
        ],
    )
    def test_the_rest_is_compared(self, made: Plan, change: Change) -> None:
        edited = changed(made, lambda stored: change(stored["beyond_use"]))
        assert refused(edited) == unread("beyond_use")


class TestAnExtensionByAHousesOwnStudy:
    """An oil is dated 90 days by the chapter, and by a study 180 days at most."""

    def made(self, days: str) -> Plan:
        oil = Vehicle(name="our oil", water=False, preserved="no", contains=("sesame oil",))
        form = OralLiquid(
            concentration="1 mg/mL",
            volume="150 mL",
            vehicle=oil,
            doses=("1.5 mg",),
            storage="room temperature",
            container="tight, light-resistant bottle",
        )
        study = Study(
            name="own",
            title="our own study",
            form="oral liquid",
            active="naltrexone hydrochloride",
            contents=(StudyContent(name="our oil"),),
            stable=(Stable(storage="room", days=Days.of(days)),),
            cites=("house record 8",),
            confirmed=True,
        )
        return plan(Order(drug="naltrexone", form=form), PURE, on=ON, studies=(study,))

    @pytest.mark.parametrize(
        ("days", "last"),
        [
            ("60 days", date(2027, 1, 29)),  # 31 of December, 29 of January
            ("90 days", date(2027, 2, 28)),
            ("120 days", date(2027, 3, 30)),  # 31 + 31 + 28 + 30
            ("360 days", date(2027, 5, 29)),  # 180 days: 31 + 31 + 28 + 31 + 30 + 29
        ],
    )
    def test_it_is_approved(self, days: str, last: date) -> None:
        made = self.made(days)
        assert made.beyond_use.date == last
        assert approved(changed(made, lambda stored: None)).review.plan == made

    def test_its_end_is_the_chapter_s(self) -> None:
        def later(stored: Stored) -> None:
            found = stored["beyond_use"]
            study, longest = found["beaten"][0], found["limit"] | {"date": "2029-01-01"}
            found.update(limit=study, beaten=[longest], date=study["date"])

        edited = changed(self.made("360 days"), later)
        assert edited.beyond_use.date == date(2027, 11, 25)
        assert refused(edited) == unread("beyond_use")

        def without_end(stored: Stored) -> None:
            found = stored["beyond_use"]
            found.update(limit=found["beaten"][0], beaten=[], date=found["beaten"][0]["date"])

        assert refused(changed(self.made("360 days"), without_end)) == unread("beyond_use")


class TestReviews:
    """What a review says in the name of a rule, that rule says."""

    @pytest.mark.parametrize("key", ["title", "remedy", "limit"])
    def test_other_words(self, planned: Planned, key: str) -> None:
        stored = json.loads(check(planned()).model_dump_json())
        first = stored["findings"][0]
        del first["message"]
        first[key] = "Nothing to be done."
        with pytest.raises(NotApproved) as why:
            Review.model_validate_json(json.dumps(stored)).approve(by=BY, on=ON)
        assert str(why.value) == (
            f"{first['code']}, {first['place']}: no such rule says this; check the plan again"
        )

    def test_a_finding_of_no_rule(self, planned: Planned) -> None:
        review = check(planned())
        own = review.findings[0].model_copy(update={"code": "HOUSE1"})
        more = review.model_copy(update={"findings": (*review.findings, own)})
        with pytest.raises(NotApproved, match=r"HOUSE1, .*: no such rule says this"):
            more.approve(by=BY, on=ON)
