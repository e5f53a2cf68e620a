"""Districts of several counties that elect one prosecutor: circuits, judicial districts."""
