"""RDF terms and spans, as every kind writes them."""
