"""The organiser's side: what is prepared before a meeting and kept after it."""
