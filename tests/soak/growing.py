"""Texts of any length that repeat one turn of phrase, each time with other names and numbers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

LETTERS = "abcdefghijklmnopqrstuvwxyz"
STATES = "Peru Chile Spain France Poland Kenya Ghana India Japan".split()


def word(number: int) -> str:
    """A word for a number, another for each, with a capital."""
    number += 26
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters += LETTERS[rest]
    return letters.capitalize()


def name(number: int) -> str:
    """A name of two words for a number."""
    return f"{word(7 * number + 1)}an {word(13 * number + 5)}ov"


def two_states(number: int) -> str:
    """Two states, joined by a hyphen."""
    return f"{STATES[number % 9]}-{STATES[number // 9 % 9]}"


# In one sentence, then sentence by sentence.
TURNS: dict[str, Callable[[int], str]] = {
    "a minister met": lambda k: "Minister Anna Sol met ",
    "others met": lambda k: f"Minister {name(k)} met Ambassador {name(k + 9999)}, ",
    "figures": lambda k: f"exports to Peru rose by {k % 90}.{k % 10} percent to ${k % 800}.{k % 7} million, ",
    "amounts": lambda k: f"${k + 1} million ",
    "shares": lambda k: f"{k % 90} percent ",
    "parts": lambda k: f"exports of ${k} million, including ${k % 70} million, of which ${k % 9} million, ",
    "brackets": lambda k: "(",
    "amounts in brackets": lambda k: f"(${k} million ",
    "commas": lambda k: ", ",
    "names": lambda k: f"{name(k)}, ",
    "capitals": lambda k: f"{word(k)} ",
    "honorifics": lambda k: "H.E. Mr. ",
    "initials": lambda k: "A. ",
    "titles": lambda k: "Foreign Minister of Peru, ",
    "one word of a title": lambda k: "Minister ",
    "institutions": lambda k: "the Embassy of Peru in Chile, ",
    "frameworks": lambda k: "the Treaty on Trade, ",
    "sessions": lambda k: f"the {k % 90}th meeting of the Joint Commission on Trade was held in Lima. ",
    "credentials": lambda k: f"received credentials from Ambassador {name(k)} and ",
    "periods": lambda k: "in May 2023, ",
    "years": lambda k: f"{1950 + k % 70} ",
    "parties": lambda k: "Peru, Chile and ",
    "hyphens": lambda k: "Peru-",
    "quotation marks": lambda k: '"',
    "quoted words": lambda k: f'"{word(k)} trade" ',
    "what may be": lambda k: "if it would be planned to meet ",
    "topics": lambda k: f"discussed trade, energy, {word(k).lower()} and ",
    "companies": lambda k: f"companies such as {word(k)}, ",
    "wrapped lines": lambda k: "and the exports of Chile to Peru rose by 5 percent\nand ",
    "meetings": lambda k: f"Minister {name(k)} met Ambassador {name(k + 9999)}. ",
    "one first name": lambda k: f"Minister Ana {word(k)} met Minister Luis {word(k + 9000)}. ",
    "people put beside each other": lambda k: (
        f"{name(k)}, Ambassador {name(k + 99)}, {'' if k % 14 else 'welcomed the envoys. '}"
    ),
    "parts of meetings": lambda k: (
        f"Minister {name(k)} met Ambassador {name(k + 9999)}. During the meeting with Ambassador {name(k + 9999)} he spoke. "
    ),
    "visits": lambda k: f"the visit of Minister {name(k)} to Chile. ",
    "signings": lambda k: f"Minister {name(k)} and Minister {name(k + 9999)} signed the Agreement on {word(k)}. ",
    "summits": lambda k: f"the {two_states(k)} summit was held. ",
    "numbered sessions": lambda k: (
        f"The {k % 90}th meeting of the Peru-Chile Joint Commission on {word(k)} was held in Lima on {k % 27 + 1} May {1950 + k % 70}. "
    ),
    "envoys": lambda k: f"Ambassador of France {name(k)}. ",
    "one seat": lambda k: f"Ambassador of France to Chile {name(k)}. ",
    "one spelling": lambda k: f"Ambassador Ab{word(k).lower()} Bo{word(7 * k).lower()}. ",
    "bare titles": lambda k: f"Ambassador of France {name(k)} said. The Minister of {word(k)} left. ",
    "speakers": lambda k: f'"We trade," Minister {name(k)} said. ',
    "pronouns": lambda k: "He met Rey and they discussed trade. ",
    "ministries": lambda k: f"the Ministry of {word(k)} of Peru. ",
    "agreements": lambda k: f"Peru and Chile signed the Agreement on {word(k)}. ",
    "sums": lambda k: (
        f"Exports were ${k % 800} million and imports ${k % 700} million, and turnover ${k % 900} million in {1990 + k % 30}. "
    ),
    "days": lambda k: f"It was held on {k % 27 + 1} May {1950 + k % 70}. ",
    "rows": lambda k: f"Peru | {k} | {k + 7} | {k % 90} %\n",
}


def text_of(turn: Callable[[int], str], length: int) -> str:
    """A text of a length that repeats a turn of phrase."""
    parts, size = ["Talks were held in Lima.\n\n"], 0
    for number in count():
        if size >= length:
            break
        parts.append(turn(number))
        size += len(parts[-1])
    return "".join(parts) + "\n"
