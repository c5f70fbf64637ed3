"""What the desk can do, one verb a function, one transaction a verb."""
