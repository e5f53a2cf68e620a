"""Electronic filings with the Federal Election Commission (.fec), told record by record."""
