"""What follows from the sources: quads, store, queries, network and page."""
