package serve

import (
	"fmt"
	"net/http"
	"time"
)

// Times of a stream of events.
const (
	heartbeat    = 20 * time.Second // a comment, to notice pages that are gone
	eventTimeout = 5 * time.Second  // for a page to take one event
)

// streamEvents tells a page, at once and after every build, which build is the
// newest (a server-sent event "build" whose data is its name). The page
// reloads when it is not its own.
func streamEvents(w http.ResponseWriter, r *http.Request, st *store) {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	stream := http.NewResponseController(w)
	send := func(event string) bool {
		// Not every connection knows deadlines; one without is ended by its page.
		_ = stream.SetWriteDeadline(time.Now().Add(eventTimeout))
		_, err := fmt.Fprint(w, event)
		return err == nil && stream.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for s := st.load(); send("event: build\ndata: " + s.build + "\n\n"); s = st.load() {
		for waiting := true; waiting; {
			select {
			case <-r.Context().Done():
				return
			case <-s.newer:
				waiting = false
			case <-beat.C:
				if !send(":\n\n") {
					return
				}
			}
		}
	}
}
