"""The PIN before the organiser's side: the lock, who asks for it, and where it is typed."""
