"""What commands read of the rows of a built graph: names, dossiers, edges, from the event tables."""
