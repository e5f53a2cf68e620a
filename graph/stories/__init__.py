"""Stories: a small file of steps turns a page into a click-through."""
