"""The flags of `titrate`: a regimen, the kit or liquid for it, and its days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from ldn_compound.cli.ending import Unusable
from ldn_compound.cli.syringes import stated, syringe_said
from ldn_compound.model.faults import faults
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.directions import DirectionsTable
from ldn_compound.planning.dispense import Dispensing, dispense
from ldn_compound.planning.kit import Kit, KitTerms, Portion, kit
from ldn_compound.planning.kits.terms import strength_text
from ldn_compound.planning.liquid_course import LiquidCourse, liquid_course
from ldn_compound.planning.supplies.course import Dates
from ldn_compound.quantity.kinds import Concentration, Volume

if TYPE_CHECKING:
    from collections.abc import Iterator

Given = Mapping[str, Any]

_LADDER = ("--start", "--step", "--every", "--target", "--down-to", "--hold", "--times-a-day")
_OF_CAPSULES = ("--strength", "--most-strengths", "--most-a-dose", "--pack", "--wish")
_OF_LIQUIDS = ("--concentration", "--suggest", "--syringe", "--loss")
_OF_DATES = ("--keeps", "--ahead", "--most-days", "--held")
_EXAMPLE = "--start '0.5 mg' --step '0.5 mg' --every '7 days' --target '4.5 mg'"
_PERIOD = re.compile(
    r"(?P<dose>.+?)(?: (?P<times>once|twice|[1-9][0-9]{0,2} times) a day)? for (?P<days>.+)"
)
_HELD = re.compile(r"([1-9][0-9]{0,5}) of (.+)")
_FLAGS = MappingProxyType({"strengths": "--strength", "wishes": "--wish", "periods": "--period"})
"""Where a flag is not the field's own name."""


def course_of(given: Given) -> Kit | LiquidCourse | Dispensing:
    """What the flags ask for; dispensed, where they name a first day."""
    regimen = _regimen(given)
    medicine = _liquid(regimen, given) if _is_liquid(given) else _kit(regimen, given)
    if "--first-day" not in given:
        for flag in _OF_DATES:
            if flag in given:
                raise Unusable(f"{flag}: says something of days; add --first-day 2026-12-01")
        return medicine
    if "--held" in given and "--most-days" in given:
        raise Unusable("--most-days: what is held is one supply; leave it out")
    if {"--held", "--keeps"} <= set(given) and "--ahead" not in given:
        raise Unusable(
            "--keeps: what is held was made before, and keeps from then on; add how long before "
            "the first day that was, --ahead '9 days'"
        )
    with _told(Dates):
        return dispense(
            regimen,
            medicine,
            first_day=given["--first-day"],
            keeps=given.get("--keeps"),
            ahead=given.get("--ahead"),
            most_days=given.get("--most-days"),
            held=_held(given["--held"], medicine) if "--held" in given else None,
        )


def _regimen(given: Given) -> Regimen:
    ladder = [flag for flag in _LADDER if flag in given]
    if "--period" in given:
        if ladder:
            raise Unusable(f"{ladder[0]}: does not go with --period; write every period out")
        return _read({"periods": tuple(map(_period, given["--period"]))})
    ends = [flag for flag in ("--target", "--down-to") if flag in given]
    if len(ends) == 2:
        raise Unusable("--down-to: does not go with --target; doses go up, or down")
    missing = [flag for flag in ("--start", "--step", "--every") if flag not in given]
    missing += [] if ends else ["--target or --down-to"]
    if missing:
        raise Unusable(
            f"missing {', '.join(missing)}; write {_EXAMPLE}, or --period '4.5 mg for 90 days'"
        )
    steps = {_field(flag): given[flag] for flag in ladder if flag not in ends}
    way = "taper" if "--down-to" in given else "titration"
    return _read({way: {**steps, "target": given[ends[0]]}})


def _read(table: dict[str, Any]) -> Regimen:
    with _told(DirectionsTable):
        return DirectionsTable.model_validate(table).regimen


def _period(text: str) -> dict[str, Any]:
    """'0.5 mg for 7 days', or '1.5 mg twice a day for 14 days'."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise Unusable(f"--period: {text!r}: write such as '1.5 mg twice a day for 7 days'")
    times = found["times"] or "once"
    often = {"once": 1, "twice": 2}.get(times) or int(times.split()[0])
    return {"dose": found["dose"], "days": found["days"], "times_a_day": often}


def _is_liquid(given: Given) -> bool:
    liquid = [flag for flag in _OF_LIQUIDS if flag in given]
    capsules = [flag for flag in _OF_CAPSULES if flag in given]
    if liquid and capsules:
        raise Unusable(f"{capsules[0]}: of capsules, does not go with {liquid[0]}, of a liquid")
    if "--concentration" in given and "--suggest" in given:
        raise Unusable("--suggest: finds a concentration; leave --concentration out")
    if liquid and not {"--concentration", "--suggest"} & set(given):
        raise Unusable(f"{liquid[0]}: add --concentration '1 mg/mL', or --suggest for one")
    return bool(liquid)


def _kit(regimen: Regimen, given: Given) -> Kit:
    terms = {_field(flag): given[flag] for flag in _OF_CAPSULES if flag in given}
    wishes = tuple(one.replace("-", " ") for one in terms.pop("wish", ()))
    strengths = terms.pop("strength", None)
    with _told(KitTerms):
        return kit(regimen, strengths=strengths, wishes=wishes, **terms)


def _liquid(regimen: Regimen, given: Given) -> LiquidCourse:
    text = given.get("--concentration")
    with _told(LiquidCourse):
        return liquid_course(
            regimen,
            concentration=None if text is None else stated(Concentration, text, "--concentration"),
            syringes=tuple(map(syringe_said, given.get("--syringe", ()))),
            loss=given.get("--loss"),
        )


def _held(texts: Sequence[str], medicine: Kit | LiquidCourse) -> tuple[Portion, ...] | Volume:
    if isinstance(medicine, LiquidCourse):
        if len(texts) > 1:
            raise Unusable("--held: write the volume of the liquid once, '60 mL'")
        return stated(Volume, texts[0], "--held")
    portions = tuple(map(_portion, texts))
    for portion in portions:
        if portion.strength not in medicine.strengths:
            said = strength_text(portion.strength)
            known = ", ".join(map(strength_text, medicine.strengths))
            raise Unusable(
                f"--held: {said} is held, and this kit takes {known}; name the strengths of the "
                f"kit, --strength '{said}'"
            )
    return portions


def _portion(text: str) -> Portion:
    found = _HELD.fullmatch(text)
    if found is None:
        raise Unusable(f"--held: {text!r}: write such as '63 of 0.5 mg'")
    with _told(Portion, flag="--held"):
        return Portion(strength=found[2], units=int(found[1]))


@contextmanager
def _told(record: type[BaseModel], *, flag: str = "") -> Iterator[None]:
    """A refusal of what the flags state, as one line that names the flag."""
    try:
        yield
    except ValidationError as error:
        said = (_line(fault.place, fault.says, flag) for fault in faults(error, of=record))
        raise Unusable("; ".join(dict.fromkeys(said))) from None


def _line(place: str, says: str, flag: str) -> str:
    parts = [part for part in place.split(".") if part and not part.isdigit()]
    if flag or not parts:
        return f"{flag}: {says}" if flag else says
    if "periods" in parts:
        return f"--period: {says}"
    if parts == ["taper", "target"]:
        return f"--down-to: {says}"
    if parts[-1] in ("titration", "taper"):
        return says
    return f"{_FLAGS.get(parts[-1], _flag(parts[-1]))}: {says}"


def _flag(field: str) -> str:
    return f"--{field.replace('_', '-')}"


def _field(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")
