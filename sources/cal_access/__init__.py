"""Raw tables of CAL-ACCESS, the campaign filings of the Secretary of State of California."""
