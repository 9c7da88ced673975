"""The steps at the bench: each amount once, in the field's verbs, with boxes to fill in."""

from __future__ import annotations

from datetime import date

import pytest

from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Estimated
from ldn_compound.forms.house_fills import Calibrated
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.order import Order
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Item
from ldn_compound.records.steps import steps
from ldn_compound.rules.check import check
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)


def said(item: Item) -> str:
    """All words of a step, its table's too."""
    cells = [] if item.table is None else [str(cell) for row in item.table.rows for cell in row]
    return " ".join((item.text, *item.lines, *cells))


def labels(item: Item) -> list[str]:
    return [f"{box.label} {box.unit}".strip() for box in item.boxes]


def starting(review, verb: str) -> list[Item]:
    return [item for item in steps(review).items if item.text.startswith(verb)]


def times_said(amount: str, item: Item) -> int:
    return f" {said(item)} ".replace(";", " ").replace(".  ", " ").count(f" {amount} ")


def test_every_weighing_is_said_once_with_boxes_for_what_was_weighed(reviewed, powder):
    for review in (reviewed(), reviewed(source=powder, quantity=250, spare=5)):
        items = steps(review).items
        assert len(items) == len(review.plan.steps)
        weighings = [
            (step, item)
            for step, item in zip(review.plan.steps, items, strict=True)
            if isinstance(step, Weigh)
        ]
        assert len(weighings) > 1
        for step, item in weighings:
            assert item.text.startswith(f"Weigh {write(step.amount)} of ")
            assert times_said(write(step.amount), item) == 1
            assert labels(item) == ["tare mg", "actually weighed mg", "first check", "second check"]


def test_the_verbs_are_the_fields_own_and_in_order(reviewed):
    verbs = [item.text.split()[0].rstrip(":") for item in steps(reviewed()).items]
    assert verbs == [
        "Count",
        "Comminute",
        "Sieve",
        "Weigh",
        "Weigh",
        "Mix",
        "Encapsulate",
        "Inspect",
        "Package",
    ]


def test_a_weighing_says_out_of_what_into_what_and_how_far_off_it_may_be(reviewed):
    # Class III: 6 mg of sensitivity, on a balance that reads 1 mg.
    drug, diluent = starting(reviewed(), "Weigh")
    assert drug.text == (
        "Weigh 1436 mg of ground tablet out of the grinding mortar into the mixing mortar."
    )
    assert drug.lines[0] == ("This decides the dose. Read to 1 mg; the balance may be off by 6 mg.")
    assert diluent.text == (
        "Weigh 13882 mg of microcrystalline cellulose (diluent) out of the "
        "microcrystalline cellulose jar into the diluent boat."
    )
    assert diluent.lines[0] == "Read to 1 mg; the balance may be off by 6 mg."


def test_counted_tablets_are_named_with_what_each_is_taken_to_hold(reviewed):
    (count,) = starting(reviewed(), "Count")
    assert count.text == (
        "Count 9 tablets (naltrexone hydrochloride tablets 50 mg/tablet) into the grinding mortar."
    )
    assert count.lines[0] == (
        "A tablet is taken to weigh 177.3 mg on average and to hold 50 mg of "
        "naltrexone hydrochloride."
    )


def test_counted_tablets_are_weighed_together_against_their_average(reviewed):
    """20 tablets of 3546 mg, noted as 10, would double every dose: 9 of them are not 3200 mg."""
    (count,) = starting(reviewed(), "Count")
    # 9 × 177.3 mg = 1595.7 mg, to three figures
    assert count.lines[1] == (
        "Weigh them together before they are ground: about 1600 mg, or the count or the average "
        "weight is wrong."
    )
    assert labels(count) == ["counted", "together mg", "first check", "second check"]


def test_one_tablet_too_many_shows_among_many(reviewed):
    (count,) = starting(reviewed(quantity=900), "Count")
    # 900 × 4.5 mg ÷ 28.20079 % = 14361.3 mg; × 1.02 ÷ 177.3 mg = 82.6, so 83 tablets weigh
    # 14715.9 mg, and 84 of them 14893.2 mg; two figures would say 15000 mg of both
    assert count.text.startswith("Count 83 tablets ")
    assert ": about 14700 mg, or the count" in count.lines[1]


def test_tablets_below_the_balance_s_minimum_are_counted_alone(reviewed):
    one = Tablets(strength="50 mg", weighed=20, together="2200 mg", use="whole")
    (count,) = starting(reviewed(source=one, strength="1 mg", quantity=50), "Count")
    assert count.text.startswith("Count 1 tablet ")  # 110 mg, on a balance from 120 mg
    assert len(count.lines) == 1
    assert labels(count) == ["counted", "first check", "second check"]


def test_a_removed_coat_is_held_back_by_the_sieve_and_weighed(reviewed):
    bare = Tablets(
        strength="50 mg", weighed=20, together="3546 mg", coat="removed", passed="3400 mg"
    )
    review = reviewed(source=bare)
    (comminute,), (sieve,) = starting(review, "Comminute"), starting(review, "Sieve")
    assert comminute == Item("Comminute in the grinding mortar until the coat comes off.")
    assert "but for the coat: discard what of it stays on the sieve." in sieve.text
    assert labels(sieve) == ["powder that passed mg", "coat discarded mg"]
    # 405 mg × 170 mg ÷ 50 mg = 1377 mg; × 1.02 ÷ 170 mg = 8.26, so 9 tablets: 1530 mg pass
    assert "The potency rests on the powder that passes, about 1530 mg" in said(sieve)
    (count,) = starting(review, "Count")
    assert count.lines[0] == (
        "Of a tablet 170 mg are taken to pass the sieve, with 50 mg of naltrexone hydrochloride."
    )
    assert labels(count) == ["counted", "first check", "second check"]
    (ground_in,), (through,) = starting(reviewed(), "Comminute"), starting(reviewed(), "Sieve")
    assert "nothing is discarded" in said(ground_in)
    assert "coat" not in said(through)
    assert labels(through) == []


def test_geometric_dilution_lists_its_portions_to_be_ticked_off(reviewed):
    # An equal volume first, the densities being taken as one: 1436 mg, then 2872 and 5744 mg;
    # 13882 − 1436 − 2872 − 5744 = 3830 mg remain. Two figures each: 1400, 2900, 5700, 3800.
    (mix,) = starting(reviewed(), "Mix")
    assert mix.table is not None
    assert [row[1] for row in mix.table.rows] == [
        "about 1400 mg",
        "about 2900 mg",
        "about 5700 mg",
        "all that remains, about 3800 mg",
    ]
    assert all(not isinstance(row[2], str) for row in mix.table.rows)
    assert "in 4 portions" in mix.text
    assert "judged by eye, not weighed" in said(mix)


def test_all_of_the_blend_is_spread_and_nothing_is_filled_to_the_brim(reviewed):
    (encapsulate,) = starting(reviewed(), "Encapsulate")
    # (1436 + 13882) mg ÷ 90 = 170.2 mg
    assert encapsulate.text == (
        "Encapsulate: spread ALL of the blend in the mixing mortar over 90 shells, size 2; "
        "do not fill to the brim and stop. Net fill 170.2 mg/capsule."
    )


def test_each_run_has_its_share_and_the_last_takes_what_is_left(reviewed, powder):
    # 255 capsules on 100 holes: 3 runs of 85. 1147.5 mg ÷ 0.990025 = 1159.06 mg of powder;
    # 255 × 138 mg = 35190 mg in all, 11730 mg a run.
    review = reviewed(source=powder, quantity=250, spare=5, shell="3")
    runs = starting(review, "Encapsulate")
    assert [run.text.split(":")[0] for run in runs] == [
        "Encapsulate run 1 of 3",
        "Encapsulate run 2 of 3",
        "Encapsulate run 3 of 3",
    ]
    assert [run.text.count("over 85 shells") for run in runs] == [1, 1, 1]
    shares = [item.text for item in starting(review, "Weigh 11730 mg of blend for run")]
    assert [text.split(" into ")[1] for text in shares] == [
        "the vessel marked 'run 1'.",
        "the vessel marked 'run 2'.",
    ]
    assert runs[2].lines == ("This run takes what the others left, 11730 mg; weigh it to check.",)
    assert labels(runs[2])[0] == "what is left mg"
    assert runs[0].lines == ()


def test_a_calibrated_fill_prints_how_it_is_done(reviewed):
    review = reviewed(fill=Calibrated())
    (top_up,) = starting(review, "Top up")
    assert top_up.text == (
        "Top up 90 shells, size 2, with microcrystalline cellulose (calibrated fill)."
    )
    # 75 % of 13882 mg go in first; the rest, 3470.5 mg, is about 3500 mg.
    assert [line.split(" over ")[0].split(" out of ")[0] for line in top_up.lines] == [
        "Spread ALL of the powder in the mixing mortar",
        "Weigh the microcrystalline cellulose jar, top every shell up level",
        "Empty every shell back into the mixing mortar, and lose nothing.",
    ]
    assert "exactly 90 shells" in said(top_up)
    assert "about 3500 mg in all" in said(top_up)
    assert labels(top_up)[:3] == ["diluent before mg", "after mg", "taken mg"]
    (encapsulate,) = starting(review, "Encapsulate")
    assert labels(encapsulate)[:2] == ["all this powder mg", "net fill mg/capsule"]
    (inspect,) = starting(review, "Inspect")
    assert inspect.lines[0] == (
        "Target: the net fill found above; each capsule within 90 % to 110 % of it."
    )


def test_topping_up_that_the_balance_cannot_tell_is_not_weighed(reviewed):
    # 25 % of what 3 shells of 170.2 mg hold is 127.65 mg, less what the drug's powder takes of it
    (top_up,) = starting(reviewed(fill=Calibrated(), quantity=3), "Top up")
    assert top_up.lines[1].startswith("Top every shell up level out of the microcrystalline")
    assert top_up.lines[1].endswith(
        "in all: too light for a balance that may be off by 6 mg, and not weighed)."
    )
    assert labels(top_up) == ["first check", "second check"]


def test_what_a_calibrated_fill_leaves_for_the_last_run_is_weighed(reviewed):
    # 110 × 4.5 × 177.3 ÷ 50 = 1755.27, 1755 mg; 110 × 170.2 − 1755 = 16967 mg, of which 75 % are
    # 12725.25, 12725 mg: 14480 mg in two runs, 7240 mg each
    review = reviewed(fill=Calibrated(), quantity=105, spare=5)
    first, last = starting(review, "Top up")
    assert "left" not in said(first)
    assert last.lines[0] == (
        "This run takes what the others left in the mixing mortar, 7240 mg; weigh it to check."
    )
    assert labels(last)[0] == "what is left mg"


def test_a_calibrated_fill_of_two_runs_names_the_run_of_each_capsule(reviewed):
    # 110 capsules on 100 holes are two runs of 55, each topped up to a net fill of its own
    review = reviewed(fill=Calibrated(), quantity=105, spare=5)
    assert len(starting(review, "Encapsulate")) == 2
    (inspect,) = starting(review, "Inspect")
    assert inspect.lines[0] == (
        "Target: the net fill found above for the run that a capsule is from; each capsule "
        "within 90 % to 110 % of it."
    )


def test_inspection_has_the_target_and_its_limits(reviewed):
    # 170.2 mg × 0.9 = 153.18 mg; × 1.1 = 187.22 mg
    (inspect,) = starting(reviewed(), "Inspect")
    assert inspect.lines[0] == (
        "Target: mean net fill 170.2 mg/capsule; each capsule from 153.18 mg/capsule to "
        "187.22 mg/capsule (90 % to 110 % of it)."
    )
    assert labels(inspect)[0] == "mean net fill of 10 capsules mg/capsule"


@pytest.mark.parametrize("fill", [Estimated(), Calibrated()])
def test_capsules_too_light_for_the_balance_are_weighed_together(tablets, fill):
    # 500 mg × 5 % = 25 mg: 14.7 % of the 170.2 mg in one capsule, 1.5 % of ten of them.
    coarse = Balance(readability="10 mg", minimum_weighable="500 mg", capacity="600 g")
    form = Capsules(strength="4.5 mg", quantity=90, shell="2", fill=fill)
    order = Order(drug="naltrexone", form=form)
    review = check(plan(order, tablets, on=ON, bench=Bench(balance=coarse)))
    (inspect,) = starting(review, "Inspect")
    assert inspect.text == (
        "Inspect: look at all capsules; weigh 10 capsules together, less 10 empty shells: one "
        "alone is too light for a balance that may be off by 25 mg."
    )
    assert "each capsule" not in said(inspect)
    assert labels(inspect) == [
        "mean net fill of 10 capsules mg/capsule",
        "first check",
        "second check",
    ]


def test_a_minimum_for_accurate_work_does_not_keep_from_weighing_capsules(tablets):
    # 2 × 0.41 × 1 mg ÷ 0.10 % = 820 mg; off by 0.82 mg, it tells capsules of 170.2 mg apart.
    balance = Balance(readability="1 mg", repeatability="0.3 mg", capacity="600 g")
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90, shell="2"))
    (inspect,) = starting(check(plan(order, tablets, on=ON, bench=Bench(balance=balance))), "Insp")
    assert "weigh 10 capsules one by one" in inspect.text


def test_capsules_that_no_balance_here_weighs_are_looked_at(tablets):
    # 2 capsules of 170.2 mg are 340.4 mg together, of which 25 mg are 7.3 %.
    bench = Bench(
        balance=Balance(readability="10 mg", minimum_weighable="500 mg", capacity="600 g")
    )
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=2, shell="2"))
    made = plan(order, tablets, on=ON, bench=bench, policy=Policy(most_stages=0))
    (inspect,) = starting(check(made), "Inspect")
    assert inspect.text == (
        "Inspect: look at all capsules; 2 capsules together are too light for a balance that may "
        "be off by 25 mg."
    )
    assert labels(inspect) == ["first check", "second check"]


def test_spare_capsules_are_not_packed(reviewed):
    (package,) = starting(reviewed(spare=5), "Package")
    assert package.text.startswith("Package 90 capsules;")
    assert package.lines == ("Capsules made to spare are counted and accounted for, not packed.",)
    (exact,) = starting(reviewed(), "Package")
    assert exact.lines == ()


def test_a_step_points_to_what_was_found_of_it(undiluted):
    number = next(one.step for one in undiluted.findings if one.code == "WGH301")
    item = steps(undiluted).items[number - 1]
    assert item.text.startswith("Weigh 64 mg of ground tablet")
    pointers = [line for line in item.lines if line.endswith("among the findings.")]
    assert len(pointers) == 1
    assert "WGH301" in pointers[0]


def test_whole_tablets_are_mixed_without_a_weighing_of_their_powder(reviewed):
    # 9 tablets × 50 mg = 450 mg in 100 capsules: 4.5 mg each.
    whole = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="whole")
    review = reviewed(source=whole, quantity=100)
    (count,) = starting(review, "Count")
    assert count.text.startswith("Count 9 tablets ")
    assert count.text.endswith("into the mixing mortar.")
    assert [item.text.split(" of ")[1][:16] for item in starting(review, "Weigh")] == [
        "microcrystalline"
    ]
