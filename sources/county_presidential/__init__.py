"""Reader of county results of presidential elections, 2008 to 2024, collected by Tony McGovern."""
