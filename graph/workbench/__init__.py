"""The workbench: a page to ask the graph and look at answers; its files and data, for a server to give."""
