"""Figures in context: which flow, measure, pair and period each quantity observes.

A sentence is read quantity by quantity. What a quantity does not say itself it takes from the words since the
quantity before, then from the head of the sentence, then from the head of the sentence before ("Exports
increased by 23.8% and amounted to ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.model import Document, Mention, Observation, Period, Quantity, Relative, Sentence, Span, Term
from kg.relate.sides import NOBODY, Pair, Sides, pair, sentence_pair
from kg.vocabulary import local, vocabulary

_BASE_CUES = frozenset("than compared comparison against over versus relative from".split())
_HEDGES = frozenset(", about nearly almost over more than approximately some a an".split())
_EQUALS = [
    ["or"],
    ["which", "equals"],
    ["equal", "to"],
    ["equivalent", "to"],
    ["the", "equivalent", "of"],
    ["equivalent", "of"],
    ["i", ".", "e", "."],
]
_OF_COUNTERPART = frozenset(
    """companies enterprises firms investors businesses tourists students visitors joint-ventures""".split()
)
_BEFORE_NUMBER = frozenset("or about nearly over approximately by almost".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """What the figures of a sentence share."""

    flow: str = ""
    sides: Pair = NOBODY
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class _Site:
    """A quantity with the text before it (since the last quantity) and after it (until the next)."""

    mention: Mention
    left: Span
    right: Span
    bracket: str = ""

    @property
    def quantity(self) -> Quantity:
        value: Quantity = self.mention.value
        return value


def observations(
    document: Document, home: Term | None = None, sides_at: Mapping[int, tuple[Term, ...]] | None = None
) -> tuple[Observation, ...]:
    """All observations of a document, in the order of the text; the same cell said twice is one.

    ``sides_at`` tells the sides of the meeting that each sentence (by its first token) is about.
    """
    reader = _Reader(document, home, sides_at or {})
    found: dict[tuple[object, ...], Observation] = {}
    for sentence in document.sentences:
        if any(f.covers(sentence.span) for f in document.article.furniture):
            continue
        for observation in reader.sentence(sentence):
            key = (observation.quantity.amount, observation.quantity.unit, observation.flow.iri, observation.measure.iri,
                   *_cell_sides(observation), observation.period)  # fmt: skip
            found.setdefault(key, observation)
    return tuple(found.values())


def shift(period: Period | None, years: int = -1) -> Period | None:
    """The same stretch of another year; None for open periods and fiscal years that cannot be moved."""
    if period is None or period.last is None or not period.first[:4].isdigit():
        return None
    first, last = (f"{int(day[:4]) + years}{day[4:]}" for day in (period.first, period.last))
    return Period(first, last)


class _Reader:
    """Carries the frame from sentence to sentence."""

    def __init__(self, document: Document, home: Term | None, sides_at: Mapping[int, tuple[Term, ...]]) -> None:
        self.home = home
        self.sides_at = sides_at
        self.met: tuple[Term, ...] = ()
        self.document = document
        self.tokens = document.tokens
        self.sides = Sides(document)
        self.frame = Frame()
        self.terms = {kind: {t.iri: t for t in vocabulary().within(kind)} for kind in ("flows", "measures")}

    # --- sentences ---------------------------------------------------------------------------------------

    def sentence(self, sentence: Sentence) -> Iterator[Observation]:
        """The observations of one sentence; updates the frame."""
        sites = list(self._sites(sentence))
        self._enter(sentence)
        if not sites:
            sides = sentence_pair(self.sides, sentence, self.frame.sides)
            self.frame = replace(self.frame, sides=sides)
            return
        head: Frame | None = None
        pairs: set[Pair] = set()
        previous: Observation | None = None
        for site in sites:
            for observation in self._observe(site, sentence, head or self.frame, previous):
                previous = observation
                pairs.add(_pair(observation))
                yield observation
                if head is None and not site.bracket:
                    head = Frame(local(observation.flow.iri), _pair(observation), observation.period)
        if head:
            if len(pairs) > 1:
                head = replace(head, sides=self.frame.sides)
            carried = head.flow if head.flow != "other" else self.frame.flow
            self.frame = Frame(
                carried,
                head.sides if head.sides.reporter else self.frame.sides,
                _closed(head.period or self.frame.period),
            )

    def _enter(self, sentence: Sentence) -> None:
        """The sides of a meeting that a sentence opens are those that its figures lie between."""
        sides = self.sides_at.get(sentence.first, ())
        if len(sides) == 2 and sides != self.met:
            first, second = sides if self.home is None or sides[0].iri == self.home.iri else (sides[1], sides[0])
            self.frame = replace(self.frame, sides=Pair(first, second))
        self.met = sides

    def _sites(self, sentence: Sentence) -> Iterator[_Site]:
        mentions = self.document.inside(sentence.span, "quantity")
        for k, mention in enumerate(mentions):
            begin = mentions[k - 1].span.end if k else sentence.span.begin
            end = mentions[k + 1].span.begin if k + 1 < len(mentions) else sentence.span.end
            yield _Site(
                mention,
                Span(min(begin, mention.span.begin), mention.span.begin),
                Span(mention.span.end, max(end, mention.span.end)),
                self._bracket(mention),
            )

    def _bracket(self, mention: Mention) -> str:
        """What stands right before an opening bracket that a quantity follows: quantity, period, other; else empty."""
        i = self.sides.index(mention.span.begin)
        while i > 0 and (self.tokens[i - 1].text in "+-–~" or self.tokens[i - 1].fold in _BEFORE_NUMBER):
            i -= 1
        if i < 2 or self.tokens[i - 1].text != "(":
            return ""
        end = self.tokens[i - 2].end
        for kind in ("quantity", "period"):
            before = self.document.inside(Span(max(0, end - 60), end), kind)
            if before and before[-1].span.end == end:
                return kind
        return "other"

    # --- one quantity --------------------------------------------------------------------------------------

    def _observe(
        self, site: _Site, sentence: Sentence, frame: Frame, previous: Observation | None
    ) -> Iterator[Observation]:
        if previous is not None and (site.bracket == "quantity" or self._equals(site)):
            yield self._apposed(site, previous)
            return
        listed = previous is not None and site.bracket == "other" and site.quantity.unit == "percent"
        flows = self._flows(
            site, sentence, replace(frame, flow=local(previous.flow.iri)) if listed and previous else frame, listed
        )
        measure, sign = self._measure(site, previous)
        for flow in flows:
            sides = self._pair(site, sentence, flow, measure, frame, previous)
            period, base = self._periods(site, sentence, measure, frame, previous)
            quantity = _signed(site.quantity, sign, flow, self._left_text(site))
            if flow == "other":
                sides = self._from_home(sides)
            months = (_calendar(p, sides) for p in (period, base))
            yield self._observation(site, quantity, flow, measure, sides, *months)

    def _from_home(self, sides: Pair) -> Pair:
        """A count of things is seen from the home state where that is one of the sides."""
        home, reporter, counterpart = self.home, sides.reporter, sides.counterpart
        if home and reporter and counterpart and counterpart.iri == home.iri and "State" not in reporter.traits:
            return Pair(counterpart, reporter)
        return sides

    def _observation(
        self,
        site: _Site,
        quantity: Quantity,
        flow: str,
        measure: str,
        sides: Pair,
        period: Period | None,
        base: Period | None,
    ) -> Observation:
        return Observation(quantity, self._term("flows", flow), self._term("measures", measure), sides.reporter, sides.counterpart, period,
                           base if measure in ("growth", "change") else None, site.mention.span, self._evidence(site))  # fmt: skip

    def _equals(self, site: _Site) -> bool:
        """ "24.6%, or $2.5 billion", "which equals nearly 40 billion rubles": the cell before in other words."""
        return [w for w in self.document.words(site.left) if w not in _HEDGES] in _EQUALS

    def _apposed(self, site: _Site, previous: Observation) -> Observation:
        """A bracket right behind a quantity: the same cell in another currency, or its growth or share."""
        quantity = site.quantity
        if quantity.unit.isupper() and local(previous.measure.iri) == "growth":
            sign = -1 if previous.quantity.value < 0 else 1
            changed = _signed(quantity, sign, "", "")
            return self._observation(
                site, changed, local(previous.flow.iri), "change", _pair(previous), previous.period, previous.base
            )
        if quantity.unit in ("percent", "times") and previous.quantity.unit != "percent":
            share = any(local(m.value.iri) == "share" for m in self.document.inside(site.right, "measures"))
            sides, measure = _pair(previous), "share" if share else "growth"
            sign = -1 if self._change(site) == "decrease" else 1
            return self._observation(
                site,
                _signed(quantity, sign, "", ""),
                local(previous.flow.iri),
                measure,
                sides,
                previous.period,
                shift(previous.period),
            )
        if quantity.unit.isupper() and local(previous.measure.iri) == "share":
            return self._observation(
                site, quantity, local(previous.flow.iri), "level", _pair(previous), previous.period, None
            )
        if quantity.bound == "exact":
            quantity = replace(quantity, bound=previous.quantity.bound)
        return replace(
            previous,
            quantity=quantity,
            surface=site.mention.span,
            evidence=Span(previous.evidence.begin, site.mention.span.end),
        )

    def _term(self, kind: str, name: str) -> Term:
        return vocabulary().term(f"code:{name}")

    # --- flow ------------------------------------------------------------------------------------------------

    def _flows(self, site: _Site, sentence: Sentence, frame: Frame, listed: bool) -> list[str]:
        """The flows that a quantity observes; two for a share "of foreign trade and foreign investment"."""
        unit = site.quantity.unit
        following = self._flows_after(site)
        if following:
            return following
        if unit not in ("percent", "times", "percentage-points") and not unit.isupper():
            return ["other"]
        left = [m for m in self.document.inside(site.left, "flows") if not self._in_name(m)]
        if left:
            return [local(self._strongest(left).value.iri)]
        earlier = [
            m
            for m in self.document.inside(Span(sentence.span.begin, site.mention.span.begin), "flows")
            if not self._in_name(m) and not self._aside(m.span, site)
        ]
        if earlier and not listed:
            return [local(self._strongest(earlier).value.iri)]
        after = [m for m in self.document.inside(site.right, "flows") if not self._in_name(m)]
        if after and not frame.flow:
            return [local(after[0].value.iri)]
        return [frame.flow or (local(after[0].value.iri) if after else "other")]

    def _strongest(self, mentions: list[Mention]) -> Mention:
        """The nearest flow, unless it is the bare word "trade" and a fuller name stands before it."""
        nearest = mentions[-1]
        bare = self.document.article.quote(nearest.span).lower() in ("trade", "commerce")
        if bare and len(mentions) > 1:
            return mentions[-2]
        return nearest

    def _aside(self, span: Span, site: _Site) -> bool:
        """Whether a span stands in brackets that are closed before a quantity."""
        between = self.document.words(Span(span.end, site.mention.span.begin))
        depth = 0
        for word in between:
            depth += (word == "(") - (word == ")")
            if depth < 0:
                return True
        return False

    def _in_name(self, mention: Mention) -> bool:
        return self.document.covered(mention.span, "post", "framework", "body")

    def _flows_after(self, site: _Site) -> list[str]:
        """ "$38.6 billion in exports", "30% of Kazakhstan's foreign trade and foreign investment"."""
        mentions = self.document.inside(site.right, "flows")
        if not mentions:
            return []
        between = self.document.words(Span(site.mention.span.end, mentions[0].span.begin))
        if (
            not between
            or between[0] not in ("in", "of", "worth")
            or len(between) > 5
            or "and" in between
            or any(w in (",", ".", ";", "(", ")") for w in between)
        ):
            return []
        found = [local(mentions[0].value.iri)]
        if (
            site.quantity.unit == "percent"
            and len(mentions) > 1
            and self.document.words(Span(mentions[0].span.end, mentions[1].span.begin)) == ["and"]
        ):
            found.append(local(mentions[1].value.iri))
        return found

    # --- measure -------------------------------------------------------------------------------------------------

    def _measure(self, site: _Site, previous: Observation | None) -> tuple[str, int]:
        """Measure and sign: growth, share, change, target or level."""
        unit = site.quantity.unit
        change = self._change(site)
        sign = -1 if change == "decrease" else 1
        share = any(
            local(m.value.iri) == "share"
            for span in (site.left, site.right)
            for m in self.document.inside(span, "measures")
        )
        if unit in ("percent", "times", "percentage-points"):
            left_share = any(local(m.value.iri) == "share" for m in self.document.inside(site.left, "measures"))
            if change and not left_share:
                return "growth", sign
            if site.bracket == "other" and not share:
                return "share", 1
            if previous and previous.quantity.unit == unit and not share:
                return local(previous.measure.iri), -1 if previous.quantity.value < 0 else 1
            return (
                ("share", 1)
                if share or self.document.words(Span(site.right.begin, site.right.begin + 4))[:1] == ["of"]
                else ("growth", sign)
            )
        words = self.document.words(site.left)
        before = [w for w in words if w not in _HEDGES][-2:]
        if before == ["which", "is"] and self._more_follows(site):
            return "change", sign
        if change and (before[-1:] == ["by"] or before == ["increase", "of"] or before == ["decrease", "of"]):
            return "change", sign
        if any(local(m.value.iri) == "target" for m in self.document.inside(site.left, "measures")):
            return "target", 1
        return "level", 1

    def _more_follows(self, site: _Site) -> bool:
        """ "which is $12 billion, or 23.9 percent more": a difference, not a level."""
        return bool(self.document.inside(Span(site.mention.span.end, site.mention.span.end + 40), "changes"))

    def _change(self, site: _Site) -> str:
        """The direction word that governs a quantity: before it, or right after it ("8.5 percent less")."""
        right = list(
            self.document.inside(Span(site.right.begin, min(site.right.end, site.right.begin + 28)), "changes")
        )
        after = right[0] if right else None
        if after and len(self.document.words(Span(site.right.begin, after.span.begin))) <= 1:
            return local(after.value.iri)
        left = [m for m in self.document.inside(site.left, "changes") if not self._is_bound(m, site)]
        return local(left[-1].value.iri) if left else ""

    def _is_bound(self, mention: Mention, site: _Site) -> bool:
        """ "more than 30%": "more" bounds the number and tells of no change."""
        return any(m.span.covers(mention.span) for m in self.document.inside(site.left, "approximations"))

    def _left_text(self, site: _Site) -> str:
        return " ".join(self.document.words(site.left))

    # --- pair -----------------------------------------------------------------------------------------------------

    def _pair(
        self, site: _Site, sentence: Sentence, flow: str, measure: str, frame: Frame, previous: Observation | None
    ) -> Pair:
        own = self.sides.inside(site.mention.span)
        if measure == "share":
            found = self._share_pair(site, frame)
            if found:
                return found
        after = flow in self._flows_after(site) and measure == "level"
        left = None if after else pair(self.sides, flow, site.left, frame.sides)
        if own and flow == "other":
            adjective = own[0].value
            if site.quantity.unit not in _OF_COUNTERPART and frame.sides.holds(adjective):
                other = [p for p in frame.sides if p and p.iri != adjective.iri]
                return Pair(adjective, other[0] if other else None)
            reporter = left.reporter if left and left.reporter else frame.sides.reporter
            return Pair(reporter if reporter and reporter.iri != adjective.iri else frame.sides.counterpart, adjective)
        right = self._right_pair(site, flow, frame)
        if left and right:
            return _merge(left, right)
        if previous is not None and not (left or right):
            return frame.sides
        earlier = pair(self.sides, flow, Span(sentence.span.begin, site.mention.span.begin), frame.sides)
        return left or right or earlier or frame.sides

    def _right_pair(self, site: _Site, flow: str, frame: Frame) -> Pair | None:
        """Parties right after a quantity ("$19 billion in the economy of Kazakhstan"), within its clause."""
        end = site.right.begin
        for token in self.document.tokens_in(site.right):
            if token.text in ",;().:" or token.fold in ("and", "which", "while", "including", "than"):
                break
            end = token.end
        return pair(self.sides, flow, Span(site.right.begin, end), frame.sides) if end > site.right.begin else None

    def _share_pair(self, site: _Site, frame: Frame) -> Pair | None:
        """ "The EU accounts for 30% of Kazakhstan's foreign trade": the part is the counterpart, the whole reports."""
        left, right = self.sides.inside(site.left), self.sides.inside(site.right)
        whole = next(
            (
                m.value
                for m in right
                if self.sides.after(m) == "'s"
                or m.value.form == "adjective"
                or (self.sides.before(m) or ("",))[-1] in ("of", "'s")
            ),
            None,
        )
        part = next((m.value for m in reversed(left) if whole is None or m.value.iri != whole.iri), None)
        if whole and part:
            return Pair(whole, part)
        return None

    # --- period -----------------------------------------------------------------------------------------------------

    def _periods(
        self, site: _Site, sentence: Sentence, measure: str, frame: Frame, previous: Observation | None
    ) -> tuple[Period | None, Period | None]:
        """Period and base period of a quantity."""
        current = self._current(site, sentence, frame, previous)
        base: Period | None = None
        for mention in (
            *reversed(list(self.document.inside(site.left, "period"))),
            *self.document.inside(site.right, "period"),
        ):
            if self._is_base(mention) or (isinstance(mention.value, Relative) and mention.value.kind != "above"):
                base = base or self._resolve(mention, current)
        if measure == "growth" and base is None:
            base = shift(current)
        return current, base

    def _current(self, site: _Site, sentence: Sentence, frame: Frame, previous: Observation | None) -> Period | None:
        if site.bracket == "period":
            mention = self.document.inside(Span(sentence.span.begin, site.mention.span.begin), "period")[-1]
            reference = previous.period if previous else frame.period
            return self._resolve(mention, reference)
        right = next(iter(self.document.inside(site.right, "period")), None)
        if (
            right
            and len(self.document.words(Span(site.right.begin, right.span.begin))) <= 2
            and not self._is_base(right)
            and isinstance(right.value, Period)
        ):
            return right.value
        for mention in reversed(
            list(self.document.inside(Span(sentence.span.begin, site.mention.span.begin), "period"))
        ):
            if isinstance(mention.value, Period) and not self._is_base(mention):
                return mention.value
        if previous is None:
            ahead = Span(site.mention.span.end, sentence.span.end)
            for mention in self.document.inside(ahead, "period"):
                if (
                    isinstance(mention.value, Period)
                    and not self._is_base(mention)
                    and not self._of_another(mention, site)
                ):
                    return mention.value
        if site.quantity.unit.islower() and site.quantity.unit not in ("percent", "times"):
            relative = any(isinstance(m.value, Relative) for m in self.document.inside(sentence.span, "period"))
            return (
                previous.period
                if previous and previous.flow.iri.endswith("/other")
                else frame.period
                if relative
                else None
            )
        return previous.period if previous else frame.period

    def _of_another(self, mention: Mention, site: _Site) -> bool:
        """Whether a period stands right behind a later quantity and so is only that one's ("from $97 billion in 2021")."""
        near = self.document.inside(Span(site.mention.span.end, mention.span.begin), "quantity")
        return bool(near) and len(self.document.words(Span(near[-1].span.end, mention.span.begin))) <= 1

    def _resolve(self, mention: Mention, reference: Period | None) -> Period | None:
        value = mention.value
        if isinstance(value, Period):
            return value
        if not isinstance(value, Relative) or reference is None:
            return None
        if value.kind == "above":
            return reference
        if value.year is not None:
            return shift(reference, value.year - int(reference.first[:4]))
        return shift(reference)

    def _is_base(self, mention: Mention) -> bool:
        """Whether a period is what a change is measured from ("than in 2022", "compared to the same period")."""
        i = self.sides.index(mention.span.begin)
        before = [t.fold for t in self.tokens[max(0, i - 4) : i]]
        if isinstance(mention.value, Relative):
            return mention.value.kind in ("same", "previous", "year-on-year")
        if before[-1:] == ["from"] or before[-2:] == ["from", "the"]:
            return "than" in before or "up" in before or "down" in before
        return bool(_BASE_CUES & set(before[-3:]))

    # --- evidence -----------------------------------------------------------------------------------------------------

    def _evidence(self, site: _Site) -> Span:
        """From the flow (or, without one, the clause) before a quantity to its end."""
        start = site.mention.span.begin
        for mention in self.document.inside(site.left, "flows", "period", "changes", "party"):
            start = min(start, mention.span.begin)
        return Span(start, site.mention.span.end)


def _cell_sides(observation: Observation) -> tuple[object, ...]:
    """The two sides; their order means nothing for two-way trade."""
    sides = (observation.reporter, observation.counterpart)
    both = [s.iri for s in sides if s is not None]
    return tuple(sorted(both)) if local(observation.flow.iri) == "turnover" and len(both) == 2 else sides


def _calendar(period: Period | None, sides: Pair) -> Period | None:
    """A fiscal year in months where the reporter's is known ("FY 2022-23" of India is April 2022 to March 2023)."""
    if period is None or not period.first.startswith("FY") or sides.reporter is None:
        return period
    start = vocabulary().value(sides.reporter.iri, "kg:fiscalYearStart")
    if start is None or "-" not in period.first:
        return period
    month, year = int(start), int(period.first[2:6])
    return Period(f"{year}-{month:02d}", f"{year + 1}-{month - 1:02d}")


def _closed(period: Period | None) -> Period | None:
    """A period that the next sentence may go on about; "since 2005" is said of one figure only."""
    return period if period and period.last else None


def _pair(observation: Observation) -> Pair:
    reporter, counterpart = observation.reporter, observation.counterpart
    return Pair(
        reporter if isinstance(reporter, Term) else None, counterpart if isinstance(counterpart, Term) else None
    )


def _merge(left: Pair, right: Pair) -> Pair:
    """The pair of the text before a figure, completed by the text after it."""
    return (
        Pair(right.reporter or left.reporter, left.counterpart or right.counterpart)
        if right.reporter and left.counterpart
        else left
    )


def _signed(quantity: Quantity, sign: int, flow: str, left: str) -> Quantity:
    """A fall, and a deficit, are negative."""
    if flow == "balance" and "deficit" in left and quantity.value > 0:
        sign = -1
    return replace(quantity, value=-abs(quantity.value)) if sign < 0 else quantity
