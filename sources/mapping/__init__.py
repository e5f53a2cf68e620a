"""Any table a researcher has, read as a mapping file in YAML says."""
