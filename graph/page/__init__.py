"""The page: one HTML file that needs no network, in which every line opens its evidence."""

from graph.page.page import to_html

__all__ = ["to_html"]
