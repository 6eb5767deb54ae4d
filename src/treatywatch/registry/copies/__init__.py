"""Which pages are copies of one story: retouched, cut or headed anew, they are one source and not several."""
