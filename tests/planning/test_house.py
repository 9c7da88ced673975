"""A house's catalogue: what an order names of it, and what is no entry."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ldn_compound.errors import AmountError, CatalogError, CompoundError
from ldn_compound.forms.house_fills import Measured
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.preparation import Container, Content, Preparation
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.beyond_use import beyond_use
from ldn_compound.planning.house import House
from ldn_compound.planning.request import Request, RequestError
from ldn_compound.quantity.kinds import Mass, PerTablet, VolumePerUnit
from ldn_compound.quantity.origins import Cited
from ldn_compound.rules.check import check
from ldn_compound.sources.tablets import Tablets

FOLDER = Path("examples/house")
HOUSE = House.from_toml((FOLDER / "catalogue.toml").read_text("utf-8"))
ORDER = (FOLDER / "order.toml").read_text("utf-8")
LIQUID = """
drug = "naltrexone"
on = 2026-12-01
[oral_liquid]
concentration = "1 mg/mL"
volume = "150 mL"
vehicle = "our preserved vehicle"
doses = ["1.5 mg"]
[powder]
substance = "naltrexone hydrochloride"
certificate = { basis = "as is", assay = "100 %" }
"""
SOURCED = 'cites = ["house record 1"]\nconfirmed = false\n'


def with_(line: str, instead: str, order: str = ORDER) -> str:
    assert line in order
    return order.replace(line, instead, 1)


def refused(order: str, house: House = HOUSE) -> str:
    with pytest.raises(RequestError) as caught:
        Request.from_toml(order, house=house)
    return str(caught.value)


class TestOrder:
    """What an order names of the house is replaced by all that stands under the name."""

    request = Request.from_toml(ORDER, house=HOUSE)

    def test_a_fill_brings_its_shell_and_its_diluent(self) -> None:
        assert isinstance(self.request.form.fill, Measured)
        assert self.request.form.shell.volume == VolumePerUnit.of("0.29 mL")
        assert self.request.form.shell.size == "3"
        assert self.request.form.diluent == "microcrystalline cellulose"

    def test_tablets_are_the_house_s_with_what_the_order_states(self) -> None:
        tablets = self.request.source
        assert isinstance(tablets, Tablets)
        assert tablets.strength == PerTablet.of("50 mg")
        assert tablets.average == PerTablet.of("177.3 mg")
        assert tablets.contains is not None
        assert "crospovidone" in tablets.contains

    def test_an_amount_cites_the_house_in_its_own_words(self) -> None:
        assert self.request.form.shell.volume.origin == Cited(
            "our size 3, volume",
            ("house record 2026-11: ten shells of lot S-77 filled with water and weighed",),
            True,
        )

    def test_the_plan_has_all_of_it_and_reads_back_without_the_house(self) -> None:
        # 405 mg ÷ 50 mg × 177.3 mg = 1436.13 mg; 172 − 15.956 of 172 is 90.723 %; × 138.5 × 90
        plan = self.request.plan()
        assert plan.taken == Mass.of("1436 mg")
        text = plan.model_dump_json()
        again = Plan.model_validate_json(text)
        assert again == plan
        assert again.model_dump_json() == text
        assert again.filling is not None
        assert again.filling.shell.volume.origin == self.request.form.shell.volume.origin
        assert check(again).findings == check(plan).findings

    def test_names_are_found_in_any_case(self) -> None:
        text = with_('"our 50 mg tablets"', '"Our 50 MG Tablets"')
        assert Request.from_toml(text, house=HOUSE).source == self.request.source

    def test_a_vehicle_and_what_it_is_made_of(self) -> None:
        # 200 mg of benzoate in 100 mL: 300 mg in 150 mL
        plan = Request.from_toml(LIQUID, house=HOUSE).plan()
        assert plan.bottled is not None
        assert plan.bottled.entry.preserved == "yes"
        weighed = {step.what: step.amount for step in plan.steps if isinstance(step, Weigh)}
        assert weighed["sodium benzoate"] == Mass.of("300 mg")
        assert Plan.model_validate_json(plan.model_dump_json()) == plan

    def test_of_ways_too(self) -> None:
        text = with_("[tablets]", '[ways."by weight".tablets]')
        text += '[ways.whole.tablets]\nproduct = "our 50 mg tablets"\nweight = "177.3 mg"\n'
        text += 'use = "whole"\n'
        sources = Request.from_toml(text, house=HOUSE).sources
        assert {one.strength for one in sources.values()} == {PerTablet.of("50 mg")}

    def test_a_policy_in_the_order_or_alone(self) -> None:
        stated = (FOLDER / "policy.toml").read_text("utf-8")
        alone = HOUSE.policy(stated)
        assert alone.shells[0] == self.request.form.shell
        assert alone.vehicle.name == "our preserved vehicle"
        assert Policy.model_validate_json(alone.model_dump_json()) == alone
        inside = Request.from_toml(
            with_('vehicle = "our preserved vehicle"\n', "", LIQUID)
            + '[policy]\nvehicle = "our preserved vehicle"\n',
            house=HOUSE,
        )
        assert inside.plan().bottled is not None

    def test_the_shells_of_a_policy_are_tried_in_turn(self) -> None:
        """15.956 mg of powder in the first: 0.29 mL × 0.46 g/mL is 133.4 mg."""
        text = with_('fill = "size 3 with fine cellulose"\n', "")
        text += '[policy]\nshells = ["our size 3", "1"]\n'
        plan = Request.from_toml(text, house=HOUSE).plan()
        assert plan.filling is not None
        assert plan.filling.shell.volume == VolumePerUnit.of("0.29 mL")

    def test_an_order_without_names_is_as_without_a_house(self) -> None:
        text = Path("examples/orders/capsules-from-tablets.toml").read_text("utf-8")
        assert Request.from_toml(text, house=HOUSE) == Request.from_toml(text)

    def test_an_unconfirmed_entry_is_told(self) -> None:
        house = House.from_toml(f'[shell.ours]\nsize = "3"\nvolume = "0.29 mL"\n{SOURCED}')
        text = with_('fill = "size 3 with fine cellulose"', 'shell = "ours"')
        text = with_('product = "our 50 mg tablets"', 'strength = "50 mg"', text)
        found = check(Request.from_toml(text, house=house).plan()).findings
        assert any(one.code == "SRC214" and one.place == "ours, volume" for one in found)


class TestStudies:
    def test_a_house_s_study_dates_its_own_formulation(self) -> None:
        # 14 or 35 days by the chapter; 45 by the study, which needs a passed effectiveness test
        preparation = Preparation(
            form="oral liquid",
            active="naltrexone hydrochloride",
            concentration="1 mg/mL",
            contents=(
                Content(name="ascorbic acid", mass="0.5 g"),
                Content(name="sodium benzoate", mass="200 mg"),
                Content(name="glycerol", volume="20 mL"),
                Content(name="purified water"),
            ),
            source="powder",
            contains_water=True,
            preserved="yes",
            storage="refrigerator",
            container=Container(name="amber plastic bottle", tight=True, light_resistant=True),
            antimicrobial_test={"report": "house report 8", "aged": "60 days"},
        )
        made = date(2026, 12, 1)
        with_study = beyond_use(preparation, made=made, studies=HOUSE.studies)
        # the day of compounding is day 1: 1 December and 44 days
        assert with_study.date == date(2027, 1, 14)
        assert beyond_use(preparation, made=made).date == date(2027, 1, 4)  # 35 days

    def test_of_a_plan(self) -> None:
        """45 days from 1 December, that day counted, end on 14 January; the chapter's 35 on 4th."""
        tested = 'antimicrobial_test = { report = "house report 8", aged = "60 days" }'
        text = with_("volume =", f'container = "amber plastic bottle"\n{tested}\nvolume =', LIQUID)
        request = Request.from_toml(text, house=HOUSE)
        found = request.plan(studies=HOUSE.studies).beyond_use
        assert found.date == date(2027, 1, 14)
        assert found.limit.name == "House study 2026, 1 mg/mL in our preserved vehicle"
        assert request.plan().beyond_use.date == date(2027, 1, 4)


class TestRefusedOrders:
    @pytest.mark.parametrize(
        ("line", "instead", "said"),
        [
            (
                '"our 50 mg tablets"',
                '"our 50 mg tablet"',
                "tablets.product: 'our 50 mg tablet' is no tablets of the house's catalogue; it "
                "holds 'our 50 mg tablets'",
            ),
            ('"our 50 mg tablets"', "50", "tablets.product: 50 is no tablets of the house's"),
            ('"our 50 mg tablets"', '["x"]', "tablets.product: ['x'] is no tablets of the"),
            (
                'product = "our 50 mg tablets"',
                'product = "our 50 mg tablets"\nstrength = "25 mg"',
                "tablets.strength: 'our 50 mg tablets' states it; leave it out",
            ),
            (
                '"size 3 with fine cellulose"',
                '"size 3 with cellulose"',
                "capsules.fill: 'size 3 with cellulose' is no fill of the house's catalogue",
            ),
            (
                'fill = "size 3 with fine cellulose"',
                'fill = "size 3 with fine cellulose"\nshell = "3"',
                "capsules.fill: 'size 3 with fine cellulose' was measured in shell 'our size 3'",
            ),
            (
                'fill = "size 3 with fine cellulose"',
                'fill = "size 3 with fine cellulose"\ndiluent = "lactose monohydrate"',
                "capsules.fill: 'size 3 with fine cellulose' was measured with microcrystalline",
            ),
            (
                'fill = "size 3 with fine cellulose"',
                'shell = "our size 4"',
                "capsules.shell: 'our size 4' is no shell of the house's catalogue; it holds",
            ),
            (
                'fill = "size 3 with fine cellulose"',
                'fill = "size 3 with fine cellulose"\nshell = { size = "99" }',
                "capsules.fill: ",
            ),
        ],
    )
    def test_of_capsules(self, line: str, instead: str, said: str) -> None:
        assert refused(with_(line, instead)).startswith(said)

    def test_of_a_liquid(self) -> None:
        text = with_('"our preserved vehicle"', '"our vehicle"', LIQUID)
        assert refused(text).startswith(
            "oral_liquid.vehicle: 'our vehicle' is no vehicle of the house's catalogue"
        )

    @pytest.mark.parametrize(
        ("stated", "place"),
        [("vehicle = 'theirs'", "policy.vehicle"), ("shells = ['theirs']", "policy.shells")],
    )
    def test_of_a_policy(self, stated: str, place: str) -> None:
        assert refused(f"{ORDER}[policy]\n{stated}\n").startswith(f"{place}: 'theirs' is no ")
        with pytest.raises(AmountError, match=place.removeprefix("policy.")):
            HOUSE.policy(stated)

    def test_of_a_way(self) -> None:
        text = with_("[tablets]", '[ways."by weight".tablets]')
        text = with_('"our 50 mg tablets"', '"theirs"', text)
        assert refused(text).startswith('ways."by weight".tablets.product: ')

    def test_where_the_house_has_none(self) -> None:
        house = House.from_toml(f'[shell.ours]\nsize = "3"\nvolume = "0.29 mL"\n{SOURCED}')
        assert refused(ORDER, house).endswith("is no fill of the house's catalogue; it has none")

    def test_without_a_house_a_name_is_refused(self) -> None:
        with pytest.raises(
            RequestError, match=r"tablets\.product: no catalogue of a house is given"
        ):
            Request.from_toml(ORDER)


def shell(otherwise: Mapping[str, str] = {}, name: str = '"our size 3"', more: str = "") -> str:
    fields = {"size": '"3"', "volume": '"0.29 mL"', "cites": '["record 1"]', "confirmed": "true"}
    lines = "\n".join(f"{key} = {one}" for key, one in {**fields, **otherwise}.items() if one)
    return f"[shell.{name}]\n{lines}\n{more}"


def entry(kind: str, lines: str) -> str:
    return f"[{kind}.ours]\n{lines}\n{SOURCED}"


VEHICLE = "water = true\npreserved = 'yes'\n"
FILL = (
    "shell = '3'\npacked_with = 'microcrystalline cellulose'\n"
    "diluent = { shells = 10, together = '1385 mg' }\n"
)
STUDY = (
    "title = 'ours'\nform = 'capsules'\nactive = 'naltrexone hydrochloride'\n"
    "contents = [{ name = 'lactose monohydrate' }]\n"
    "stable = [{ storage = 'room', days = '90 days' }]\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a house's catalogue: nothing in it; write an entry"),
        ("[shell]", "a house's catalogue: nothing in it"),
        ("[shells.x]\nsize = '3'", "a house's catalogue: 'shells' is no key here; write 'shell'"),
        ("shell = '3'", "shell: '3'; write a table for each"),
        ("shell.x = 1", "shell.x: 1 is one value; write a table"),
        ("our catalogue", "line 1, 'our catalogue': not TOML"),
        ("a = " + "[" * 50_000, "tables or lists within one another, too deep to read"),
        (shell(name='"3"'), "shell, '3': the package's own name; give it one of the house's"),
        (shell(name='" "'), "shell: an entry without a name"),
        (shell(name='"größe 3"'), "'gr\\xf6\\xdfe 3': the character"),
        (shell() + shell(name='"Our Size 3"'), "shell, 'Our Size 3': named twice"),
        (shell() + shell(), "line 6, "),
        (shell({"volume": "0.29"}), 'shell."our size 3".volume: 0.29; write it with its unit'),
        (shell({"volume": '"0,29 mL"'}), "shell.\"our size 3\".volume: '0,29 mL': write the dec"),
        (shell({"volume": '"0.29 mg"'}), "shell.\"our size 3\".volume: '0.29 mg': 'mg' is not a"),
        (shell({"volume": '"0 mL"'}), "shell.\"our size 3\": volume: '0 mL/unit': an amount above"),
        (shell({"volume": ""}), 'shell."our size 3".volume is missing; write volume = '),
        (
            shell({"volum": "'1 mL'"}),
            "shell.\"our size 3\": 'volum' is no key here; write 'volume'",
        ),
        (shell({"size": "3"}), 'shell."our size 3".size: 3; write it in quotes'),
        (shell({"size": ""}), 'shell."our size 3".size: missing; write it in quotes'),
        (shell({"maker": '"Mainstream"'}), "shell.\"our size 3\".maker: 'Mainstream': write whose"),
        (shell({"cites": ""}), 'shell."our size 3": no source; write cites = [\'house record'),
        (shell({"cites": "[' ']"}), 'shell."our size 3": no source; write cites = [\'house'),
        (shell({"cites": "'record'"}), "shell.\"our size 3\": 'record'; write a list of texts"),
        (shell({"confirmed": "'yes'"}), 'shell."our size 3": write confirmed = true or false'),
        (shell({"confirmed": ""}), 'shell."our size 3": write confirmed = true or false'),
        (
            entry("vehicle", VEHICLE).replace("ours", '"Ora-Plus"'),
            "vehicle, 'Ora-Plus': the package's own name",
        ),
        (entry("vehicle", VEHICLE).replace("ours", "water"), "vehicle, 'water': the package's"),
        (entry("vehicle", "preserved = 'yes'"), "vehicle.ours.water: missing; write water = true"),
        (entry("vehicle", "water = 1\npreserved = 'yes'"), "vehicle.ours.water: 1; write true or"),
        (entry("vehicle", "water = true"), "vehicle.ours.preserved: '': write 'yes' or 'no' or"),
        (
            entry("vehicle", VEHICLE + "ad = 'purified water'"),
            "vehicle.ours: vehicle 'ours': parts",
        ),
        (
            entry("vehicle", VEHICLE + "ad = 'purified water'\nparts = { sucrose = 80 }"),
            "vehicle.ours.sucrose: 80; write it with its unit",
        ),
        (
            entry("vehicle", VEHICLE + "ad = 'purified water'\nparts = { glycerol = '0 mL' }"),
            "vehicle.ours.glycerol: amount: '0 mL': an amount above zero is wanted",
        ),
        (
            entry("vehicle", VEHICLE + "ad = 'purified water'\nparts = { 'a  b' = '1 mL' }"),
            "vehicle.ours.a  b: name: 'a  b': stray spaces; write 'a b'",
        ),
        (
            entry("vehicle", VEHICLE + "ad = 'purified water'\nparts = ['sucrose']"),
            "vehicle.ours.parts: ['sucrose']; write a table",
        ),
        (entry("vehicle", VEHICLE + "contains = 'benzoate'"), "vehicle.ours.contains: 'benzoate'"),
        (
            entry("vehicle", VEHICLE + "ingredients = 'sucrose'"),
            "vehicle.ours.ingredients: 'sucrose'",
        ),
        (entry("tablets", "scored = 'none'"), "tablets.ours.strength is missing; write strength"),
        (entry("tablets", "strength = '0 mg'"), "tablets.ours: strength: '0 mg/tablet': an amount"),
        (
            entry("tablets", "strength = '50 mg'\nscored = 'thirds'"),
            "tablets.ours: scored: 'thirds': write 'none', 'halves' or 'quarters'",
        ),
        (
            entry("tablets", "strength = '50 mg'\nweight = '40 mg'"),
            "tablets.ours: tablets: 50 mg/tablet of drug in 40 mg/tablet of tablet",
        ),
        (
            entry("tablets", "strength = '50 mg'\nsubstance = 'naloxone'"),
            "tablets.ours: substance: 'naloxone': another drug",
        ),
        (
            entry("tablets", "strength = '50 mg'\ncontains = 'lactose'"),
            "tablets.ours.contains: 'lactose'; write a list of texts",
        ),
        (entry("tablets", "strength = '50 mg'\nuse = 'whole'"), "tablets.ours: 'use' is no key"),
        (
            entry("tablets", "strength = '50 mg'").replace(
                "ours", '"naltrexone hydrochloride tablets 50 mg"'
            ),
            "tablets, 'naltrexone hydrochloride tablets 50 mg': the package's own name",
        ),
        (entry("fill", FILL.replace("'3'", "'our size 3'")), "fill.ours.shell: 'our size 3' is no"),
        (entry("fill", FILL.replace("shell = '3'\n", "")), "fill.ours.shell: missing; write it in"),
        (entry("fill", FILL.replace("microcrystalline cellulose", "flour")), "fill.ours.packed_w"),
        (entry("fill", FILL.replace("shells = 10, ", "")), 'fill."ours, diluent".shells: missing'),
        (entry("fill", FILL.replace("10", "0")), "fill.\"ours, diluent\": shells: '0 units': an a"),
        (entry("fill", FILL.replace("'1385 mg'", "'1385'")), 'fill."ours, diluent".together: '),
        (entry("study", STUDY.replace("capsules", "capsule")), "study.ours.form: 'capsule': write"),
        (
            entry("study", STUDY.replace("90 days", "90")),
            "study.\"ours, stable\".days: '90': a num",
        ),
        (entry("study", STUDY.replace("90 days", "0 days")), 'study."ours, stable".days: 0 days: '),
        (entry("study", STUDY.replace("room", "shelf")), "study.\"ours, stable\".storage: 'shelf'"),
        (entry("study", STUDY.replace("title = 'ours'", "")), "study.ours.title: missing; write"),
        (entry("study", STUDY.replace("naltrexone hydro", "naltrexon hydro")), "study.ours.active"),
        (entry("study", STUDY).replace("study.ours", "study.cote-2018"), "study, 'cote-2018': the"),
        (entry("study", "\n".join(STUDY.splitlines()[:3])), "study.ours.contents: missing; write"),
        (entry("study", "\n".join(STUDY.splitlines()[:4])), "study.ours.stable: missing; write"),
    ],
)
def test_what_is_no_catalogue(text: str, said: str) -> None:
    with pytest.raises(CompoundError) as caught:
        House.from_toml(text)
    assert str(caught.value).startswith(said)


def test_an_amount_nobody_confirmed_says_so() -> None:
    house = House.from_toml(entry("tablets", "strength = '50 mg'\nweight = '177.3 mg'"))
    fields: Mapping[str, Any] = house.tablets["ours"]
    assert fields["weight"].origin == Cited("ours, weight", ("house record 1",), False)


def test_an_entry_of_the_package_is_not_shadowed_in_another_table() -> None:
    house = House.from_toml(f'[shell."Capsuline 3"]\nsize = "3"\nvolume = "0.27 mL"\n{SOURCED}')
    text = with_('fill = "size 3 with fine cellulose"', 'shell = "3"')
    text = with_('product = "our 50 mg tablets"', 'strength = "50 mg"', text)
    assert Request.from_toml(text, house=house).form.shell.volume == VolumePerUnit.of("0.30 mL")


def test_it_is_a_catalogue_s_fault() -> None:
    with pytest.raises(CatalogError):
        House.from_toml("[shell.ours]\nsize = '3'")
