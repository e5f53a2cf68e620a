"""Counties and states of the United States with their codes and division ids."""
