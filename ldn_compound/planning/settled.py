"""What is really made: a liquid to a mark of its measure, and units that whole tablets fill.

97.3 mL in a cylinder with marks at each mL are 98 mL; 30 capsules of 4.5 mg from whole tablets
of 50 mg are 33, of 3 tablets.
"""

from __future__ import annotations

from ldn_compound.model.ports import kinds_of
from ldn_compound.planning.draft import Asked
from ldn_compound.sources.tablets import Tablets


def settled(asked: Asked) -> Asked:
    """What is asked for, in the volume or number of units that can be made.

    PlanError where no measure takes the volume, or no number of units suits whole tablets.
    """
    form, source = asked.form, asked.source
    if "oral liquid" in kinds_of(form):
        from ldn_compound.forms.oral_liquid import OralLiquid

        assert isinstance(form, OralLiquid)
        asked = asked._replace(form=form.on_marks(asked.bench))
    if isinstance(source, Tablets) and source.pieces is not None:
        from ldn_compound.planning.whole_tablets import with_whole_tablets

        asked = with_whole_tablets(asked, tablets=source, pieces=source.pieces)
    return asked
