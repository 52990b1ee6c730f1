"""Encounters of people and sides."""
