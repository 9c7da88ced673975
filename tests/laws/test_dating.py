"""Laws of the beyond-use date that a plan carries, for any order, source, day and policy."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings, strategies as st

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.planning.preparation import preparation_of
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration

FEW = settings(max_examples=100)  # each plans twice or more
FIRST = date(2024, 1, 1)
days = st.integers(0, 3000).map(lambda later: FIRST + timedelta(days=later))


@st.composite
def lots(draw: st.DrawFn, made: date) -> tuple[Lot, ...]:
    """None, or up to two: undated, of a maker, or made in house; from a month before to a year."""

    def lot(number: int) -> Lot:
        until = made + timedelta(days=draw(st.integers(-30, 400)))
        how = draw(st.sampled_from(("", "expiry", "beyond_use", "month")))
        dated = {
            "": {},
            "expiry": {"expiry": until},
            "beyond_use": {"beyond_use": until},
            "month": {"expiry": f"{until:%m/%Y}"},
        }[how]
        return Lot.model_validate({"number": f"L{number}", **dated})

    return tuple(lot(number) for number in range(draw(st.integers(0, 2))))


@st.composite
def sources(draw: st.DrawFn, made: date) -> Any:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", lots=draw(lots(made)))
    powder = Powder(
        substance="naltrexone hydrochloride",
        certificate=AsIs(assay="99 %"),
        lots=draw(lots(made)),
    )
    shelf = Prepared(
        name="tenfold",
        number="T",
        made=made - timedelta(days=40),
        beyond_use=made + timedelta(days=draw(st.integers(-30, 100))),
        potency="10 %",
        made_from=draw(st.sampled_from((None, "powder"))),
        diluted_with=draw(st.sampled_from(("", "microcrystalline cellulose"))),
    )
    lactose = Trituration(
        of=powder, powder="1 g", diluent="1 g", diluent_name="lactose monohydrate"
    )
    return draw(st.sampled_from((tablets, powder, shelf, lactose)))


@st.composite
def forms(draw: st.DrawFn, made: date) -> Any:
    monograph = draw(st.sampled_from((None, {"title": "a monograph", "days": "100 days"})))
    packed = {
        "container": draw(st.sampled_from((None, "amber plastic bottle", "clear vial"))),
        "storage": draw(st.sampled_from(("room temperature", "refrigerator"))),
        "monograph": monograph,
    }
    if draw(st.booleans()):
        return Capsules(
            strength=draw(st.sampled_from(("4.5 mg", "1.5 mg", "6 mg"))),
            quantity=100,
            diluent=draw(st.sampled_from((None, "lactose monohydrate"))),
            diluent_lots=draw(lots(made)),
            shell_lots=draw(lots(made)),
            **packed,
        )
    test = {"report": "report 12", "aged": f"{draw(st.integers(1, 200))} days"}
    return OralLiquid(
        concentration=draw(st.sampled_from(("1 mg/mL", "0.5 mg/mL"))),
        volume="480 mL",
        vehicle=draw(
            st.sampled_from(
                ("ascorbic acid and glycerol vehicle", "purified water", "SyrSpend SF PH4 liquid")
            )
        ),
        doses=("1.5 mg",),
        vehicle_lots=draw(lots(made)),
        preserved=draw(st.sampled_from((None, True, False))),
        antimicrobial_test=draw(st.sampled_from((None, test))),
        refrigeration_harms=draw(st.sampled_from(("", "it gels")))
        if packed["storage"] == "room temperature"
        else "",
        **packed,
    )


@st.composite
def orders(draw: st.DrawFn) -> dict[str, Any]:
    made = draw(days)
    return {
        "order": Order(drug="naltrexone", form=draw(forms(made))),
        "source": draw(sources(made)),
        "on": made,
        "policy": Policy(
            first_day=draw(st.sampled_from(("compounding day", "day after"))),
            edition=draw(st.sampled_from((None, "usp-795-2014", "usp-795-2023"))),
        ),
    }


def planned(stated: dict[str, Any], **other: Any) -> Plan:
    whole = {**stated, **other}
    try:
        return plan(whole.pop("order"), whole.pop("source"), bench=Bench.usual(), **whole)
    except PlanError:
        assume(False)
        raise


def with_form(stated: dict[str, Any], **parts: Any) -> dict[str, Any]:
    order = stated["order"]
    form = order.form.model_copy(update=parts)
    return {**stated, "order": Order(drug="naltrexone", form=form)}


@FEW
@given(stated=orders())
def test_no_plan_is_dated_beyond_a_component(stated: dict[str, Any]) -> None:
    made = planned(stated)
    for what, of_it in made.lots:
        for lot in of_it:
            assert lot.until is None or made.beyond_use.date <= lot.until, what
    source = stated["source"]
    if isinstance(source, Prepared):
        assert made.beyond_use.date <= source.beyond_use


@FEW
@given(stated=orders())
def test_none_is_dated_beyond_the_default_but_for_a_study_or_monograph_that_is_listed(
    stated: dict[str, Any],
) -> None:
    """By hand: the longest default of each edition is 180 days or six months, 14 and 35 if wet."""
    made = planned(stated)
    found = made.beyond_use
    lifted = {"study", "monograph"} & {limit.kind for limit in found.limits}
    older = found.edition == "usp-795-2014"
    wet = 14 if older or made.bottled is None or made.bottled.preserved != "yes" else 35
    dry = 184 if older else 180  # July to December have 184 days
    longest = dry if made.bottled is None else wet
    if not lifted:
        assert found.date <= found.made + timedelta(days=longest)


@FEW
@given(stated=orders(), until=st.integers(-30, 400))
def test_one_more_lot_never_makes_it_later(stated: dict[str, Any], until: int) -> None:
    before = planned(stated)
    last = stated["on"] + timedelta(days=until)
    field = "diluent_lots" if before.bottled is None else "vehicle_lots"
    more = (*getattr(stated["order"].form, field), Lot(number="more", expiry=last))
    after = planned(with_form(stated, **{field: more}))
    assert after.beyond_use.date == min(before.beyond_use.date, last)


@FEW
@given(stated=orders())
def test_the_day_after_is_never_earlier_than_the_compounding_day(stated: dict[str, Any]) -> None:
    policy = stated["policy"]
    earlier, later = (
        planned(stated, policy=policy.model_copy(update={"first_day": first})).beyond_use.date
        for first in ("compounding day", "day after")
    )
    assert later - earlier in (timedelta(0), timedelta(days=1))


@FEW
@given(stated=orders())
def test_it_is_stored_and_read_back(stated: dict[str, Any]) -> None:
    made = planned(stated)
    again = Plan.model_validate_json(made.model_dump_json())
    assert again.beyond_use == made.beyond_use
    assert preparation_of(again) == preparation_of(made)
