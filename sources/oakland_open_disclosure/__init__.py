"""Files of Open Disclosure Oakland on committees: contributions as JSON, names as YAML front matter."""
