"""Files of statements in RDF, named by a source folder; what is in them is read in `graph`."""
