"""Rules of law, dated and sourced, that rules of findings rest on."""
