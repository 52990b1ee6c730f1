"""When a fact that was found is the same as a gold fact, for each kind of fact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Any

Fact = dict[str, Any]

# Spellings of sides that the gold treats as one.
_SIDES = {
    "eu": "european union", "usa": "united states", "us": "united states", "united states of america": "united states",
    "uk": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom", "turkey": "turkiye",
    "republic of turkiye": "turkiye", "russian federation": "russia", "republic of korea": "south korea", "korea": "south korea",
    "prc": "china", "people s republic of china": "china", "czechia": "czech republic", "kyrgyz republic": "kyrgyzstan",
    "uae": "united arab emirates", "viet nam": "vietnam", "african countries": "africa", "european countries": "europe",
    "central asian countries": "central asia",
}  # fmt: skip
# Words that do not tell what a topic is.
_GLUE = set("a an and as at between by for from in into its of on or other their the to with".split())


def fold(text: str | None) -> str:
    """Lower case, without accents, punctuation or doubled spaces."""
    if not text:
        return ""
    plain = unicodedata.normalize("NFKD", str(text).replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", " ", plain).strip()


def side(text: str | None) -> str:
    """A side in one spelling."""
    name = re.sub(r"^(the )?(republic|kingdom|state|sultanate) of ", "", fold(text))
    name = re.sub(r"^the ", "", name)
    return _SIDES.get(name, name)


def alike(left: str, right: str, least: float) -> bool:
    """Whether two texts have the same words, or nearly the same letters."""
    a, b = fold(left), fold(right)
    if not a or not b:
        return False
    return a == b or set(a.split()) == set(b.split()) or SequenceMatcher(None, a, b).ratio() >= least


def _equal(gold: Fact, found: Fact, *names: str) -> bool:
    return all(fold(gold.get(name)) == fold(found.get(name)) for name in names)


def _equal_codes(gold: Fact, found: Fact, *names: str) -> bool:
    return all((gold.get(name) or "") == (found.get(name) or "") for name in names)


def _same_name(gold: Fact, found: Fact) -> bool:
    forms = [gold["name"], *gold.get("aliases", [])]
    return alike(found["name"], gold["name"], 0.8) or any(fold(found["name"]) == fold(form) for form in forms)


def _content(text: str) -> set[str]:
    """The content words of a phrase, plurals as singulars."""
    return {re.sub(r"(?<=\w\w[^\Ws])s$", "", word) for word in fold(text).split()} - _GLUE


def _same_topic(gold: Fact, found: Fact) -> bool:
    """Spelled alike; or half of the content words shared; or one phrase within another of up to twice its words."""
    if alike(gold["name"], found["name"], 0.75):
        return True
    a, b = _content(gold["name"]), _content(found["name"])
    if not a or not b:
        return False
    small, large = sorted((a, b), key=len)
    return len(a & b) / len(a | b) >= 0.5 or (small <= large and len(large) <= 2 * len(small))


def _same_person(gold: Fact, found: Fact) -> bool:
    return set(fold(gold["name"]).split()) == set(fold(found["name"]).split())


def _same_post(gold: Fact, found: Fact) -> bool:
    if not _same_person(gold, found) or side(gold.get("of")) != side(found.get("of")):
        return False
    small = {"of", "the", "for", "and", "to"}
    a, b = set(fold(gold["title"]).split()) - small, set(fold(found["title"]).split()) - small
    return bool(a and b) and len(a & b) / len(a | b) >= 0.6


def _same_post_in_full(gold: Fact, found: Fact) -> bool:
    return _same_post(gold, found) and side(gold.get("to")) == side(found.get("to"))


def _same_meeting(gold: Fact, found: Fact) -> bool:
    a, b = ({fold(p) for p in fact.get("participants", [])} for fact in (gold, found))
    if a and b:
        return len(a & b) / len(a | b) >= 0.5
    a, b = ({side(p) for p in fact.get("parties", [])} for fact in (gold, found))
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5 and _equal(gold, found, "kind")


def _same_meeting_in_full(gold: Fact, found: Fact) -> bool:
    return _same_meeting(gold, found) and _equal(gold, found, "kind", "place") and _equal_codes(gold, found, "date")


def _same_quantity(gold: Fact, found: Fact) -> bool:
    try:
        a, b = float(gold["value"]), float(found["value"])
    except (TypeError, ValueError, KeyError):
        return False
    return abs(abs(a) - abs(b)) <= 1e-6 * max(abs(a), abs(b), 1e-9) and fold(gold["unit"]) == fold(found.get("unit"))


def _same_figure(gold: Fact, found: Fact) -> bool:
    if not _same_quantity(gold, found) or float(gold["value"]) * float(found["value"]) < 0:
        return False
    if not _equal(gold, found, "indicator", "measure"):
        return False
    a, b = _pair(gold), _pair(found)
    if gold["indicator"] == "turnover" and gold["measure"] != "share":
        a, b = sorted(a), sorted(b)
    return a == b and _equal_codes(gold, found, "period")


def _same_figure_in_full(gold: Fact, found: Fact) -> bool:
    return _same_figure(gold, found) and _equal_codes(gold, found, "base", "bound")


def _pair(figure: Fact) -> list[str]:
    """Reporter and counterpart. What a share is of may be a group of goods, in lower case: its name does not count."""
    part = str(figure.get("counterpart") or "")
    goods = fold(figure.get("measure")) == "share" and part[:1].islower()
    return [side(figure.get("reporter")), "" if goods else side(part)]


def _listed(kind: str) -> Callable[[Fact], list[Fact]]:
    return lambda facts: list(facts.get(kind, []))


def _posts(facts: Fact) -> list[Fact]:
    return [{"name": p["name"], **post} for p in facts.get("people", []) for post in p.get("posts", [])]


def _topics(facts: Fact) -> list[Fact]:
    found: Iterable[str] = {fold(t): t for m in facts.get("meetings", []) for t in m.get("topics", [])}.values()
    return [{"name": topic} for topic in found]


KINDS: dict[str, tuple[Callable[[Fact], list[Fact]], Callable[[Fact, Fact], bool]]] = {
    "people": (_listed("people"), _same_person),
    "posts": (_posts, _same_post),
    "institutions": (_listed("institutions"), _same_name),
    "frameworks": (_listed("frameworks"), _same_name),
    "meetings": (_listed("meetings"), _same_meeting),
    "topics": (_topics, _same_topic),
    "quantities": (_listed("figures"), _same_quantity),
    "figures": (_listed("figures"), _same_figure),
}
STRICT: dict[str, tuple[Callable[[Fact], list[Fact]], Callable[[Fact, Fact], bool]]] = {
    "posts, strict": (_posts, _same_post_in_full),
    "meetings, strict": (_listed("meetings"), _same_meeting_in_full),
    "figures, strict": (_listed("figures"), _same_figure_in_full),
}
