"""Made-up rows in the shape of the bulk files of the Federal Election Commission, for benchmarks."""
