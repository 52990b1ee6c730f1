"""Periods: dates, months, quarters, years, and stretches that only the context dates."""
