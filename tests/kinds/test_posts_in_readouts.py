"""Posts as readouts word them: officials met abroad, lists of envoys, desks, co-chairs."""

from __future__ import annotations

import pytest

from tests.kinds.test_tenures import tenures

Held = tuple[str, str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "British Foreign Minister Luis Sol visited Peru in March. In Lima Mr Sol called on Prime Minister Ana Rey.",
            ("Ana Rey", "Prime Minister", "Peru", None),
        ),
        (
            "Minister Luis Sol received Ambassadors of EU member states Kari Holm (Austria) and Outi Ranta (Finland).",
            ("Outi Ranta", "Ambassador", "Finland", None),
        ),
        (
            "He received the newly appointed Ambassadors Extraordinary and Plenipotentiary to Peru: Kari Holm (Kingdom of Norway) "
            "and Outi Ranta (Republic of Finland).",
            ("Kari Holm", "Ambassador Extraordinary and Plenipotentiary", "Norway", "Peru"),
        ),
        (
            "From the Chilean side the session was chaired by Minister of Trade Luis Sol, from the Peruvian side - by Deputy "
            "Prime Minister Ana Rey.",
            ("Ana Rey", "Deputy Prime Minister", "Peru", None),
        ),
        (
            "The Speaker met Additional Secretary (Europe) Ambassador Ana Rey of Peru.",
            ("Ana Rey", "Additional Secretary (Europe)", "Peru", None),
        ),
        (
            "In London, FCDO Minister Luis Sol spoke.",
            ("Luis Sol", "Minister", "Foreign, Commonwealth and Development Office", None),
        ),
        (
            "The co-chairs of the Chilean-Peruvian Joint Commission — Luis Sol (Chile) and Ana Rey (Peru) — signed a protocol.",
            ("Ana Rey", "Co-chair", "Chilean-Peruvian Joint Commission", None),
        ),
        (
            "President of the Republic of Singapore Tan Wee Lim arrived.",
            ("Tan Wee Lim", "President", "Singapore", None),
        ),
    ],
)
def test_a_post_is_read_as_the_readout_words_it(text: str, expected: Held) -> None:
    assert expected in tenures(text)
