"""The records of the casebook, all frozen: what an author writes (`terms`, `front`), and what is read (`records`)."""
