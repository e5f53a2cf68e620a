"""How votes, shares, counts and margins of claims are set against each other."""
