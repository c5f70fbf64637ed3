"""Files in and out: tables, rosters, event files, pictures."""
