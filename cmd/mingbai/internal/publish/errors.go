package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"syscall"

	"mingbai/cmd/mingbai/internal/diag"
)

// Error is why publishing refused or failed: a finding with file, message and
// hint in both languages, and the error of the system behind it, if any.
type Error struct {
	diag.Finding
	Err error
}

// Error is the finding in English on one line.
func (e *Error) Error() string {
	s := e.Message.En
	if e.File != "" {
		s = e.File + ": " + s
	}
	if e.Hint.En != "" {
		s += " (hint: " + e.Hint.En + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// refuse makes an *Error of a rule; args fill its message.
func refuse(rule *diag.Rule, file string, err error, args ...any) *Error {
	return &Error{Finding: rule.At(diag.Position{File: file}, args...), Err: err}
}

// refuseText is refuse with one argument that has two languages.
func refuseText(rule *diag.Rule, file string, arg diag.Text) *Error {
	f := rule.At(diag.Position{File: file})
	f.Message = diag.Text{En: fmt.Sprintf(rule.Message.En, arg.En), Zh: fmt.Sprintf(rule.Message.Zh, arg.Zh)}
	return &Error{Finding: f}
}

// place names a file of a target in messages.
func place(t Target, name string) string {
	if name == "" {
		return t.String()
	}
	return path.Join(t.String(), name)
}

// failed makes an *Error of what the system answered, in words that say what
// to do about it. Errors of a stopped context stay what they are.
func failed(t Target, name string, err error) error {
	var known *Error
	if errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return systemError(place(t, name), err)
}

func systemError(file string, err error) *Error {
	var obstacle *ObstacleError
	switch {
	case errors.As(err, &obstacle):
		return refuseText(obstacleRule(obstacle.Kind), file, obstacle.text())
	case errors.Is(err, ErrBusy):
		return refuse(busy, file, err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return refuse(targetFull, file, err)
	case errors.Is(err, syscall.EROFS):
		return refuse(readOnly, file, err)
	case errors.Is(err, fs.ErrPermission):
		return refuse(noPermission, file, err)
	}
	return refuse(writeFailed, file, err, bareCause(err))
}

// bareCause is the system's own words without the path, which stands at the
// beginning of the message already.
func bareCause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func obstacleRule(k Kind) *diag.Rule {
	if k == KindLink {
		return linkOut
	}
	return inTheWay
}

func (e *ObstacleError) text() diag.Text {
	zh := map[Kind]string{KindFile: "文件", KindFolder: "文件夹", KindLink: "符号链接", KindSpecial: "特殊文件"}[e.Kind]
	return diag.Text{En: "the " + string(e.Kind) + " " + e.Name, Zh: zh + " " + e.Name}
}
