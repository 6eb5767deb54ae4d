"""Words and what they mean outside of law: sentences, dates, numbers and names."""
