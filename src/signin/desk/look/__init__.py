"""What the window looks and sounds like: colours, sizes, icons, sounds, and the widgets that screens are made of."""
