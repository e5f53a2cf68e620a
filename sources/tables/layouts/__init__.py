"""What a layout is made of: kinds of records, columns, and the rows of tables they become."""
