"""The languages that articles are read in, a folder each."""
