"""Before the door opens: the first start, and choosing or making an event."""
