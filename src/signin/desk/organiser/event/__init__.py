"""The event itself: its facts, its sessions, its papers' heads, the same meeting again, and announcements read."""
