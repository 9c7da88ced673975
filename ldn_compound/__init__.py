"""Low dose naltrexone, from a prescription to a worksheet that was proven before it was printed.

Every name here is imported at its first use, so that `import ldn_compound` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn_compound.catalog.studies import (
        Stable as Stable,
        Study as Study,
        StudyContent as StudyContent,
    )
    from ldn_compound.choosing.compare import (
        compare as compare,
    )
    from ldn_compound.choosing.comparison import (
        Comparison as Comparison,
    )
    from ldn_compound.choosing.kit_plan import (
        KitPlan as KitPlan,
    )
    from ldn_compound.choosing.most_units import (
        most_units as most_units,
    )
    from ldn_compound.choosing.plan_kit import (
        plan_kit as plan_kit,
    )
    from ldn_compound.equations.equation import (
        Equation as Equation,
        equation as equation,
    )
    from ldn_compound.equations.everyday import (
        difference as difference,
        per as per,
        share as share,
        times as times,
        total as total,
    )
    from ldn_compound.errors import (
        AmountError as AmountError,
        CatalogError as CatalogError,
        CompoundError as CompoundError,
        KindError as KindError,
        NotApproved as NotApproved,
        PlanError as PlanError,
        RuleError as RuleError,
    )
    from ldn_compound.forms.capsules import (
        Capsules as Capsules,
    )
    from ldn_compound.forms.fills import (
        Estimated as Estimated,
    )
    from ldn_compound.forms.house_fills import (
        Calibrated as Calibrated,
        Measured as Measured,
        Packed as Packed,
    )
    from ldn_compound.forms.oral_liquid import (
        OralLiquid as OralLiquid,
    )
    from ldn_compound.model.bench import (
        Balance as Balance,
        Bench as Bench,
        CapsuleMachine as CapsuleMachine,
    )
    from ldn_compound.model.beyond_use import (
        BeyondUse as BeyondUse,
    )
    from ldn_compound.model.bottled import (
        Bottled as Bottled,
    )
    from ldn_compound.model.liquid import (
        Liquid as Liquid,
    )
    from ldn_compound.model.lot import (
        Lot as Lot,
    )
    from ldn_compound.model.measure import (
        Measure as Measure,
    )
    from ldn_compound.model.order import (
        Order as Order,
    )
    from ldn_compound.model.outcome import (
        Outcome as Outcome,
    )
    from ldn_compound.model.overage import (
        Overage as Overage,
    )
    from ldn_compound.model.period import (
        Period as Period,
    )
    from ldn_compound.model.plan import (
        Filling as Filling,
        Finished as Finished,
        Plan as Plan,
        Ready as Ready,
    )
    from ldn_compound.model.policy import (
        Policy as Policy,
    )
    from ldn_compound.model.ports import (
        Form as Form,
        Source as Source,
    )
    from ldn_compound.model.preparation import (
        AntimicrobialTest as AntimicrobialTest,
        Monograph as Monograph,
        Preparation as Preparation,
    )
    from ldn_compound.model.regimen import (
        Regimen as Regimen,
    )
    from ldn_compound.model.rounding import (
        RoundingPolicy as RoundingPolicy,
    )
    from ldn_compound.model.shell import (
        Shell as Shell,
    )
    from ldn_compound.model.stock import (
        Solid as Solid,
        Supply as Supply,
    )
    from ldn_compound.model.strength_limits import (
        StrengthLimits as StrengthLimits,
    )
    from ldn_compound.model.vehicle import (
        Vehicle as Vehicle,
    )
    from ldn_compound.planning.beyond_use import (
        beyond_use as beyond_use,
    )
    from ldn_compound.planning.dispense import (
        dispense as dispense,
    )
    from ldn_compound.planning.dose_volume import (
        DoseVolume as DoseVolume,
        dose_volume as dose_volume,
        dose_volumes as dose_volumes,
        suggested_concentrations as suggested_concentrations,
    )
    from ldn_compound.planning.house import (
        House as House,
    )
    from ldn_compound.planning.kit import (
        kit as kit,
    )
    from ldn_compound.planning.kits.made_up import (
        Kit as Kit,
        Portion as Portion,
    )
    from ldn_compound.planning.kits.task import (
        Wish as Wish,
    )
    from ldn_compound.planning.liquid_course import (
        LiquidCourse as LiquidCourse,
        liquid_course as liquid_course,
        liquid_order as liquid_order,
    )
    from ldn_compound.planning.plan import (
        plan as plan,
    )
    from ldn_compound.planning.preparation import (
        preparation_of as preparation_of,
    )
    from ldn_compound.planning.request import (
        Request as Request,
    )
    from ldn_compound.planning.supplies.supplied import (
        Dispensing as Dispensing,
    )
    from ldn_compound.planning.whole_tablets import (
        whole_tablet_ways as whole_tablet_ways,
    )
    from ldn_compound.quantity.amount import (
        Amount as Amount,
    )
    from ldn_compound.quantity.explain import (
        explain as explain,
    )
    from ldn_compound.quantity.kinds import (
        Celsius as Celsius,
        Concentration as Concentration,
        Days as Days,
        Density as Density,
        Mass as Mass,
        Minutes as Minutes,
        MolarMass as MolarMass,
        PerTablet as PerTablet,
        PerUnit as PerUnit,
        Ratio as Ratio,
        SpecificVolume as SpecificVolume,
        TabletCount as TabletCount,
        UnitCount as UnitCount,
        Volume as Volume,
        VolumePerUnit as VolumePerUnit,
    )
    from ldn_compound.quantity.rounding import (
        Mode as Mode,
        Rounding as Rounding,
        Significant as Significant,
    )
    from ldn_compound.quantity.span import (
        Span as Span,
    )
    from ldn_compound.quantity.writing import (
        write as write,
    )
    from ldn_compound.records.calendar import (
        calendar as calendar,
    )
    from ldn_compound.records.calendar_sheet import (
        calendar_sheet as calendar_sheet,
    )
    from ldn_compound.records.directions import (
        Directions as Directions,
        directions as directions,
        read_directions as read_directions,
    )
    from ldn_compound.records.kit_plan import (
        kit_plan_sheet as kit_plan_sheet,
    )
    from ldn_compound.records.shared_trituration import (
        shared_trituration_sheet as shared_trituration_sheet,
    )
    from ldn_compound.records.titration import (
        titration_sheet as titration_sheet,
    )
    from ldn_compound.records.worksheet import (
        worksheet as worksheet,
    )
    from ldn_compound.render.html import (
        as_html as as_html,
    )
    from ldn_compound.render.markdown import (
        as_markdown as as_markdown,
    )
    from ldn_compound.render.text import (
        as_text as as_text,
    )
    from ldn_compound.rules.approval import (
        Approved as Approved,
        Waiver as Waiver,
    )
    from ldn_compound.rules.case import (
        Case as Case,
    )
    from ldn_compound.rules.check import (
        check as check,
    )
    from ldn_compound.rules.finding import Finding as Finding
    from ldn_compound.rules.review import Review as Review
    from ldn_compound.rules.rule import (
        Breach as Breach,
        HouseRule as HouseRule,
        Rule as Rule,
    )
    from ldn_compound.sources.foreign import (
        Foreign as Foreign,
    )
    from ldn_compound.sources.injection import (
        Injection as Injection,
    )
    from ldn_compound.sources.powder import (
        Anhydrous as Anhydrous,
        AsIs as AsIs,
        Dried as Dried,
        Powder as Powder,
    )
    from ldn_compound.sources.prepared import (
        Prepared as Prepared,
    )
    from ldn_compound.sources.stock_solution import (
        StockSolution as StockSolution,
    )
    from ldn_compound.sources.tablets import (
        Tablets as Tablets,
    )
    from ldn_compound.sources.trituration import (
        Trituration as Trituration,
    )
    from ldn_compound.verify.outcome import (
        carry_out as carry_out,
    )
    from ldn_compound.version import VERSION as __version__  # noqa: F401

_HOME = {
    "Stable": "catalog.studies",
    "Study": "catalog.studies",
    "StudyContent": "catalog.studies",
    "compare": "choosing.compare",
    "Comparison": "choosing.comparison",
    "KitPlan": "choosing.kit_plan",
    "most_units": "choosing.most_units",
    "plan_kit": "choosing.plan_kit",
    "Equation": "equations.equation",
    "equation": "equations.equation",
    "difference": "equations.everyday",
    "per": "equations.everyday",
    "share": "equations.everyday",
    "times": "equations.everyday",
    "total": "equations.everyday",
    "AmountError": "errors",
    "CatalogError": "errors",
    "CompoundError": "errors",
    "KindError": "errors",
    "NotApproved": "errors",
    "PlanError": "errors",
    "RuleError": "errors",
    "Capsules": "forms.capsules",
    "Calibrated": "forms.house_fills",
    "Estimated": "forms.fills",
    "Measured": "forms.house_fills",
    "Packed": "forms.house_fills",
    "OralLiquid": "forms.oral_liquid",
    "Balance": "model.bench",
    "Bench": "model.bench",
    "CapsuleMachine": "model.bench",
    "BeyondUse": "model.beyond_use",
    "Lot": "model.lot",
    "Measure": "model.measure",
    "Order": "model.order",
    "Outcome": "model.outcome",
    "Overage": "model.overage",
    "Period": "model.period",
    "Bottled": "model.bottled",
    "Filling": "model.plan",
    "Finished": "model.plan",
    "Plan": "model.plan",
    "Ready": "model.plan",
    "Policy": "model.policy",
    "Form": "model.ports",
    "Source": "model.ports",
    "AntimicrobialTest": "model.preparation",
    "Monograph": "model.preparation",
    "Preparation": "model.preparation",
    "Regimen": "model.regimen",
    "RoundingPolicy": "model.rounding",
    "Shell": "model.shell",
    "Liquid": "model.liquid",
    "Solid": "model.stock",
    "Supply": "model.stock",
    "StrengthLimits": "model.strength_limits",
    "Vehicle": "model.vehicle",
    "beyond_use": "planning.beyond_use",
    "dispense": "planning.dispense",
    "DoseVolume": "planning.dose_volume",
    "dose_volume": "planning.dose_volume",
    "dose_volumes": "planning.dose_volume",
    "suggested_concentrations": "planning.dose_volume",
    "House": "planning.house",
    "kit": "planning.kit",
    "Kit": "planning.kits.made_up",
    "Portion": "planning.kits.made_up",
    "Wish": "planning.kits.task",
    "LiquidCourse": "planning.liquid_course",
    "liquid_course": "planning.liquid_course",
    "liquid_order": "planning.liquid_course",
    "plan": "planning.plan",
    "preparation_of": "planning.preparation",
    "Request": "planning.request",
    "Dispensing": "planning.supplies.supplied",
    "whole_tablet_ways": "planning.whole_tablets",
    "Amount": "quantity.amount",
    "explain": "quantity.explain",
    "Celsius": "quantity.kinds",
    "Concentration": "quantity.kinds",
    "Days": "quantity.kinds",
    "Density": "quantity.kinds",
    "Mass": "quantity.kinds",
    "Minutes": "quantity.kinds",
    "MolarMass": "quantity.kinds",
    "PerTablet": "quantity.kinds",
    "PerUnit": "quantity.kinds",
    "Ratio": "quantity.kinds",
    "SpecificVolume": "quantity.kinds",
    "TabletCount": "quantity.kinds",
    "UnitCount": "quantity.kinds",
    "Volume": "quantity.kinds",
    "VolumePerUnit": "quantity.kinds",
    "Mode": "quantity.rounding",
    "Rounding": "quantity.rounding",
    "Significant": "quantity.rounding",
    "Span": "quantity.span",
    "write": "quantity.writing",
    "calendar": "records.calendar",
    "calendar_sheet": "records.calendar_sheet",
    "Directions": "records.directions",
    "directions": "records.directions",
    "read_directions": "records.directions",
    "kit_plan_sheet": "records.kit_plan",
    "shared_trituration_sheet": "records.shared_trituration",
    "titration_sheet": "records.titration",
    "worksheet": "records.worksheet",
    "as_html": "render.html",
    "as_markdown": "render.markdown",
    "as_text": "render.text",
    "Case": "rules.case",
    "check": "rules.check",
    "Finding": "rules.finding",
    "Waiver": "rules.approval",
    "Approved": "rules.approval",
    "Review": "rules.review",
    "Breach": "rules.rule",
    "HouseRule": "rules.rule",
    "Rule": "rules.rule",
    "Foreign": "sources.foreign",
    "Injection": "sources.injection",
    "Anhydrous": "sources.powder",
    "AsIs": "sources.powder",
    "Dried": "sources.powder",
    "Powder": "sources.powder",
    "Prepared": "sources.prepared",
    "StockSolution": "sources.stock_solution",
    "Tablets": "sources.tablets",
    "Trituration": "sources.trituration",
    "carry_out": "verify.outcome",
}

__all__ = [
    "Amount",
    "AmountError",
    "Anhydrous",
    "AntimicrobialTest",
    "Approved",
    "AsIs",
    "Balance",
    "Bench",
    "BeyondUse",
    "Bottled",
    "Breach",
    "Calibrated",
    "CapsuleMachine",
    "Capsules",
    "Case",
    "CatalogError",
    "Celsius",
    "Comparison",
    "CompoundError",
    "Concentration",
    "Days",
    "Density",
    "Directions",
    "Dispensing",
    "DoseVolume",
    "Dried",
    "Equation",
    "Estimated",
    "Filling",
    "Finding",
    "Finished",
    "Foreign",
    "Form",
    "House",
    "HouseRule",
    "Injection",
    "KindError",
    "Kit",
    "KitPlan",
    "Liquid",
    "LiquidCourse",
    "Lot",
    "Mass",
    "Measure",
    "Measured",
    "Minutes",
    "Mode",
    "MolarMass",
    "Monograph",
    "NotApproved",
    "OralLiquid",
    "Order",
    "Outcome",
    "Overage",
    "Packed",
    "PerTablet",
    "PerUnit",
    "Period",
    "Plan",
    "PlanError",
    "Policy",
    "Portion",
    "Powder",
    "Preparation",
    "Prepared",
    "Ratio",
    "Ready",
    "Regimen",
    "Request",
    "Review",
    "Rounding",
    "RoundingPolicy",
    "Rule",
    "RuleError",
    "Shell",
    "Significant",
    "Solid",
    "Source",
    "Span",
    "SpecificVolume",
    "Stable",
    "StockSolution",
    "StrengthLimits",
    "Study",
    "StudyContent",
    "Supply",
    "TabletCount",
    "Tablets",
    "Trituration",
    "UnitCount",
    "Vehicle",
    "Volume",
    "VolumePerUnit",
    "Waiver",
    "Wish",
    "as_html",
    "as_markdown",
    "as_text",
    "beyond_use",
    "calendar",
    "calendar_sheet",
    "carry_out",
    "check",
    "compare",
    "difference",
    "directions",
    "dispense",
    "dose_volume",
    "dose_volumes",
    "equation",
    "explain",
    "kit",
    "kit_plan_sheet",
    "liquid_course",
    "liquid_order",
    "most_units",
    "per",
    "plan",
    "plan_kit",
    "preparation_of",
    "read_directions",
    "share",
    "shared_trituration_sheet",
    "suggested_concentrations",
    "times",
    "titration_sheet",
    "total",
    "whole_tablet_ways",
    "worksheet",
    "write",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from ldn_compound.version import VERSION

        return VERSION
    if name not in _HOME:
        raise AttributeError(f"module 'ldn_compound' has no attribute {name!r}")
    found = getattr(import_module(f"ldn_compound.{_HOME[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
