"""How many cases a law is tried on: 200 that never vary, or 10,000 new ones.

    pytest --hypothesis-profile=long

No profile depends on the environment or the clock, so that a failure is the same everywhere.
"""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "ci",
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=(HealthCheck.too_slow,),  # a loaded machine is no fault of a law
)
settings.register_profile(
    "long", settings.get_profile("ci"), max_examples=10_000, derandomize=False
)
settings.register_profile(
    "mutation",  # a mutant needs one case that fails, not the smallest
    settings.get_profile("ci"),
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("ci")
