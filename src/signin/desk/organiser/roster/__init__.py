"""The organiser's roster: everybody in a table that is searched, narrowed, sorted and corrected in place."""
