"""Counties, states and prosecutor districts by name, for readers of results and filings."""
