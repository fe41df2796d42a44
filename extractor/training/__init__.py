"""Training of the parts in ``models/``; needs what the extra ``train`` installs, the program itself does not."""
