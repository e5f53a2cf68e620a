"""From the bytes of a publisher's file to its records, each with its line."""
