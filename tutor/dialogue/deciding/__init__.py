"""What answers a reading, in parts: `policy` is the table over them."""
