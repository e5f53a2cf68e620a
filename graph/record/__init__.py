"""The record: what sources say of contests is matched to official counts and compared with them."""
