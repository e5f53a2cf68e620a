"""Reader of results that OpenElections publishes, by county and by precinct."""
