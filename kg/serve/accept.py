"""Which media types a client takes, the dearest first (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

_OTHER_NAMES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/n3": "text/turtle",
}


def accepted(header: str, offered: Sequence[str]) -> tuple[str, ...]:
    """Those of the offered media types that an Accept header takes, the dearest first; a missing header takes all."""
    weights: dict[str, float] = {}
    for entry in (header or "*/*").split(","):
        name, *parameters = (part.strip().lower() for part in entry.split(";"))
        weight = _weight(parameters)
        known = name if name in offered else _OTHER_NAMES.get(name, name)
        weights[known] = max(weights.get(known, 0), weight)
    ranked = [(_of(media, weights), -place, media) for place, media in enumerate(offered)]
    return tuple(media for weight, _, media in sorted(ranked, reverse=True) if weight > 0)


def _weight(parameters: Sequence[str]) -> float:
    try:
        return next((float(p[2:]) for p in parameters if p.startswith("q=")), 1.0)
    except ValueError:
        return 0.0


def _of(media: str, weights: dict[str, float]) -> float:
    """The weight of a media type: its own, else that of its family, else that of anything."""
    family = media.split("/")[0] + "/*"
    return next((weights[name] for name in (media, family, "*/*") if name in weights), 0.0)
