"""The kinds of fact, a folder each: their claims, how they are marked, read and written."""
