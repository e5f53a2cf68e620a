"""Entities of FollowTheMoney, a JSON object a line: people, organisations, payments and relations."""
