"""What the program knows of Japanese: words as data, each with an example, and the models that validate them."""
