"""Agreements, formats, commissions, forums, programmes and routes."""
