"""What all kinds of fact ask: whose matters an article tells, when, and who its titles stand for."""
