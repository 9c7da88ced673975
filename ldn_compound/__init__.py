"""Low dose naltrexone, from a prescription to a worksheet that was proven before it was printed.

Every name here is imported at its first use, so that `import ldn_compound` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ldn_compound.equations.equation import (
        Equation as Equation,
    )
    from ldn_compound.equations.equation import (
        equation as equation,
    )
    from ldn_compound.equations.everyday import (
        difference as difference,
    )
    from ldn_compound.equations.everyday import (
        per as per,
    )
    from ldn_compound.equations.everyday import (
        share as share,
    )
    from ldn_compound.equations.everyday import (
        times as times,
    )
    from ldn_compound.equations.everyday import (
        total as total,
    )
    from ldn_compound.errors import (
        AmountError as AmountError,
    )
    from ldn_compound.errors import (
        CatalogError as CatalogError,
    )
    from ldn_compound.errors import (
        CompoundError as CompoundError,
    )
    from ldn_compound.errors import (
        KindError as KindError,
    )
    from ldn_compound.errors import (
        NotApproved as NotApproved,
    )
    from ldn_compound.errors import (
        PlanError as PlanError,
    )
    from ldn_compound.errors import (
        RuleError as RuleError,
    )
    from ldn_compound.forms.capsules import (
        Capsules as Capsules,
    )
    from ldn_compound.forms.fills import (
        Calibrated as Calibrated,
    )
    from ldn_compound.forms.fills import (
        Estimated as Estimated,
    )
    from ldn_compound.forms.fills import (
        Measured as Measured,
    )
    from ldn_compound.forms.fills import (
        Packed as Packed,
    )
    from ldn_compound.model.bench import (
        Balance as Balance,
    )
    from ldn_compound.model.bench import (
        Bench as Bench,
    )
    from ldn_compound.model.bench import (
        CapsuleMachine as CapsuleMachine,
    )
    from ldn_compound.model.lot import (
        Lot as Lot,
    )
    from ldn_compound.model.order import (
        Order as Order,
    )
    from ldn_compound.model.outcome import (
        Outcome as Outcome,
    )
    from ldn_compound.model.plan import (
        Finished as Finished,
    )
    from ldn_compound.model.plan import (
        Plan as Plan,
    )
    from ldn_compound.model.plan import (
        Ready as Ready,
    )
    from ldn_compound.model.plan import (
        Supply as Supply,
    )
    from ldn_compound.model.policy import (
        Overage as Overage,
    )
    from ldn_compound.model.policy import (
        Policy as Policy,
    )
    from ldn_compound.model.policy import (
        RoundingPolicy as RoundingPolicy,
    )
    from ldn_compound.model.ports import (
        Form as Form,
    )
    from ldn_compound.model.ports import (
        Source as Source,
    )
    from ldn_compound.model.shell import (
        Shell as Shell,
    )
    from ldn_compound.model.stock import (
        Solid as Solid,
    )
    from ldn_compound.planning.plan import (
        plan as plan,
    )
    from ldn_compound.quantity.amount import (
        Amount as Amount,
    )
    from ldn_compound.quantity.explain import (
        explain as explain,
    )
    from ldn_compound.quantity.kinds import (
        Celsius as Celsius,
    )
    from ldn_compound.quantity.kinds import (
        Concentration as Concentration,
    )
    from ldn_compound.quantity.kinds import (
        Days as Days,
    )
    from ldn_compound.quantity.kinds import (
        Density as Density,
    )
    from ldn_compound.quantity.kinds import (
        Mass as Mass,
    )
    from ldn_compound.quantity.kinds import (
        Minutes as Minutes,
    )
    from ldn_compound.quantity.kinds import (
        MolarMass as MolarMass,
    )
    from ldn_compound.quantity.kinds import (
        PerTablet as PerTablet,
    )
    from ldn_compound.quantity.kinds import (
        PerUnit as PerUnit,
    )
    from ldn_compound.quantity.kinds import (
        Ratio as Ratio,
    )
    from ldn_compound.quantity.kinds import (
        SpecificVolume as SpecificVolume,
    )
    from ldn_compound.quantity.kinds import (
        TabletCount as TabletCount,
    )
    from ldn_compound.quantity.kinds import (
        UnitCount as UnitCount,
    )
    from ldn_compound.quantity.kinds import (
        Volume as Volume,
    )
    from ldn_compound.quantity.kinds import (
        VolumePerUnit as VolumePerUnit,
    )
    from ldn_compound.quantity.rounding import (
        Mode as Mode,
    )
    from ldn_compound.quantity.rounding import (
        Rounding as Rounding,
    )
    from ldn_compound.quantity.rounding import (
        Significant as Significant,
    )
    from ldn_compound.quantity.span import (
        Span as Span,
    )
    from ldn_compound.quantity.writing import (
        write as write,
    )
    from ldn_compound.rules.case import (
        Case as Case,
    )
    from ldn_compound.rules.check import (
        check as check,
    )
    from ldn_compound.rules.finding import (
        Finding as Finding,
    )
    from ldn_compound.rules.finding import (
        Waiver as Waiver,
    )
    from ldn_compound.rules.review import (
        Approved as Approved,
    )
    from ldn_compound.rules.review import (
        Review as Review,
    )
    from ldn_compound.rules.rule import (
        Breach as Breach,
    )
    from ldn_compound.rules.rule import (
        HouseRule as HouseRule,
    )
    from ldn_compound.rules.rule import (
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
    )
    from ldn_compound.sources.powder import (
        AsIs as AsIs,
    )
    from ldn_compound.sources.powder import (
        Dried as Dried,
    )
    from ldn_compound.sources.powder import (
        Powder as Powder,
    )
    from ldn_compound.sources.tablets import (
        Tablets as Tablets,
    )
    from ldn_compound.verify.outcome import (
        carry_out as carry_out,
    )
    from ldn_compound.version import VERSION as __version__  # noqa: F401

_HOME = {
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
    "Calibrated": "forms.fills",
    "Estimated": "forms.fills",
    "Measured": "forms.fills",
    "Packed": "forms.fills",
    "Balance": "model.bench",
    "Bench": "model.bench",
    "CapsuleMachine": "model.bench",
    "Lot": "model.lot",
    "Order": "model.order",
    "Outcome": "model.outcome",
    "Finished": "model.plan",
    "Plan": "model.plan",
    "Ready": "model.plan",
    "Supply": "model.plan",
    "Overage": "model.policy",
    "Policy": "model.policy",
    "RoundingPolicy": "model.policy",
    "Form": "model.ports",
    "Source": "model.ports",
    "Shell": "model.shell",
    "Solid": "model.stock",
    "plan": "planning.plan",
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
    "Case": "rules.case",
    "check": "rules.check",
    "Finding": "rules.finding",
    "Waiver": "rules.finding",
    "Approved": "rules.review",
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
    "Tablets": "sources.tablets",
    "carry_out": "verify.outcome",
}

__all__ = [
    "Amount",
    "AmountError",
    "Anhydrous",
    "Approved",
    "AsIs",
    "Balance",
    "Bench",
    "Breach",
    "Calibrated",
    "CapsuleMachine",
    "Capsules",
    "Case",
    "CatalogError",
    "Celsius",
    "CompoundError",
    "Concentration",
    "Days",
    "Density",
    "Dried",
    "Equation",
    "Estimated",
    "Finding",
    "Finished",
    "Foreign",
    "Form",
    "HouseRule",
    "Injection",
    "KindError",
    "Lot",
    "Mass",
    "Measured",
    "Minutes",
    "Mode",
    "MolarMass",
    "NotApproved",
    "Order",
    "Outcome",
    "Overage",
    "Packed",
    "PerTablet",
    "PerUnit",
    "Plan",
    "PlanError",
    "Policy",
    "Powder",
    "Ratio",
    "Ready",
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
    "Supply",
    "TabletCount",
    "Tablets",
    "UnitCount",
    "Volume",
    "VolumePerUnit",
    "Waiver",
    "carry_out",
    "check",
    "difference",
    "equation",
    "explain",
    "per",
    "plan",
    "share",
    "times",
    "total",
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
