"""From a regimen to a liquid: the volume of each dose on a syringe's mark, and how much to make.

1.5, 3 and 4.5 mg for 14 days each, of 1.5 mg/mL: 1, 2 and 3 mL, all in the 3 mL syringe;
14 × (1 + 2 + 3) = 84 mL are drawn, 84 × 105 % = 88.2 mL with what measuring loses, 89 mL made.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import difference, times, total
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.bottles import bottled
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.base import Base, Document
from ldn_compound.model.decided import a_part
from ldn_compound.model.measure import Measure
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.regimen import Regimen, checked_regimen
from ldn_compound.model.stated import FromZero, Stated, above_zero
from ldn_compound.planning.dose_volume import DoseVolume, dose_volumes, suggested_concentrations
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, UnitCount, Volume
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.writing import write

_WHOLE_ML = Rounding("whole mL", Volume.of("1 mL", by="the liquid"), Mode.UP)


class InSyringe(Base, frozen=True):
    """A volume in an oral syringe of a capacity, as a patient is told it."""

    model_config = ConfigDict(title="the directions")

    volume: Stated[Volume]
    capacity: Stated[Volume]

    @model_validator(mode="after")
    def _holds_it(self) -> Self:
        if self.volume > self.capacity:
            raise AmountError(
                f"{write(self.volume)} in a {write(self.capacity)} oral syringe, which holds no "
                "more than that; correct the volume or the syringe"
            )
        return self


class LiquidContent(Base, frozen=True):
    """How much of a liquid so many days take."""

    drawn: Volume
    """Into syringes."""
    wanted: Volume
    """With what measuring loses."""
    supplied: Volume
    """In whole mL; or what is held."""
    left_over: Volume
    bottle: Volume
    bottles: UnitCount


def _usual_loss() -> Any:
    return fact("measuring_loss").amount(Ratio)


class LiquidCourse(Document, frozen=True):
    """A liquid for a regimen: for each period the volume of a dose, and how much of it there is."""

    model_config = ConfigDict(title="the liquid")

    kind: Literal["oral liquid"] = "oral liquid"
    regimen: Regimen
    concentration: Stated[Concentration]
    draws: tuple[DoseVolume, ...]
    """For one dose of each period."""
    loss: Annotated[FromZero[Ratio], AfterValidator(a_part)] = Field(default_factory=_usual_loss)
    """Of what is drawn: what stays in bottle and syringe."""
    mode: Mode = Mode.HALF_UP
    """How a dose is rounded to a mark of its syringe."""

    @model_validator(mode="after")
    def _draws_every_dose(self) -> Self:
        periods = self.regimen.periods
        if len(periods) != len(self.draws):
            raise AmountError(
                f"{len(self.draws)} volumes for {len(periods)} periods: write one for each"
            )
        for period, draw in zip(periods, self.draws, strict=True):
            (same,) = dose_volumes(
                (period.dose,),
                concentration=self.concentration,
                syringes=(draw.syringe,),
                mode=self.mode,
            )
            if draw != same:
                raise AmountError(
                    f"{draw}: a dose of {period.dose} is {same}; make it with liquid_course(...)"
                )
        return self

    @property
    def content(self) -> LiquidContent:
        """For the whole regimen."""
        return self.for_days(tuple(period.length for period in self.regimen.periods))

    @property
    def exact(self) -> bool:
        """Whether every dose falls on a mark."""
        return all(draw.exact for draw in self.draws)

    @property
    def syringes(self) -> tuple[Measure, ...]:
        """The oral syringes it takes, in the order in which they are first used."""
        return tuple(dict.fromkeys(draw.syringe for draw in self.draws))

    @property
    def delivered(self) -> Mass:
        """Drug that the syringes really deliver in all."""
        pairs = zip(self.draws, self.regimen.periods, strict=True)
        return total(*(times(draw.delivered, factor=period.doses) for draw, period in pairs))

    def for_days(self, days: tuple[int, ...]) -> LiquidContent:
        """What so many days of each period take."""
        wanted = self.wanted(days)
        return self.content_of(wanted, supplied=_WHOLE_ML(wanted), drawn=self.drawn(days))

    def drawn(self, days: tuple[int, ...]) -> Volume:
        """What so many days of each period draw into syringes."""
        if not any(self.regimen.days_of_each(days)):
            raise AmountError("no day of any period: write how many days the liquid is for")
        return total(*self._drawn(days))

    def wanted(self, days: tuple[int, ...]) -> Volume:
        """The same, with what measuring loses."""
        drawn = self.drawn(days)
        return drawn if self.loss.is_zero else total(drawn, times(drawn, factor=self.loss))

    @staticmethod
    def content_of(wanted: Volume, *, supplied: Volume, drawn: Volume) -> LiquidContent:
        """A volume that is supplied, what of it is drawn, and its bottles."""
        bottle, bottles = bottled(supplied)
        return LiquidContent(
            drawn=drawn,
            wanted=wanted,
            supplied=supplied,
            left_over=difference(supplied, less=wanted),
            bottle=bottle,
            bottles=bottles,
        )

    def _drawn(self, days: tuple[int, ...]) -> Iterator[Volume]:
        for draw, period, length in zip(self.draws, self.regimen.periods, days, strict=True):
            if length:
                yield times(draw.volume, factor=period.times_a_day * length)


def liquid_course(
    regimen: Regimen,
    *,
    concentration: Concentration | str | None = None,
    syringes: Iterable[Measure] = (),
    loss: Ratio | str | None = None,
    mode: Mode = Mode.HALF_UP,
) -> LiquidCourse:
    """The volume of each dose of `regimen`, in one syringe for all where one suits them all.

    `mode` is how a dose is rounded to a mark, as a policy's `rounding.dose_volume` says.

    Without a `concentration`, the first of those at which every dose falls on a mark. PlanError
    where there is none, or where no syringe holds a dose.
    """
    kinds = tuple(syringes)
    _ = checked_regimen(regimen)
    doses = tuple(period.dose for period in regimen.periods)
    if concentration is None:
        chosen = _every_dose_on_a_mark(doses, kinds)
    else:
        chosen = above_zero(Concentration.of(concentration, by="the liquid"))
    stated = {} if loss is None else {"loss": loss}
    return LiquidCourse.model_validate(
        {
            "regimen": regimen,
            "concentration": chosen,
            "draws": dose_volumes(doses, concentration=chosen, syringes=kinds, mode=mode),
            "mode": mode,
            **stated,
        }
    )


def liquid_order(
    course: LiquidCourse,
    *,
    vehicle: str,
    volume: Volume | str | None = None,
    days: tuple[int, ...] | None = None,
    drug: str = DRUG,
    strength_as: str = STRENGTH_AS,
    avoid: tuple[str, ...] = (),
) -> Order:
    """An order for the liquid of a course, to be planned, with its syringes and its rounding.

    For one supply of it, `days` are those of each period that it is for, as `for_days` takes them;
    `volume` makes more than the days take, such as a full bottle.
    """
    lengths = tuple(period.length for period in course.regimen.periods) if days is None else days
    directions = course.regimen.for_days(lengths)
    return Order(
        drug=drug,
        strength_as=strength_as,
        avoid=avoid,
        form=OralLiquid(
            concentration=course.concentration,
            volume=course.for_days(lengths).supplied if volume is None else volume,
            vehicle=vehicle,
            syringes=_one_or_each(course, lengths),
            dose_volume=course.mode,
        ),
        directions=directions,
    )


def _one_or_each(course: LiquidCourse, days: tuple[int, ...]) -> tuple[Measure, ...]:
    """The one syringe of all doses, or that of each."""
    of_dose: dict[Mass, Measure] = {}
    for draw, length in zip(course.draws, days, strict=True):
        if length and of_dose.setdefault(draw.dose, draw.syringe) != draw.syringe:
            raise AmountError(
                f"{write(draw.dose)} in the {of_dose[draw.dose]} and in the {draw.syringe}: "
                "measure a dose in one syringe throughout"
            )
    each = tuple(of_dose.values())
    return each if len(set(each)) > 1 else each[:1]


def _every_dose_on_a_mark(doses: tuple[Mass, ...], syringes: tuple[Measure, ...]) -> Concentration:
    distinct = tuple(dict.fromkeys(doses))
    found = suggested_concentrations(distinct, syringes=syringes)
    if not found:
        raise PlanError(
            f"at no concentration does every dose, {', '.join(map(write, distinct))}, fall on a "
            "mark of a syringe within the limits",
            remedy="state a concentration and judge how far each dose is off, or other syringes",
        )
    return found[0]
