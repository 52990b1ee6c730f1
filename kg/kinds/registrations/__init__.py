"""Who published the article, and its entry in a public register."""
