"""The package's rules, in the order of their codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldn_compound.rules.bud701_preparation_past_its_date import preparation_past_its_date
from ldn_compound.rules.bud702_no_default import no_default
from ldn_compound.rules.bud703_supply_outlasts_it import supply_outlasts_it
from ldn_compound.rules.bud704_study_of_another import study_of_another
from ldn_compound.rules.bud705_longer_study import longer_study
from ldn_compound.rules.bud706_unconfirmed_date import unconfirmed_date
from ldn_compound.rules.bud707_container_not_said import container_not_said
from ldn_compound.rules.cap401_fill_estimated import fill_estimated
from ldn_compound.rules.cap402_overfilled import overfilled
from ldn_compound.rules.cap403_few_shells_packed import few_shells_packed
from ldn_compound.rules.cap404_fill_impossible import fill_impossible
from ldn_compound.rules.cap405_other_table import other_table
from ldn_compound.rules.exc601_slows_release import slows_release
from ldn_compound.rules.exc602_advised_against import advised_against
from ldn_compound.rules.exc603_avoided import avoided
from ldn_compound.rules.exc604_avoided_unknown import avoided_unknown
from ldn_compound.rules.exc605_contents_unknown import contents_unknown
from ldn_compound.rules.lbl1001_label_is_not_what_is_made import label_is_not_what_is_made
from ldn_compound.rules.lbl1002_contents_not_read import contents_not_read
from ldn_compound.rules.lbl1003_kept_cold import kept_cold
from ldn_compound.rules.lbl1004_opioid_caution import opioid_caution
from ldn_compound.rules.liq501_off_its_mark import off_its_mark
from ldn_compound.rules.liq502_marks_too_coarse import marks_too_coarse
from ldn_compound.rules.liq503_syringe_too_large import syringe_too_large
from ldn_compound.rules.liq504_no_syringe import no_syringe
from ldn_compound.rules.liq505_tiny_volume import tiny_volume
from ldn_compound.rules.liq506_several_syringes import several_syringes
from ldn_compound.rules.liq507_shake_well import shake_well
from ldn_compound.rules.liq508_preservation_unknown import preservation_unknown
from ldn_compound.rules.liq509_stability_unpublished import stability_unpublished
from ldn_compound.rules.liq510_several_bottles import several_bottles
from ldn_compound.rules.liq511_below_least_volume import below_least_volume
from ldn_compound.rules.liq512_tip_displaces import tip_displaces
from ldn_compound.rules.liq513_mark_moves_it import mark_moves_it
from ldn_compound.rules.out801_content_outside import content_outside
from ldn_compound.rules.out802_content_at_worst import content_at_worst
from ldn_compound.rules.out803_runs_short import runs_short
from ldn_compound.rules.out804_content_uniformity import content_uniformity
from ldn_compound.rules.out805_drug_left_over import drug_left_over
from ldn_compound.rules.reg901_dose_not_made import dose_not_made
from ldn_compound.rules.reg902_runs_out import runs_out
from ldn_compound.rules.reg903_more_than_directed import more_than_directed
from ldn_compound.rules.reg904_starts_high import starts_high
from ldn_compound.rules.reg905_large_step import large_step
from ldn_compound.rules.reg906_early_step import early_step
from ldn_compound.rules.reg907_several_a_day import several_a_day
from ldn_compound.rules.reg908_much_a_day import much_a_day
from ldn_compound.rules.rule import Rule
from ldn_compound.rules.rx101_strength_unusual import strength_unusual
from ldn_compound.rules.rx102_strength_far_out import strength_far_out
from ldn_compound.rules.rx103_counts_base import counts_base
from ldn_compound.rules.rx104_spelling_noted import spelling_noted
from ldn_compound.rules.rx105_beyond_a_batch import beyond_a_batch
from ldn_compound.rules.rx106_liquid_without_dose import liquid_without_dose
from ldn_compound.rules.rx107_strength_of_the_house import strength_of_the_house
from ldn_compound.rules.src201_modified_release import modified_release
from ldn_compound.rules.src202_other_actives import other_actives
from ldn_compound.rules.src203_injection import injection
from ldn_compound.rules.src204_past_its_date import past_its_date
from ldn_compound.rules.src205_no_expiry import no_expiry
from ldn_compound.rules.src206_assay_outside import assay_outside
from ldn_compound.rules.src207_assay_not_compared import assay_not_compared
from ldn_compound.rules.src208_water_implausible import water_implausible
from ldn_compound.rules.src209_potency_implausible import potency_implausible
from ldn_compound.rules.src210_tablet_weight_implausible import tablet_weight_implausible
from ldn_compound.rules.src211_few_tablets_weighed import few_tablets_weighed
from ldn_compound.rules.src212_number_weighed_unknown import number_weighed_unknown
from ldn_compound.rules.src213_tablet_stands_out import tablet_stands_out
from ldn_compound.rules.src214_unconfirmed_figure import unconfirmed_figure
from ldn_compound.rules.src215_not_scored_for_it import not_scored_for_it
from ldn_compound.rules.wgh301_below_minimum_weighable import below_minimum_weighable
from ldn_compound.rules.wgh302_weighing_error import weighing_error
from ldn_compound.rules.wgh303_above_capacity import above_capacity
from ldn_compound.rules.wgh304_rounding_moves_it import rounding_moves_it
from ldn_compound.rules.wgh305_nothing_for_loss import nothing_for_loss
from ldn_compound.rules.wgh306_assumed_bench import assumed_bench

RULES: tuple[Rule, ...] = (
    strength_unusual,
    strength_far_out,
    counts_base,
    spelling_noted,
    beyond_a_batch,
    liquid_without_dose,
    strength_of_the_house,
    modified_release,
    other_actives,
    injection,
    past_its_date,
    no_expiry,
    assay_outside,
    assay_not_compared,
    water_implausible,
    potency_implausible,
    tablet_weight_implausible,
    few_tablets_weighed,
    number_weighed_unknown,
    tablet_stands_out,
    unconfirmed_figure,
    not_scored_for_it,
    below_minimum_weighable,
    weighing_error,
    above_capacity,
    rounding_moves_it,
    nothing_for_loss,
    assumed_bench,
    fill_estimated,
    overfilled,
    few_shells_packed,
    fill_impossible,
    other_table,
    off_its_mark,
    marks_too_coarse,
    syringe_too_large,
    no_syringe,
    tiny_volume,
    several_syringes,
    shake_well,
    preservation_unknown,
    stability_unpublished,
    several_bottles,
    below_least_volume,
    tip_displaces,
    mark_moves_it,
    slows_release,
    advised_against,
    avoided,
    avoided_unknown,
    contents_unknown,
    preparation_past_its_date,
    no_default,
    supply_outlasts_it,
    study_of_another,
    longer_study,
    unconfirmed_date,
    container_not_said,
    content_outside,
    content_at_worst,
    runs_short,
    content_uniformity,
    drug_left_over,
    dose_not_made,
    runs_out,
    more_than_directed,
    starts_high,
    large_step,
    early_step,
    several_a_day,
    much_a_day,
    label_is_not_what_is_made,
    contents_not_read,
    kept_cold,
    opioid_caution,
)

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
