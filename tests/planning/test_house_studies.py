"""A study of the house's own is looked through before anything is dated by it."""

from typing import Any

import pytest

from ldn_compound.catalog import studies_of, study
from ldn_compound.catalog.facts import Limits
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.errors import AmountError, KindError
from ldn_compound.planning.house_studies import checked_studies
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, Volume

OURS = Study(
    name="house-7",
    title="House study 7",
    form="oral liquid",
    active="naltrexone hydrochloride",
    contents=(StudyContent(name="Ora-Plus"),),
    stable=(Stable(storage="room", days=Days.of("90 days")),),
    cites=(),
    confirmed=True,
)


def test_published_studies_and_the_house_s_pass() -> None:
    every = (*studies_of("capsules"), *studies_of("oral liquid"), OURS)
    assert checked_studies(every) == every
    assert checked_studies([OURS]) == (OURS,)
    assert checked_studies(()) == ()


def test_limits_of_strength_pass() -> None:
    strength = Limits(low=PerUnit.of("1 mg"), high=PerUnit.of("5 mg"), texts=("1 mg", "5 mg"))
    one = OURS._replace(strength=strength, concentration=Concentration.of("1 mg/mL"))
    assert checked_studies((one,)) == (one,)


@pytest.mark.parametrize("stated", ["cote-2018", {"name": "house-7"}, None])
def test_what_is_no_study(stated: Any) -> None:
    with pytest.raises(KindError, match="is no study: write Study"):
        checked_studies((stated,))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"form": "capsule"}, "form: 'capsule'; write 'capsules' or 'oral liquid'"),
        ({"concentration": "1 mg/mL"}, r"write Concentration.of\('1 mg/mL'\)"),
        ({"strength": ("1 mg", "5 mg")}, r"strength: .*write Limits\("),
        ({"stable": ()}, "stable: nothing; write Stable"),
        ({"stable": ("90 days",)}, "stable: '90 days'; write Stable"),
        (
            {"stable": (Stable(storage="fridge", days=Days.of("90 days")),)},
            "storage: 'fridge'; write 'room' or 'refrigerator'",
        ),
        ({"stable": (Stable(storage="room", days=90),)}, r"days: 90; write Days.of\('90 days'\)"),
        (
            {"contents": (StudyContent(name="MCC"),)},
            "contents, 'MCC': an abbreviation; write 'microcrystalline cellulose'",
        ),
        (
            {"contents": (StudyContent(name="Ora-Plus", also=("SyrSpend",)),)},
            "contents, 'SyrSpend': two presentations; write",
        ),
        ({"contents": (StudyContent(name="Ora\u2013Plus"),)}, "is not plain; retype the name"),
        ({"contents": ("Ora-Plus",)}, "contents: 'Ora-Plus'; write StudyContent"),
        (
            {"contents": (StudyContent(name="glycerol", mass="5 g"),)},
            "contents, glycerol, mass: '5 g'; write Mass.of",
        ),
        (
            {"contents": (StudyContent(name="glycerol", volume=Mass.of("5 g")),)},
            "contents, glycerol, volume: .*; write Volume.of",
        ),
    ],
)
def test_a_fault_names_what_to_write(parts: dict[str, Any], said: str) -> None:
    with pytest.raises(AmountError, match=said) as refused:
        checked_studies((study("cote-2018"), OURS._replace(**parts)))
    assert str(refused.value).startswith("study 'house-7', ")


def test_amounts_of_contents_pass() -> None:
    contents = (
        StudyContent(name="sodium benzoate", mass=Mass.of("100 mg")),
        StudyContent(name="glycerol", volume=Volume.of("20 mL")),
    )
    assert checked_studies((OURS._replace(contents=contents),))
