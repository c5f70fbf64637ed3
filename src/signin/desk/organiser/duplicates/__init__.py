"""The organiser's screen for people who are on the roster twice."""
