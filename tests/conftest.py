"""Property tests try the same examples each time, and take the time they need."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("readout", deadline=None, derandomize=True, max_examples=200)
settings.load_profile("readout")
