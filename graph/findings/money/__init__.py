"""Money as claims tell of it."""
