"""The engine that looks things up in tokens; it knows no fact and no word."""
