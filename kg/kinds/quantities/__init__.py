"""Numbers that measure something."""
