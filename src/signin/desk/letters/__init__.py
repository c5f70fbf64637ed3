"""How Lao is drawn on the screen: our fonts, lines broken at words, room for every mark."""
