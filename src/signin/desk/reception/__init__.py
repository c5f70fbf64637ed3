"""The screen by the door: a verdict that is read at a glance, and everything a receptionist does."""
