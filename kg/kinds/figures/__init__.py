"""Claims in numbers."""
