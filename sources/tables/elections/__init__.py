"""What the readers of election results share: offices, contests, choices, candidates, repeated votes."""
