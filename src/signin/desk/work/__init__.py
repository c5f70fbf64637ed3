"""What the window does not wait for: the store's worker, and long work with progress."""
