"""Tables as Parquet, above all those of the network, written by pyarrow, which the extra ``parquet`` installs."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from kg.export.known import of_network
from kg.export.networks import EDGE_HEADER, NODE_HEADER, edge_rows, node_rows
from kg.model import Network, ReadoutError


def parquet(network: Network) -> dict[str, bytes]:
    """The files of nodes and of edges (one row for each piece of evidence) by name.

    Raises ReadoutError where pyarrow is missing.
    """
    return {
        "nodes.parquet": _file(NODE_HEADER, node_rows(network)),
        "edges.parquet": _file(EDGE_HEADER, edge_rows(network)),
    }


def _file(header: Sequence[str], rows: Sequence[Sequence[str | int]]) -> bytes:
    numbers = {"mentions", "begin", "end"}
    return written(record_table({name: "integer" if name in numbers else "string" for name in header}, rows))


def record_table(columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> Any:
    """Rows as a pyarrow Table, given the type of each column: integer, decimal, date or string.

    Raises ReadoutError where pyarrow is missing.
    """
    try:
        import pyarrow
    except ImportError:
        raise ReadoutError("Parquet needs pyarrow: pip install 'readout-kg[parquet]'") from None
    types = {
        "integer": pyarrow.int64(),
        "decimal": pyarrow.decimal128(38, 9),
        "date": pyarrow.date32(),
        "string": pyarrow.string(),
    }
    schema = pyarrow.schema([(name, types[type_]) for name, type_ in columns.items()])
    return pyarrow.table({name: [row[at] for row in rows] for at, name in enumerate(columns)}, schema=schema)


def written(table: Any) -> bytes:
    """A pyarrow Table as the bytes of a Parquet file."""
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()


EXPORTS = {"parquet": of_network(parquet)}
