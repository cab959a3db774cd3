package main

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mingbai/cmd/mingbai/internal/source"
)

// seedText is a file system in which documents read as the text that was
// extracted from them: the lines that findings are about are lines of that text,
// and no lines of a .docx.
type seedText struct{ fs.FS }

// textFile is the file of a document, with its text in the place of its bytes.
type textFile struct {
	fs.File
	text io.Reader
}

func (f textFile) Read(p []byte) (int, error) { return f.text.Read(p) }

func (s seedText) Open(name string) (fs.File, error) {
	f, err := s.FS.Open(name)
	if err != nil || !slices.Contains(source.Extensions(), strings.ToLower(path.Ext(name))) {
		return f, err
	}
	data, err := io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
	if err != nil {
		f.Close()
		return nil, err
	}
	return textFile{f, bytes.NewReader(source.Shown(name, data))}, nil
}
