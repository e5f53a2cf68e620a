"""What publishers say: one folder a source, read to the last field into claims."""
