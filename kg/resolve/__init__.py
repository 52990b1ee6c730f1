"""Mentions to the things they denote: people under all their names, titles that stand for people, bodies."""

from __future__ import annotations

from kg.model import Document, Resolution
from kg.resolve.bodies import bodies
from kg.resolve.home import home_state
from kg.resolve.people import people
from kg.resolve.posts import posts
from kg.resolve.references import references


def resolve(document: Document) -> Resolution:
    """Who and what the mentions of a document denote."""
    home = home_state(document)
    persons = people(document)
    held = posts(document, persons, home)
    found = references(document, persons, held)
    return Resolution(document, tuple(persons.everyone), found, held, bodies(document, home), home)
