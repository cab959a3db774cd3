// The other site has no search.
