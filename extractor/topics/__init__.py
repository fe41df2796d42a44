"""What statements are about, and what their speakers think of it: topics found, placed, and judged."""
