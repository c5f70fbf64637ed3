"""What the window looks and sounds like, and the small widgets that its screens are made of."""
