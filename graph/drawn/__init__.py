"""What rows of filings and official counts say, as marks of a picture."""
