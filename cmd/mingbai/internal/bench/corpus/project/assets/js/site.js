// The other site has no script.
