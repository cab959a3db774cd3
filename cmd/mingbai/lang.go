package main

import "strings"

// chooseLang gives the language of messages, "zh" or "en". It looks at the
// arguments itself because the help, too, speaks that language, and the help
// is made before arguments are parsed.
func chooseLang(args []string, getenv func(string) string) string {
	for i, arg := range args {
		switch {
		case arg == "--":
			return langOfLocale(getenv)
		case strings.HasPrefix(arg, "--lang="):
			return langOr(strings.TrimPrefix(arg, "--lang="), getenv)
		case arg == "--lang" && i+1 < len(args):
			return langOr(args[i+1], getenv)
		}
	}
	return langOfLocale(getenv)
}

// langOr is lang where mingbai speaks it, or the locale's language.
func langOr(lang string, getenv func(string) string) string {
	if lang == "zh" || lang == "en" {
		return lang
	}
	return langOfLocale(getenv)
}

// langOfLocale follows the order of POSIX: LC_ALL, LC_MESSAGES, LANG.
func langOfLocale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(v, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}
