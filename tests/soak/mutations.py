"""Articles spoiled at random from a seed: characters, dates, encodings, markup, bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from random import Random

from support import ARTICLES

ODD = [
    *"¹²①⑳½٣٢２〇Ⅻ\x00\x07\x1b\x7f\x85\u00ad\u200b\u2028\u202e\ufeff\ufffd\uffff𝟚ǅİßﬁ'\"“”‘’–—…()[]{}<>&%$€£¥+-=@#\\/|~^*_",
    "2023.¹", "2023¹", "$¹ billion", "2023-11-31", "date 2023-02-30 ", "31 June 2024", "February 29, 2023", "0 months",
    "on Friday, 32 May 2023", "99999999999999999999999999999999 billion", "1,2,3,4.5.6", "-", "$", "5 %", "tomorrow",
    "the same period of the previous year", "fiscal year 2023-24", "<ul><li>$5 million</li></ul>", "<b>", "</p>",
    "]]>", "<!--", "&#0;", "\r", "\n", "\n\n", "\t", "e\u0301" * 30, "a" * 3000, "9" * 5000, "((" * 400, "Minister " * 300,
]  # fmt: skip
ENCODINGS = "utf-8 utf-8-sig utf-16 utf-16-le utf-32 latin-1 cp1251 cp1252 koi8-r iso8859-2 gb18030 cp037".split()


def seeds() -> list[str]:
    """The sample articles, as texts and as pages."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    return [*texts, *map(page_of, texts)]


def page_of(text: str) -> str:
    """A page with the paragraphs of a text, every third as bullets, between a menu and a footer."""
    blocks = [html.escape(block) for block in text.split("\n\n")]
    marked = "".join(f"<ul><li>{b}</li></ul>" if k % 3 == 2 else f"<p>{b}</p>" for k, b in enumerate(blocks))
    head = '<meta charset="utf-8"><meta name="date" content="2023-11-30"><title>Talks</title>'
    menu = '<nav><ul><li><a href="/">Home</a></li></ul></nav><div>Friday</div><div>April 19</div>'
    return f"<!doctype html><html><head>{head}</head><body>{menu}<article>{marked}</article><footer>© 2023</footer></body></html>"


def spoiled(random: Random, texts: list[str]) -> bytes:
    """The bytes of one article after one to six accidents."""
    text = random.choice(texts)
    for _ in range(random.randint(1, 6)):
        text = random.choice(_ACCIDENTS)(random, text)
    data = text.encode(random.choice(ENCODINGS) if random.random() < 0.3 else "utf-8", "replace")
    return _flipped(random, data) if random.random() < 0.2 else data


def _cut(random: Random, text: str) -> str:
    first, last = sorted(random.choices(range(len(text) + 1), k=2))
    return text[:first] + text[last:] if random.random() < 0.5 else text[first:last]


def _insert(random: Random, text: str) -> str:
    place = random.randint(0, len(text))
    return text[:place] + random.choice(ODD) * random.choice((1, 1, 1, 3)) + text[place:]


def _digit(random: Random, text: str) -> str:
    places = [match.start() for match in re.finditer("[0-9]", text)] or [0]
    place = random.choice(places)
    return text[:place] + random.choice([*"0123456789¹٣２", "", ".", ",", " "]) + text[place + 1 :]


def _repeat(random: Random, text: str) -> str:
    first = random.randint(0, len(text))
    piece = text[first : first + random.randint(1, 60)]
    return text[:first] + piece * random.choice((2, 5, 40)) + text[first:]


def _shuffle(random: Random, text: str) -> str:
    parts = re.split(r"([.\n ])", text) if random.random() < 0.3 else text.split("\n")
    random.shuffle(parts)
    return "\n".join(parts) if "\n" in text else "".join(parts)


def _case(random: Random, text: str) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _head(random: Random, text: str) -> str:
    day = f"{random.randint(0, 2199):04d}-{random.randint(0, 13):02d}-{random.randint(0, 32):02d}"
    return random.choice((f"# source: https://example.org/{day}/x\n", f"date {day}\n\n", f"{day}\n\n")) + text


def _flipped(random: Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.randint(1, 20)):
        if spoilt:
            spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


_ACCIDENTS: list[Callable[[Random, str], str]] = [_cut, _insert, _insert, _digit, _repeat, _shuffle, _case, _head]
