"""What other tools read: RDF files and property graphs."""
