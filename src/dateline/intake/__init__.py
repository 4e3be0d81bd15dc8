"""One file a kind of source; one document out."""
