"""The papers: chosen, seen before they are printed, printed or saved, and the log of what was printed."""
