"""The sessions of an event as a timetable."""
