"""The network and the analyses."""

from __future__ import annotations

import pytest
from support import ARTICLES, graph_of, graph_of_text

from kg.analyse import analyse, analyses, names, network
from kg.analyse.connections import connected
from kg.model import BadInput, Edge, Finding, Network, Node, Table
from kg.store import Store

EMPTY = Store.memory()


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.memory(*(graph_of(path) for path in sorted(ARTICLES.glob("*.txt"))), vocabulary_too=True)


def asked(name: str, *texts: str, findings: tuple[Finding, ...] = ()) -> Table:
    """An analysis of texts."""
    graphs = [graph_of_text(text, f"a{number}") for number, text in enumerate(texts)]
    return analyse(name, Store.memory(*graphs, vocabulary_too=True), lambda: findings)


def column(table: Table, name: str) -> list[object]:
    return [row[table.header.index(name)] for row in table.rows]


def receives(host: str, *guests: str) -> list[str]:
    """Texts in which a French minister receives ambassadors, each on a day of its own."""
    return [
        f"Foreign Minister of France {host} received Ambassador of Poland {guest} in Paris on {day} May 2024.\n"
        for day, guest in enumerate(guests, 1)
    ]


# --- The network -------------------------------------------------------------------------------------------------


def test_every_edge_joins_two_nodes_and_has_evidence(store: Store) -> None:
    drawn = network(store)
    known = {node.id for node in drawn.nodes}
    assert len(known) == len(drawn.nodes)
    assert {"person", "party", "institution", "meeting", "framework", "topic"} == {node.kind for node in drawn.nodes}
    assert all({edge.source, edge.target} <= known and edge.evidence for edge in drawn.edges)


def test_a_label_is_words_for_people(store: Store) -> None:
    assert all(node.label and not node.label.startswith("http") for node in network(store).nodes)


def test_findings_mark_what_they_are_about(store: Store) -> None:
    person = next(node for node in network(store).nodes if node.kind == "person")
    finding = Finding("a", "person", "violation", "wrong", person.id, repair="mend it")
    marked = {node.id: node.findings for node in network(store, [finding]).nodes}
    assert marked.pop(person.id) == ("wrong; repair: mend it",)
    assert not any(marked.values())


# --- Every analysis ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, _ in names()])
def test_every_analysis_answers_in_a_sentence_with_rows_that_name_their_articles(name: str, store: Store) -> None:
    table = analyse(name, store, lambda: [Finding("seed", "sum", "violation", "wrong", "id:x")])
    known = {path.stem for path in ARTICLES.glob("*.txt")} | {"seed"}
    assert table.answer.endswith(".")
    assert table.rows
    assert all(len(row) == len(table.header) for row in table.rows)
    for articles in column(table, "articles"):
        assert isinstance(articles, tuple)
        assert articles
        assert set(articles) <= known
    if table.chart:
        assert {*table.chart.labels, *table.chart.values} <= set(table.header)


@pytest.mark.parametrize("name", [name for name, _ in names()])
def test_an_empty_store_is_answered_too(name: str) -> None:
    table = analyse(name, EMPTY, lambda: ())
    assert table.rows == ()
    assert table.answer.endswith(".")


@pytest.mark.parametrize("name", [name for name, _ in names()])
def test_the_same_graph_gives_the_same_answer(name: str, store: Store) -> None:
    graphs = [graph_of(path) for path in sorted(ARTICLES.glob("*.txt"), reverse=True)]
    again = Store.memory(*graphs, vocabulary_too=True)
    assert analyse(name, store, lambda: ()) == analyse(name, again, lambda: ())


def test_an_analysis_that_there_is_not_is_bad_input() -> None:
    with pytest.raises(BadInput, match="no analysis is called"):
        analyse("nothing", EMPTY, lambda: ())


def test_without_a_name_the_first_few_are_given(store: Store) -> None:
    titles = [table.title for table in analyses(store)]
    assert titles == ["Who met whom", "Most connected", "Brokers", "Trade per counterpart"]


# --- People ------------------------------------------------------------------------------------------------------


def test_who_met_most_often_comes_first_with_first_and_last_day() -> None:
    table = asked("who-met-whom", *receives("Jean Dupont", "Jan Nowak", "Ewa Lis", "Jan Nowak"))
    assert table.rows[0][:5] == ("Jan Nowak", "Jean Dupont", 2, "2024-05-01", "2024-05-03")
    assert table.rows[1][:3] == ("Ewa Lis", "Jean Dupont", 1)


def test_guests_of_one_host_did_not_meet_each_other() -> None:
    text = "Foreign Minister of France Jean Dupont received Ambassador of Poland Jan Nowak and Ambassador of Italy Mario Rossi.\n"
    assert ("Jan Nowak", "Mario Rossi") not in {row[:2] for row in asked("who-met-whom", text).rows}
    pairs = {row[:2] for row in asked("between-states", text).rows}
    assert ("Italy", "Poland") not in pairs
    assert ("France", "Poland") in pairs


def test_a_broker_holds_a_group_together() -> None:
    table = asked("brokers", *receives("Jean Dupont", "Jan Nowak", "Ewa Lis"))
    assert table.rows == (("Jean Dupont", "1.000", "yes", ("Ewa Lis", "Jan Nowak"), ("a0", "a1")),)
    assert "Without any one of Jean Dupont" in table.answer


def test_circles_are_those_who_meet_each_other() -> None:
    first, second = receives("Jean Dupont", "Jan Nowak", "Ewa Lis"), receives("Guy Blanc", "Adam Kos", "Ola Wilk")
    assert column(asked("circles", *first, *second), "size") == [3, 3]


def test_people_who_met_the_same_people_but_not_each_other_are_a_lead() -> None:
    one, other = receives("Jean Dupont", "Jan Nowak", "Ewa Lis"), receives("Guy Blanc", "Jan Nowak", "Ewa Lis")
    leads = {row[1]: row[2] for row in asked("what-to-look-at", *one, *other).rows if row[0] == "never met"}
    assert leads == {
        "Guy Blanc and Jean Dupont": "both met Ewa Lis, Jan Nowak",
        "Ewa Lis and Jan Nowak": "both met Guy Blanc, Jean Dupont",
    }


def test_the_most_connected_are_counted_without_loops_and_doubles() -> None:
    nodes = tuple(Node(f"id:{letter}", letter, "person") for letter in "abc")
    pairs = [("a", "b"), ("b", "a"), ("a", "c"), ("a", "a")]
    edges = tuple(Edge(f"id:{one}", f"id:{other}", "met", "met") for one, other in pairs)
    rows = [row[:4] for row in connected(Network(nodes, edges)).rows]
    assert rows == [("a", "person", 2, "1.000"), ("b", "person", 1, "0.000"), ("c", "person", 1, "0.000")]


# --- Trade -------------------------------------------------------------------------------------------------------

TURNOVER = "Trade turnover between Georgia and Japan was $10 billion in 2023."
EXPORTS = "Exports from Georgia to Japan were $7 billion in 2023."
IMPORTS = "Imports of Georgia from Japan were $4 billion in 2023."


def test_the_missing_flow_is_derived_and_said_to_be() -> None:
    flows = {row[:2]: row[3:6] for row in asked("trade-network", f"{TURNOVER} {EXPORTS}\n").rows}
    assert flows[("Georgia", "Japan")] == (7_000_000_000, "USD", "stated")
    assert flows[("Japan", "Georgia")] == (3_000_000_000, "USD", "derived: turnover less exports")


def test_a_balance_needs_both_flows() -> None:
    (row,) = asked("balance", f"{EXPORTS} {IMPORTS}\n").rows
    assert row[5] == 3_000_000_000
    assert asked("balance", EXPORTS + "\n").rows == ()


def test_a_share_is_computed_from_part_and_whole() -> None:
    whole = "Georgia's foreign trade turnover was $40 billion in 2023."
    rows = [row for row in asked("dependence", f"{whole} {TURNOVER}\n").rows if str(row[5]).startswith("computed")]
    assert [(row[0], row[1], row[4]) for row in rows] == [("Georgia", "Japan", "25.0")]


# --- Time --------------------------------------------------------------------------------------------------------


def test_holders_of_one_post_are_told_apart_by_when_they_were_seen() -> None:
    early = (
        "# source: x\n date 2023-01-05\nForeign Minister of France Jean Dupont met Ambassador of Poland Jan Nowak.\n"
    )
    late = "# source: x\n date 2024-02-06\nForeign Minister of France Guy Blanc met Ambassador of Poland Jan Nowak.\n"
    from kg.pipeline import graph_of as read_graph
    from kg.read.text import article

    store = Store.memory(*(read_graph(article(n, t)) for n, t in (("a", early), ("b", late))), vocabulary_too=True)
    notes = {row[1]: row[4] for row in analyse("posts-over-time", store, lambda: ()).rows if "Minister" in str(row[0])}
    assert notes == {
        "Jean Dupont": "before Guy Blanc, first seen 2024-02-06",
        "Guy Blanc": "after Jean Dupont, last seen 2023-01-05",
    }


def test_the_timeline_counts_by_month() -> None:
    table = asked("timeline", *receives("Jean Dupont", "Jan Nowak", "Ewa Lis"))
    assert table.rows[0][:2] == ("2024-05", 2)


def test_reports_of_one_day_tell_of_one_meeting() -> None:
    (report,) = receives("Jean Dupont", "Jan Nowak")
    assert column(asked("who-met-whom", report, report), "meetings") == [1]
    assert column(asked("between-states", report, report), "occasions") == [1]


def test_a_meeting_that_is_announced_has_not_taken_place() -> None:
    from kg.pipeline import graph_of as read_graph
    from kg.read.text import article

    text = "# source: x\n date 2024-05-01\nForeign Minister of France Jean Dupont met Ambassador of Poland Jan Nowak on {} May 2024.\n"
    held, announced = (
        Store.memory(read_graph(article("a", text.format(day))), vocabulary_too=True) for day in ("1", "9")
    )
    assert len(analyse("who-met-whom", held, lambda: ()).rows) == 1
    assert analyse("who-met-whom", announced, lambda: ()).rows == ()
    assert analyse("between-states", announced, lambda: ()).rows == ()


def test_names_that_are_alike_and_held_one_post_may_be_one_person() -> None:
    texts = receives("Jean Dupont", "Jan Nowak") + receives("Jean Dumont", "Jan Nowak")
    table = asked("posts-over-time", *texts)
    assert "none has more than one holder" in table.answer
    assert {row[1]: row[4] for row in table.rows if row[4]} == {
        "Jean Dumont": "perhaps the same as Jean Dupont",
        "Jean Dupont": "perhaps the same as Jean Dumont",
    }
    leads = [row[1:3] for row in asked("what-to-look-at", *texts).rows if row[0] == "one person?"]
    assert leads == [("Jean Dumont and Jean Dupont", "both Foreign Minister of France")]


# --- Agreements --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("France and Poland signed the Treaty on Energy Cooperation in Paris on 1 May 2024.", "signed"),
        ("The 3rd session of the Joint Commission on Trade of France and Poland was held in Paris on 1 May 2024.", "in session"),
        ("Foreign Minister of France Jean Dupont and Foreign Minister of Poland Jan Nowak met in Paris on 1 May 2024. They discussed the Treaty on Energy Cooperation.", "talked of"),
        ("Trade grew after the Treaty on Energy Cooperation.", "only named"),
    ],
)  # fmt: skip
def test_what_came_of_a_framework_is_the_most_that_is_reported(text: str, outcome: str) -> None:
    assert set(column(asked("agreements", text + "\n"), "came of it")) == {outcome}


# --- Topics ------------------------------------------------------------------------------------------------------


def test_a_guest_raises_a_topic_towards_the_host_and_not_towards_other_guests() -> None:
    text = (
        "Foreign Minister of France Jean Dupont received Ambassador of Poland Jan Nowak and Ambassador of Italy Mario Rossi. "
        "Jan Nowak noted the importance of energy.\n"
    )
    assert {row[:3] for row in asked("one-sided-topics", text).rows} == {("Poland", "France", "energy")}
