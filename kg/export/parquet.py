"""The network as Parquet, written by pyarrow, which the extra ``parquet`` installs."""

from __future__ import annotations

import io
from collections.abc import Sequence
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
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ReadoutError("Parquet needs pyarrow: pip install 'readout-kg[parquet]'") from None
    numbers = {"mentions", "begin", "end"}
    types: Any = [(name, pyarrow.int64() if name in numbers else pyarrow.string()) for name in header]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(header)}
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns, schema=pyarrow.schema(types)), out)
    return out.getvalue()


EXPORTS = {"parquet": of_network(parquet)}
