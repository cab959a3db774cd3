package check

// Scan and Read are the two ways to the facts of a page, for tests outside.

func (c *Checker) Scan(name string, data []byte) (Facts, bool) { return c.scan(name, data) }

func (c *Checker) Read(name string, data []byte) Facts {
	return c.factsOf(pageFile, c.readPage(name, data))
}
