"""What readers of filings share: parties and codes of the FEC, and which amendment counts."""
