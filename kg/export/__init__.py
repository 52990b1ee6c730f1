"""Graphs and networks as files: RDF, tables, pictures."""
