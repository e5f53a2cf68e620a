"""What happened when: money, events, polls, elections, offices and counts, with the days of each."""
