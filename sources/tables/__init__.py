"""Publishers' tables, read strictly: a row is taken as it stands, or told with its line."""
