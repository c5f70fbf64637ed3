"""What happened at an event: a list that reads like sentences, and the check of the record."""
