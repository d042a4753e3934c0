"""Rendering examples take as long as the machine needs: no test here is about time."""

from hypothesis import HealthCheck, settings

settings.register_profile("formats", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("formats")
