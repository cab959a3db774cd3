package source

import "fmt"

// refusals say what a file is that cannot be read, and what to do about it.
var refusals = map[Format]struct{ what, hint string }{
	oldWord:   {"a document of an old Office or WPS format", "open it in Word or WPS and save it as .docx"},
	locked:    {"an Office document with a password", "open it, remove the password and save it as .docx"},
	richText:  {"a document in rich text format", "open it in Word or WPS and save it as .docx"},
	webFolder: {"a web page saved as one file", "open it in a browser and save it as .html"},
	wordXML:   {"a Word document in one XML file", "open it in Word or WPS and save it as .docx"},
	openText:  {"an OpenDocument file", "open it in LibreOffice, Word or WPS and save it as .docx"},
	sheet:     {"a spreadsheet", "put the document itself into seeds/, as .docx, .pdf, .html or .txt"},
	slides:    {"a presentation", "put the document itself into seeds/, as .docx, .pdf, .html or .txt"},
	picture:   {"a picture, which holds no text", "put the document's text into a .docx or .txt file, or recognize it with an OCR program"},
	archive:   {"an archive", "unpack it and put the document itself into seeds/"},
	program:   {"a program", "move it out of seeds/"},
	otherFile: {"a binary file of unknown kind", "save the document as .docx or .txt"},
}

// refuse gives the error for files that cannot be read whatever is in them.
func refuse(format Format, name string, data []byte) error {
	if r, ok := refusals[format]; ok {
		return fmt.Errorf("%s (%s) is not read (hint: %s)", r.what, ending(name), r.hint)
	}
	most := MaxBytes
	if format == Plain || format == Markdown || format == HTML {
		most = MaxText
	}
	if len(data) > most {
		return fmt.Errorf("%d bytes, more than the %d that one document may have", len(data), most)
	}
	return nil
}

// Recognized reports whether the bytes are a document of a format that is known
// by its content, whatever the name of the file: all but plain text.
func Recognized(data []byte) bool {
	switch identify("", data) {
	case HTML, Word, PDF, OFD:
		return true
	}
	return false
}
