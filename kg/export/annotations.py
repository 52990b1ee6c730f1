"""The spans and what they denote as W3C Web Annotations (JSON-LD), with code-point positions and exact quotes."""

from __future__ import annotations

import json

from kg.export.known import Export
from kg.graph.asking import shipped
from kg.model import Queryable


def web_annotations(graph: Queryable) -> str:
    """An annotation collection: one annotation for each span and each thing that it denotes or gives evidence for."""
    items = [
        {
            "id": f"{row['span']};{row['body'].rsplit('/', 1)[-1]}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": row["body"],
            "target": {
                "source": row["article"],
                "selector": [
                    {"type": "TextPositionSelector", "start": row["begin"], "end": row["end"]},
                    {"type": "TextQuoteSelector", "exact": row["quote"]},
                ],
            },
        }
        for row in graph.select(shipped("web-annotation"))
    ]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


EXPORTS: dict[str, Export] = {"web-annotation": lambda source: web_annotations(source.graphs)}
