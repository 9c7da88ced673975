"""The package's rules, in the order of their codes; each is loaded when a plan first asks it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ldn_compound.named import NamedTuple

if TYPE_CHECKING:
    from ldn_compound.rules.rule import Rule, Subject

    RULES: tuple[Rule, ...]
    """Every rule."""


class Listed(NamedTuple):
    """A rule by its code and name, which make the name of its file, and what it is asked of."""

    code: str
    name: str
    of: Subject = "any plan"
    version: int = 1

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return _loaded(self.code, self.name)


LISTED: tuple[Listed, ...] = (
    Listed("RX101", "strength_unusual"),
    Listed("RX102", "strength_far_out"),
    Listed("RX103", "counts_base", of="strength as base"),
    Listed("RX104", "spelling_noted"),
    Listed("RX105", "beyond_a_batch", version=2),
    Listed("RX106", "liquid_without_dose", of="liquids"),
    Listed("RX107", "strength_of_the_house", of="house's policy", version=2),
    Listed("SRC201", "modified_release", of="modified release"),
    Listed("SRC202", "other_actives", of="other actives"),
    Listed("SRC203", "injection", of="injection"),
    Listed("SRC204", "past_its_date", of="lots stated"),
    Listed("SRC205", "no_expiry"),
    Listed("SRC206", "assay_outside", version=2),
    Listed("SRC207", "assay_not_compared", of="powder", version=2),
    Listed("SRC208", "water_implausible", of="powder"),
    Listed("SRC209", "potency_implausible", of="powder", version=2),
    Listed("SRC210", "tablet_weight_implausible", of="tablets"),
    Listed("SRC211", "few_tablets_weighed", of="tablets"),
    Listed("SRC212", "number_weighed_unknown", of="tablets"),
    Listed("SRC213", "tablet_stands_out", of="tablets weighed singly"),
    Listed("SRC214", "unconfirmed_figure"),
    Listed("SRC215", "not_scored_for_it", of="tablets"),
    Listed("SRC216", "strength_unknown", of="tablets", version=2),
    Listed("SRC217", "does_not_dissolve", of="liquids"),
    Listed("SRC218", "not_yet_made", of="prepared"),
    Listed("SRC219", "good_for_too_long", of="lots stated"),
    Listed("WGH301", "below_minimum_weighable"),
    Listed("WGH302", "weighing_error"),
    Listed("WGH303", "above_capacity"),
    Listed("WGH304", "rounding_moves_it"),
    Listed("WGH305", "nothing_for_loss", of="house's policy"),
    Listed("WGH306", "assumed_bench"),
    Listed("CAP401", "fill_estimated", of="capsules"),
    Listed("CAP402", "overfilled", of="capsules"),
    Listed("CAP403", "few_shells_packed", of="measured fill"),
    Listed("CAP404", "fill_impossible", of="capsules", version=2),
    Listed("CAP405", "other_table", of="capsules"),
    Listed("LIQ501", "off_its_mark", of="liquids"),
    Listed("LIQ502", "marks_too_coarse", of="liquids"),
    Listed("LIQ503", "syringe_too_large", of="liquids"),
    Listed("LIQ504", "no_syringe", of="liquids"),
    Listed("LIQ505", "tiny_volume", of="liquids"),
    Listed("LIQ506", "several_syringes", of="liquids", version=2),
    Listed("LIQ507", "shake_well", of="liquids"),
    Listed("LIQ508", "preservation_unknown", of="liquids", version=2),
    Listed("LIQ509", "stability_unpublished", of="liquids"),
    Listed("LIQ510", "several_bottles", of="liquids"),
    Listed("LIQ511", "below_least_volume", of="volumes measured"),
    Listed("LIQ512", "tip_displaces", of="liquids"),
    Listed("LIQ513", "mark_moves_it", of="volumes measured"),
    Listed("LIQ514", "stated_as_preserved", of="liquids", version=2),
    Listed("LIQ515", "mark_outside", of="liquids"),
    Listed("EXC601", "slows_release", of="capsules", version=2),
    Listed("EXC602", "advised_against", of="capsules", version=2),
    Listed("EXC603", "avoided", of="excipients avoided", version=2),
    Listed("EXC604", "avoided_unknown", of="excipients avoided", version=2),
    Listed("EXC605", "contents_unknown", of="excipients avoided", version=2),
    Listed("EXC606", "not_a_diluent"),
    Listed("BUD701", "preparation_past_its_date", of="lots stated"),
    Listed("BUD702", "no_default"),
    Listed("BUD703", "supply_outlasts_it", of="directions"),
    Listed("BUD704", "study_of_another"),
    Listed("BUD705", "longer_study"),
    Listed("BUD706", "unconfirmed_date"),
    Listed("BUD707", "container_not_said"),
    Listed("BUD708", "monograph_stated"),
    Listed("BUD709", "kit_outlasts_it", of="directions"),
    Listed("OUT801", "content_outside"),
    Listed("OUT802", "content_at_worst"),
    Listed("OUT803", "runs_short", of="shortages"),
    Listed("OUT804", "content_uniformity", of="capsules"),
    Listed("OUT805", "drug_left_over"),
    Listed("OUT806", "limits_of_the_house", of="house's policy"),
    Listed("REG901", "dose_not_made", of="directions"),
    Listed("REG902", "runs_out", of="directions", version=2),
    Listed("REG903", "more_than_directed", of="directions", version=2),
    Listed("REG904", "starts_high", of="directions"),
    Listed("REG905", "large_step", of="directions"),
    Listed("REG906", "early_step", of="directions"),
    Listed("REG907", "several_a_day", of="directions"),
    Listed("REG908", "much_a_day", of="directions"),
    Listed("REG909", "taken_by_none", of="directions"),
    Listed("LBL1001", "label_is_not_what_is_made"),
    Listed("LBL1002", "contents_not_read"),
    Listed("LBL1003", "kept_cold", of="refrigerator"),
    Listed("LBL1004", "opioid_caution"),
)


@cache
def _loaded(code: str, name: str) -> Rule:
    module = import_module(f"ldn_compound.rules.{code.lower()}_{name}")
    found: Rule = getattr(module, name)
    return found


def __getattr__(name: str) -> Any:
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return tuple(one.rule for one in LISTED)


GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "RX1": "the order",
        "SRC2": "the source",
        "WGH3": "weighing",
        "CAP4": "capsules",
        "LIQ5": "liquids and their doses",
        "EXC6": "excipients",
        "BUD7": "dating",
        "OUT8": "what comes out",
        "REG9": "directions",
        "LBL10": "labels",
    }
)
"""What a code begins with, and what such rules look at."""


def group_of(rule: Rule) -> str:
    """What a rule looks at."""
    return next(name for start, name in GROUPS.items() if rule.code.startswith(start))
