"""The meeting's papers: badges, lists of participants and certificates; domain in, a file out."""
