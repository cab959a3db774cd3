package plan

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a day as "2006-01-02", or "" for none. Being a string it sorts,
// compares and prints without a time zone.
type Date string

// MakeDate gives the day, or an error when the calendar has no such day.
func MakeDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Month() != time.Month(month) || t.Day() != day {
		return "", fmt.Errorf("no such day: %d-%02d-%02d", year, month, day)
	}
	return Date(t.Format(time.DateOnly)), nil
}

// EndOfMonth is the last day of a month.
func EndOfMonth(year, month int) (Date, error) {
	if month < 1 || month > 12 {
		return "", fmt.Errorf("no such month: %d-%02d", year, month)
	}
	t := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return MakeDate(t.Year(), int(t.Month()), t.Day())
}

// ParseDate reads "2006-01-02".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", fmt.Errorf("%q is not a date of the calendar in the form 2006-01-02", s)
	}
	return Date(t.Format(time.DateOnly)), nil
}

// Time is midnight UTC of the day; the zero time for none.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Year is the year, or 0 for none.
func (d Date) Year() int {
	if d == "" {
		return 0
	}
	return d.Time().Year()
}

// MarshalJSON writes null for none.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}
