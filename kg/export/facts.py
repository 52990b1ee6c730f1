"""The facts of one article as plain JSON: a view of its graph by the queries in ``queries/facts``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from kg.model import Queryable, Row
from kg.vocabulary import folder

Facts = dict[str, Any]

_KINDS = {"political-party": "party", "other-institution": "other", "framework": "other"}


@cache
def _query(name: str) -> str:
    return (folder("queries") / "facts" / f"{name}.rq").read_text("utf-8")


def facts(graph: Queryable) -> Facts:
    """The facts of a graph that holds one article, with the fields: article, key, date, people, institutions,
    frameworks, meetings, figures."""
    head = graph.select(_query("article"))[0]
    bodies = _grouped(graph.select(_query("institutions")), "institution")
    institutions = {row["label"]: _institution(row, rows) for row, rows in bodies}
    return {
        "article": head["article"],
        "key": head["key"],
        "date": head["date"],
        "people": _people(graph, {label: body["name"] for label, body in institutions.items()}),
        "institutions": list(institutions.values()),
        "frameworks": [
            {
                "name": r["name"],
                "aliases": _all(rows, "alias"),
                "kind": _KINDS.get(r["kind"], r["kind"]),
                "parties": _all(rows, "party"),
            }
            for r, rows in _grouped(graph.select(_query("frameworks")), "framework")
        ],
        "meetings": _meetings(graph),
        "figures": [{**row, "value": _number(row["value"])} for row in graph.select(_query("figures"))],
    }


def _grouped(rows: Iterable[Row], key: str) -> list[tuple[Row, list[Row]]]:
    """Rows that share a key, with the first of each group, in the order of the query."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return [(group[0], group) for group in groups.values()]


def _all(rows: Iterable[Row], key: str) -> list[Any]:
    """The distinct values of a column, in the order of the query."""
    return list(dict.fromkeys(row[key] for row in rows if row[key] is not None))


def _institution(row: Row, rows: list[Row]) -> Facts:
    """An institution by the fullest form that the article uses."""
    forms = [" ".join(form.split()) for form in _all(rows, "form")]
    name = max(forms, key=lambda form: (len(form), form))
    aliases = dict.fromkeys(form for form in [*forms, row["label"]] if form != name)
    return {"name": name, "aliases": list(aliases), "kind": _KINDS.get(row["kind"], row["kind"]), "of": row["of"]}


def _people(graph: Queryable, names: Mapping[str, str]) -> list[Facts]:
    """The people with their posts; the body of a post under the name that the article uses."""
    held: dict[str, list[Facts]] = {}
    for row in graph.select(_query("posts")):
        held.setdefault(row["person"], []).append(
            {"title": row["title"], "of": names.get(row["of"], row["of"]), "to": row["to"]}
        )
    return [
        {"name": r["name"], "aliases": _all(rows, "alias"), "posts": held.get(r["person"], [])}
        for r, rows in _grouped(graph.select(_query("people")), "person")
    ]


def _meetings(graph: Queryable) -> list[Facts]:
    topics: dict[str, list[str]] = {}
    for row in graph.select(_query("topics")):
        topics.setdefault(row["meeting"], []).append(row["topic"])
    found = []
    for row, rows in _grouped(graph.select(_query("meetings")), "meeting"):
        date = f"{row['start']}/{row['end']}" if row["end"] else row["start"]
        found.append(
            {
                "kind": row["kind"],
                "participants": _all(rows, "participant"),
                "parties": _all(rows, "party"),
                "date": date,
                "place": row["place"],
                "topics": list(dict.fromkeys(topics.get(row["meeting"], []))),
            }
        )
    return found


def _number(value: Decimal | int) -> int | float:
    """A JSON number: whole where the value is whole."""
    return int(value) if value == int(value) else float(value)


def fact_rows(facts_: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """The facts of an article as rows: article, kind, fact, details."""
    for kind in ("people", "institutions", "frameworks", "meetings", "figures"):
        for fact in facts_[kind]:
            name = fact.get("name") or fact.get("surface") or fact["kind"]
            rest = {k: v for k, v in fact.items() if k not in ("name", "surface") and v not in (None, [])}
            yield facts_["article"], kind, name, "; ".join(f"{k}: {_plain(v)}" for k, v in rest.items())


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return " ".join(str(v) for v in value.values() if v is not None)
    return str(value)
