"""Posts and who holds them."""

from __future__ import annotations

from kg.discourse.home import TOLD_HOME
from kg.kinds.kind import Kind, Readings
from kg.kinds.people.reading import PEOPLE
from kg.kinds.posts.claim import POST_PHRASES, POSTS, TITLES, Posts
from kg.kinds.posts.holdings import posts
from kg.kinds.posts.marking import posts as mark
from kg.kinds.posts.rdf import denote, write
from kg.kinds.posts.reading import tenures
from kg.kinds.posts.titles import titles
from kg.kinds.runs import HONORIFICS, NOUNS, RUNS, nouns, runs


def read(readings: Readings) -> None:
    """The title phrases with their people, and the tenures."""
    held = posts(readings, readings[PEOPLE], readings[TOLD_HOME])
    readings[POSTS] = Posts(held, tenures(held))


KIND = Kind(
    name="posts",
    layers=(RUNS, HONORIFICS, NOUNS, TITLES, POST_PHRASES),
    marks_after=("bodies", "frameworks"),
    reads_after=("home", "people"),
    marks=(runs, nouns, titles, mark),
    read=read,
    write=write,
    denote=denote,
)
