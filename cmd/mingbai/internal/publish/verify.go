package publish

import (
	"context"
	"errors"
	"io/fs"

	"mingbai/cmd/mingbai/internal/diag"
)

// State says how a published file differs from the manifest.
type State string

const (
	Missing State = "missing"
	Altered State = "changed"    // other bytes, or no plain file any more
	Midway  State = "unfinished" // a publish was interrupted; Path is empty
)

// Difference is one published file that is not as it was published.
type Difference struct {
	Path  string // below the target
	State State
	at    string
}

// Finding is the difference in words.
func (d Difference) Finding() diag.Finding {
	rule := map[State]*diag.Rule{Missing: fileMissing, Altered: fileAltered, Midway: unfinished}[d.State]
	return rule.At(diag.Position{File: d.at})
}

// Verify compares every published file of the target with the manifest, in
// order of their paths. Files are read as a stream, whatever their size. Other
// files in the target are nobody's business here. A target without a manifest
// that can be read is an *Error.
func Verify(ctx context.Context, t Target) ([]Difference, error) {
	entries, found, err := readList(ctx, t, ManifestName, manifestSchema)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, refuse(noManifest, t.String(), nil)
	}
	var diffs []Difference
	if _, interrupted, _ := readList(ctx, t, journalName, journalSchema); interrupted {
		diffs = append(diffs, Difference{State: Midway, at: t.String()})
	}
	for _, want := range entries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		state, err := verifyOne(ctx, t, want)
		if err != nil {
			return nil, err
		}
		if state != "" {
			diffs = append(diffs, Difference{Path: want.Path, State: state, at: place(t, want.Path)})
		}
	}
	return diffs, nil
}

// verifyOne gives "" for a file that is as it was published.
func verifyOne(ctx context.Context, t Target, want Entry) (State, error) {
	have, err := digest(ctx, t, want.Path)
	var obstacle *ObstacleError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Missing, nil
	case errors.As(err, &obstacle):
		return Altered, nil
	case err != nil:
		return "", failed(t, want.Path, err)
	case have != want:
		return Altered, nil
	}
	return "", nil
}
