"""States, unions and regions: marked by the gazetteer."""
