"""Claims as statements: how firmly they are put, who witnesses them, which exclude each other."""
